/// Seeds chosen on a graph of numbers, for benchmarks and researchers; it speaks of no organisation.
///
/// `{"seeds":[…],"estimatedSpread":x,"low":…,"high":…,"samples":n,"cpuSeconds":y}`
package struct SeedsBody: Codable, Hashable, Sendable {
    /// Nodes chosen, counted from 0.
    package var seeds: [Int]
    /// Nodes reached in the mean of cascades played forward, the seeds included.
    package var estimatedSpread: Double
    /// The 95 % interval of that mean; both ends the same where nothing is random.
    package var low: Double
    package var high: Double
    /// Reverse-reachable sets drawn, or groups tried.
    package var samples: Int
    /// CPU seconds of the choice, without reading the graph and without the check.
    package var cpuSeconds: Double

    package init(
        seeds: [Int], estimatedSpread: Double, low: Double, high: Double, samples: Int, cpuSeconds: Double
    ) {
        self.seeds = seeds
        self.estimatedSpread = Rounding.short(estimatedSpread)
        self.low = Rounding.short(low)
        self.high = Rounding.short(high)
        self.samples = samples
        self.cpuSeconds = Rounding.short(cpuSeconds)
    }

    /// The body as one line of JSON, in the order of its description.
    package var line: String {
        let list = seeds.map(String.init).joined(separator: ",")
        return "{\"seeds\":[\(list)],\"estimatedSpread\":\(estimatedSpread),\"low\":\(low),\"high\":\(high),"
            + "\"samples\":\(samples),\"cpuSeconds\":\(cpuSeconds)}"
    }
}
