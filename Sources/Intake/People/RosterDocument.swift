import Measures
import Rollout

/// Walks over the people of a roster that is JSON.
enum RosterDocument {
    /// Objects within objects that are looked into.
    private static let deepest = 6
    /// Values of one person that are kept.
    private static let most = 2_000

    /// Names of fields as they are compared; each is worked out once.
    final class Keys {
        private let renames: [String: String]
        private var known: [String: String] = [:]

        /// - Parameter renames: Their name to ours, both normalised, from `columns` in `case.yaml`.
        init(renames: [String: String]) { self.renames = renames }

        /// What a name adds to its path: nothing for `value`, which wraps what it stands for.
        func key(of name: String) -> String {
            if let key = known[name] { return key }
            let renamed = renames[ColumnName.normalised(name)] ?? name
            // Long names of schemas would hide their own points; only the one word tells.
            let part =
                renamed.hasPrefix("urn:") ? (renamed.contains("enterprise") ? "enterprise" : "") : renamed
            let key = part == "value" ? "" : RosterField.key(part)
            // A file with ever new names must not fill the memory.
            if known.count < most { known[name] = key }
            return key
        }
    }

    /// Visits every object.
    /// - Parameter arrays: Keys that lead to the arrays of people.
    /// - Complexity: O(bytes).
    static func forEach(
        in file: CaseFile, desk: IntakeDesk, kind: RosterKind, arrays: [[String]],
        document: (_ name: String, _ value: JSONValue) -> Void,
        _ visit: (inout RosterCells) throws(RowRefusal) -> Void
    ) {
        let keys = Keys(renames: desk.settings.renames(for: file))
        JSONRows.forEach(in: file, desk: desk, arrays: arrays, document: document) {
            (row) throws(RowRefusal) in
            var cells = cells(
                row.object, line: row.line, kind: kind, keys: keys, file: file, desk: desk)
            try visit(&cells)
        }
    }

    /// The cells of an object.
    static func cells(
        _ object: JSONObject, line: Int, kind: RosterKind, keys: Keys, file: CaseFile, desk: IntakeDesk
    ) -> RosterCells {
        var values: [String: [String]] = [:]
        var count = 0
        flatten(object, path: "", depth: 0, keys: keys, into: &values, count: &count)
        var cells = RosterCells(line: line)
        for field in RosterField.allCases {
            for name in kind.names(of: field) {
                for text in values[name] ?? [] {
                    if RosterField.days.contains(field) {
                        if cells.day(field) == nil {
                            cells.set(day(text, line: line, file: file, desk: desk), for: field)
                        }
                    } else {
                        cells.add(text, to: field)
                    }
                }
            }
        }
        return cells
    }

    private static func day(_ text: String, line: Int, file: CaseFile, desk: IntakeDesk) -> Day? {
        switch Array(text.utf8).withUnsafeBytes({ CellDate.read($0) }) {
        case .day(let day): return day
        case .absent: return nil
        case .outOfRange, .slashed, .malformed:
            desk.book.add(
                .badDate, file: file.path, line: line,
                "A first or last day is not a date such as 2026-06-28. It is not used; correct it.")
            return nil
        }
    }

    /// Puts every text of an object under its path; a path ends before a last part `value`, and arrays add
    /// nothing to it.
    private static func flatten(
        _ object: JSONObject, path: String, depth: Int, keys: Keys,
        into values: inout [String: [String]], count: inout Int
    ) {
        for (name, value) in object.all {
            keep(
                value, key: path + keys.key(of: name), depth: depth, keys: keys, into: &values, count: &count)
        }
    }

    private static func keep(
        _ value: JSONValue, key: String, depth: Int, keys: Keys,
        into values: inout [String: [String]], count: inout Int
    ) {
        guard depth < deepest, count < most else { return }
        if let text = JSONRow.text(value) {
            values[key, default: []].append(text)
            count += 1
        } else if let object = value.object {
            flatten(object, path: key, depth: depth + 1, keys: keys, into: &values, count: &count)
        } else if let array = value.array {
            // Of several addresses the primary one comes first.
            let isPrimary = array.map { $0.object?["primary"]?.isTrue ?? false }
            let sorted = array.indices.filter { isPrimary[$0] } + array.indices.filter { !isPrimary[$0] }
            for index in sorted {
                keep(
                    array[index], key: key, depth: depth + 1, keys: keys, into: &values, count: &count)
            }
        }
    }
}

/// Reads a roster that comes as a table or as JSON.
enum RosterFile {
    /// Reads a file and hands the people over.
    /// - Parameters:
    ///   - arrays: Keys that lead to the arrays of people, where the file is JSON.
    ///   - document: Called for each short field around them.
    ///   - adjust: Puts right what is particular to the source.
    static func read(
        _ file: CaseFile, desk: IntakeDesk, kind: RosterKind, arrays: [[String]] = [],
        into rows: inout [RosterRow],
        document: (_ name: String, _ value: JSONValue) -> Void = { _, _ in },
        adjust: (inout RosterCells) -> Void = { _ in }
    ) {
        var listing = RosterListing(file, desk: desk, kind: kind)
        func take(_ cells: inout RosterCells) throws(RowRefusal) {
            adjust(&cells)
            try listing.take(cells)
        }
        if isJSON(file) {
            RosterDocument.forEach(
                in: file, desk: desk, kind: kind, arrays: arrays, document: document, take)
        } else {
            RosterTable.forEach(in: file, desk: desk, kind: kind, take)
        }
        listing.finish(into: &rows)
    }

    private static func isJSON(_ file: CaseFile) -> Bool {
        do throws(StreamTrouble) {
            let first = try DecodedReader(file, peek: 64).head.first { ![9, 10, 13, 32].contains($0) }
            return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        } catch {
            // The walk over the rows opens the file again and reports what is wrong.
            return false
        }
    }
}
