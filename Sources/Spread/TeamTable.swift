import Inference

/// Teams numbered from 0 with their sizes: the frame in which user counts per team are turned into scores.
struct TeamTable: Sendable {
    /// The team of each person, numbered from 0; shape (people).
    let team: [Int32]
    /// People in each team; shape (teams).
    let size: [Int32]
    /// Whether a person has team-mates; shape (people).
    let hasMates: [Bool]
    /// People in teams of two or more.
    let people: Int
    /// 1/(n − 1) for each team, zero for a team of one; shape (teams).
    let perMate: [Double]

    init(team labels: [Int]) {
        let numbers = numbered(labels)
        var size = [Int32](repeating: 0, count: (numbers.max() ?? -1) + 1)
        for number in numbers { size[number] += 1 }
        self.team = numbers.map { Int32($0) }
        self.size = size
        self.hasMates = numbers.map { size[$0] > 1 }
        self.people = size.reduce(0) { $0 + ($1 > 1 ? Int($1) : 0) }
        self.perMate = size.map { $0 > 1 ? 1 / Double($0 - 1) : 0 }
    }

    /// Users with team-mates.
    func total(_ users: [Bool]) -> Int {
        users.indices.reduce(0) { $0 + (users[$1] && hasMates[$1] ? 1 : 0) }
    }

    /// Users in each team; shape (teams).
    func counts(of users: [Bool]) -> [Int32] {
        precondition(users.count == team.count, "one mark a person")
        var counts = [Int32](repeating: 0, count: size.count)
        for person in users.indices where users[person] { counts[Int(team[person])] += 1 }
        return counts
    }

    /// The exposure gap for users per team; nil where no one or everyone uses.
    func gap(users counts: [Int32]) -> Double? {
        var sum = 0.0
        var total = 0
        for index in counts.indices where size[index] > 1 {
            let users = Int(counts[index])
            total += users
            sum += Double(users * (users - 1)) * perMate[index]
        }
        guard total > 0, total < people else { return nil }
        return sum / Double(total) - (Double(total) - sum) / Double(people - total)
    }

    /// The gaps of permuted marks; shape (draws).
    func gaps(of permutation: inout LabelPermutation, draws: Int, using random: inout RandomSource)
        -> [Double]
    {
        let start = permutation.countsToStartFrom(team: team, teams: size.count)
        var counts = start
        var result: [Double] = []
        result.reserveCapacity(draws)
        for _ in 0..<draws {
            for index in counts.indices { counts[index] = start[index] }
            permutation.deal(using: &random) { person, isMarked in
                counts[Int(team[person])] += isMarked ? 1 : -1
            }
            if let value = gap(users: counts) { result.append(value) }
        }
        return result
    }

    /// The share of non-users with team-mates none of whom uses; nil where there is no such non-user.
    func unexposedShare(users counts: [Int32]) -> Double? {
        var nonUsers = 0
        var unexposed = 0
        for index in counts.indices where size[index] > 1 {
            nonUsers += Int(size[index] - counts[index])
            if counts[index] == 0 { unexposed += Int(size[index]) }
        }
        return nonUsers == 0 ? nil : Double(unexposed) / Double(nonUsers)
    }

    /// The analysis-of-variance estimator of the within-team correlation; see `WithinTeamCorrelation`.
    func correlation(users counts: [Int32]) -> Double? {
        var groups = 0.0
        var total = 0.0
        var squares = 0.0
        var users = 0.0
        var between = 0.0
        var within = 0.0
        for index in counts.indices where size[index] > 0 {
            let n = Double(size[index])
            let u = Double(counts[index])
            groups += 1
            total += n
            squares += n * n
            users += u
            between += u * u / n
            within += u - u * u / n
        }
        guard groups > 1, total > groups, users > 0, users < total else { return nil }
        let meanBetween = (between - users * users / total) / (groups - 1)
        let meanWithin = within / (total - groups)
        let typical = (total - squares / total) / (groups - 1)
        let spread = meanBetween + (typical - 1) * meanWithin
        return spread > 0 ? (meanBetween - meanWithin) / spread : nil
    }
}
