import Measures
import Rollout

extension GitCollectReport {
    /// The report of a ledger.
    init(
        _ ledger: GitLedger, roster: GitRoster, work: GitWork, options: GitCaseOptions,
        rule: GitCaseOptions.TeamRule, survival: [Int: Survival], asOf: Day
    ) {
        self.asOf = asOf
        tableAsOf = ledger.table.asOf
        teamRule = rule
        repositories = ledger.repositories.indices.map { index in
            Repository(
                name: ledger.repositories[index], commits: work.commits[index] ?? 0, days: work.days[index],
                label: options.labels[ledger.repositories[index]], survival: survival[index])
        }
        peopleKept = work.core.count
        peopleDropped = work.people.count { $0.commits > 0 } - work.core.count
        identitiesMerged = roster.contacts.reduce(0) { $0 + $1.count - 1 }
        botAccounts = roster.botAuthors.count
        botCommits = roster.botCommits
        marks = work.marks.sorted { $0.key < $1.key }
            .map { Marks(tool: $0.key.tool, mode: $0.key.mode, commits: $0.value) }
        unattributed = GitCollectReport.tallies(roster.unattributed)
        candidates = GitCollectReport.tallies(roster.candidates)
        doubtfulBots = GitCollectReport.tallies(roster.doubtful)
        let seen = Set(marks.map(\.tool))
        let span = work.days.values.map(\.lowerBound).min()
        instrumentChanges = GitInstrumentChange.known.filter { change in
            seen.contains(change.tool) && change.day <= asOf && span.map { $0 <= change.day } == true
        }
        notices = said(ledger: ledger, work: work, options: options)
    }

    /// Most commits first, then in order of letters.
    private static func tallies(_ counts: [String: Int]) -> [Tally] {
        counts.map { Tally(name: $0.key, commits: $0.value) }
            .sorted { ($1.commits, $0.name) < ($0.commits, $1.name) }
    }

    private func said(ledger: GitLedger, work: GitWork, options: GitCaseOptions) -> [Notice] {
        var notices: [Notice] = []
        func say(_ notice: GitNotice, _ message: String, file: String? = nil) {
            notices.append(notice.notice(message, file: file))
        }
        if peopleKept == 0 {
            say(
                .noCore,
                "Nobody has at least \(options.leastCommits) commits in at least \(options.leastMonths) months. "
                    + "Give more repositories or an earlier first day.", file: "people.csv")
        }
        if peopleDropped > 0 {
            say(
                .peopleDropped,
                "Left out, with fewer than \(options.leastCommits) commits or \(options.leastMonths) months of "
                    + "work: \(peopleDropped). In the case: \(peopleKept).", file: "people.csv")
        }
        if ledger.late > 0 {
            say(
                .futureCommits,
                "Commits dated after \(asOf), by a wrong clock, were left out: \(ledger.late). If that day is "
                    + "too early, give the last day yourself.")
        }
        sayOfMarks(say)
        sayOfRepositories(say, work: work, options: options)
        for change in instrumentChanges {
            say(
                .instrumentChange, "\(change.day): \(change.what) A jump there is not adoption.",
                file: "use.csv")
        }
        return notices
    }

    private func sayOfMarks(_ say: (GitNotice, String, String?) -> Void) {
        let weak = marks.filter(\.mode.isWeak).reduce(0) { $0 + $1.commits }
        if weak > 0 {
            say(
                .weakMarks,
                "Commits with only a weak mark of a tool (an accepted review suggestion or an editor's default): "
                    + "\(weak). They are in the case with their mode and make no habit.", "use.csv")
        }
        if !unattributed.isEmpty {
            let tools = unattributed.map { "\($0.name) \($0.commits)" }.joined(separator: ", ")
            say(
                .unattributed,
                "Commits by agents that name no person were credited to nobody: \(tools).", "use.csv")
        }
        if !candidates.isEmpty {
            let names = candidates.prefix(10).map { "\($0.name) (\($0.commits))" }.joined(separator: ", ")
            say(
                .agentCandidates,
                "Accounts that worked with people and that no rule knows: \(names). If one is an AI agent of "
                    + "your own, put it on the list of agents and collect again.", "use.csv")
        }
        if !doubtfulBots.isEmpty {
            say(
                .doubtfulBots,
                "Accounts taken for machines because of a word in their name: \(doubtfulBots.count). If one is a "
                    + "person, put it on the list of people and collect again.", "people.csv")
        }
    }

    private func sayOfRepositories(
        _ say: (GitNotice, String, String?) -> Void, work: GitWork, options: GitCaseOptions
    ) {
        let homes = Set(work.homes.values)
        for (index, repository) in repositories.enumerated() {
            if repository.label == .banned {
                say(
                    .labelsBanned,
                    "\(repository.name) forbids AI marks, so use there cannot be seen. Its team is covered as "
                        + "unknown, not as unused.", "coverage.csv")
            }
            if let survival = repository.survival, survival.marked >= 5,
                survival.kept * 10 < survival.marked * 8
            {
                say(
                    .squashLoss,
                    "In \(repository.name) a squash kept the mark of \(survival.words) marked pull requests; use "
                        + "there is higher than the default branch shows.", "coverage.csv")
            }
            if teamRule == .repository, peopleKept > 0, !homes.contains(index) {
                say(
                    .teamless,
                    "\(repository.name) is nobody's main repository, so it is no team; its commits count where "
                        + "the people are.", "coverage.csv")
            }
        }
        for name in options.labels.keys.sorted() where !repositories.contains(where: { $0.name == name }) {
            say(
                .unknownLabel,
                "There is no repository \(name); its label policy was not used. Names are those in this report.",
                nil)
        }
    }
}
