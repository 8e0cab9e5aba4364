/// The first bytes of an export, looked at in the ways exports are told apart.
struct ExportHead {
    /// Bytes looked at.
    static let length = 1 << 16

    /// The first bytes as text bytes, up to `length`.
    let bytes: [UInt8]
    /// Normalised column names of the first line in their order, where it can be a header; otherwise empty.
    let header: [String]
    /// The first line's fields as they stand, where it can be a header; otherwise empty.
    let titles: [String]
    /// The names as a set, with those that `case.yaml` gives the same text in every row.
    let columns: Set<String>
    /// Keys of the first JSON object, where the text begins with one; otherwise empty.
    ///
    /// For a text that begins with an array, those of its first element.
    let keys: Set<String>
    /// Keys with those above them, joined by points: `data.actor.email_address`. Arrays add nothing, and of
    /// an array only what lies in the first bytes is seen. Empty where the text is no JSON.
    let paths: Set<String>

    /// Looks at first bytes.
    /// - Parameters:
    ///   - renames: Their column to ours, both normalised, from `columns` in `case.yaml`.
    ///   - constants: Our columns that have the same text in every row.
    init(_ bytes: [UInt8], renames: [String: String] = [:], constants: [String: String] = [:]) {
        self.bytes = bytes
        let first = bytes.first { ![9, 10, 13, 32].contains($0) }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            header = []
            titles = []
            (keys, paths) = bytes.withUnsafeBytes { JSONOutline.read($0) }
        } else {
            keys = []
            paths = []
            let sniffed = CSVHead.delimiter(of: bytes, known: [])
            var text = bytes[...]
            if sniffed.skipsFirstLine { text = text.drop { $0 != 10 && $0 != 13 } }
            let line = ExportHead.firstRow(of: text)
            titles = CSVHead.fields(of: line, delimiter: sniffed.delimiter)
            header = titles.map {
                let name = ColumnName.normalised($0)
                return renames[name] ?? name
            }
        }
        columns = header.isEmpty ? [] : Set(header).union(constants.keys)
    }

    /// Whether a file's text begins as JSON does; false where it cannot be opened.
    static func isJSON(_ file: CaseFile) -> Bool {
        do throws(StreamTrouble) {
            let first = try DecodedReader(file, peek: 4096).head.first { ![9, 10, 13, 32].contains($0) }
            return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        } catch {
            return false
        }
    }

    /// The first row that is not blank; line breaks within quotes belong to it.
    private static func firstRow(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let text = bytes.drop { [10, 13].contains($0) }
        var isQuoted = false
        let end = text.firstIndex { byte in
            if byte == 34 { isQuoted.toggle() }
            return !isQuoted && (byte == 10 || byte == 13)
        }
        return text[..<(end ?? text.endIndex)]
    }
}
