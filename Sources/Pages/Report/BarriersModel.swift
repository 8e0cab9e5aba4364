import Diagnosis
package import Disclosure
package import Figures
package import Measures

/// Why it is stuck: the named barriers, and quietly those that were weighed and not named.
package struct BarriersModel: Sendable {
    /// One barrier.
    package struct Barrier: Sendable {
        package let rank: Int
        package let barrierName: String
        package let headline: String
        package let sure: String
        package let restsOn: [String]
        package let hasRest: Bool
        package let missing: [String]
        package let hasMissing: Bool
        package let cure: String
        package let refutedIf: String
    }

    package let figure: FigureModel
    package let named: [Barrier]
    package let hasUnnamed: Bool
    package let unnamed: [Barrier]

    package init(named: [PublishedBarrier], unnamed: [PublishedBarrier]) {
        self.named = named.map(Self.barrier)
        self.unnamed = unnamed.map(Self.barrier)
        hasUnnamed = !unnamed.isEmpty
        let title = Findings.barriers(named.map { (Wording.name($0.code), $0.firstProbability) })
        let rows = (named.map { ($0, true) } + unnamed.map { ($0, false) }).map { barrier, isNamed in
            SeverityDots.Row(
                name: Wording.name(barrier.code), severity: Reading(barrier.severity),
                first: isNamed ? Wording.first(barrier.firstProbability) : "not named", isNamed: isNamed)
        }
        let subtitle =
            "How far each barrier lies from its reference, with its interval; black where it is named."
        figure =
            rows.isEmpty
            ? FigureModel(
                id: "why-chart", kicker: "Why",
                chart: Unseen(title: title, state: "not known", reason: "No barrier could be weighed."),
                subtitle: subtitle)
            : FigureModel(
                id: "why-chart", kicker: "Why",
                chart: SeverityDots(
                    title: title,
                    description: rows.map { "\($0.name): \($0.severity.fullText), \($0.first)" }
                        .joined(separator: "; ") + ".",
                    rows: rows),
                subtitle: subtitle,
                footnote: "Severity says how bad a barrier is; “first” says how surely it is the strongest.")
    }

    private static func barrier(_ barrier: PublishedBarrier) -> Barrier {
        Barrier(
            rank: barrier.rank, barrierName: Wording.name(barrier.code), headline: barrier.headline,
            sure: sure(severity: Reading(barrier.severity), first: barrier.firstProbability),
            restsOn: barrier.restsOn, hasRest: !barrier.restsOn.isEmpty, missing: barrier.missing,
            hasMissing: !barrier.missing.isEmpty, cure: barrier.cure, refutedIf: barrier.refutedIf)
    }

    /// How sure a barrier is, in words; what is not known says why and no more.
    /// - Precondition: the probability is finite.
    package static func sure(severity: Reading, first: Double) -> String {
        if case .notKnown(let reason) = severity { return "Not known: \(reason)" }
        let words =
            "\(Printed.percent(first)) likely to be the strongest of those that can be weighed. Severity on a scale from 0 to 1: \(severity.fullText)"
        return words.hasSuffix(".") ? words : words + "."
    }
}

/// What to do next, and how we would know that we were wrong.
package struct NextModel: Sendable {
    package let hasFirst: Bool
    package let firstName: String
    package let firstCure: String
    package let refutedIf: String
    package let hasThen: Bool
    package let then: [String]
    package let hasAsks: Bool
    package let asks: [String]
    package let lookAgain: String

    package init(named: [PublishedBarrier], missing: [String], asOf: Day, weeks: Int) {
        let first = named.first
        hasFirst = first != nil
        firstName = first.map { Wording.name($0.code) } ?? ""
        firstCure = first?.cure ?? ""
        refutedIf = first?.refutedIf ?? ""
        then = named.dropFirst().prefix(2).map { "\(Wording.name($0.code)): \($0.cure)" }
        hasThen = !then.isEmpty
        asks = Self.distinct(missing + named.flatMap(\.missing))
        hasAsks = !asks.isEmpty
        lookAgain = Self.lookAgain(asOf: asOf, weeks: weeks)
    }

    /// When the forecast falls due.
    package static func lookAgain(asOf: Day, weeks: Int) -> String {
        "Diagnose again after \(asOf.advanced(by: weeks * 7).long), \(weeks) weeks from this report. The verdict is a forecast: on that day it was right or wrong."
    }

    /// Each sentence once, in the order of first appearance.
    package static func distinct(_ sentences: [String]) -> [String] {
        var seen: Set<String> = []
        return sentences.filter { seen.insert($0).inserted }
    }
}
