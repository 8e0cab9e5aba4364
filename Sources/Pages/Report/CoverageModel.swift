import Diagnosis
package import Disclosure
import Figures
package import Measures
import Rollout

/// What can and cannot be seen: who is missing, late or concealed, before any other chart is read.
package struct CoverageModel: Sendable {
    /// Figures that share a reason for not being there.
    package struct Gap: Sendable {
        package let figures: String
        package let reason: String
    }

    package let figure: FigureModel
    package let late: [String]
    package let hasLate: Bool
    package let concealed: [String]
    package let hasConcealed: Bool
    package let notKnown: [Gap]
    package let hasNotKnown: Bool
    package let withheld: [Gap]
    package let hasWithheld: Bool
    package let hasNothingMissing: Bool

    package init(
        figure: FigureModel, late: [String], concealed: [String], notKnown: [Gap], withheld: [Gap]
    ) {
        self.figure = figure
        self.late = late
        hasLate = !late.isEmpty
        self.concealed = concealed
        hasConcealed = !concealed.isEmpty
        self.notKnown = notKnown
        hasNotKnown = !notKnown.isEmpty
        self.withheld = withheld
        hasWithheld = !withheld.isEmpty
        hasNothingMissing = late.isEmpty && concealed.isEmpty && notKnown.isEmpty && withheld.isEmpty
    }

    package init(_ publication: Publication) {
        let lines = publication.coverage
        func few(_ sentences: [String]) -> [String] {
            guard sentences.count > Self.mostSentences else { return sentences }
            return sentences.prefix(Self.mostSentences)
                + [
                    "\(Printed.count(sentences.count - Self.mostSentences)) more lines of coverage say the like."
                ]
        }
        let late = lines.filter { $0.to.distance(to: publication.asOf) > 7 && $0.absence != .unknown }
        self.init(
            figure: Self.figure(publication, late: late.count),
            late: few(
                late.map {
                    Self.ended(
                        source: Wording.source($0.source, team: $0.team), to: $0.to, asOf: publication.asOf)
                }),
            concealed: few(
                lines.filter { $0.absence != .notUsed }.map {
                    Self.concealed(
                        source: Wording.source($0.source, team: $0.team),
                        isLastSeenOnly: $0.absence == .lastSeenOnly, note: $0.note)
                }),
            notKnown: Self.gaps(
                (publication.organization?.measures ?? []).compactMap { measure in
                    // What is not taken of an organisation at all is not missing from it.
                    measure.value.shown?.reason.flatMap {
                        $0.code == "notForScope" ? nil : ($0.sentence, Wording.name(measure.code))
                    }
                }),
            withheld: Self.gaps(
                publication.scopes.flatMap { scope in
                    scope.measures.compactMap { measure in
                        measure.value.withheldBecause.map { ($0.sentence, nil) }
                    }
                }))
    }

    /// Most sentences on sources that ended or are concealed, and most lines on the time axis.
    private static let mostSentences = 12
    private static let mostLines = 60

    private static func figure(_ publication: Publication, late: Int) -> FigureModel {
        let loss = publication.pictures.loss
        let title = Findings.coverage(
            everybody: loss.everybody.shown, unseen: loss.cannotBeSeen.shown, late: late)
        let subtitle = "Every source of evidence on one time axis, up to \(publication.asOf.long)."
        guard !publication.coverage.isEmpty else {
            return FigureModel(
                id: "coverage-chart", kicker: "What we can and cannot see",
                chart: Unseen(
                    title: title, state: "not known",
                    reason: "No source says whom it covers and from when to when."),
                subtitle: subtitle)
        }
        let rows = publication.coverage.prefix(mostLines).map { line in
            CoverageTimeline.Row(
                name: Wording.source(line.source, team: line.team), from: line.from, to: line.to,
                sight: line.absence == .notUsed
                    ? .full : line.absence == .lastSeenOnly ? .lastSeenOnly : .none,
                label: Reading(line.people).text, note: line.note)
        }
        return FigureModel(
            id: "coverage-chart", kicker: "What we can and cannot see",
            chart: CoverageTimeline(
                title: title,
                description:
                    "A bar for each source from its first to its last day: "
                    + rows.map { "\($0.name) from \($0.from.long) to \($0.to.long), \($0.label)" }
                    .joined(separator: "; ") + ".",
                rows: rows, asOf: publication.asOf),
            subtitle: subtitle,
            footnote: (publication.coverage.count > mostLines
                ? "The first \(mostLines) of \(Printed.count(publication.coverage.count)) lines are drawn. "
                : "")
                + "Somebody whose use cannot be seen is never counted as somebody who stopped.")
    }

    /// A source that ended early, in words.
    package static func ended(source: String, to: Day, asOf: Day) -> String {
        "\(source) ends on \(to.long), \(to.distance(to: asOf)) days before this report: what came after is not seen."
    }

    /// A source that sees little or nothing, in words.
    package static func concealed(source: String, isLastSeenOnly: Bool, note: String?) -> String {
        let what =
            isLastSeenOnly
            ? "\(source) tells only the last day of use, so it cannot tell a habit."
            : "\(source) cannot see use."
        guard let note, !note.isEmpty else { return what }
        // Notes are a word or a sentence of the file's own; both read on after a colon.
        let words = note.hasSuffix(".") ? String(note.dropLast()) : note
        return "\(what.dropLast()): \(words.prefix(1).lowercased())\(words.dropFirst())."
    }

    /// Pairs of reason and figure, grouped by reason in the order in which reasons first appear.
    package static func gaps(_ pairs: [(reason: String, name: String?)]) -> [Gap] {
        var order: [String] = []
        var names: [String: [String]] = [:]
        var counts: [String: Int] = [:]
        for pair in pairs {
            if counts[pair.reason] == nil { order.append(pair.reason) }
            counts[pair.reason, default: 0] += 1
            if let name = pair.name { names[pair.reason, default: []].append(name) }
        }
        return order.map { reason in
            let count = counts[reason] ?? 0
            let figures =
                names[reason]?.joined(separator: ", ") ?? (count == 1 ? "1 figure" : "\(count) figures")
            return Gap(figures: figures, reason: reason)
        }
    }
}
