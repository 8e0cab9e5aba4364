import RealModule

/// Diffusion with innovation p, imitation q and a ceiling: dF/dt = (p + qF)(1 - F), a share cF adopts.
///
/// - Source: Bass (1969), doi:10.1287/mnsc.15.5.215.
public struct Bass: Hashable, Sendable {
    /// Coefficient of innovation, per period, > 0.
    public let innovation: Double
    /// Coefficient of imitation, per period, ≥ 0.
    public let imitation: Double
    /// Share of everybody that will ever adopt, in 0...1.
    public let ceiling: Double

    /// A curve.
    public init(innovation: Double, imitation: Double, ceiling: Double = 1) {
        precondition(
            innovation > 0 && imitation >= 0 && ceiling > 0 && ceiling <= 1, "p > 0, q ≥ 0, 0 < c ≤ 1")
        self.innovation = innovation
        self.imitation = imitation
        self.ceiling = ceiling
    }

    /// Share of everybody who has adopted by a time ≥ 0, counted in periods from the start.
    public func share(by time: Double) -> Double {
        let decay = Double.exp(-(innovation + imitation) * time)
        return ceiling * (1 - decay) / (1 + imitation / innovation * decay)
    }

    /// Time of the fastest adoption; 0 where imitation does not exceed innovation.
    public var peak: Double {
        max(0, .log(imitation / innovation) / (innovation + imitation))
    }

    /// Log-likelihood of adopters by period, the rest not yet having adopted.
    ///
    /// - Parameters:
    ///   - adopters: New adopters in period 1, 2, …; shape (periods).
    ///   - rest: People who had not adopted by the end.
    public func logLikelihood(adopters: [Int], rest: Int) -> Double {
        var sum = 0.0
        var before = 0.0
        for (index, count) in adopters.enumerated() {
            let after = share(by: Double(index + 1))
            if count > 0 { sum += Double(count) * .log(max(1e-300, after - before)) }
            before = after
        }
        return rest > 0 ? sum + Double(rest) * .log(max(1e-300, 1 - before)) : sum
    }

    /// Grouped maximum likelihood; never forecast the ceiling from it without a profile (Guides/Methods/Diffusion.md).
    ///
    /// - Parameter ceiling: Fixed ceiling, or nil to fit it.
    /// - Throws: `tooFewObservations` below three periods or three adopters.
    /// - Complexity: some hundreds of passes over the periods.
    /// - Source: Schmittlein & Mahajan (1982), doi:10.1287/mksc.1.1.57.
    public static func fit(
        adopters: [Int], rest: Int, ceiling: Double? = nil
    ) throws(InferenceFailure) -> BassFit {
        guard adopters.count >= 3, adopters.reduce(0, +) >= 3 else {
            throw InferenceFailure(
                .tooFewObservations, "A diffusion curve needs three periods and three adopters.")
        }
        func curve(_ point: [Double]) -> Bass? {
            guard point[0] > -15, point[0] < 3, point[1] > -15, point[1] < 3 else { return nil }
            let top = ceiling ?? SpecialFunctions.logistic(point[2])
            guard top > 1e-6 else { return nil }
            return Bass(innovation: .exp(point[0]), imitation: .exp(point[1]), ceiling: top)
        }
        var best: NelderMead.Minimum?
        for start in [[-3.0, -1.5, 2], [-5.0, -1, 3], [-2.0, -2.5, 0]] {
            let minimum = NelderMead.minimize(from: ceiling == nil ? start : [start[0], start[1]]) { point in
                curve(point).map { -$0.logLikelihood(adopters: adopters, rest: rest) } ?? .infinity
            }
            if minimum.value < best?.value ?? .infinity { best = minimum }
        }
        guard let best, let curve = curve(best.point) else {
            throw InferenceFailure(.didNotConverge, "No diffusion curve fits these adopters.")
        }
        return BassFit(curve: curve, logLikelihood: -best.value)
    }
}

/// A fitted diffusion curve.
public struct BassFit: Hashable, Sendable {
    /// The curve.
    public let curve: Bass
    /// Its log-likelihood.
    public let logLikelihood: Double
}
