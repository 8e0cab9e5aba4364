import Rollout

/// Keeps one row a key and reports the repeats, so that neither order nor repetition of rows matters.
struct RowKeeper<Value> {
    private struct Kept {
        var value: Value
        var rank: String
        var content: String
    }

    private var kept: [String: Kept] = [:]

    /// Takes a row.
    /// - Parameters:
    ///   - key: What may be there once.
    ///   - rank: Of two rows that differ, the one with the greater rank stays.
    ///   - content: Everything the row says; also decides between equal ranks.
    ///   - what: What the row is about, for the notice: `this use case`.
    mutating func take(
        _ value: Value, key: String, rank: String = "", content: String, what: String,
        at place: (file: String, line: Int), book: NoticeBook
    ) {
        guard let known = kept[key] else {
            kept[key] = Kept(value: value, rank: rank, content: content)
            return
        }
        if known.content == content {
            book.add(
                .duplicateRow, file: place.file, line: place.line,
                "The same row is there twice. One is kept.")
            return
        }
        book.add(
            .conflictingRow, file: place.file, line: place.line,
            "Two rows tell differently of \(what). One is kept; remove the other.")
        if (rank, content) > (known.rank, known.content) {
            kept[key] = Kept(value: value, rank: rank, content: content)
        }
    }

    /// The rows kept, in ascending order of their keys.
    var values: [Value] { kept.sorted { $0.key < $1.key }.map(\.value.value) }
}

/// Joins cells into one text that is equal exactly where all cells are.
func joined(_ cells: Any?...) -> String {
    cells.map { $0.map { "\($0)" } ?? "\u{0}" }.joined(separator: "\u{1F}")
}
