public import Measures

/// How far two observers agree on yes or no, over the same occasions.
///
/// Shape: four counts of occasions. Which observer is called first does not matter for any of the figures
/// but the two conditional shares.
public struct BinaryAgreement: Hashable, Sendable {
    /// Both say yes.
    public private(set) var both: Int
    /// Only the first says yes.
    public private(set) var onlyFirst: Int
    /// Only the second says yes.
    public private(set) var onlySecond: Int
    /// Both say no.
    public private(set) var neither: Int

    /// Counts of occasions.
    /// - Precondition: none is negative.
    public init(both: Int = 0, onlyFirst: Int = 0, onlySecond: Int = 0, neither: Int = 0) {
        precondition(min(both, onlyFirst, onlySecond, neither) >= 0, "counts cannot be negative")
        self.both = both
        self.onlyFirst = onlyFirst
        self.onlySecond = onlySecond
        self.neither = neither
    }

    /// The counts of two tables together.
    public static func + (left: BinaryAgreement, right: BinaryAgreement) -> BinaryAgreement {
        BinaryAgreement(
            both: left.both + right.both, onlyFirst: left.onlyFirst + right.onlyFirst,
            onlySecond: left.onlySecond + right.onlySecond, neither: left.neither + right.neither)
    }

    /// Occasions on which at least one says yes.
    public var either: Int { both + onlyFirst + onlySecond }

    /// All occasions.
    public var occasions: Int { either + neither }

    /// Share of the occasions with a yes on which both say it, 0...1.
    ///
    /// - Returns: `notKnown` where neither ever says yes.
    /// - Source: Jaccard (1901); the share of specific agreement without chance correction.
    public var jaccard: Measured<Double> {
        either > 0 ? .known(Double(both) / Double(either)) : .notKnown(Self.nothing)
    }

    /// Of what the first says yes to, the share the second does too; `notKnown` where it never does.
    public var secondGivenFirst: Measured<Double> {
        both + onlyFirst > 0 ? .known(Double(both) / Double(both + onlyFirst)) : .notKnown(Self.nothing)
    }

    /// Of what the second says yes to, the share the first does too; `notKnown` where it never does.
    public var firstGivenSecond: Measured<Double> {
        both + onlySecond > 0 ? .known(Double(both) / Double(both + onlySecond)) : .notKnown(Self.nothing)
    }

    /// Agreement beyond chance: (p₀ − pₑ)/(1 − pₑ), at most 1, below 0 where they agree less than chance.
    ///
    /// - Returns: `notKnown` without occasions, or where both say the same on every occasion: chance then
    ///   explains everything.
    /// - Source: Cohen (1960), doi:10.1177/001316446002000104.
    public var kappa: Measured<Double> {
        guard occasions > 0 else { return .notKnown(Self.nothing) }
        let n = Double(occasions)
        let observed = Double(both + neither) / n
        let first = Double(both + onlyFirst) / n
        let second = Double(both + onlySecond) / n
        let chance = first * second + (1 - first) * (1 - second)
        guard chance < 1 else {
            return .notKnown(
                Reason(
                    "noVariance", "Both say the same on every occasion, so chance cannot be told from skill.")
            )
        }
        return .known((observed - chance) / (1 - chance))
    }

    private static let nothing = Reason("nothingToCompare", "There is nothing to compare.")
}
