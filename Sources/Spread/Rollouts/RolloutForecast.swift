public import Inference

/// A rollout played forward many times, each time with chances that the past allows.
public struct RolloutForecast: Sendable {
    /// A number of people in the middle of all runs, and where the runs lie.
    public struct Band: Hashable, Sendable {
        /// The mean of all runs.
        public let mean: Double
        /// Half of the runs lie below.
        public let median: Double
        /// A quarter of the runs lie below.
        public let innerLow: Double
        /// A quarter of the runs lie above.
        public let innerHigh: Double
        /// A twentieth of the runs lie below.
        public let low: Double
        /// A twentieth of the runs lie above.
        public let high: Double

        init(_ values: [Double]) {
            let sorted = values.sorted()
            func quantile(_ share: Double) -> Double {
                let place = share * Double(sorted.count - 1)
                let below = Int(place)
                let above = min(below + 1, sorted.count - 1)
                return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
            }
            mean = values.reduce(0, +) / Double(values.count)
            median = quantile(0.5)
            (innerLow, innerHigh) = (quantile(0.25), quantile(0.75))
            (low, high) = (quantile(0.05), quantile(0.95))
        }
    }

    /// What of a forecast is asked for.
    public enum Measure: Hashable, Sendable, CaseIterable {
        case unaware, aware, tried, habit, advocate, lapsed
        /// Everybody with firsthand experience, whatever came of it.
        case everTried
        /// Everybody with a habit, advocates among them.
        case everyHabit

        func count(_ places: UnsafePointer<Int32>) -> Int {
            func at(_ place: RolloutPlace) -> Int { Int(places[Int(place.rawValue)]) }
            switch self {
            case .unaware: return at(.unaware)
            case .aware: return at(.awareOfOne) + at(.awareOfSeveral)
            case .tried: return at(.tried)
            case .habit: return at(.habit)
            case .advocate: return at(.advocate)
            case .lapsed: return at(.lapsed)
            case .everTried: return at(.tried) + at(.habit) + at(.advocate) + at(.lapsed)
            case .everyHabit: return at(.habit) + at(.advocate)
            }
        }
    }

    /// Runs asked for.
    public let runsWanted: Int
    /// Runs made: fewer where the caller stopped.
    public let runs: Int
    /// Weeks played.
    public let weeks: Int
    /// People with experience at the end, summed over all runs; shape (teams).
    public let teamSums: [Int]
    /// Arcs along which somebody came into sight or went out of it.
    public let arcVisits: Int
    /// People in each place at the end of every week of every run; shape (runs × weeks × 7).
    private let counts: [Int32]

    /// Runs a worker makes before it looks up.
    static let block = 8
    /// Fewest runs of a forecast that was stopped.
    public static let smallest = 128

    /// Plays a rollout forward.
    ///
    /// - Parameters:
    ///   - seed: The same seed gives the same forecast, whatever the crew. Run r of two plans has the same chances, so
    ///     that plans are compared run by run.
    ///   - crew: Shares the runs out.
    ///   - goesOn: Told the share done from time to time; false stops, and what has been played so far is the forecast.
    /// - Complexity: O(runs · (moves + arcs of those who move)), 28 bytes a run and week.
    public init(
        _ ground: RolloutGround, history: RolloutHistory, plan: RolloutPlan, runs wanted: Int, seed: UInt64,
        crew: Crew = .alone, goesOn: (Double) -> Bool = { _ in true }
    ) {
        let walk = TrialWalk(history.trialByWeek)
        self.init(ground, plan: plan, runs: wanted, seed: seed, crew: crew, goesOn: goesOn) {
            history.rates(levels: walk, weeks: plan.weeks, using: &$0)
        }
    }

    /// Plays a rollout forward with chances of the caller's.
    public init(
        _ ground: RolloutGround, plan: RolloutPlan, runs wanted: Int, seed: UInt64, crew: Crew = .alone,
        goesOn: (Double) -> Bool = { _ in true }, rates: (inout RandomSource) -> RolloutRates
    ) {
        precondition(wanted >= 1, "make at least one run")
        let blocks = (wanted + Self.block - 1) / Self.block
        let stride = plan.weeks * 7
        var counts = [Int32](repeating: 0, count: blocks * Self.block * stride)
        var workers = [Work](repeating: Work(teams: ground.teams), count: crew.workers)
        // Rounds of blocks: all workers finish one before the next begins, so that a stop leaves no gap.
        let round = max(crew.workers, 16)
        var done = 0
        counts.withUnsafeMutableBufferPointer { counts in
            workers.withUnsafeMutableBufferPointer { workers in
                let simulators = (0..<crew.workers).map { _ in RolloutSimulator(ground, plan: plan) }
                while done < blocks, done == 0 || goesOn(Double(done) / Double(blocks)) {
                    let end = min(blocks, done + round)
                    crew.each(crew.workers) { worker in
                        for number in Swift.stride(from: done + worker, to: end, by: crew.workers) {
                            for run in number * Self.block..<(number + 1) * Self.block {
                                var chances = RandomSource(
                                    seed: seed &+ UInt64(run) &* 0x9E37_79B9_7F4A_7C15,
                                    stream: "rollout chances")
                                var random = RandomSource(
                                    seed: seed &+ UInt64(run) &* 0x9E37_79B9_7F4A_7C15,
                                    stream: "rollout runs")
                                simulators[worker].run(
                                    rates(&chances), into: counts.baseAddress! + run * stride, using: &random)
                                workers[worker].add(ground, simulators[worker])
                            }
                        }
                    }
                    done = end
                }
                for worker in 0..<crew.workers { workers[worker].visits = simulators[worker].arcVisits }
            }
        }
        runsWanted = blocks * Self.block
        runs = done * Self.block
        weeks = plan.weeks
        teamSums = workers.reduce(into: [Int](repeating: 0, count: ground.teams)) { sums, work in
            for team in sums.indices { sums[team] += work.teams[team] }
        }
        arcVisits = workers.reduce(0) { $0 + $1.visits }
        self.counts = counts
    }

    private struct Work {
        var teams: [Int]
        var visits = 0

        init(teams: Int) { self.teams = [Int](repeating: 0, count: teams) }

        mutating func add(_ ground: RolloutGround, _ simulator: RolloutSimulator) {
            for person in 0..<ground.count where simulator.place(person) >= 3 {
                teams[ground.team[person]] += 1
            }
        }
    }

    /// People by one measure at the end of a week in every run; shape (runs).
    public func people(_ measure: Measure, week: Int) -> [Double] {
        precondition(week >= 0 && week < weeks, "no such week")
        return counts.withUnsafeBufferPointer { counts in
            (0..<runs).map { Double(measure.count(counts.baseAddress! + ($0 * weeks + week) * 7)) }
        }
    }

    /// Where the runs lie at the end of a week.
    public func band(_ measure: Measure, week: Int) -> Band { Band(people(measure, week: week)) }

    /// Where the runs lie at the end.
    public func band(_ measure: Measure) -> Band { band(measure, week: weeks - 1) }

    /// What this forecast has more than another of the same chances, run by run.
    public func gain(over other: RolloutForecast, _ measure: Measure) -> Band {
        let (mine, theirs) = (
            people(measure, week: weeks - 1), other.people(measure, week: other.weeks - 1)
        )
        return Band(zip(mine, theirs).map { $0 - $1 })
    }
}
