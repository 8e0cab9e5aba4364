package import Measures
package import Rollout

/// What a collect found and left out, for the person who ran it; nothing of it is in the case.
///
/// It names accounts of machines, since only the user can say which of them are agents or people.
package struct GitCollectReport: Hashable, Sendable {
    /// A name with a number of commits.
    package struct Tally: Hashable, Sendable {
        package let name: String
        package let commits: Int

        package init(name: String, commits: Int) {
            self.name = name
            self.commits = commits
        }
    }

    /// Marked pull requests of a repository that were squashed, and how many kept a mark.
    package struct Survival: Hashable, Sendable {
        package let marked: Int
        package let kept: Int

        package init(marked: Int, kept: Int) {
            self.marked = marked
            self.kept = kept
        }

        /// The share kept as `.93 (27 of 29)`.
        package var words: String {
            let percent = (kept * 200 + marked) / (2 * marked)
            let share = percent == 100 ? "1.00" : percent < 10 ? ".0\(percent)" : ".\(percent)"
            return "\(share) (\(kept) of \(marked))"
        }
    }

    /// One repository as it was read.
    package struct Repository: Hashable, Sendable {
        package let name: String
        /// Commits credited to a person, on the default branch.
        package let commits: Int
        /// First and last day of a credited commit; nil where there is none.
        package let days: ClosedRange<Day>?
        package let label: GitCaseOptions.LabelPolicy?
        /// nil where no pull-request ref was there or none was marked.
        package let survival: Survival?
    }

    /// Commits with a mark, by tool and mode; one commit counts once a tool.
    package struct Marks: Hashable, Sendable {
        package let tool: String
        package let mode: UseMode
        package let commits: Int
    }

    package var asOf: Day
    package var tableAsOf: String
    package var repositories: [Repository] = []
    package var teamRule: GitCaseOptions.TeamRule
    package var peopleKept = 0
    /// People with too few commits or months to be core.
    package var peopleDropped = 0
    /// Names and addresses beyond one a person, joined into people.
    package var identitiesMerged = 0
    package var botAccounts = 0
    package var botCommits = 0
    package var marks: [Marks] = []
    /// Commits by agents that name no person, by tool.
    package var unattributed: [Tally] = []
    /// `[bot]` accounts beside people that no rule knows: in-house agents perhaps.
    package var candidates: [Tally] = []
    /// Accounts dropped as machines for a word in their name: people perhaps.
    package var doubtfulBots: [Tally] = []
    package var instrumentChanges: [GitInstrumentChange] = []
    package var notices: [Notice] = []
}
