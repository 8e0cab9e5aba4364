import Measures
import Rollout
import Yams

/// Reads `case.yaml`. What is wrong is reported and left at its default; nothing here stops a reading.
struct CaseSettingsReader {
    private let file: CaseFile
    private let book: NoticeBook
    private var settings = CaseSettings()

    /// Bytes `case.yaml` may have.
    private static let longest = 1 << 20
    /// Levels of nesting; the real thing has three, and the parser below is recursive.
    private static let deepest = 20
    /// Aliases `case.yaml` may use. Anchors multiply: with three aliases in each of nine anchors a value has
    /// twenty thousand parts, with nine in each a billion, and comparing keys walks through all of them.
    private static let mostAliases = 20

    /// The settings of a file.
    static func read(_ file: CaseFile, book: NoticeBook) -> CaseSettings {
        var reader = CaseSettingsReader(file: file, book: book)
        reader.read()
        return reader.settings
    }

    private init(file: CaseFile, book: NoticeBook) {
        self.file = file
        self.book = book
    }

    private mutating func read() {
        guard let text = text() else { return }
        guard CaseSettingsReader.isShallow(text) else {
            unreadable(line: nil, "it is nested more deeply than any setting is")
            return
        }
        guard CaseSettingsReader.aliases(in: text) <= CaseSettingsReader.mostAliases else {
            unreadable(line: nil, "it uses more than \(CaseSettingsReader.mostAliases) aliases (`*name`)")
            return
        }
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            // What ends too early is found behind the last line.
            let lines = max(
                1, text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count)
            let isDoubled = if case .duplicatedKeysInMapping = error { true } else { false }
            unreadable(
                line: CaseSettingsReader.line(of: error).map { min($0, lines) },
                isDoubled ? "a name stands twice in one list" : "it is not YAML")
            return
        } catch {
            unreadable(line: nil, "it is not YAML")
            return
        }
        guard let root, root.null == nil else { return }
        guard case .mapping(let mapping) = root else {
            unreadable(line: root.mark?.line, "it is not a list of settings")
            return
        }
        for (key, value) in mapping { take(key, value) }
    }

    private func text() -> String? {
        guard file.kind == .file else {
            book.addUnreadable(file)
            return nil
        }
        do throws(StreamTrouble) {
            let source = try DecodedReader(file, peek: CaseSettingsReader.longest + 1)
            guard source.head.count <= CaseSettingsReader.longest else {
                unreadable(line: nil, "it is longer than one mebibyte")
                return nil
            }
            guard !source.head.contains(0) else {
                unreadable(line: nil, "it holds zero bytes")
                return nil
            }
            var next: [UInt8] = [0]
            _ = next.withUnsafeMutableBytes { source.read(into: $0) }
            guard source.trouble == nil else {
                unreadable(line: nil, "it is damaged or cut off")
                return nil
            }
            let (text, isUTF8) = source.head.withUnsafeBytes { CellText.decode($0) }
            if !isUTF8 {
                book.add(
                    .notUTF8, file: file.path,
                    "The file is not UTF-8; it is read as Windows-1252. Save it as UTF-8 to be sure of names."
                )
            }
            return text
        } catch {
            unreadable(line: nil, "it cannot be opened")
            return nil
        }
    }

    private func unreadable(line: Int?, _ why: String) {
        book.add(
            .caseSettingsUnreadable, file: file.path, line: line,
            "The settings cannot be read: \(why). Defaults are used; correct the file.")
    }

    /// Whether brackets, indents and lists within lists stay within bounds.
    static func isShallow(_ text: String) -> Bool {
        var depth = 0
        for line in text.utf8.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            var marks = 0
            var isLead = true
            var indent = 0
            for byte in line {
                switch byte {
                case 91, 123:
                    depth += 1
                    isLead = false
                case 93, 125: depth = max(0, depth - 1)
                case 45, 63, 58: marks += isLead ? 1 : 0
                case 32, 9: indent += isLead ? 1 : 0
                default: isLead = false
                }
                if depth > deepest { return false }
            }
            if indent > deepest * 8 || (marks > deepest && indent > deepest) { return false }
        }
        return true
    }

    /// What looks like an alias: a star before a name, where a value can begin.
    static func aliases(in text: String) -> Int {
        var count = 0
        var before = UInt8(ascii: "\n")
        var isStar = false
        for byte in text.utf8 {
            if isStar, byte > 32, ![44, 93, 125].contains(byte) { count += 1 }
            isStar = byte == UInt8(ascii: "*") && [9, 10, 13, 32, 44, 45, 58, 63, 91, 123].contains(before)
            before = byte
        }
        return count
    }

    private static func line(of error: YamlError) -> Int? {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: nil
        }
    }

    private mutating func take(_ key: Node, _ value: Node) {
        switch key.scalar?.string {
        case "name": settings.name = string(value, "name")
        case "asOf": settings.asOf = day(value, "asOf")
        case "calendar": takeCalendar(value)
        case "timeZone": takeZone(value)
        case "thresholds": takeThresholds(value)
        case "tools": settings.tools = names(value, "tools")
        case "people": settings.people = names(value, "people")
        case "columns": takeColumns(value)
        case "exports": takeExports(value)
        case "pulse": settings.pulse = PulseSettingsReader.read(value, file: file, book: book)
        case "dates": takeDates(value)
        default: unknown(key)
        }
    }

    // MARK: Sections

    private mutating func takeCalendar(_ node: Node) {
        forEach(node, "calendar") { name, value, reader in
            switch name {
            case "workdays": reader.takeWorkdays(value)
            case "holidays":
                let days = reader.list(value, "calendar.holidays").compactMap {
                    reader.day($0, "calendar.holidays")
                }
                reader.settings.calendar = WorkCalendar(
                    weekdays: reader.settings.calendar.weekdays, holidays: Set(days))
            default: return false
            }
            return true
        }
    }

    private mutating func takeWorkdays(_ node: Node) {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        var days: Set<Int> = []
        for item in list(node, "calendar.workdays") {
            let word = item.scalar.map { CellText.key($0.string) } ?? ""
            if let number = Int(word), (1...7).contains(number) {
                days.insert(number)
            } else if word.count >= 3, let place = names.firstIndex(where: { word.hasPrefix($0) }) {
                days.insert(place + 1)
            } else {
                bad(item, "calendar.workdays", "a weekday such as Mon, or 1 for Monday to 7 for Sunday")
            }
        }
        if !days.isEmpty {
            settings.calendar = WorkCalendar(weekdays: days, holidays: settings.calendar.holidays)
        }
    }

    private mutating func takeZone(_ node: Node) {
        if let zone = node.scalar.flatMap({ CaseZone($0.string) }) {
            settings.zone = zone
        } else {
            bad(node, "timeZone", "a time zone such as Europe/Berlin, UTC or +05:30")
        }
    }

    private mutating func takeThresholds(_ node: Node) {
        forEach(node, "thresholds") { name, value, reader in
            let path = "thresholds.\(name)"
            switch name {
            case "habit":
                reader.number(value, path, 0.01...0.99).map { reader.settings.thresholds.habit = $0 }
            case "supply":
                reader.number(value, path, 0.01...10).map { reader.settings.thresholds.supply = $0 }
            case "horizonWeeks":
                reader.number(value, path, 1...52).map {
                    reader.settings.thresholds.horizonWeeks = Int($0.rounded())
                }
            case "habitWeeks":
                reader.number(value, path, 0.01...1).map { reader.settings.thresholds.habitWeeks = $0 }
            case "decided":
                reader.number(value, path, 0.5...0.999).map { reader.settings.thresholds.decided = $0 }
            default: return false
            }
            return true
        }
    }

    private mutating func takeColumns(_ node: Node) {
        forEach(node, "columns") { fileName, value, reader in
            var map = ColumnMap()
            reader.forEach(value, "columns.\(fileName)") { theirs, ours, reader in
                if let ours = reader.string(ours, "columns.\(fileName)") {
                    map.take(ColumnMapping(ours: ColumnName.normalised(ours), theirs: theirs))
                }
                return true
            }
            reader.settings.columns[CaseFile(path: fileName, bytes: []).plainPath] = map
            return true
        }
    }

    private mutating func takeExports(_ node: Node) {
        forEach(node, "exports") { fileName, value, reader in
            if let id = reader.string(value, "exports") {
                reader.settings.exports[CaseFile(path: fileName, bytes: []).plainPath] = CellText.key(id)
            }
            return true
        }
    }

    private mutating func takeDates(_ node: Node) {
        if let word = node.scalar?.string {
            if let style = DateStyle(rawValue: CellText.key(word)) {
                settings.dates[""] = style
            } else {
                bad(node, "dates", "dmy or mdy")
            }
            return
        }
        forEach(node, "dates") { fileName, value, reader in
            if let style = value.scalar.flatMap({ DateStyle(rawValue: CellText.key($0.string)) }) {
                reader.settings.dates[CaseFile(path: fileName, bytes: []).plainPath] = style
            } else {
                reader.bad(value, "dates", "dmy or mdy")
            }
            return true
        }
    }

    // MARK: Values

    /// Visits the entries of a mapping; a visit that answers false reports its key as unknown.
    private mutating func forEach(
        _ node: Node, _ path: String,
        _ visit: (_ name: String, _ value: Node, _ reader: inout CaseSettingsReader) -> Bool
    ) {
        guard node.null == nil else { return }
        guard case .mapping(let mapping) = node else {
            bad(node, path, "a list of names with values")
            return
        }
        for (key, value) in mapping {
            guard let name = key.scalar?.string, visit(name, value, &self) else {
                unknown(key)
                continue
            }
        }
    }

    private mutating func names(_ node: Node, _ path: String) -> [String: [String]] {
        var result: [String: [String]] = [:]
        forEach(node, path) { name, value, reader in
            result[name, default: []] += reader.list(value, path).compactMap { reader.string($0, path) }
            return true
        }
        return result
    }

    private func list(_ node: Node, _ path: String) -> [Node] {
        switch node {
        case .sequence(let sequence): return Array(sequence)
        case .scalar: return node.null == nil ? [node] : []
        default:
            bad(node, path, "a list")
            return []
        }
    }

    private func string(_ node: Node, _ path: String) -> String? {
        guard let text = node.scalar.map({ CellText.display($0.string) }), !text.isEmpty else {
            bad(node, path, "a text")
            return nil
        }
        return text
    }

    private func day(_ node: Node, _ path: String) -> Day? {
        if let text = node.scalar?.string, let day = Day(text), CellDate.range.contains(day) { return day }
        bad(node, path, "a date such as 2026-06-28")
        return nil
    }

    private func number(_ node: Node, _ path: String, _ range: ClosedRange<Double>) -> Double? {
        if let value = node.scalar.flatMap({ Double($0.string) }), value.isFinite, range.contains(value) {
            return value
        }
        bad(
            node, path,
            "a number from \(CellRange.text(range.lowerBound)) to \(CellRange.text(range.upperBound))")
        return nil
    }

    private func bad(_ node: Node, _ path: String, _ wanted: String) {
        // The path may hold a name under `columns` only, which is a file's, and never under `people`.
        book.add(
            .badSetting, file: file.path, line: node.mark?.line,
            "`\(path)` should be \(wanted). The setting is left at its default.")
    }

    private func unknown(_ key: Node) {
        book.add(
            .unknownSetting, file: file.path, line: key.mark?.line,
            "This setting is not known and has no effect. Known are: name, asOf, calendar, timeZone, tools, people, columns, exports, pulse, dates, thresholds."
        )
    }
}
