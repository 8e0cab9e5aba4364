package import Measures
package import Rollout

/// A case folder made of git history: its tables, and the report for whoever made it.
package struct GitCase: Sendable {
    /// `people.csv`, `use.csv`, `activity.csv`, `ties.csv`, `coverage.csv`.
    package let tables: [CaseTable]
    package let report: GitCollectReport

    /// Makes the tables of a ledger.
    ///
    /// No name, address, message, hash or path goes into a table: people are codes, teams are
    /// repositories or top-level folders.
    ///
    /// - Parameters:
    ///   - ledger: What was read.
    ///   - options: Teams, labels, bots, core.
    ///   - pseudonyms: The codes for people.
    ///   - asOf: The last day the case speaks of.
    /// - Complexity: O(commits log commits + pairs of people who share files).
    package init(_ ledger: GitLedger, options: GitCaseOptions, pseudonyms: GitPseudonyms, asOf: Day) {
        let roster = GitRoster(ledger, bots: options.bots)
        let rule = options.teamRule ?? (ledger.repositories.count > 1 ? .repository : .folder)
        let work = GitWork(ledger, roster: roster, options: options, rule: rule)
        let codes = pseudonyms.codes(GitCase.addresses(ledger, roster: roster))
        let survival = GitSurvival.shares(ledger, roster: roster)
        let core = work.core.sorted { codes[$0] < codes[$1] }

        tables = [
            GitCase.people(core, codes: codes, work: work),
            GitCase.use(core, codes: codes, work: work),
            GitCase.activity(core, codes: codes, work: work),
            GitCase.ties(GitTies.weights(ledger, roster: roster), core: work.core, codes: codes),
            GitCase.coverage(work, options: options, survival: survival, rule: rule),
        ]
        report = GitCollectReport(
            ledger, roster: roster, work: work, options: options, rule: rule, survival: survival, asOf: asOf)
    }

    /// Every identity of every person with the day it was first seen on the default branch.
    private static func addresses(
        _ ledger: GitLedger, roster: GitRoster
    ) -> [[(address: String, first: Day)]] {
        var first = [Day?](repeating: nil, count: ledger.contacts.count)
        for commit in ledger.commits where commit.layer == .branch {
            for contact in [commit.author] + commit.coAuthors + commit.reviewers {
                first[Int(contact)] = min(first[Int(contact)] ?? commit.day, commit.day)
            }
        }
        return roster.contacts.map { contacts in
            contacts.map { (ledger.contacts[$0].canonical, first[$0] ?? Day(number: Int32.max)) }
        }
    }

    private static func people(_ core: [Int], codes: [String], work: GitWork) -> CaseTable {
        CaseTable(
            file: "people.csv", columns: ["person", "team", "role", "layer", "from", "to"],
            rows: core.map {
                [
                    codes[$0], work.teams[$0]!, "engineer", "contributor", work.people[$0].first.description,
                    "",
                ]
            })
    }

    private static func use(_ core: [Int], codes: [String], work: GitWork) -> CaseTable {
        CaseTable(
            file: "use.csv", columns: ["person", "date", "tool", "count", "mode"],
            rows: core.flatMap { person in
                work.people[person].use.sorted { $0.key < $1.key }.map { use, count in
                    let mark = use.mark
                    return [codes[person], "\(use.day)", mark.tool, "\(count)", mark.mode.rawValue]
                }
            })
    }

    private static func activity(_ core: [Int], codes: [String], work: GitWork) -> CaseTable {
        CaseTable(
            file: "activity.csv", columns: ["person", "date"],
            rows: core.flatMap { person in
                work.people[person].days.sorted().map { [codes[person], "\($0)"] }
            })
    }

    private static func ties(
        _ weights: [(pair: GitTies.Pair, weight: Int)], core: Set<Int>, codes: [String]
    ) -> CaseTable {
        let rows = weights.filter { core.contains($0.pair.a) && core.contains($0.pair.b) }.map { tie in
            let ends = [codes[tie.pair.a], codes[tie.pair.b]].sorted()
            return ends + ["\(tie.weight)"]
        }
        return CaseTable(
            file: "ties.csv", columns: ["a", "b", "weight"],
            rows: rows.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
    }

    /// One row a team that has people: where and when marks could be seen.
    private static func coverage(
        _ work: GitWork, options: GitCaseOptions, survival: [Int: GitCollectReport.Survival],
        rule: GitCaseOptions.TeamRule
    ) -> CaseTable {
        var rows: [String: [String]] = [:]
        for person in work.core {
            let team = work.teams[person]!
            let home = work.homes[person]!
            guard rows[team] == nil, let days = work.days[home] else { continue }
            let label = options.labels[work.repositories[home]]
            let notes = [label?.rawValue, survival[home].map { "squash survival \($0.words)" }]
            rows[team] = [
                "git", team, "\(days.lowerBound)", "\(days.upperBound)",
                label == .banned ? "unknown" : "notUsed", notes.compactMap(\.self).joined(separator: "; "),
            ]
        }
        return CaseTable(
            file: "coverage.csv", columns: ["source", "team", "from", "to", "absence", "note"],
            rows: rows.sorted { $0.key < $1.key }.map(\.value))
    }
}
