import Rollout

/// How many marks a squash leaves: read from pull-request refs where a repository has them.
enum GitSurvival {
    /// Marked requests with a commit on the default branch, and how many kept a mark, by repository.
    ///
    /// A request is marked if any of its own commits carries a mark or was made by an agent. Its
    /// commit on the default branch is found by the number in the message, so requests merged
    /// without a squash, whose commits are on the branch themselves, are not counted.
    ///
    /// - Complexity: O(commits).
    static func shares(_ ledger: GitLedger, roster: GitRoster) -> [Int: GitCollectReport.Survival] {
        struct Request: Hashable {
            let repository: Int32
            let number: Int
        }
        func isMarked(_ commit: GitLedger.Commit) -> Bool {
            switch roster.kinds[Int(commit.author)] {
            case .bot: false
            case .agent(let rule): !rule.mode.isWeak
            case .person: !commit.marks.isEmpty
            }
        }
        var marked: Set<Request> = []
        var squashed: [Request: Bool] = [:]
        for commit in ledger.commits {
            switch commit.layer {
            case .request(let number):
                if isMarked(commit) { marked.insert(Request(repository: commit.repository, number: number)) }
            case .branch:
                guard let number = commit.request else { continue }
                let request = Request(repository: commit.repository, number: Int(number))
                squashed[request] = (squashed[request] ?? false) || isMarked(commit)
            }
        }
        var counts: [Int: (marked: Int, kept: Int)] = [:]
        for request in marked {
            guard let kept = squashed[request] else { continue }
            counts[Int(request.repository), default: (0, 0)].marked += 1
            if kept { counts[Int(request.repository)]!.kept += 1 }
        }
        return counts.mapValues { GitCollectReport.Survival(marked: $0.marked, kept: $0.kept) }
    }
}
