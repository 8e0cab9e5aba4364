import Measures
import Rollout

/// Use follows orders: it is shallow, and it stops when nobody counts.
///
/// Severity = 0.5 lack of persistence + 0.2 single-action days + 0.3 shortfall of Q8; persistence
/// counts in full only with three mandate weeks or more, else times 0.4. The share of users who hardly use it outside orders, as the week's
/// edition gives it, adds 0.1: it restates persistence in part, person by person.
/// - Source: SCIENCE 9.4 (B7), 2.3, 9.6.
enum SuperficialCompliance: Barrier {
    static let code: BarrierCode = .superficialCompliance
    static let theme: AnswerTheme? = .item(.choice)
    static let headline = "Use follows orders: it is shallow, and it stops when nobody counts."
    static let cure = "Drop the orders and the counting; offer people a trial on a task of their own choice."
    static let refutedIf =
        "use does not last any longer (persistence stays low) once the orders have stopped."

    static let signs: [Sign] = [
        .asked(0.3, [.choice], "whether people want to use AI rather than have to"),
        .logged(
            0.5, needs: [.use, .mandates], isZeroWithout: true, "whether use stays in weeks without an order"
        ),
        .logged(0.2, needs: [.use, .actionCounts], "how deep use goes on a day"),
    ]

    static func readings(_ draw: Draw) -> [Double?] {
        let factor = draw.hasMandates ? 1 : 0.4
        let persistence = Persistence.ratio(draw.tally)
        let single = draw.tally.ratio(.singleDays, .activeDays)
        return [
            Shortfall.short(draw.adjusted(.choiceAdjusted, .choiceWeight)),
            // No orders seen: nobody can have complied with them, which is a zero and not a gap.
            persistence.map { factor * Shortfall.clip((0.75 - $0) / 0.5) } ?? 0,
            single.map { factor * Shortfall.clip(($0 - 0.2) / 0.4) },
        ]
    }

    /// None up to one user in ten, all of it from one in two on; confirmed by answers where people were asked.
    static func testimony(_ testimony: Testimony, asked: Double?) -> SeverityPart? {
        testimony.compliers.map {
            .corroborating(weight: 0.1, value: Shortfall.clip(($0.value - 0.1) / 0.4), asked: asked)
        }
    }

    static func restsOn(_ context: BarrierContext) -> [Phrase] {
        [
            "In weeks without an order, people used it {persistence} times as often as in weeks with one.",
            "On the last two workdays before a deadline people used it {deadlineRatio} times as often as an even spread would have it ({deadlineRatio.interval}).",
            "{singleActionShare} of active days saw a single action.",
            "{choice} of {choice.n} answers say that AI is used because one wants to, not because one has to ({choice.interval}).",
            "{selfStart} of {selfStart.n} people who tried began by themselves.",
        ]
            + (context.evidence.testimony?.compliers.map {
                [
                    Phrase(
                        "About \(FigureWords.share($0.value)) of contributors who use it hardly do so in weeks without an order."
                    )
                ]
            } ?? [])
    }

    static func missing(_ context: BarrierContext) -> [String] {
        var missing: [String] = []
        if !context.evidence.sources.contains(.mandates) {
            missing.append("No mandates.csv: weeks in which use was ordered or counted are not known.")
        } else if !context.draw.hasMandates {
            missing.append(
                "Fewer than three mandate weeks were seen: what stays without orders is uncertain.")
        }
        if context.evidence.depth == nil {
            missing.append("No action counts: how deep use goes is not known.")
        }
        if context.tally[.choiceWeight] == 0 {
            missing.append("No pulse (Q8): whether people want to is not asked.")
        }
        return missing
    }
}
