import Inference
import Measures
import Rollout
import Spread

/// Whether believers meet only believers: sight, nulls and the four conditions.
///
/// - Source: SCIENCE 3.
struct EchoReading: Sendable {
    /// Draws of each null model; fewer in large organisations, where the null is narrow.
    static func draws(people: Int) -> Int {
        switch people {
        case ...3000: 2000
        case ...20_000: 600
        case ...50_000: 200
        default: 100
        }
    }

    /// Leave-one-out exposure gap with its permutation nulls; nil without users or without non-users.
    let gap: ExposureGapTest?
    /// What ordinary contagion alone would look like; nil where it cannot be simulated.
    let contagion: ContagionNullResult?
    /// Non-users without a user in sight, with the same under permutation.
    let unexposed: UnexposedShareTest?
    /// Ties, where they are known.
    let ties: TieReading?
    /// Users in sight, and people in sight at all, by person.
    let sight: (users: [Int], all: [Int])
    /// People in the frame, in the order the nulls use.
    let rows: [Int]

    /// Median gap that contagion alone gives.
    var gapOfContagion: Double? { contagion?.gap.median }

    /// Excess of unexposed non-users over chance.
    var unexposedExcess: Double? { unexposed?.excess }

    /// Computes the reading for the people in the frame.
    init(_ observation: Observation, standings: [Standing], using random: inout RandomSource) {
        let people = observation.people
        let rows = people.indices.filter { standings[$0].isInFrame }
        self.rows = rows
        let graph = Sight.graph(observation.evidence, rows: rows)
        var users = [Int](repeating: 0, count: people.count)
        var all = users
        if let graph {
            for (place, row) in rows.enumerated() {
                for arc in graph.arcs(of: place) {
                    all[row] += 1
                    if standings[rows[graph.end(at: arc)]].isUser { users[row] += 1 }
                }
            }
        }
        sight = (users, all)
        guard rows.count >= 10 else {
            gap = nil
            contagion = nil
            unexposed = nil
            ties = nil
            return
        }
        let population = EchoReading.population(observation, rows: rows)
        let marks = rows.map { standings[$0].isUser }
        let draws = EchoReading.draws(people: rows.count)
        gap = ExposureGap.test(users: marks, population: population, draws: draws, using: &random)
        unexposed = graph.flatMap { sight in
            rows.count <= 20_000
                ? UnexposedShare.test(
                    users: marks, sight: sight, population: population, draws: min(draws, 500),
                    using: &random) : nil
        }
        contagion = EchoReading.contagion(
            observation, rows: rows, users: marks, sight: graph, draws: min(draws, 400), using: &random)
        ties =
            observation.evidence.ties.isEmpty
            ? nil
            : TieReading(
                observation.evidence, rows: rows, marks: marks, population: population, using: &random)
    }

    /// Strata of layer × role, and activity classes where activity is known: the default null keeps both.
    private static func population(_ observation: Observation, rows: [Int]) -> Population {
        let people = observation.people
        let strata = rows.map { row in
            (Layer.allCases.firstIndex(of: people[row].layer) ?? 0) * observation.evidence.roles.count
                + people[row].role
        }
        let activity = observation.evidence.activity.map { days in
            let window = observation.week(max(0, observation.now - Observation.userWindow + 1)).monday
            let range = window...max(window, observation.evidence.asOf)
            return Population.activityClasses(
                of: rows.map { days.count(row: $0, in: range) }, within: strata)
        }
        return Population(team: rows.map { people[$0].team }, stratum: strata, activity: activity)
    }

    /// The part of influence that comes from beyond the team where nothing is known of ties: people learn
    /// most from those beside them.
    static let usualMixing = 0.3

    /// The share of tie weight that crosses team borders; the usual share without ties.
    private static func mixing(_ observation: Observation, rows: [Int]) -> Double {
        let frame = Set(rows)
        var across = 0.0
        var all = 0.0
        for tie in observation.evidence.ties
        where frame.contains(tie.a.ordinal) && frame.contains(tie.b.ordinal) {
            all += tie.weight
            if observation.people[tie.a.ordinal].team != observation.people[tie.b.ordinal].team {
                across += tie.weight
            }
        }
        return all > 0 ? min(0.6, max(0.1, across / all)) : usualMixing
    }

    /// What contagion without a wall gives, from the whole history of first uses.
    private static func contagion(
        _ observation: Observation, rows: [Int], users: [Bool], sight: Graph?, draws: Int,
        using random: inout RandomSource
    ) -> ContagionNullResult? {
        let starts = rows.map { observation.firstUse[$0] }
        guard let earliest = starts.compactMap(\.self).min() else { return nil }
        let activity = observation.evidence.activity.map { days -> [Double] in
            let from = observation.week(max(0, observation.now - Observation.habitLookback + 1)).monday
            let range = from...max(from, observation.evidence.asOf)
            // One day is added, so that nobody's chance is nil.
            return rows.map { 1 + Double(days.count(row: $0, in: range)) }
        }
        return ContagionNull.simulate(
            team: rows.map { observation.people[$0].team },
            firstUseWeek: starts.map { $0.map { $0 - earliest } },
            weeks: observation.now - earliest + 1, mixing: mixing(observation, rows: rows), draws: draws,
            users: users, activity: activity,
            sight: rows.count <= 5000 ? sight : nil, using: &random)
    }
}

/// What the ties themselves say, each index with its null.
struct TieReading: Sendable {
    let eIndex: TieScore?
    let assortativity: TieScore?
    /// Mean share of users among the ties of non-users.
    let exposure: TieScore?
    let people: Int

    init?(
        _ evidence: Evidence, rows: [Int], marks: [Bool], population: Population,
        using random: inout RandomSource
    ) {
        var place = [Int](repeating: -1, count: evidence.people.count)
        for (index, row) in rows.enumerated() { place[row] = index }
        let edges = evidence.ties.compactMap { tie -> (Int, Int)? in
            let (a, b) = (place[tie.a.ordinal], place[tie.b.ordinal])
            return a >= 0 && b >= 0 ? (a, b) : nil
        }
        guard edges.count >= 10 else { return nil }
        let graph = Graph(nodes: rows.count, undirectedEdges: edges)
        let draws = min(200, EchoReading.draws(people: rows.count))
        let scores = TieMeasures.test(
            [.externalInternal, .assortativity, .exposureOfOthers], graph: graph, believers: marks,
            population: population, draws: draws, using: &random)
        func score(_ measure: TieMeasure) -> TieScore? { scores.first { $0.measure == measure } }
        eIndex = score(.externalInternal)
        assortativity = score(.assortativity)
        exposure = score(.exposureOfOthers)
        people = rows.count
    }
}
