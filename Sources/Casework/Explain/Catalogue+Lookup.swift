extension Catalogue {
    /// Everything that can be explained, by kind and code.
    package static var all: [Explanation] {
        [verdicts, barriers, measures, notices].flatMap { book in
            book.values.sorted { $0.code < $1.code }
        }
    }

    /// The explanation of a code, whatever the case of its letters.
    package static func find(_ code: String) -> Explanation? {
        all.first { $0.code == code } ?? all.first { $0.code.lowercased() == code.lowercased() }
    }

    /// The three codes closest to a text, by edits.
    package static func nearest(_ code: String) -> [String] {
        all.map { ($0.code, edits(Array(code.lowercased()), Array($0.code.lowercased()))) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
    }

    /// One line a code, under a heading a kind.
    package static func listing() -> [String] {
        var lines: [String] = []
        for (title, book) in [
            ("Verdicts", verdicts), ("Barriers", barriers), ("Measures", measures), ("Notices", notices),
        ] {
            lines.append(title)
            for explanation in book.values.sorted(by: { $0.code < $1.code }) {
                lines.append("  \(explanation.code) — \(explanation.title)")
            }
            lines.append("")
        }
        return lines
    }

    /// Levenshtein distance.
    private static func edits(_ one: [Character], _ other: [Character]) -> Int {
        var row = Array(0...other.count)
        for (i, left) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in other.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (left == right ? 0 : 1))
                diagonal = above
            }
        }
        return row[other.count]
    }
}
