import Rollout
import Yams

/// Writes column mappings into the text of a `case.yaml` and leaves everything else as it stands, comments included.
///
/// The text is changed by lines, never written anew. What comes out is read again: unless it says what was there
/// before and the mappings, and nothing else, it is not handed out.
package enum MappingEditor {
    /// Why mappings cannot be written.
    package enum Refusal: Error, Hashable, Sendable {
        /// The text is no settings file that can be read; the reason stands in the notices of reading it.
        case unreadable
        /// `columns` is written in a way that cannot be added to line by line; the lines to add by hand.
        case byHand(String)
    }

    /// The text with mappings for a file added under `columns`.
    /// - Parameters:
    ///   - mappings: Mappings of the file; one replaces what the text says of the same column of ours.
    ///   - file: The file's path within the case.
    ///   - text: What stands there; empty where there is no file yet.
    /// - Throws: `Refusal`.
    package static func adding(
        _ mappings: [ColumnMapping], for file: String, to text: String
    ) throws(Refusal) -> String {
        guard let before = settings(of: text) else { throw .unreadable }
        let key = CaseFile(path: file, bytes: []).plainPath
        var wanted = before.columns
        for mapping in mappings { wanted[key, default: ColumnMap()].take(mapping) }
        for edited in attempts(mappings, file, text) {
            guard let after = settings(of: edited), after.columns == wanted,
                others(after) == others(before)
            else { continue }
            return edited
        }
        throw .byHand(block(mappings, file, indent: 0).joined(separator: "\n"))
    }

    /// The settings of a text; nil where it cannot be read.
    private static func settings(of text: String) -> CaseSettings? {
        let book = NoticeBook()
        let settings = CaseSettingsReader.read(
            CaseFile(path: "case.yaml", bytes: Array(text.utf8)), book: book)
        let isLost = book.all.contains { $0.id == IntakeNotice.caseSettingsUnreadable.rawValue }
        return isLost ? nil : settings
    }

    /// Everything but `columns`, so that two can be compared.
    private static func others(_ settings: CaseSettings) -> [AnyHashable] {
        [
            settings.name, settings.asOf, settings.calendar, settings.thresholds, settings.tools,
            settings.people,
            settings.exports, settings.dates, settings.zone.name,
        ]
    }

    // MARK: Edits

    /// Texts that may be right, the one that changes least first.
    private static func attempts(_ mappings: [ColumnMapping], _ file: String, _ text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let place = Place(text, file: file) else {
            // There are no columns yet: a section at the end, a blank line before it.
            var all = lines
            while all.last == "" { all.removeLast() }
            if !all.isEmpty { all.append("") }
            return [(all + block(mappings, file, indent: 0) + [""]).joined(separator: "\n")]
        }
        var results: [String] = []
        if let entries = place.entries {
            results.append(replacing(mappings, in: lines, entries).joined(separator: "\n"))
        } else {
            var all = lines
            let indent = String(repeating: " ", count: place.indent)
            all.insert(
                contentsOf: block(mappings, file, indent: 0).dropFirst().map { reindent($0, indent) },
                at: place.line + 1)
            results.append(all.joined(separator: "\n"))
        }
        // In braces, on one line; where there is no brace, nothing comes of it.
        let pairs = mappings.map { entry($0) + ", " }.joined()
        if let brace = place.entriesBrace {
            results.append(inserting(pairs, in: lines, after: brace))
        } else if let brace = place.filesBrace {
            results.append(inserting("\(scalar(file)): {\(pairs.dropLast(2))}, ", in: lines, after: brace))
        }
        return results
    }

    /// Lines with a text put after a brace.
    private static func inserting(_ text: String, in lines: [String], after brace: (line: Int, column: Int))
        -> String
    {
        var all = lines
        guard all.indices.contains(brace.line) else { return "" }
        var scalars = Array(all[brace.line].unicodeScalars)
        guard scalars.indices.contains(brace.column), scalars[brace.column] == "{" else { return "" }
        scalars.insert(contentsOf: text.unicodeScalars, at: brace.column + 1)
        var line = String.UnicodeScalarView()
        line.append(contentsOf: scalars)
        all[brace.line] = String(line)
        return all.joined(separator: "\n")
    }

    private static func reindent(_ line: String, _ indent: String) -> String { indent + line.dropFirst(2) }

    /// Entries of a file with those of the same column of ours taken out, and the mappings put before them.
    private static func replacing(_ mappings: [ColumnMapping], in lines: [String], _ entries: Entries)
        -> [String]
    {
        let ours = Set(mappings.map(\.ours))
        let indent = String(repeating: " ", count: entries.indent)
        var result: [String] = []
        for (index, line) in lines.enumerated() {
            if index == entries.lines.first?.line { result += mappings.map { indent + entry($0) } }
            if let entry = entries.lines.first(where: { $0.line == index }), ours.contains(entry.ours) {
                continue
            }
            result.append(line)
        }
        return result
    }

    /// A whole section, ready to stand by itself.
    private static func block(_ mappings: [ColumnMapping], _ file: String, indent: Int) -> [String] {
        ["columns:", "  \(scalar(file)):"] + mappings.map { "    " + entry($0) }
    }

    private static func entry(_ mapping: ColumnMapping) -> String {
        "\(scalar(mapping.theirs)): \(mapping.ours)"
    }

    /// A text as YAML takes it, in quotes where it could be taken for something else.
    private static func scalar(_ text: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./ ")
        let isWord = text.first.map { $0.isASCII && $0.isLetter } ?? false
        let isReserved = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(
            text.lowercased())
        if isWord, !isReserved, text.last != " ", text.allSatisfy(plain.contains) { return text }
        return "'" + text.replacing("'", with: "''") + "'"
    }

    /// The lines of a file's entries, one mapping a line.
    private struct Entries {
        let indent: Int
        let lines: [(line: Int, ours: String)]
    }

    /// Where `columns` stands in a text.
    private struct Place {
        /// Line of the key, from 0.
        let line: Int
        /// Column of the files' names.
        var indent = 2
        /// Where the files begin, and the entries of the file asked for: at a brace, if they stand in braces.
        var filesBrace: (line: Int, column: Int)?
        var entriesBrace: (line: Int, column: Int)?
        /// Entries of the file asked for, where it is there and they stand one a line.
        var entries: Entries?

        /// - Returns: Nil where there is no `columns`.
        init?(_ text: String, file: String) {
            let root: Node?
            do { root = try Yams.compose(yaml: text) } catch { return nil }
            guard case .mapping(let settings)? = root,
                let (key, value) = settings.first(where: { $0.key.scalar?.string == "columns" }),
                let mark = key.mark
            else { return nil }
            line = mark.line - 1
            guard case .mapping(let files) = value else { return }
            let wanted = CaseFile(path: file, bytes: []).plainPath
            filesBrace = value.mark.map { ($0.line - 1, $0.column - 1) }
            if let first = files.first?.key.mark { indent = first.column - 1 }
            guard
                let (_, maps) = files.first(where: {
                    CaseFile(path: $0.key.scalar?.string ?? "", bytes: []).plainPath == wanted
                }), case .mapping(let pairs) = maps
            else { return }
            let lines = pairs.compactMap { their, ours in
                their.mark.map { (line: $0.line - 1, ours: ColumnName.normalised(ours.scalar?.string ?? "")) }
            }
            entriesBrace = maps.mark.map { ($0.line - 1, $0.column - 1) }
            guard let first = pairs.first?.key.mark else { return }
            entries = Entries(indent: first.column - 1, lines: lines)
        }
    }
}
