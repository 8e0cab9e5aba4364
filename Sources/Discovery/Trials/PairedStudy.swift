import Inference
import Measures

/// How often the interval of paired differences holds the truth, on differences we made.
package enum PairedStudy {
    /// How differences are spread.
    package enum Shape: String, Hashable, Sendable, CaseIterable {
        /// Bell-shaped.
        case normal
        /// Skewed to the right, as minutes are: gamma before and after.
        case skewed
        /// Skewed minutes, noted in steps of five.
        case rounded
        /// One baseline for all, noted in steps of five; the truth is measured from that baseline.
        case remembered
        /// Points from 0 to 10.
        case points
    }

    /// A planted case.
    package struct World: Hashable, Sendable {
        package let name: String
        /// Occasions.
        package let pairs: Int
        package let shape: Shape

        package init(name: String, pairs: Int, shape: Shape) {
            self.name = name
            self.pairs = pairs
            self.shape = shape
        }
    }

    /// What was measured.
    package struct Row: Hashable, Sendable {
        package let world: World
        /// Share of intervals that hold the mean difference of many draws.
        package let coverage: Double
        package let width: Double
    }

    /// Every shape at five, six, eight and ten occasions.
    package static let worlds: [World] = Shape.allCases.flatMap { shape in
        [5, 6, 8, 10].map { World(name: shape.rawValue, pairs: $0, shape: shape) }
    }

    /// Draws trials and counts.
    /// - Complexity: O(replications × pairs).
    package static func run(_ world: World, replications: Int, level: Double = 0.9, seed: UInt64) -> Row {
        var source = RandomSource(seed: seed, stream: "paired.\(world.shape.rawValue)")
        // The truth by a long run, so that rounding is part of it and nothing is worked out by hand.
        var truth = 0.0
        let long = 200_000
        for _ in 0..<long {
            let pair = pair(world.shape, &source)
            truth += pair.before - pair.after
        }
        truth /= Double(long)
        var hits = 0
        var width = 0.0
        for _ in 0..<replications {
            let pairs = (0..<world.pairs).map { _ in pair(world.shape, &source) }
            let summary = PairedDifferences.summary(
                before: pairs.map(\.before), after: pairs.map(\.after),
                step: world.shape == .points ? 1 : nil,
                level: level)
            guard let interval = summary.value?.interval else { continue }
            hits += interval.contains(truth) ? 1 : 0
            width += interval.width
        }
        return Row(
            world: world, coverage: Double(hits) / Double(replications), width: width / Double(replications))
    }

    private static func pair(_ shape: Shape, _ source: inout RandomSource) -> (before: Double, after: Double)
    {
        // A gamma with shape 4 has a skew of one, about that of noted minutes.
        func minutes(_ mean: Double) -> Double { mean / 4 * source.gamma(shape: 4) }
        func five(_ value: Double) -> Double { (value / 5).rounded() * 5 }
        switch shape {
        case .normal: return (40 + 8 * source.normal(), 25 + 8 * source.normal())
        case .skewed: return (minutes(40), minutes(25))
        case .rounded: return (five(minutes(40)), five(minutes(25)))
        case .remembered: return (40, five(minutes(25)))
        case .points:
            func points(_ mean: Double) -> Double {
                min(10, max(0, (mean + 1.5 * source.normal()).rounded()))
            }
            return (points(6), points(4))
        }
    }
}
