extension Catalogue {
    /// What the notices of collecting from git mean.
    static let gitNotices: [Explanation] = [
        notice(
            "git.agentCandidates", "agent candidates",
            "Accounts ending in [bot] worked with people, and no rule knows them.",
            """
            If one is an AI agent that your organisation built, name it with --agent and \
            collect again; commits with it then count as inhouse.
            """),
        notice(
            "git.doubtfulBots", "doubtful bots",
            """
            Accounts were taken for machines because their name holds the word *bot*, \
            *robot* or *automation*.
            """,
            "Look at the list in the report; name people with --person."),
        notice(
            "git.futureCommits", "future commits",
            "Commits are dated after the last day, by a wrong clock, and were left out.",
            "Commits are dated after the last day, by a wrong clock, and were left out."),
        notice(
            "git.instrumentChange", "instrument change",
            "A tool in this case changed on that day how it marks commits.",
            "A jump there is not adoption."),
        notice(
            "git.keyReadable", "key readable",
            """
            Others on this machine can read the key, and with it and the history tell who is \
            who.
            """,
            "Run chmod 600 on it."),
        notice(
            "git.labelsBanned", "labels banned",
            "A repository forbids AI marks.",
            "Use there cannot be seen, which is not the same as no use."),
        notice(
            "git.noCore", "no core",
            "Nobody has enough commits in enough months to be in the case.",
            "Give more repositories or an earlier first day."),
        notice(
            "git.peopleDropped", "people dropped",
            """
            How many people had too little work here to be in the case, and how many are in \
            it.
            """,
            """
            How many people had too little work here to be in the case, and how many are in \
            it.
            """),
        notice(
            "git.shallow", "shallow",
            "The clone holds only the latest commits.",
            "Run git fetch --unshallow and collect again."),
        notice(
            "git.squashLoss", "squash loss",
            "Of pull requests with a mark, fewer than four in five kept one when squashed.",
            "Use is higher than the case shows."),
        notice(
            "git.teamless", "teamless",
            "A repository is nobody's main one, so it is no team.",
            "Its commits count where their people are."),
        notice(
            "git.unattributed", "unattributed",
            "Agents made commits that name no person.",
            "They are credited to nobody."),
        notice(
            "git.unknownLabel", "unknown label",
            "A label policy names a repository that was not read.",
            "Use the names of the report."),
        notice(
            "git.weakMarks", "weak marks",
            "Some marks are accepted review suggestions or an editor's default.",
            "They are kept with their mode and make no habit."),
        notice(
            "git.missing", "missing",
            "Git is not on this machine.",
            "Install it."),
        notice(
            "git.notARepository", "not arepository",
            "A path is no local clone, or none was given.",
            "A path is no local clone, or none was given."),
        notice(
            "git.notTrusted", "not trusted",
            "Git refuses a repository of another user.",
            "If you trust it, add it to safe.directory."),
        notice(
            "git.emptyRepository", "empty repository",
            "A repository holds no commits.",
            "A repository holds no commits."),
        notice(
            "git.nothingInWindow", "nothing in window",
            "No commit lies between the first and the last day.",
            "No commit lies between the first and the last day."),
        notice(
            "git.failed", "failed",
            "Git could not be started or could not read the history; what it said follows.",
            "git could not be started or could not read the history; what it said follows."),
        notice(
            "git.keyUnreadable", "key unreadable",
            "The file beside the case folder holds no key.",
            "Put the right one back, or remove it: a new key gives new codes."),
        notice(
            "git.notWritten", "not written",
            "The case folder or its key could not be written.",
            "The case folder or its key could not be written."),
    ]
}
