package import Diagnosis
package import Disclosure
import Figures
package import Measures
package import Rollout

/// How numbers and codes are put into words on a page.
package enum Wording {
    /// A published number without its interval, for example "18 %", "about 20 %" or "nearly everybody".
    package static func value(_ estimate: PublishedEstimate) -> String {
        if let words = band(estimate) { return words }
        let about = estimate.precision == .fivePoints ? "about " : ""
        return about + number(estimate.value, unit: estimate.unit)
    }

    /// The words of a number that is told as a band, "hardly anybody" or "nearly everybody"; else nil.
    package static func band(_ estimate: PublishedEstimate) -> String? {
        if case .band(let words) = estimate.precision { words } else { nil }
    }

    /// A published number with its interval, for example "18 % (15–21 %)".
    package static func figure(_ estimate: PublishedEstimate) -> String {
        guard let range = range(estimate) else { return value(estimate) }
        return "\(value(estimate)) (\(range))"
    }

    /// The interval alone, for example "15–21 %"; nil where there is none.
    package static func range(_ estimate: PublishedEstimate) -> String? {
        guard let interval = estimate.interval else { return nil }
        if case .band = estimate.precision { return nil }
        if [.share, .proportion].contains(estimate.unit) {
            return Printed.percentRange(interval.low, interval.high)
        }
        let high = number(interval.high, unit: estimate.unit)
        // What is counted is said once.
        let low =
            switch estimate.unit {
            case .perChampionWeek: Printed.decimal(interval.low)
            case .people, .days: Printed.count(Int(interval.low.rounded()))
            default: number(interval.low, unit: estimate.unit)
            }
        return "\(low) to \(high)"
    }

    /// A bare number in its unit.
    /// - Precondition: the number is finite.
    package static func number(_ value: Double, unit: Unit) -> String {
        switch unit {
        case .share, .proportion: Printed.percent(value)
        case .shareDifference: "\(value > 0 ? "+" : "")\(Printed.decimal(value * 100, places: 0))\u{A0}points"
        case .perChampionWeek: "\(Printed.decimal(value)) per champion-week"
        case .ratio, .logit, .correlation, .score: Printed.decimal(value)
        case .people: Printed.people(Int(value.rounded()))
        case .days: "\(Printed.count(Int(value.rounded())))\u{A0}days"
        }
    }

    /// A share in words a reader can picture, for example "three in ten".
    /// - Precondition: the share is finite.
    package static func inTen(_ share: Double) -> String {
        precondition(share.isFinite, "a share must be finite")
        let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        switch Int((share * 10).rounded()) {
        case ..<1: return share <= 0 ? "nobody" : "fewer than one in ten"
        case 10...: return share >= 1 ? "everybody" : "nearly everybody"
        case let tenths: return "\(words[tenths - 1]) in ten"
        }
    }

    /// A sentence with its first letter as a capital.
    package static func sentence(_ words: String) -> String {
        words.prefix(1).uppercased() + words.dropFirst()
    }

    /// A verdict in one or two words.
    package static func name(_ code: VerdictCode) -> String {
        switch code {
        case .moving: "moving"
        case .phase1: "phase 1"
        case .phase2: "phase 2"
        case .notEnoughEvidence: "not enough evidence"
        }
    }

    /// The character that tells a verdict without colour.
    package static func sign(_ code: VerdictCode) -> String {
        switch code {
        case .moving: "▲"
        case .phase1: "◆"
        case .phase2: "■"
        case .notEnoughEvidence: "○"
        }
    }

    /// What a verdict means, in a sentence.
    package static func meaning(_ code: VerdictCode, thresholds: Thresholds) -> String {
        let share = Printed.percent(thresholds.habit)
        let weeks = "\(thresholds.horizonWeeks) weeks"
        switch code {
        case .moving:
            return "Moving: if nothing new is done, \(share) or more will have a habit in \(weeks)."
        case .phase1:
            return
                "Phase 1: if nothing new is done, fewer than \(share) will have a habit in \(weeks), and few use cases go live."
        case .phase2:
            return
                "Phase 2: if nothing new is done, fewer than \(share) will have a habit in \(weeks), although use cases keep arriving."
        case .notEnoughEvidence:
            return "Not enough evidence: no answer reaches the certainty a verdict needs."
        }
    }

    /// A barrier's short name.
    package static func name(_ code: BarrierCode) -> String {
        switch code {
        case .noTimeOrFocus: "No time or focus"
        case .noPersonalValue: "No personal value"
        case .echoChamber: "Echo chamber"
        case .enthusiasmGap: "Enthusiasm gap"
        case .messageMisalignment: "Message misses its reader"
        case .changeFatigue: "Too many changes at once"
        case .superficialCompliance: "Use without conviction"
        }
    }

    /// A layer in the plural.
    package static func name(_ layer: Layer) -> String {
        switch layer {
        case .executive: "executives"
        case .manager: "managers"
        case .contributor: "contributors"
        }
    }

    /// A source and its team, for example "Copilot export · Warehouse".
    package static func source(_ source: String, team: String?) -> String {
        team.map { "\(source) · \($0)" } ?? source
    }

    /// How surely a barrier is the first, for example "first: 74 %".
    /// - Precondition: the probability is finite.
    package static func first(_ probability: Double) -> String { "first: \(Printed.percent(probability))" }
}
