extension Catalogue {
    /// What the notices of the diagnosis mean.
    static let diagnosisNotices: [Explanation] = [
        notice(
            "diagnosis.cannotBeSeen", "cannot be seen",
            """
            People at work whose use could not be seen in the last four weeks: their source \
            ended, or hides it.
            """,
            """
            They are left out of every rate and counted apart, since a source that ended \
            looks exactly like a team that stopped. Connect the source again, or choose an \
            earlier --as-of.
            """),
        notice(
            "diagnosis.quietPeople", "quiet people",
            """
            People on the roster without a sign of work in the last twelve weeks, where \
            activity.csv tells of work.
            """,
            """
            Quiet people and leavers are not refusers, so they are left out. Give leavers a \
            date in to.
            """),
        notice(
            "diagnosis.onlyWeakSigns", "only weak signs",
            """
            People whose only signs of use are accepted review suggestions or marks that an \
            editor writes by itself.
            """,
            "They count as reached, never as having tried."),
        notice(
            "diagnosis.contagionNotSimulated", "contagion not simulated",
            """
            Ordinary contagion could not be simulated from the first uses seen, so the echo \
            score is set against a fixed anchor of 0.30 instead of this organisation's own \
            teams.
            """,
            """
            Ordinary contagion could not be simulated from the first uses seen, so the echo \
            score is set against a fixed anchor of 0.30 instead of this organisation's own \
            teams.
            """),
    ]
}
