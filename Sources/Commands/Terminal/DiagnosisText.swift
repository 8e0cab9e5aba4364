import Diagnosis
package import Disclosure
import Foundation
import Measures
import Rollout

/// A publication as a page of text: the verdict first, in one screen.
package struct DiagnosisText {
    /// How much is said.
    package enum Detail: CaseIterable { case quiet, normal, verbose }

    let publication: Publication
    let paper: Paper
    let detail: Detail

    /// A page of a publication on a paper.
    package init(publication: Publication, paper: Paper, detail: Detail) {
        self.publication = publication
        self.paper = paper
        self.detail = detail
    }

    /// All lines.
    package func lines() -> [String] {
        guard let organization = publication.organization, let verdict = organization.verdict else {
            return ["No reading of the organisation as a whole may be shown: it has fewer than five people."]
        }
        var lines = warning() + masthead(organization)
        lines += [""] + headline(verdict)
        if detail == .quiet { return lines }
        lines += [""] + verdict.because.flatMap { paper.wrapped($0, indent: "  ") }
        lines += [""] + [loss()].flatMap { paper.wrapped($0, indent: "  ") }
        lines += why(organization) + flip(verdict) + silence(organization) + missing(verdict)
        lines += next(organization)
        if detail == .verbose {
            lines += [""] + MeasureTableText(publication: publication, paper: paper).lines()
        }
        lines += [""] + noticeLines()
        return lines
    }

    private func warning() -> [String] {
        publication.isProtected
            ? []
            : paper.wrapped(
                "UNPROTECTED: small groups are shown. Do not pass this on.", indent: ""
            ).map { paper.inked($0, .warning) } + [""]
    }

    private func masthead(_ organization: PublishedScope) -> [String] {
        let sources = Set(publication.coverage.map(\.source)).count
        return paper.spread(
            "\(publication.name) · \(publication.asOf.long)",
            "\(organization.people) people · \(sources) \(sources == 1 ? "source" : "sources")")
    }

    private func headline(_ verdict: PublishedVerdict) -> [String] {
        let ink = DiagnosisText.ink(verdict.code)
        var lines = paper.wrapped(
            verdict.headline, indent: "  ", first: "\(DiagnosisText.shape(verdict.code)) "
        )
        .map { paper.inked(paper.hasColour ? "\u{1B}[1m\($0)" : $0, ink) }
        let rows: [(VerdictCode, Double)] = [
            (.phase2, verdict.probabilities.phase2), (.phase1, verdict.probabilities.phase1),
            (.moving, verdict.probabilities.moving),
        ]
        for (code, probability) in rows.sorted(by: { $0.1 > $1.1 }) {
            let name = DiagnosisText.word(code)
            let padded = name + String(repeating: " ", count: 8 - name.count)
            let number = String(format: "%.2f", probability)
            lines.append(
                "  \(DiagnosisText.shape(code)) \(padded) \(number)  "
                    + paper.inked(Paper.bar(probability, width: 20), DiagnosisText.ink(code)))
        }
        return lines
    }

    private func loss() -> String {
        guard let organization = publication.organization else { return "" }
        func part(_ code: MeasureCode, _ word: String) -> String {
            guard let figure = organization[code]?.shown?.value else { return "\(word) not known" }
            return "\(word) \(FigureText.value(figure))"
        }
        return "\(part(.coverage, "covered")) ──► \(part(.trialRate, "tried")) ──► \(part(.habit, "habit"))"
    }

    private func why(_ organization: PublishedScope) -> [String] {
        var lines = ["", paper.inked("Why, strongest first", .strong)]
        if organization.barriers.isEmpty {
            let undecided = organization.verdict?.code == .notEnoughEvidence
            lines += paper.wrapped(
                undecided
                    ? "No barrier is named before there is enough evidence for a verdict."
                    : "No barrier stands out beyond what a healthy organisation shows.", indent: "  ")
        }
        for barrier in organization.barriers {
            lines += paper.wrapped(barrier.headline, indent: "     ", first: "  \(barrier.rank)  ")
            if let figure = barrier.severity.shown?.value {
                let range = FigureText.interval(figure).map { " (\($0))" } ?? ""
                let sure = String(format: "%.2f", barrier.firstProbability)
                lines += paper.wrapped(
                    "severity \(FigureText.value(figure))\(range) · ranks first with probability \(sure)",
                    indent: "     "
                ).map { paper.inked($0, .quiet) }
            }
            for sentence in barrier.restsOn {
                lines += paper.wrapped(sentence, indent: "       ", first: "     · ")
            }
            for sentence in barrier.missing {
                lines += paper.wrapped("missing: \(sentence)", indent: "       ", first: "     ○ ")
            }
        }
        return lines
    }

    private func flip(_ verdict: PublishedVerdict) -> [String] {
        guard !verdict.wouldFlip.isEmpty else { return [] }
        return ["", paper.inked("What would flip it", .strong)]
            + verdict.wouldFlip.flatMap { paper.wrapped($0, indent: "    ", first: "  · ") }
    }

    /// What rests on who answered; said in full only on demand, and always where something turns.
    private func silence(_ organization: PublishedScope) -> [String] {
        guard let reading = organization.nonResponse, !reading.words.isEmpty,
            detail == .verbose || Set(reading.shifts.map(\.firstBarrier)).count > 1
                || Set(reading.shifts.map(\.leadersKeener)).count > 1
        else { return [] }
        return ["", paper.inked("If those who did not answer thought less of it", .strong)]
            + reading.words.flatMap { paper.wrapped($0, indent: "    ", first: "  · ") }
    }

    private func missing(_ verdict: PublishedVerdict) -> [String] {
        guard !verdict.missing.isEmpty else { return [] }
        return ["", paper.inked("What is missing, and what it would settle", .strong)]
            + verdict.missing.flatMap { paper.wrapped($0, indent: "    ", first: "  ○ ") }
    }

    private func next(_ organization: PublishedScope) -> [String] {
        guard !organization.barriers.isEmpty else { return [] }
        var lines = ["", paper.inked("What to do next, and how we would know that we were wrong", .strong)]
        for barrier in organization.barriers.prefix(2) {
            lines += paper.wrapped(barrier.cure, indent: "     ", first: "  \(barrier.rank)  ")
            lines += paper.wrapped("We were wrong if \(barrier.refutedIf)", indent: "     ")
        }
        return lines
    }

    private func noticeLines() -> [String] {
        let notices = publication.notices
        guard !notices.isEmpty else { return ["Nothing odd was found in the files."] }
        func count(_ severity: Notice.Severity, _ word: String) -> String? {
            let number = notices.count { $0.severity == severity }
            return number == 0 ? nil : "\(number) \(word)\(number == 1 ? "" : "s")"
        }
        let summary = [count(.error, "error"), count(.warning, "warning"), count(.note, "note")].compactMap(
            \.self
        )
        .joined(separator: ", ")
        if detail != .verbose {
            let errors = notices.filter { $0.severity == .error }.flatMap { noticeText($0) }
            return errors + ["From the files: \(summary). Run with --verbose to read them."]
        }
        return [paper.inked("From the files: \(summary)", .strong)] + notices.flatMap { noticeText($0) }
    }

    private func noticeText(_ notice: Notice) -> [String] {
        var place = notice.file ?? ""
        if let line = notice.line { place += ":\(line)" }
        let text = place.isEmpty ? notice.message : "\(place): \(notice.message)"
        return paper.wrapped("\(text) [\(notice.id)]", indent: "    ", first: "  · ")
    }

    static func shape(_ code: VerdictCode) -> String {
        switch code {
        case .moving: "▲"
        case .phase1: "◆"
        case .phase2: "■"
        case .notEnoughEvidence: "○"
        }
    }

    static func word(_ code: VerdictCode) -> String {
        switch code {
        case .moving: "moving"
        case .phase1: "phase 1"
        case .phase2: "phase 2"
        case .notEnoughEvidence: "not enough evidence"
        }
    }

    static func ink(_ code: VerdictCode) -> Paper.Ink {
        switch code {
        case .moving: .moving
        case .phase1: .phase1
        case .phase2: .phase2
        case .notEnoughEvidence: .unsettled
        }
    }
}
