import Rollout

/// What people are asked about a barrier.
enum AnswerTheme: Sendable {
    /// One agreement item.
    case item(PulseItem)
    /// The benefit items, from people with firsthand experience only.
    case experiencedBenefit
}

extension Respondent {
    /// The answer to a theme with the person's general mood taken off, higher being better.
    ///
    /// - Returns: Nil for executives, where the theme was not answered, and for hopes of a benefit.
    func adjustedScore(_ theme: AnswerTheme, halo: Halo) -> Double? {
        guard layer != .executive else { return nil }
        switch theme {
        case .item(let item): return adjustedScore(item, halo: halo)
        case .experiencedBenefit:
            guard benefitVariant == .experienced else { return nil }
            let scores = [PulseItem.tedium, .interruptionsOrStress].compactMap {
                adjustedScore($0, halo: halo)
            }
            return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
        }
    }
}
