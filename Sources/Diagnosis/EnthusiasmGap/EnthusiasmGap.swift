import Measures
import Rollout

/// Leaders are enthusiastic, managers do not carry it to their people.
///
/// Severity = 0.75 shortfall of Q5 + 0.25 of the distance between leaders' and others' advocacy.
/// - Source: SCIENCE 9.4 (B4), 9.6.
enum EnthusiasmGap: Barrier {
    static let code: BarrierCode = .enthusiasmGap
    static let theme: AnswerTheme? = .item(.managerSupport)
    static let headline =
        "The enthusiasm stops above the teams: managers do not help people make AI fit their job."
    static let cure =
        "Let managers try it on their own work first, and give them what they need: what changes when, and one example to show."
    static let refutedIf =
        "managers' support (Q5) rises and the number of people who try does not within 12 weeks."

    static let signs: [Sign] = [
        .asked(0.75, [.managerSupport], "whether managers help people make AI fit their job"),
        .corroborating(
            0.25, needs: [.pulse], items: [.advocacy], "how much keener leaders are than everybody else"),
    ]

    static func readings(_ draw: Draw) -> [Double?] {
        let leaders = draw.tally.ratio(.leaderAdvocacySum, .leaderAdvocacyWeight)
        let others = draw.tally.ratio(.otherAdvocacySum, .otherAdvocacyWeight)
        let distance = leaders.flatMap { leader in others.map { leader - $0 } }
        return [
            Shortfall.short(draw.adjusted(.supportAdjusted, .supportWeight)),
            distance.map { Shortfall.clip(($0 - 0.4) / 1.2) },
        ]
    }

    static func restsOn(_ context: BarrierContext) -> [Phrase] {
        [
            "{managerSupport} of {managerSupport.n} answers say that the manager helps to make AI fit the job ({managerSupport.interval}).",
            "A leader is the keener one in {enthusiasmDifference} of all pairs of a leader and somebody else ({enthusiasmDifference.interval}).",
            "Leaders and managers believe in {believedGap} more benefit than people report.",
            "{managerWithHabit} of {managerWithHabit.n} people have a manager with a habit of their own.",
        ]
    }

    static func missing(_ context: BarrierContext) -> [String] {
        var missing: [String] = []
        if context.tally[.supportWeight] == 0 {
            missing.append("No pulse (Q5): whether managers help cannot be seen in any log.")
        } else if context.tally[.leaderAdvocacyWeight] == 0 {
            missing.append("No answers from executives: the distance between the layers rests on Q5 alone.")
        }
        return missing
    }
}
