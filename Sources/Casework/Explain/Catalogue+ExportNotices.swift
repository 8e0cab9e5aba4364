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
    ]
}
