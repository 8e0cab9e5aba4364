import Inference
import Testing

@Suite struct `Pooled means` {
    private static let schools: [(Double, Double)] = [
        (28, 15), (8, 10), (-3, 16), (7, 11), (-1, 9), (1, 11), (18, 10), (12, 18),
    ]
    private static func means() -> [GroupMean] { schools.map { GroupMean($0.0, variance: $0.1 * $0.1) } }

    // References/pooled_means.py.
    @Test func `match the eight schools and a ninth not yet seen`() throws {
        let pooled = try PooledMeans.pool(Self.means() + [.unknown], largestSpread: 30)
        let means = [11.3313, 7.8938, 6.167, 7.6472, 5.1543, 6.1611, 10.6335, 8.4424, 7.9288]
        let deviations = [8.2458, 6.253, 7.6967, 6.5196, 6.3307, 6.6776, 6.7513, 7.8202, 9.6990]
        for (group, (mean, deviation)) in zip(pooled.groups, zip(means, deviations)) {
            #expect(close(group.mean, mean, 0.02))
            #expect(close(group.deviation, deviation, 0.02))
        }
        #expect(close(pooled.spread, 6.4207, 0.02))
    }

    @Test func `lie between their own and the common mean, and nearer to their own the surer they are`()
        throws
    {
        let vague = try PooledMeans.pool(Self.means(), largestSpread: 30)
        let sure = try PooledMeans.pool(
            Self.schools.map { GroupMean($0.0, variance: $0.1 * $0.1 / 50) }, largestSpread: 30)
        for (place, school) in Self.schools.enumerated() {
            #expect(
                abs(sure.groups[place].mean - school.0) <= abs(vague.groups[place].mean - school.0) + 1e-9)
            #expect(sure.groups[place].deviation < vague.groups[place].deviation)
        }
    }

    @Test func `hold the truth as often as they claim`() throws {
        var source = RandomSource(seed: 4)
        var held = 0
        var all = 0
        for _ in 0..<200 {
            let truths = (0..<12).map { _ in 3 + 0.4 * source.normal() }
            let means = truths.map { GroupMean($0 + 0.5 * source.normal(), variance: 0.25) }
            let pooled = try PooledMeans.pool(means, largestSpread: 2)
            for (truth, group) in zip(truths, pooled.groups) {
                all += 1
                if abs(truth - group.mean) <= 1.6449 * group.deviation { held += 1 }
            }
        }
        // 2,400 groups claimed at 90 %: three standard errors are 1.8 points.
        #expect(abs(Double(held) / Double(all) - 0.9) < 0.02)
    }

    @Test func `need three groups`() {
        let failure = #expect(throws: InferenceFailure.self) {
            try PooledMeans.pool(
                [GroupMean(1, variance: 1), GroupMean(2, variance: 1), .unknown], largestSpread: 2)
        }
        #expect(failure?.message == "Pooling means needs at least three groups with observations.")
    }
}

@Suite struct `The lowest of several` {
    private static func groups(_ moments: [(Double, Double)]) throws -> [PooledMeans.Group] {
        // Groups this sure of themselves keep their own moments.
        try PooledMeans.pool(
            moments.map { GroupMean($0.0, variance: $0.1 * $0.1) }, largestSpread: 1e6
        ).groups
    }

    // References/pooled_means.py; the pooling above moves the moments by less than 1e-5.
    @Test func `matches quadrature`() throws {
        let groups = try Self.groups([(0, 0.5), (0.4, 0.7), (1, 0.3)])
        let lowest = Lowest.probabilities(groups, below: 0.5)
        #expect(close(lowest[0], 0.62773, 2e-4))
        #expect(close(lowest[1], 0.29943, 2e-4))
        #expect(close(lowest[2], 0.00589, 2e-4))
    }

    @Test func `adds to one without a ceiling and to the chance of any being low with one`() throws {
        let groups = try Self.groups([(3.4, 0.3), (3.1, 0.2), (3.9, 0.4), (3.2, 0.25)])
        #expect(close(Lowest.probabilities(groups, below: 100).reduce(0, +), 1, 1e-6))
        let none = groups.reduce(1.0) { $0 * (1 - $1.probability(below: 3)) }
        #expect(close(Lowest.probabilities(groups, below: 3).reduce(0, +), 1 - none, 1e-6))
        #expect(Lowest.probabilities(groups, below: -10).allSatisfy { $0 == 0 })
    }
}
