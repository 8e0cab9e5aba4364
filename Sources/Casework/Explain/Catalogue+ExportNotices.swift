extension Catalogue {
    /// What the notices of reading exports mean.
    static let exportNotices: [Explanation] = [
        notice(
            "intake.rosterExtra", "roster extra",
            "An export lists people who are not in the roster.",
            """
            They stay out, because another file says who is there. What to do: Add them if \
            they belong, or an alias under people in case.yaml.
            """),
        notice(
            "intake.rosterDisabled", "roster disabled",
            "A roster lists disabled accounts without a last day.",
            "They are left out. What to do: Add a last day if their earlier use should count."),
        notice(
            "intake.rosterFromUse", "roster from use",
            """
            There is no people.csv and no roster among the exports, so everybody the exports \
            name is taken as the organisation, in one team.
            """,
            """
            What to do: Add people.csv, or the list of users of your directory or HR system.
            """),
        notice(
            "intake.duplicateKey", "duplicate key",
            "A name stands more than once in one JSON object.",
            "The last one counts. What to do: Export the file again."),
        notice(
            "intake.exportAmbiguous", "export ambiguous",
            "A file can be read as two kinds of export and is not read.",
            "What to do: Say which under exports in case.yaml."),
        notice(
            "intake.totalsOnly", "totals only",
            "A file holds totals only.",
            """
            They belong to no single person and are shown by firsthand inspect. What to do: \
            Nothing, or export the report that lists people.
            """),
        notice(
            "intake.morePages", "more pages",
            "A file is one page of several, and says that more follow.",
            "What to do: Fetch the other pages and put them beside it."),
        notice(
            "intake.questionsNotMapped", "questions not mapped",
            "A survey asks questions of which nobody has said what they mean for us.",
            """
            They stay out. What to do: Put the lines of the notice into case.yaml, with an item in \
            place of none where a question asks the same.
            """),
        notice(
            "intake.questionsDouble", "questions double",
            "More than one question of a survey is mapped to one item.",
            """
            The first column counts. What to do: Map the others to none, under pulse in \
            case.yaml.
            """),
        notice(
            "intake.surveyWithoutDate", "survey without date",
            "Responses of a survey tell no day, as in anonymous surveys.",
            """
            They are left out. What to do: Say when the survey was, with wave under pulse in \
            case.yaml.
            """),
        notice(
            "intake.surveyWithoutLayer", "survey without layer",
            "Of responses of a survey it is not known whether leaders or others speak.",
            """
            They are left out. What to do: Name the column with layer and its words with \
            layers, under pulse in case.yaml.
            """),
        notice(
            "intake.surveyUnfinished", "survey unfinished",
            "Responses of a survey were begun and never handed in.",
            "They are not used. What to do: Nothing."),
        notice(
            "intake.linksOnly", "links only",
            "A file holds links to a report and not the report.",
            """
            What to do: Download the linked files before the links expire, and put them \
            beside it.
            """),
        notice(
            "intake.periodTooLong", "period too long",
            """
            A file tells of use by month, which says neither in which weeks nor on which days.
            """,
            "Its use is left out. What to do: Query or export by week or by day."),
        notice(
            "intake.exportCapped", "export capped",
            """
            A file has exactly as many rows as its source exports at most, so rows are missing.
            """,
            "What to do: Export shorter spans, and put the files beside each other."),
        notice(
            "intake.exportWithoutDay", "export without day",
            "A file tells of one day and does not say which.",
            """
            Nothing is taken from it. What to do: Put the day into its name, for example \
            claude-users-2026-05-07.json.
            """),
        notice(
            "intake.mappingUnused", "mapping unused",
            "Columns are mapped for a file that is not in the case.",
            """
            What to do: Check its name under columns in case.yaml, or after --map.
            """),
        notice(
            "intake.eventsPassedOver", "events passed over",
            "A file of events holds some of which nothing says that they are use of AI.",
            """
            They are passed over. What to do: Name the events that are under tools in case.yaml.
            """),
    ]
}
