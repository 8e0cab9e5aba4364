/// Finds out how a delimited text is written, from its first bytes.
enum CSVHead {
    /// The delimiter of a text, and whether its first line only names it (`sep=;`).
    ///
    /// The delimiter that yields most of the expected columns wins, then the one most lines agree on,
    /// then the one with most fields.
    /// - Parameter known: Normalised names of expected columns; may be empty.
    static func delimiter(
        of head: [UInt8], known: Set<String>
    ) -> (delimiter: UInt8, skipsFirstLine: Bool) {
        let candidates: [UInt8] = [44, 59, 9, 124]
        let lines = head.split(maxSplits: 40, omittingEmptySubsequences: true) { $0 == 10 || $0 == 13 }
        guard let first = lines.first else { return (44, false) }
        if first.count == 5, first.starts(with: Array("sep=".utf8)), let byte = first.last,
            candidates.contains(byte)
        {
            return (byte, true)
        }
        // The last line of the head may be cut off.
        let whole = lines.count > 2 ? lines.dropLast() : lines[...]
        var best: (score: (Int, Int, Int), delimiter: UInt8) = ((-1, -1, -1), 44)
        for candidate in candidates {
            let header = fields(of: first, delimiter: candidate)
            let matched = header.filter { known.contains(ColumnName.normalised($0)) }.count
            let agreeing = whole.filter { fields(of: $0, delimiter: candidate).count == header.count }.count
            let score = (matched, header.count > 1 ? agreeing : 0, header.count)
            if score > best.score { best = (score, candidate) }
        }
        return (best.delimiter, false)
    }

    /// The fields of one line; quotes are honoured, line breaks are not.
    static func fields(of line: ArraySlice<UInt8>, delimiter: UInt8) -> [String] {
        var result: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var before: UInt8 = 0
        for byte in line {
            defer { before = byte }
            if byte == 34 {
                // Two quotes within quotes stand for one.
                if before == 34, !isQuoted { field.append(34) }
                isQuoted.toggle()
            } else if byte == delimiter, !isQuoted {
                result.append(String(decoding: field, as: UTF8.self))
                field = []
            } else {
                field.append(byte)
            }
        }
        result.append(String(decoding: field, as: UTF8.self))
        return result
    }
}

/// Names of columns as they are compared.
enum ColumnName {
    /// A column's name in lower case, without `(UTC)` and without brackets, its words joined by `_`.
    ///
    /// `Last Activity Date (UTC)`, `last-activity-date` and `last_activity_date` are one name;
    /// `Prompts (work)` and `Prompts (web)` are two.
    static func normalised(_ name: String) -> String {
        var result = ""
        var bracketed: String?
        var pendingGap = false
        func isGap(_ character: Character) -> Bool {
            [" ", "_", "-", "\t", "\u{FEFF}", "\u{A0}", "\n", "\r", "\r\n"].contains(character)
        }
        func append(_ character: Character) {
            if isGap(character) {
                pendingGap = !result.isEmpty
                return
            }
            if pendingGap { result += "_" }
            pendingGap = false
            result.append(character)
        }
        for character in name.lowercased() {
            switch character {
            case "(", "[": bracketed = bracketed ?? ""
            case ")", "]":
                guard let inside = bracketed else { continue }
                bracketed = nil
                if inside != "utc" { (" " + inside + " ").forEach(append) }
            default:
                if bracketed != nil { bracketed?.append(character) } else { append(character) }
            }
        }
        if let rest = bracketed { (" " + rest).forEach(append) }
        return result
    }
}
