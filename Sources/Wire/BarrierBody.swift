package import Diagnosis
package import Disclosure

/// A barrier, weighed.
package struct BarrierBody: Codable, Hashable, Sendable {
    package var code: String
    /// 1 is the strongest; 0 where the barrier is not named.
    package var rank: Int
    package var headline: String
    package var severity: FigureBody
    /// The probability that it ranks first.
    package var firstProbability: Double
    package var restsOn: [String]
    package var missing: [String]
    package var cure: String
    package var refutedIf: String

    /// A barrier as published.
    package init(_ published: PublishedBarrier) {
        self.init(
            published.code, rank: published.rank, headline: published.headline,
            severity: FigureBody(published.severity), firstProbability: published.firstProbability,
            restsOn: published.restsOn, missing: published.missing, cure: published.cure,
            refutedIf: published.refutedIf)
    }

    /// A barrier put together by hand.
    package init(
        _ code: BarrierCode, rank: Int, headline: String, severity: FigureBody, firstProbability: Double,
        restsOn: [String] = [], missing: [String] = [], cure: String, refutedIf: String
    ) {
        self.code = code.rawValue
        self.rank = rank
        self.headline = headline
        self.severity = severity
        self.firstProbability = Rounding.short(firstProbability)
        self.restsOn = restsOn
        self.missing = missing
        self.cure = cure
        self.refutedIf = refutedIf
    }
}
