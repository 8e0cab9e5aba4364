import Measures

/// What each person of a ledger did: days at work, days of use, where.
struct GitWork {
    /// A day of use of one tool in one mode.
    struct Use: Hashable, Comparable {
        let day: Day
        let mark: GitMark

        static func < (left: Use, right: Use) -> Bool { (left.day, left.mark) < (right.day, right.mark) }
    }

    /// One person's work.
    struct PersonWork {
        var first: Day
        var commits = 0
        var days: Set<Day> = []
        var use: [Use: Int] = [:]
        /// Commits by repository, and by repository and folder.
        var repositories: [Int: Int] = [:]
        var folders: [Place: Int] = [:]

        /// Calendar months with a commit.
        var months: Int { Set(days.map { $0.components.year * 12 + $0.components.month }).count }
    }

    /// A top-level folder of a repository; folder -1 for commits without files.
    struct Place: Hashable {
        let repository: Int
        let folder: Int
    }

    let repositories: [String]
    /// Shape (people of the roster); those who only stand in trailers have no commits.
    private(set) var people: [PersonWork]
    /// The people of the case.
    private(set) var core: Set<Int> = []
    /// Team, and repository the team is in, of each person of the core.
    private(set) var teams: [Int: String] = [:]
    private(set) var homes: [Int: Int] = [:]
    /// First and last day with a credited commit, by repository, and the number of those commits.
    private(set) var days: [Int: ClosedRange<Day>] = [:]
    private(set) var commits: [Int: Int] = [:]
    /// Commits with a mark, over all people.
    private(set) var marks: [GitMark: Int] = [:]

    /// - Complexity: O(commits).
    init(_ ledger: GitLedger, roster: GitRoster, options: GitCaseOptions, rule: GitCaseOptions.TeamRule) {
        repositories = ledger.repositories
        people = roster.contacts.map { _ in PersonWork(first: Day(number: Int32.max)) }
        for credit in roster.credits {
            let commit = ledger.commits[credit.commit]
            let repository = Int(commit.repository)
            people[credit.person].add(commit, marks: credit.marks)
            let known = days[repository] ?? commit.day...commit.day
            days[repository] = min(known.lowerBound, commit.day)...max(known.upperBound, commit.day)
            commits[repository, default: 0] += 1
            for mark in credit.marks { marks[mark, default: 0] += 1 }
        }
        for (person, work) in people.enumerated()
        where work.commits >= options.leastCommits && work.months >= options.leastMonths {
            core.insert(person)
            let team = team(of: work, ledger: ledger, rule: rule)
            teams[person] = team.name
            homes[person] = team.repository
        }
    }

    /// The place of most commits; of equals the first in order of letters.
    private func team(
        of work: PersonWork, ledger: GitLedger, rule: GitCaseOptions.TeamRule
    ) -> (name: String, repository: Int) {
        var counts: [(name: String, repository: Int, commits: Int)]
        switch rule {
        case .repository:
            counts = work.repositories.map { (repositories[$0.key], $0.key, $0.value) }
        case .folder:
            counts = work.folders.map { place, commits in
                let folder = place.folder < 0 ? "" : ledger.folders[place.folder]
                let name = folder.isEmpty ? "top level" : folder
                let repository = repositories[place.repository]
                return (repositories.count > 1 ? "\(repository)/\(name)" : name, place.repository, commits)
            }
        }
        counts.sort { ($1.commits, $0.name) < ($0.commits, $1.name) }
        return (counts[0].name, counts[0].repository)
    }
}

extension GitWork.PersonWork {
    fileprivate mutating func add(_ commit: GitLedger.Commit, marks: [GitMark]) {
        let repository = Int(commit.repository)
        first = min(first, commit.day)
        commits += 1
        days.insert(commit.day)
        repositories[repository, default: 0] += 1
        for folder in commit.folders.isEmpty ? [-1] : commit.folders {
            folders[.init(repository: repository, folder: Int(folder)), default: 0] += 1
        }
        for mark in marks { use[.init(day: commit.day, mark: mark), default: 0] += 1 }
    }
}
