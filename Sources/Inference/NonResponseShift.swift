import RealModule

/// What answers would look like if those who did not give any were less favourable than those who did.
///
/// The odds of a favourable answer among the silent are e^δ times those among the answering; δ = 0 says that
/// they are alike, δ = −1 that the odds are 63 % lower.
/// - Source: a pattern-mixture sensitivity analysis (Rubin 1977, doi:10.1080/01621459.1977.10480610).
public struct NonResponseShift: Hashable, Sendable {
    /// Share of the people asked who answered, in 0...1.
    public let answered: Double
    /// Shift of the logit among those who did not; negative is less favourable.
    public let delta: Double

    /// A shift.
    /// - Parameter answered: Held within 0...1.
    public init(answered: Double, delta: Double) {
        self.answered = min(1, max(0, answered))
        self.delta = delta
    }

    /// A share over everybody, from the share among those who answered; 0 and 1 stay what they are.
    public func share(_ share: Double) -> Double {
        answered * share + (1 - answered) * shifted(share)
    }

    /// A mean on a scale from `low` to `high` over everybody, from the mean of those who answered.
    public func mean(_ mean: Double, low: Double, high: Double) -> Double {
        let place = min(1, max(0, (mean - low) / (high - low)))
        return low + (high - low) * share(place)
    }

    /// Counts of ordered answers over everybody, lowest answer first, scaled to the same total.
    ///
    /// Every "at least this much" of the silent is shifted alike: a proportional-odds model.
    /// - Complexity: O(answers).
    public func histogram(_ counts: [Double]) -> [Double] {
        let total = counts.reduce(0, +)
        guard total > 0 else { return counts }
        var above = total
        var shiftedAbove = 1.0
        return counts.map { count in
            above -= count
            let next = shifted(max(0, above / total))
            let silent = (shiftedAbove - next) * total
            shiftedAbove = next
            return answered * count + (1 - answered) * silent
        }
    }

    private func shifted(_ share: Double) -> Double {
        guard share > 1e-12, share < 1 - 1e-12 else { return share > 0.5 ? 1 : 0 }
        return SpecialFunctions.logistic(SpecialFunctions.logit(share) + delta)
    }
}
