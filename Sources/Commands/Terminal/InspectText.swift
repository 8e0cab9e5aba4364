package import Intake
import Measures
import Rollout

/// Files looked into, as a page of text.
package struct InspectText {
    let inspections: [FileInspection]
    let paper: Paper
    let isQuiet: Bool
    let showsNames: Bool

    /// Columns of the labels at the left.
    private static let label = 12

    /// A page of files on a paper.
    package init(inspections: [FileInspection], paper: Paper, isQuiet: Bool, showsNames: Bool) {
        self.inspections = inspections
        self.paper = paper
        self.isQuiet = isQuiet
        self.showsNames = showsNames
    }

    /// All lines.
    package func lines() -> [String] {
        if inspections.isEmpty { return ["There is no file to look into."] }
        if isQuiet { return inspections.flatMap { quiet($0) } }
        var lines: [String] = []
        if showsNames {
            lines += paper.wrapped("NAMES ARE SHOWN: for your own eyes; do not pass this on.").map {
                paper.inked($0, .warning)
            }
            lines.append("")
        }
        for inspection in inspections { lines += page(inspection) + [""] }
        return lines + summary()
    }

    // MARK: One file

    private func quiet(_ file: FileInspection) -> [String] {
        let words = InspectWords(file)
        let rows = words.rows.map { "; \($0)" } ?? ""
        return paper.wrapped("\(file.path): \(words.what)\(rows)", indent: "    ", first: "")
    }

    private func page(_ file: FileInspection) -> [String] {
        let words = InspectWords(file)
        var lines = paper.spread(file.path, words.size).map { paper.inked($0, .strong) }
        lines += row("is", words.what)
        lines += row("known by", words.knownBy)
        for sentence in words.nearly { lines += row("nearly", sentence) }
        lines += row("written as", words.written)
        lines += row("who", words.who)
        lines += row("when", words.when)
        lines += row("rows", words.rows)
        lines += row("brings", words.brings)
        for (place, sentence) in file.cannotSee.enumerated() {
            lines += row(place == 0 ? "cannot see" : "", sentence)
        }
        lines += row("how late", file.lateBy)
        for (place, total) in words.totals.enumerated() {
            lines += row(place == 0 ? "totals" : "", total)
        }
        for sentence in file.remarks { lines += row("note", sentence) }
        for notice in file.notices { lines += row(InspectText.word(notice.severity), words.notice(notice)) }
        if file.notices.isEmpty, file.role != .unknown { lines += row("odd", "Nothing odd was found.") }
        if showsNames { lines += names(file) }
        return lines
    }

    private func row(_ label: String, _ text: String?) -> [String] {
        guard let text, !text.isEmpty else { return [] }
        let space = String(repeating: " ", count: InspectText.label + 2)
        let padded = "  " + label + String(repeating: " ", count: max(1, InspectText.label - label.count))
        return paper.wrapped(text, indent: space, first: paper.inked(padded, .quiet))
    }

    private func names(_ file: FileInspection) -> [String] {
        let people = file.names.all.map { names in names.map(\.name).joined(separator: " = ") }
        let strangers = file.names.unmatched.map { "\($0.name) (nobody in the case)" }
        return (people.isEmpty ? strangers : people).flatMap {
            paper.wrapped($0, indent: "        ", first: "      · ")
        }
    }

    // MARK: All files

    private func summary() -> [String] {
        guard inspections.count > 1 else { return [] }
        func count(_ holds: (FileInspection) -> Bool) -> Int { inspections.count(where: holds) }
        func part(_ number: Int, _ word: String) -> String? { number > 0 ? "\(number) \(word)" : nil }
        let parts = [
            part(count { $0.role == .export }, "exports"), part(count { $0.role == .table }, "case tables"),
            part(count { $0.role == .settings }, "settings"),
            part(count { $0.role == .ambiguous }, "of more than one kind"),
            part(count { $0.role == .unknown }, "not known"),
            part(count { $0.role == .unreadable }, "not readable"),
        ].compactMap { $0 }
        var lines = paper.wrapped(
            "\(inspections.count) files: \(parts.joined(separator: ", ")). Nothing was imported.")
        let brought = ExportPart.allCases.filter { part in
            inspections.contains { $0.contributes.contains(part) }
        }
        let lacking = [ExportPart.use, .roster, .ties, .pulse].filter { !brought.contains($0) }
        if !brought.isEmpty {
            lines += paper.wrapped(
                "Together they bring \(InspectWords.list(brought.map(InspectWords.word)))"
                    + (lacking.isEmpty
                        ? "." : "; they do not bring \(InspectWords.list(lacking.map(InspectWords.word))).")
            )
        }
        return lines
    }

    private static func word(_ severity: Notice.Severity) -> String {
        switch severity {
        case .note: "odd"
        case .warning: "warning"
        case .error: "error"
        }
    }
}
