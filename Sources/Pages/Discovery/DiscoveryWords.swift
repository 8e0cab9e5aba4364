package import Discovery
package import Measures

/// The words of choices that pages of discovery show.
package enum DiscoveryWords {
    /// A choice of a list.
    package struct Choice: Sendable {
        package let code: String
        package let label: String
        package let isChosen: Bool

        package init(_ code: String, _ label: String, isChosen: Bool = false) {
            self.code = code
            self.label = label
            self.isChosen = isChosen
        }
    }

    /// What a pain does, as its owner says it.
    package static func words(_ kind: PainKind) -> String {
        switch kind {
        case .tedious: "dull or repetitive"
        case .interrupts: "pulls me out of my work"
        case .stresses: "costs nerves"
        }
    }

    /// Why somebody keeps, drops or declines.
    package static func words(_ why: TrialVerdict.Why) -> String {
        switch why {
        case .savesTime: "it saves time"
        case .lessTedious: "it is less tedious"
        case .fewerInterruptions: "I am interrupted less"
        case .calmer: "I am calmer"
        case .betterResult: "the result is better"
        case .wrongResults: "the results were wrong"
        case .moreChecking: "checking took longer than doing"
        case .doesNotFitTask: "it does not fit the task"
        case .tooSlow: "it was too slow"
        case .notAllowed: "it is not allowed for this"
        case .preferOwnWay: "I prefer my own way"
        case .noTimeToTry: "there was no time to try"
        }
    }

    /// "Did not help when …" for an example that was dropped.
    package static func didNotHelp(_ why: TrialVerdict.Why?) -> String {
        guard let why else { return "Did not help." }
        return switch why {
        case .wrongResults: "Did not help: the results were wrong."
        case .moreChecking: "Did not help: checking took longer than doing."
        case .doesNotFitTask: "Did not help: it did not fit the task."
        case .tooSlow: "Did not help: it was too slow."
        case .notAllowed: "Did not help: it is not allowed for this."
        case .preferOwnWay: "Did not help: their own way suits them better."
        case .noTimeToTry: "Did not help: there was no time to try it properly."
        case .savesTime, .lessTedious, .fewerInterruptions, .calmer, .betterResult: "Did not help."
        }
    }

    /// A stance, as a heading of a table.
    package static func words(_ stance: Stance) -> String {
        switch stance {
        case .advocate: "Keep and show"
        case .quietUser: "Keep quietly"
        case .reluctantComplier: "Only when counted"
        case .refuser: "Laid it down"
        case .stillTrying: "Still trying"
        case .notTried: "Not tried"
        case .cannotBeSeen: "Cannot be seen"
        }
    }

    /// Points from 0 to 10, none chosen.
    package static let points: [Choice] = (0...10).map { Choice("\($0)", "\($0)") }

    /// Reasons to choose from.
    package static func whys(_ whys: [TrialVerdict.Why]) -> [Choice] {
        whys.map { Choice($0.rawValue, words($0)) }
    }

    /// Reasons against.
    package static let against: [TrialVerdict.Why] = [
        .wrongResults, .moreChecking, .doesNotFitTask, .tooSlow, .notAllowed, .preferOwnWay, .noTimeToTry,
    ]

    /// Reasons for.
    package static let pro: [TrialVerdict.Why] = [
        .savesTime, .lessTedious, .fewerInterruptions, .calmer, .betterResult,
    ]

    /// A paired difference in a sentence, for its owner.
    package static func sentence(
        _ what: String, _ figure: Measured<PairedDifferences.Summary>, unit: String
    ) -> String {
        switch figure {
        case .notKnown(let reason): return "\(what): \(reason.sentence)"
        case .known(let summary):
            let before = number(summary.before)
            let after = number(summary.after)
            let range =
                "\(number(abs(min(abs(summary.interval.low), abs(summary.interval.high))))) to \(number(max(abs(summary.interval.low), abs(summary.interval.high))))"
            let clear =
                summary.isClear
                ? "\(number(abs(summary.mean))) \(summary.mean > 0 ? "less" : "more"), likely \(range)"
                : "too close to tell a change from chance"
            return "\(what): from \(before) to \(after)\(unit) on average; \(clear)."
        }
    }

    /// A number as people say it: whole from ten on, with at most one decimal below.
    package static func number(_ value: Double) -> String {
        if abs(value) >= 10 { return String(Int(value.rounded())) }
        let tenths = (value * 10).rounded() / 10
        return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
    }
}
