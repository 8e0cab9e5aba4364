import Measures
import Rollout

/// Messages do not fit the listener: workers hear of advantage, managers of change.
///
/// Severity = 0.7 shortfall of Q6 + 0.3 of the share of messages with another layer's motive.
/// - Source: SCIENCE 9.4 (B5), 9.6.
enum MessageMisalignment: Barrier {
    static let code: BarrierCode = .messageMisalignment
    static let theme: AnswerTheme? = .item(.clarity)
    static let headline =
        "The message does not fit the listener: people do not know what AI should change for their job."
    static let cure =
        "One message per layer: advantage for executives, stability for managers, a better working day for everybody else, "
        + "each with a concrete example."
    static let refutedIf =
        "people say they know what AI changes for them (Q6) and the number who try does not rise within 12 weeks."

    static let signs: [Sign] = [
        .asked(0.7, [.clarity], "whether people know what AI is meant to change for their job"),
        .corroborating(0.3, needs: [.messages], "whether messages speak of what their listeners want"),
    ]

    static func readings(_ draw: Draw) -> [Double?] {
        [
            Shortfall.short(draw.adjusted(.clarityAdjusted, .clarityWeight)),
            draw.alignment.map { Shortfall.clip((1 - $0 - 0.4) / 0.5) },
        ]
    }

    static func restsOn(_ context: BarrierContext) -> [Phrase] {
        [
            "{messageClarity} of {messageClarity.n} answers say it is clear what AI is meant to change for someone in that job ({messageClarity.interval}).",
            "{alignment} of {alignment.n} messages spoke of what their listeners want ({alignment.interval}).",
        ]
    }

    static func missing(_ context: BarrierContext) -> [String] {
        var missing: [String] = []
        if context.tally[.clarityWeight] == 0 {
            missing.append("No pulse (Q6): whether the message arrived is not asked.")
        }
        if context.draw.alignment == nil { missing.append("No message log: this rests on Q6 alone.") }
        return missing
    }
}
