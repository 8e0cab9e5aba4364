import Measures
import Rollout

/// Nobody answered "what's in it for me?": people who tried feel no benefit in their own day.
///
/// Severity = 0.7 shortfall of experienced personal benefit + 0.3 shortfall of conversion, the latter
/// times 0.3 where use hangs on orders (persistence below 0.6). Where people let their own trials be counted, 0.2 for the
/// share that kept nothing is added to the 1.0 of the others, and only as far as answers confirm it.
/// - Source: SCIENCE 9.4 (B2), 9.6.
enum NoPersonalValue: Barrier {
    static let code: BarrierCode = .noPersonalValue
    static let theme: AnswerTheme? = .experiencedBenefit
    static let headline =
        "Nobody answered “what’s in it for me?”: those who tried feel little of it in their own day."
    static let cure =
        "Role by role: ask what is tedious, interrupts or stresses, answer that first, and show before/after examples "
        + "from people in the same job."
    static let refutedIf = "felt benefit rises and tries still do not turn into habits within 12 weeks."

    static let signs: [Sign] = [
        .asked(
            0.7, [.tedium, .interruptionsOrStress], "whether those who tried feel a benefit in their own day"),
        .corroborating(0.3, needs: [.use], "whether those who tried keep a habit"),
    ]

    static func readings(_ draw: Draw) -> [Double?] {
        let conversion =
            draw.tally.ratio(.selfMaturedHabit, .selfMatured) ?? draw.tally.ratio(.maturedHabit, .matured)
        let ordered = (Persistence.ratio(draw.tally) ?? 1) < 0.6 ? 0.3 : 1
        return [
            Shortfall.short(draw.adjusted(.experiencedAdjusted, .experiencedWeight)),
            conversion.map { ordered * Shortfall.clip((0.45 - $0) / 0.45) },
        ]
    }

    /// Volunteers keep more than others would: what they keep is a sign with many mothers, at a fifth of the weight of all others.
    static func testimony(_ testimony: Testimony, asked: Double?) -> SeverityPart? {
        testimony.kept.map {
            .corroborating(weight: 0.2, value: Shortfall.clip((0.45 - $0.value) / 0.45), asked: asked)
        }
    }

    static func restsOn(_ context: BarrierContext) -> [Phrase] {
        [
            "{personalBenefit} of {personalBenefit.n} answers from people with firsthand experience tell of less tedium, fewer interruptions or less stress ({personalBenefit.interval}).",
            "{conversion} of {conversion.n} who tried six weeks ago or earlier kept a habit ({conversion.interval}).",
            "{expectedBenefit} of {expectedBenefit.n} answers from people without experience expect a benefit.",
        ]
            + (context.evidence.testimony?.kept.map {
                [
                    Phrase(
                        "About \(FigureWords.share($0.value)) of those who tried something on their own work and let it be counted kept something; they are volunteers."
                    )
                ]
            } ?? [])
    }

    static func missing(_ context: BarrierContext) -> [String] {
        context.tally[.experiencedWeight] == 0
            ? [
                "No pulse (Q2, Q3) from people with firsthand experience: felt benefit must be asked, role by role."
            ] : []
    }
}
