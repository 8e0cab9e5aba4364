package import Diagnosis

extension MeasureCode {
    /// Whether the size of the denominator is itself a figure about what people did: "of those who
    /// tried, …" says how many tried. Such a size is not shown under twenty.
    package var hasTellingDenominator: Bool {
        switch self {
        case .conversion, .persistence, .mandateRateRatio, .selfStart, .singleActionShare, .breadth,
            .burstiness, .synchrony, .clumpiness, .deadlineRatio, .lapsed, .expectedWeeks, .habitRetention,
            .stickiness, .unexposedNonUsers, .unexposedExcess,
            .personalBenefit, .expectedBenefit:
            true
        default: false
        }
    }
}
