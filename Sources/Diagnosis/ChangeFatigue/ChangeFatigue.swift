import Measures
import Rollout

/// Too many changes at once: there is no strength left for one more.
///
/// Severity = 0.7 shortfall of reversed Q7 below the middle of the scale + 0.3 of the change load above
/// 1.5, the latter no more than the answers confirm.
/// - Source: SCIENCE 9.4 (B6), 9.6.
enum ChangeFatigue: Barrier {
    static let code: BarrierCode = .changeFatigue
    static let theme: AnswerTheme? = .item(.changeLoad)
    static let headline = "Too much changes at once: people are asked for more than they can absorb."
    static let cure =
        "Pause or sequence other changes; start with AI in the next free window of each team, not now."
    static let refutedIf = "the load of changes falls and people still say they cannot absorb more (Q7)."

    /// Healthy organisations too say that much changes: the middle of the scale is no shortfall yet.
    static let reference = 3.0

    static let signs: [Sign] = [
        .asked(0.7, [.changeLoad], "whether people are asked to take on more changes than they can absorb"),
        .corroborating(0.3, needs: [.changes], "how many changes land on them"),
    ]

    static func readings(_ draw: Draw) -> [Double?] {
        let load = draw.tally.ratio(.load, .loaded)
        return [
            Shortfall.short(draw.adjusted(.strainAdjusted, .strainWeight), reference: reference),
            draw.hasChanges ? load.map { Shortfall.clip(($0 - 1.5) / 3) } : nil,
        ]
    }

    static func restsOn(_ context: BarrierContext) -> [Phrase] {
        [
            "{changeStrain} of {changeStrain.n} answers tell of more changes than one can absorb ({changeStrain.interval}).",
            "A person carries a change load of {changeLoad} on average (one heavy new initiative counts 3, fading by half in 13 weeks).",
        ]
    }

    static func missing(_ context: BarrierContext) -> [String] {
        var missing: [String] = []
        if context.tally[.strainWeight] == 0 { missing.append("No pulse (Q7): strain is not asked.") }
        if !context.evidence.sources.contains(.changes) {
            missing.append("No change calendar: this rests on Q7 alone.")
        }
        return missing
    }
}
