public import Inference

/// Measures how often the permutation tests cry wolf: organisations without any clustering of use, tested many times.
public enum NullStudy {
    /// What the simulated organisations look like.
    public struct Design: Hashable, Sendable {
        /// People of each team.
        public let teamSizes: [Int]
        /// The share of people who use, met exactly in each organisation.
        public let userShare: Double
        /// Standard deviation between teams of log activity; 0 for teams that work alike.
        public let activityBetweenTeams: Double
        /// Standard deviation of log activity between people of one team.
        public let activityWithinTeams: Double
        /// How much likelier the more active are to be seen using: chances go with activity to this power.
        public let useByActivity: Double

        /// A design; without the last three values activity plays no part.
        public init(
            teamSizes: [Int], userShare: Double, activityBetweenTeams: Double = 0,
            activityWithinTeams: Double = 0, useByActivity: Double = 0
        ) {
            self.teamSizes = teamSizes
            self.userShare = userShare
            self.activityBetweenTeams = activityBetweenTeams
            self.activityWithinTeams = activityWithinTeams
            self.useByActivity = useByActivity
        }

        /// Whether people differ in activity at all.
        public var hasActivity: Bool { activityBetweenTeams > 0 || activityWithinTeams > 0 }
    }

    /// What was measured.
    public struct Outcome: Hashable, Sendable {
        /// Organisations in which the gap was defined.
        public let organisations: Int
        /// Share of them in which the free null gave p ≤ 0.05.
        public let freeAlarms: Double
        /// The same for the activity-keeping null; nil where people do not differ in activity.
        public let activityKeepingAlarms: Double?
        /// Mean of G over organisations.
        public let meanGap: Double
        /// Standard deviation of G over organisations.
        public let sdGap: Double
        /// What the mean of G should be where activity plays no part, −1/(N − 1).
        public let expectedGap: Double

        /// The standard error of the mean gap.
        public var standardErrorOfMean: Double { sdGap / Double(organisations).squareRoot() }
    }

    /// Simulates organisations of a design and tests each.
    ///
    /// Use depends on a person's activity alone, never on the team. Activity is counted in days out of 60 and
    /// handed to the activity-keeping null in classes, as real data would be.
    /// - Parameters:
    ///   - organisations: how many; the standard error of an alarm rate near 5 % is 0.7 points with 1,000.
    ///   - draws: permutations of each test; one less than a multiple of 20 makes p ≤ 0.05 exact.
    /// - Returns: nil where the gap was defined in none.
    /// - Complexity: O(organisations · draws · people).
    public static func run(
        _ design: Design, organisations: Int = 1000, draws: Int = 199, using random: inout RandomSource
    ) -> Outcome? {
        let team = design.teamSizes.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
        let stratum = [Int](repeating: 0, count: team.count)
        let users = Int((design.userShare * Double(team.count)).rounded())
        var gaps: [Double] = []
        var free = 0
        var keeping = 0
        for _ in 0..<organisations {
            let logActivity = activity(of: design, team: team, using: &random)
            let marks = drawn(users, logActivity: logActivity, power: design.useByActivity, using: &random)
            var classes: [Int]?
            if design.hasActivity {
                let days = logActivity.map { Int(min(60, (20 * Elementary.exp($0)).rounded())) }
                classes = Population.activityClasses(of: days, within: stratum)
            }
            let population = Population(team: team, stratum: stratum, activity: classes)
            guard
                let test = ExposureGap.test(
                    users: marks, population: population, draws: draws, using: &random)
            else { continue }
            gaps.append(test.gap)
            if test.free.p <= 0.05 { free += 1 }
            if let kept = test.activityKeeping, kept.p <= 0.05 { keeping += 1 }
        }
        guard gaps.count > 1 else { return nil }
        let count = Double(gaps.count)
        let mean = gaps.reduce(0, +) / count
        let squares = gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return Outcome(
            organisations: gaps.count, freeAlarms: Double(free) / count,
            activityKeepingAlarms: design.hasActivity ? Double(keeping) / count : nil, meanGap: mean,
            sdGap: (squares / (count - 1)).squareRoot(), expectedGap: -1 / Double(team.count - 1))
    }

    /// Log activity of each person: a team's part and a person's part, both normal.
    private static func activity(of design: Design, team: [Int], using random: inout RandomSource) -> [Double]
    {
        guard design.hasActivity else { return [Double](repeating: 0, count: team.count) }
        let teams = design.teamSizes.map { _ in design.activityBetweenTeams * normal(using: &random) }
        return team.map { teams[$0] + design.activityWithinTeams * normal(using: &random) }
    }

    /// A fixed number of users drawn without replacement, with chances in proportion to activity to a power.
    private static func drawn(
        _ users: Int, logActivity: [Double], power: Double, using random: inout RandomSource
    ) -> [Bool] {
        // The smallest waiting times win when each person waits with a rate equal to their weight.
        let waits = logActivity.map { -Elementary.log(1 - random.uniform()) * Elementary.exp(-power * $0) }
        var marks = [Bool](repeating: false, count: waits.count)
        for person in waits.indices.sorted(by: { (waits[$0], $0) < (waits[$1], $1) }).prefix(users) {
            marks[person] = true
        }
        return marks
    }

    /// A standard normal number by the Box–Muller formula.
    private static func normal(using random: inout RandomSource) -> Double {
        (-2 * Elementary.log(1 - random.uniform())).squareRoot()
            * Elementary.cos(2 * Double.pi * random.uniform())
    }
}
