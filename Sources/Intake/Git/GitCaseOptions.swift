/// How a case is made of git history.
package struct GitCaseOptions: Sendable {
    /// What stands for a team.
    package enum TeamRule: String, Hashable, Sendable, CaseIterable {
        /// The repository with most of the person's commits.
        case repository
        /// The top-level folder with most of the person's commits.
        case folder
    }

    /// What a repository's rules say about AI marks.
    package enum LabelPolicy: String, Hashable, Sendable, CaseIterable {
        /// Instructions ask for a mark on every commit made with AI.
        case asked
        /// Instructions forbid the mark: use cannot be seen.
        case banned
    }

    /// The organisation's name in `case.yaml`.
    package var name: String
    /// nil: repositories where there are several, folders where there is one.
    package var teamRule: TeamRule?
    /// By the repository's name in the case.
    package var labels: [String: LabelPolicy] = [:]
    package var bots = GitBots()
    /// Core: people with at least this many commits …
    package var leastCommits = 10
    /// … in at least this many different months.
    package var leastMonths = 3

    package init(name: String) { self.name = name }
}
