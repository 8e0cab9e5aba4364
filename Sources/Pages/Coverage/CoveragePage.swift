import Diagnosis
package import Disclosure
import Figures
import Measures
import Mustache
import Rollout

/// The coverage page: one HTML file without script and without any request to the outside.
package enum CoveragePage {
    /// The page of a publication, as the text of an HTML file.
    ///
    /// - Returns: The same bytes for the same publication.
    package static func render(_ publication: CoveragePublication) -> String {
        let css = Palette.stylesheet + "\n" + String(decoding: PackageResources.report_css, as: UTF8.self)
        guard
            let page = library.render(
                Sheet(css: css, page: CoveragePageModel(publication)), withTemplate: "coverage")
        else { preconditionFailure("the page's template is registered under its name") }
        return page
    }

    /// What the template sees.
    private struct Sheet {
        let css: String
        let page: CoveragePageModel
    }

    /// The templates, parsed; they are part of the program, so a mistake in one is a mistake in the program.
    private static let library: MustacheLibrary = {
        var library = MustacheLibrary()
        do {
            try library.register(
                String(decoding: PackageResources.coverage_mustache, as: UTF8.self), named: "coverage")
            try library.register(
                String(decoding: PackageResources.figure_mustache, as: UTF8.self), named: "figure")
        } catch {
            preconditionFailure("a template cannot be parsed: \(error)")
        }
        return library
    }()
}

/// Everything the coverage page prints, as plain text and finished charts.
struct CoveragePageModel: Sendable {
    /// A line with a term and what is said of it.
    struct Line: Sendable {
        let term: String
        let says: [String]
    }

    let title: String
    let head: String
    let evidence: String
    let unprotected: String?
    let roster: [String]
    let figure: FigureModel
    let sources: [Line]
    let gaps: [Line]
    let hasGaps: Bool
    let agreements: [Line]
    let withheld: String?
    let hasAgreements: Bool
    let unmatched: [String]
    let hasUnmatched: Bool
    let missing: [Line]
    let hasMissing: Bool
    let barriers: [Line]
    let unknown: [Line]
    let hasUnknown: Bool
    let notices: [String]

    /// The page of a publication.
    init(_ publication: CoveragePublication) {
        let sources = Set(publication.sources.map(\.source)).count
        title = "\(publication.name): what can be seen, \(publication.asOf.long)"
        head = "\(publication.name) · \(publication.asOf.long)"
        evidence =
            "\(Printed.people(publication.people)), \(sources == 1 ? "1 source" : "\(sources) sources") of use"
        let unprotected =
            publication.isProtected
            ? nil
            : "Unprotected: small groups are shown as they are. For the analyst’s eyes only; do not pass on."
        self.unprotected = unprotected
        roster =
            [CoverageWords.roster(publication)]
            + publication.roster.marks.map { Wording.sentence(CoverageWords.mark($0)) }
        figure = CoveragePageModel.figure(publication)
        self.sources = publication.sources.map { row in
            Line(
                term: CoverageWords.name(row),
                says: [CoverageWords.sees(row) + "; " + CoverageWords.spans(row) + "."]
                    + row.marks.map { Wording.sentence(CoverageWords.mark($0)) })
        }
        gaps = CoverageWords.gaps(publication.gaps).map { Line(term: $0.says, says: $0.gaps) }
        hasGaps = !gaps.isEmpty
        let (shown, withheld) = CoverageWords.agreements(publication.agreements)
        agreements = shown.map { pair in
            Line(
                term: CoverageWords.pair(pair),
                says: CoverageWords.agreement(pair) + pair.reasons.map(\.sentence))
        }
        self.withheld = withheld
        hasAgreements = !publication.agreements.isEmpty
        unmatched = publication.files.compactMap { CoverageWords.unmatched($0) }
        hasUnmatched = !unmatched.isEmpty
        missing = publication.missing.map { missing in
            Line(
                term: missing.remedy,
                says: (missing.isNeededForVerdict ? ["No verdict can be given without it."] : [])
                    + [CoverageWords.hides(missing)].compactMap { $0 })
        }
        hasMissing = !missing.isEmpty
        barriers = publication.barriers.map {
            Line(
                term: Wording.name($0.code), says: [Wording.sentence(CoverageWords.sight($0)) + "."])
        }
        unknown = CoverageModel.gaps(
            publication.unknown.map { ($0.reason.sentence, Wording.name($0.code)) }
        ).map { Line(term: $0.figures, says: [$0.reason]) }
        hasUnknown = !unknown.isEmpty
        notices = publication.notices.map { notice in
            let place = (notice.file ?? "") + (notice.line.map { ", line \($0)" } ?? "")
            return place.isEmpty ? notice.message : "\(place): \(notice.message)"
        }
    }

    /// Every stretch of every source on one axis, breaks hatched between them.
    private static func figure(_ publication: CoveragePublication) -> FigureModel {
        // What lies further back than any measure looks must not push the rest to the edge.
        let floor = publication.asOf.advanced(by: -7 * 112)
        let rows = publication.sources.flatMap { source in
            source.stretches.filter { $0.to >= floor }.map { stretch in
                CoverageTimeline.Row(
                    name: CoverageWords.name(source), from: max(floor, stretch.from), to: stretch.to,
                    sight: source.absence == .notUsed
                        ? .full : source.absence == .lastSeenOnly ? .lastSeenOnly : .none,
                    label: Reading(source.people).text,
                    note: source.marks.map(\.kind.words).joined(separator: ", "))
            }
        }
        let broken = publication.gaps.count { !$0.isBridged }
        let title =
            rows.isEmpty
            ? "No source says whom it covers"
            : broken == 0
                ? "No gap hides anybody’s use"
                : broken == 1 ? "One gap hides use" : "\(broken) gaps hide use"
        let subtitle = "Every source of use on one time axis, up to \(publication.asOf.long)."
        guard !rows.isEmpty else {
            return FigureModel(
                id: "coverage-chart", kicker: "What we can and cannot see",
                chart: Unseen(
                    title: title, state: "not known",
                    reason: "No source says whom it covers and from when to when."),
                subtitle: subtitle)
        }
        return FigureModel(
            id: "coverage-chart", kicker: "What we can and cannot see",
            chart: CoverageTimeline(
                title: title,
                description: "A bar for each stretch of a source from its first to its last day: "
                    + rows.map { "\($0.name) from \($0.from.long) to \($0.to.long), \($0.label)" }
                    .joined(separator: "; ") + ".",
                rows: rows, asOf: publication.asOf),
            subtitle: subtitle,
            footnote: "Somebody whose use cannot be seen is never counted as somebody who stopped.")
    }
}
