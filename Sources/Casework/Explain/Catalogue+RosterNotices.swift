extension Catalogue {
    /// What the notices of putting rosters together mean.
    static let rosterNotices: [Explanation] = [
        notice(
            "intake.rosterConflict", "rosters differ",
            "Two rosters tell differently of people's team or role.",
            """
            The notice says how many, and which of the two counts and why. What to do: Correct \
            the one that is wrong, or leave out the older.
            """),
        notice(
            "intake.rosterGuests", "guests",
            "A directory lists guest accounts.",
            """
            They belong to another organisation and are left out. What to do: Nothing, or list \
            those who work with you in people.csv.
            """),
        notice(
            "intake.rosterLicences", "licences",
            "A roster tells who has a licence.",
            """
            It makes no coverage, because no day is told. What to do: Say in coverage.csv if \
            whole teams have none.
            """),
        notice(
            "intake.rosterColumnMissing", "no team or role",
            "Nothing in a roster tells anybody's team, or role.",
            """
            What to do: Export it with that column, or map yours under columns in case.yaml.
            """),
        notice(
            "intake.rosterCodes", "teams by number",
            "A roster tells teams by numbers in place of names.",
            "What to do: Export it again with readable values."),
    ]
}
