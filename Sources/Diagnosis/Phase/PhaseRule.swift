import Inference
import Measures
import Rollout

/// From a forecast and a supply to the probabilities of the phases.
///
/// - Source: SCIENCE 9.3.
struct PhaseRule: Sendable {
    /// Draws the pseudo-draws are weighed against, so that nothing is ever certain.
    static let draws = 200.0

    let forecast: Forecast
    /// Nil where nothing is known of supply: then phase 1 and 2 cannot be told apart.
    let supply: PoissonRate?
    let decided: Double
    /// Whether nobody's habit is known: then the forecast is its prior, which would speak for a phase
    /// by the mere place of the threshold.
    let isBlind: Bool

    /// Probabilities at a pair of thresholds; the same for all three where nobody's habit is known.
    func probabilities(habit: Double, supply threshold: Double) -> Verdict.Probabilities {
        if isBlind { return Verdict.Probabilities(moving: 1.0 / 3, phase1: 1.0 / 3, phase2: 1.0 / 3) }
        let moving = forecast.probability(atLeast: habit)
        let enough = supply?.probability(atLeast: threshold) ?? 0.5
        func tempered(_ probability: Double) -> Double {
            (probability * PhaseRule.draws + 1) / (PhaseRule.draws + 3)
        }
        return Verdict.Probabilities(
            moving: tempered(moving), phase1: tempered((1 - moving) * (1 - enough)),
            phase2: tempered((1 - moving) * enough))
    }

    /// The likeliest phase where it is likely enough.
    static func code(_ probabilities: Verdict.Probabilities, decided: Double) -> VerdictCode {
        let ordered: [(VerdictCode, Double)] = [
            (.moving, probabilities.moving), (.phase1, probabilities.phase1), (.phase2, probabilities.phase2),
        ]
        guard let best = ordered.max(by: { $0.1 < $1.1 }), best.1 >= decided else {
            return .notEnoughEvidence
        }
        return best.0
    }

    /// The verdict at other thresholds (SCIENCE 9.3, sensitivity strip).
    func sensitivity() -> [Verdict.Sensitivity] {
        [0.25, 0.35, 0.45].flatMap { habit in
            [0.1, 0.25, 0.5].map { threshold in
                Verdict.Sensitivity(
                    habitThreshold: habit, supplyThreshold: threshold,
                    code: PhaseRule.code(probabilities(habit: habit, supply: threshold), decided: decided))
            }
        }
    }
}
