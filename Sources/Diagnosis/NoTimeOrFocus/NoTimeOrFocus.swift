import Measures
import Rollout

/// Daily business crowds the work out: nobody has time to build use cases, or to try them.
///
/// Severity = ½ shortfall of Q4 + ½ shortfall of supply against λ0.
/// - Source: SCIENCE 9.4 (B1), 9.6.
enum NoTimeOrFocus: Barrier {
    static let code: BarrierCode = .noTimeOrFocus
    static let theme: AnswerTheme? = .item(.time)
    static let headline = "Daily business crowds it out: there is no time to build, and none to try."
    static let cure =
        "Give one committed champion protected hours every week, then give each team an hour to try on its own work."
    static let refutedIf =
        "more use cases go live per champion-week and the habit share does not follow within 12 weeks: then it was phase 2."

    static let signs: [Sign] = [
        .asked(0.5, [.time], "whether people get time to try AI in a busy week"),
        .logged(0.5, needs: [.register], "how many use cases go live per champion-week"),
    ]

    static func readings(_ draw: Draw) -> [Double?] {
        [
            Shortfall.short(draw.adjusted(.timeAdjusted, .timeWeight)),
            draw.supply.map { Shortfall.clip(1 - $0 / draw.supplyThreshold) },
        ]
    }

    static func restsOn(_ context: BarrierContext) -> [Phrase] {
        var phrases: [Phrase] = [
            "{timeToTry} of {timeToTry.n} answers say there is time to try AI even in a busy week ({timeToTry.interval})."
        ]
        if context.supply.isKnown {
            phrases.append(
                Phrase(
                    "\(context.supply.goneLive) use cases went live in 26 weeks, {supply} per champion-week ({supply.interval})."
                ))
        }
        if context.supply.keptHours != nil {
            phrases.append("Champions kept {keptHours} of the hours they were promised.")
        }
        if context.supply.judged > 0 {
            phrases.append(
                "{pipelineStall} of {pipelineStall.n} use cases were not live six weeks after their start.")
        }
        return phrases
    }

    static func missing(_ context: BarrierContext) -> [String] {
        var missing: [String] = []
        if context.tally[.timeWeight] == 0 {
            missing.append("No pulse (Q4): whether people get time to try is not asked.")
        }
        if !context.supply.isKnown { missing.append("No use-case register: how much is built is not known.") }
        if let assumption = context.supply.assumption, context.supply.isKnown { missing.append(assumption) }
        if context.supply.keptHours == nil, context.evidence.sources.contains(.champions) {
            missing.append("No kept hours in champions.csv: only promises are known.")
        }
        return missing
    }
}
