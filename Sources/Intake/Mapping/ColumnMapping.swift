/// One column of a file by our name: `person=Benutzer`, said on the command line or kept in `case.yaml`.
package struct ColumnMapping: Hashable, Sendable {
    /// Path of the file within the case; nil: every table whose columns are otherwise not known.
    package let file: String?
    /// Our column.
    package let ours: String
    /// The file's column; with `=` before it, a text that stands for every row.
    package let theirs: String

    /// A mapping of a column.
    package init(file: String? = nil, ours: String, theirs: String) {
        self.file = file
        self.ours = ours
        self.theirs = theirs
    }

    /// Reads `ours=theirs`, or `file:ours=theirs`; nil where the text is neither.
    ///
    /// `tool==Tracker` says that the tool is `Tracker` in every row.
    package init?(_ text: String) {
        guard let sign = text.firstIndex(of: "=") else { return nil }
        var left = String(text[..<sign])
        var file: String?
        if let colon = left.lastIndex(of: ":") {
            file = CellText.display(String(left[..<colon]))
            left = String(left[left.index(after: colon)...])
        }
        let theirs = CellText.display(String(text[text.index(after: sign)...]))
        let ours = ColumnName.normalised(left)
        guard !ours.isEmpty, !theirs.isEmpty, theirs != "=", file?.isEmpty != true else { return nil }
        self.init(file: file, ours: ours, theirs: theirs)
    }

    /// The text that stands for every row; nil where a column is meant.
    package var constant: String? {
        theirs.hasPrefix("=") ? CellText.display(String(theirs.dropFirst())) : nil
    }
}

extension ColumnMapping: CustomStringConvertible {
    /// The mapping as it is written on the command line, without quotes.
    package var description: String { (file.map { $0 + ":" } ?? "") + "\(ours)=\(theirs)" }
}

/// Columns of one file by our names.
struct ColumnMap: Hashable {
    /// Their column to ours, both normalised.
    var renames: [String: String] = [:]
    /// Our column to the text that stands for every row.
    var constants: [String: String] = [:]

    /// Takes a mapping; of two for one column of ours, the later one counts.
    mutating func take(_ mapping: ColumnMapping) {
        renames = renames.filter { $0.value != mapping.ours }
        constants[mapping.ours] = mapping.constant
        if mapping.constant == nil { renames[ColumnName.normalised(mapping.theirs)] = mapping.ours }
    }
}
