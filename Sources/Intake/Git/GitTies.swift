import Measures

/// Who works with whom, from files changed by two people and from shared trailers.
///
/// A pair's weight is the number of files both changed within 30 days of each other (at most 50)
/// plus twice the commits in which one stands as author and the other as co-author or reviewer (at
/// most 25 of them). A weight under 2 is dropped: one file in common is chance.
enum GitTies {
    struct Pair: Hashable, Comparable {
        let a: Int
        let b: Int

        init(_ first: Int, _ second: Int) {
            a = min(first, second)
            b = max(first, second)
        }

        static func < (left: Pair, right: Pair) -> Bool { (left.a, left.b) < (right.a, right.b) }
    }

    /// Days within which two changes of a file count as working together.
    static let reach = 30
    /// A file that more people than this changed is everybody's.
    static let mostPeople = 15
    static let mostFilesCounted = 50
    static let mostTrailersCounted = 25
    static let leastWeight = 2

    /// The weights of all pairs that are tied, ascending by pair.
    ///
    /// - Complexity: O(changes log changes + pairs per file).
    static func weights(_ ledger: GitLedger, roster: GitRoster) -> [(pair: Pair, weight: Int)] {
        var files = filesShared(ledger, roster: roster)
        let trailers = trailersShared(ledger, roster: roster)
        for pair in trailers.keys where files[pair] == nil { files[pair] = 0 }
        return files.map { pair, count in
            (pair, min(count, mostFilesCounted) + 2 * min(trailers[pair] ?? 0, mostTrailersCounted))
        }
        .filter { $0.1 >= leastWeight }
        .sorted { $0.0 < $1.0 }
    }

    private static func filesShared(_ ledger: GitLedger, roster: GitRoster) -> [Pair: Int] {
        struct Change {
            let file: UInt64
            let person: Int32
            let day: Int32
        }
        var changes: [Change] = []
        for credit in roster.credits {
            let commit = ledger.commits[credit.commit]
            for file in commit.files {
                changes.append(Change(file: file, person: Int32(credit.person), day: commit.day.number))
            }
        }
        changes.sort { ($0.file, $0.person, $0.day) < ($1.file, $1.person, $1.day) }
        var shared: [Pair: Int] = [:]
        var start = 0
        while start < changes.count {
            var end = start
            var people: [(person: Int, days: [Int32])] = []
            while end < changes.count, changes[end].file == changes[start].file {
                let change = changes[end]
                if people.last?.person == Int(change.person) {
                    people[people.count - 1].days.append(change.day)
                } else {
                    people.append((Int(change.person), [change.day]))
                }
                end += 1
            }
            if people.count >= 2, people.count <= mostPeople {
                for i in people.indices {
                    for j in people.indices where j > i && areNear(people[i].days, people[j].days) {
                        shared[Pair(people[i].person, people[j].person), default: 0] += 1
                    }
                }
            }
            start = end
        }
        return shared
    }

    private static func trailersShared(_ ledger: GitLedger, roster: GitRoster) -> [Pair: Int] {
        var shared: [Pair: Int] = [:]
        for credit in roster.credits {
            let commit = ledger.commits[credit.commit]
            for other in roster.persons(in: commit.coAuthors + commit.reviewers) where other != credit.person
            {
                shared[Pair(credit.person, other), default: 0] += 1
            }
        }
        return shared
    }

    /// Whether two ascending lists hold days at most `reach` apart.
    static func areNear(_ first: [Int32], _ second: [Int32]) -> Bool {
        var (i, j) = (0, 0)
        while i < first.count, j < second.count {
            if abs(first[i] - second[j]) <= Int32(reach) { return true }
            if first[i] < second[j] { i += 1 } else { j += 1 }
        }
        return false
    }
}
