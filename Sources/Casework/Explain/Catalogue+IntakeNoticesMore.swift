extension Catalogue {
    /// What the notices of reading files mean, second half.
    static let intakeNoticesMore: [Explanation] = [
        notice(
            "intake.afterAsOf", "after as of",
            "Rows later than the day the case speaks of are left out; the notice counts them.",
            "What to do: Nothing, or change asOf."),
        notice(
            "intake.unknownPerson", "unknown person",
            "A name is not in the roster, as key, address or alias.",
            """
            The row is left out. Of an export, one notice counts them. What to do: Add the \
            person to people.csv, or an alias under people in case.yaml.
            """),
        notice(
            "intake.unknownTeam", "unknown team",
            "A team is not in the roster.",
            """
            The row is left out; a pulse answer is kept without its team. What to do: Use \
            the name people.csv uses.
            """),
        notice(
            "intake.unknownRole", "unknown role",
            "A role is named that nobody in the roster has.",
            "It is added. What to do: Use the name people.csv uses if it is the same."),
        notice(
            "intake.unknownUseCase", "unknown use case",
            "Use names a use case the register does not have.",
            "It is counted. What to do: Add it to use-cases.csv."),
        notice(
            "intake.aliasConflict", "alias conflict",
            "An address or alias stands for two people and so finds neither.",
            "In aliases.csv it is an error, with the lines. What to do: Give it to one of them."),
        notice(
            "intake.aliasOpen", "alias open",
            "Names in aliases.csv have nobody in the column person yet.",
            "Their rows stay out. What to do: Fill in who each one is, or remove the line."),
        notice(
            "intake.tooManyNames", "too many names",
            """
            There are more different tools or use cases than any organisation has; usually \
            two columns are swapped.
            """,
            "What to do: Check the columns."),
        notice(
            "intake.duplicatePerson", "duplicate person",
            "A person is listed twice with the same cells.",
            "One row is kept. What to do: Nothing."),
        notice(
            "intake.conflictingPerson", "conflicting person",
            "A person is listed more than once with different cells.",
            "The row with the latest from is kept. What to do: Keep one row a person."),
        notice(
            "intake.withoutTeam", "without team",
            "A person has no team and is put into \"Without a team\".",
            "What to do: Fill in team."),
        notice(
            "intake.withoutRole", "without role",
            "A person or an answer has no role and is given \"Without a role\".",
            "What to do: Fill in role."),
        notice(
            "intake.layersUnknown", "layers unknown",
            "Neither layer nor manager tells who leads.",
            "Who has no layer counts as a contributor. What to do: Add one of the columns."),
        notice(
            "intake.managerCycle", "manager cycle",
            "The line of managers comes back to where it began.",
            "The links of the circle are left out. What to do: Correct manager."),
        notice(
            "intake.managerUnknown", "manager unknown",
            "A manager is not in the roster.",
            """
            The person counts as reporting to somebody outside. What to do: Add the manager, \
            or correct the name.
            """),
        notice(
            "intake.managerLeft", "manager left",
            "A manager left before the as-of day, and somebody still there reports to them.",
            "The link is kept. What to do: Name the new manager."),
        notice(
            "intake.severalTops", "several tops",
            """
            Not exactly one person with reports reports to nobody, so who is executive is \
            not certain.
            """,
            "What to do: Fill in manager, or add layer."),
        notice(
            "intake.parentTeam", "parent team",
            """
            Rows disagree on the team above a team, or teams stand above each other in a \
            circle.
            """,
            "What to do: Correct parent_team."),
        notice(
            "intake.caseSettingsUnreadable", "case settings unreadable",
            "Case.yaml cannot be read.",
            "Defaults are used throughout. What to do: Correct the file."),
        notice(
            "intake.unknownSetting", "unknown setting",
            "A setting is not known and has no effect.",
            "What to do: Check its spelling and indent."),
        notice(
            "intake.badSetting", "bad setting",
            "A setting has a value it cannot have.",
            "Its default is used. What to do: Correct it as the notice says."),
        notice(
            "intake.asOfWithoutUse", "as of without use",
            """
            The last day any file tells of is taken as the day the case speaks of, and there is \
            hardly any use in the half year before it.
            """,
            """
            Often one date is wrong, or a coverage is written to end far in the future. What to \
            do: Correct the date, or set asOf in case.yaml.
            """),
        notice(
            "intake.noAsOf", "no as of",
            "No file tells of any day, so there is no day to speak of.",
            "What to do: Set asOf in case.yaml."),
        notice(
            "intake.coverageAssumed", "coverage assumed",
            """
            There is no coverage.csv, so it is assumed where a tool is seen, and the notice \
            says what.
            """,
            "What to do: Write coverage.csv where the assumption is wrong."),
        notice(
            "intake.personAsTool", "person as tool",
            "A person's name or an address stands where a tool or a use case belongs.",
            """
            Often two columns are swapped, or a mapping names the wrong one. The name is never \
            kept or shown; its rows count under one made-up name. What to do: Correct the \
            column or the mapping, or register the name under tools in case.yaml if it is a \
            tool's.
            """),
        notice(
            "intake.exportNotRecognised", "export not recognised",
            "A file in exports/ looks like no export that is known.",
            """
            It is not read. For a table the notice names its columns, if the first row looks \
            like a header, and the mapping that would make it readable. What to do: Map its \
            columns with --map or firsthand map, or turn it into use.csv.
            """),
        notice(
            "intake.exportRepeated", "export repeated",
            "Two exports have the same content.",
            "It is read once. What to do: Nothing."),
        notice(
            "intake.namesConcealed", "names concealed",
            "An export names people by codes.",
            """
            Those rows join nobody and are only counted. What to do: Turn off concealed names \
            where the notice says, and export again.
            """),
        notice(
            "intake.badJSON", "bad json",
            "A line is not a whole JSON object and is left out.",
            """
            A whole document that is not JSON is lost, which is an error. What to do: Export \
            the file again.
            """),
    ]
}
