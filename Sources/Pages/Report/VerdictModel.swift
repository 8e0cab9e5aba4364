import Diagnosis
package import Disclosure
import Figures
package import Rollout

/// The verdict as it opens the page.
package struct VerdictModel: Sendable {
    package let headline: String
    package let code: String
    package let sign: String
    package let name: String
    package let meaning: String
    package let bars: String?
    package let barsTable: String?
    package let because: [String]
    package let hasFlips: Bool
    package let wouldFlip: [String]
    /// What rests on who answered the pulse.
    package let hasSilence: Bool
    package let silence: [String]
    package let hasMissing: Bool
    package let missing: [String]

    package init(_ verdict: PublishedVerdict?, silence: [String] = [], thresholds: Thresholds) {
        self.silence = silence
        hasSilence = !silence.isEmpty
        let code = verdict?.code ?? .notEnoughEvidence
        self.code = code.rawValue
        sign = Wording.sign(code)
        name = Wording.name(code)
        meaning = Wording.meaning(code, thresholds: thresholds)
        headline = verdict?.headline ?? "There is not enough evidence for a verdict"
        because = verdict?.because ?? []
        wouldFlip = verdict?.wouldFlip ?? []
        hasFlips = !wouldFlip.isEmpty
        missing = verdict?.missing ?? []
        hasMissing = !missing.isEmpty
        let chart = verdict.flatMap { Self.chart($0.probabilities) }
        bars = chart?.draw(id: "verdict-bars", in: .narrow).text
        barsTable = chart?.table.html
    }

    /// A verdict in words of the caller's own, for readings that do not come from evidence.
    init(
        headline: String, code: VerdictCode, meaning: String, probabilities: Verdict.Probabilities,
        because: [String], wouldFlip: [String], missing: [String]
    ) {
        silence = []
        hasSilence = false
        self.headline = headline
        self.code = code.rawValue
        sign = Wording.sign(code)
        name = Wording.name(code)
        self.meaning = meaning
        self.because = because
        self.wouldFlip = wouldFlip
        hasFlips = !wouldFlip.isEmpty
        self.missing = missing
        hasMissing = !missing.isEmpty
        let chart = Self.chart(probabilities)
        bars = chart?.draw(id: "verdict-bars", in: .narrow).text
        barsTable = chart?.table.html
    }

    /// The three phases, likeliest first; nil where a probability is not finite.
    private static func chart(_ probabilities: Verdict.Probabilities) -> ProbabilityBars? {
        let all: [(VerdictCode, MarkShape, Token, Double)] = [
            (.phase2, .square, .phase2, probabilities.phase2),
            (.phase1, .diamond, .phase1, probabilities.phase1),
            (.moving, .triangle, .moving, probabilities.moving),
        ]
        guard all.allSatisfy({ $0.3.isFinite }) else { return nil }
        // The sort of the standard library is stable, so ties keep the order above.
        let rows = all.sorted { $0.3 > $1.3 }
            .map {
                ProbabilityBars.Row(name: Wording.name($0.0), shape: $0.1, colour: $0.2, probability: $0.3)
            }
        let words = rows.map { "\($0.name) \(Printed.decimal($0.probability))" }.joined(separator: ", ")
        return ProbabilityBars(
            title: "Probability of each verdict", description: "Bars from 0 to 1: \(words).", rows: rows)
    }
}
