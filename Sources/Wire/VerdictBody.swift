package import Diagnosis
package import Disclosure

/// A verdict with its argument.
package struct VerdictBody: Codable, Hashable, Sendable {
    /// Probabilities of the three phases.
    package struct Probabilities: Codable, Hashable, Sendable {
        package var moving: Double
        package var phase1: Double
        package var phase2: Double

        package init(_ probabilities: Verdict.Probabilities) {
            self.init(
                moving: probabilities.moving, phase1: probabilities.phase1, phase2: probabilities.phase2)
        }

        package init(moving: Double, phase1: Double, phase2: Double) {
            self.moving = Rounding.short(moving)
            self.phase1 = Rounding.short(phase1)
            self.phase2 = Rounding.short(phase2)
        }
    }

    /// The verdict at other thresholds.
    package struct Sensitivity: Codable, Hashable, Sendable {
        package var habitThreshold: Double
        package var supplyThreshold: Double
        package var code: String

        package init(_ sensitivity: Verdict.Sensitivity) {
            self.init(
                habitThreshold: sensitivity.habitThreshold, supplyThreshold: sensitivity.supplyThreshold,
                code: sensitivity.code)
        }

        package init(habitThreshold: Double, supplyThreshold: Double, code: VerdictCode) {
            self.habitThreshold = Rounding.short(habitThreshold)
            self.supplyThreshold = Rounding.short(supplyThreshold)
            self.code = code.rawValue
        }
    }

    package var code: String
    package var headline: String
    package var probabilities: Probabilities
    package var because: [String]
    package var missing: [String]
    package var wouldFlip: [String]
    package var sensitivity: [Sensitivity]

    /// A verdict as published.
    package init(_ published: PublishedVerdict) {
        self.init(
            code: published.code, headline: published.headline,
            probabilities: Probabilities(published.probabilities), because: published.because,
            missing: published.missing, wouldFlip: published.wouldFlip,
            sensitivity: published.sensitivity.map(Sensitivity.init))
    }

    /// A verdict put together by hand.
    package init(
        code: VerdictCode, headline: String, probabilities: Probabilities, because: [String] = [],
        missing: [String] = [], wouldFlip: [String] = [], sensitivity: [Sensitivity] = []
    ) {
        self.code = code.rawValue
        self.headline = headline
        self.probabilities = probabilities
        self.because = because
        self.missing = missing
        self.wouldFlip = wouldFlip
        self.sensitivity = sensitivity
    }
}
