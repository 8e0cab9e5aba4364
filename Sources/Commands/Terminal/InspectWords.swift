import Intake
import Measures
import Rollout

/// What there is to say of one file, sentence by sentence.
struct InspectWords {
    let file: FileInspection

    init(_ file: FileInspection) { self.file = file }

    /// Marks that are listed before the rest is only counted.
    private static let listed = 8

    /// What the file is.
    var what: String {
        switch file.role {
        case .export, .table, .settings: "\(file.kind?.title ?? "") [\(file.kind?.id ?? "")]"
        case .ambiguous: "More than one kind of export fits, and an import would not read it."
        case .unreadable: "It cannot be read."
        case .unknown where file.layout == .empty: "It is empty."
        case .unknown where file.form?.isWorkbook == true:
            "A workbook, or another archive, of no kind that is known."
        case .unknown:
            switch file.layout {
            case .table:
                "A table of \(file.columns ?? 0) columns of no kind that is known. Map its columns to ours with firsthand map, or turn it into use.csv."
            case .json, .jsonLines: "JSON of no kind that is known. Turn it into use.csv."
            case .empty, .other: "Neither a table nor JSON of a kind that is known."
            }
        }
    }

    /// By which marks it was recognised.
    var knownBy: String? {
        guard let kind = file.kind, !kind.marks.isEmpty else { return nil }
        let generic = kind.isGeneric ? "; any table could have these" : ""
        return "\(file.layout == .table ? "columns" : "fields") \(InspectWords.marks(kind.marks))\(generic)"
    }

    /// Other kinds it was nearly taken for.
    var nearly: [String] {
        file.nearly.map { kind in
            kind.missing.isEmpty
                ? "\(kind.title) [\(kind.id)] fits too, by \(InspectWords.marks(kind.marks))."
                : "\(kind.title) [\(kind.id)]; it lacks \(InspectWords.marks(kind.missing))."
        }
    }

    private static func marks(_ marks: [String]) -> String {
        guard marks.count > listed else { return marks.joined(separator: ", ") }
        return marks.prefix(listed).joined(separator: ", ") + " and \(marks.count - listed) more"
    }

    /// Bytes on disk.
    var size: String {
        guard let size = file.size else { return "" }
        if size < 1000 { return "\(size) bytes" }
        let units = ["kB", "MB", "GB", "TB"]
        var value = Double(size) / 1000
        var unit = 0
        while value >= 999.5, unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        let tenths = Int((value * 10).rounded())
        return value < 10
            ? "\(tenths / 10).\(tenths % 10) \(units[unit])" : "\(Int(value.rounded())) \(units[unit])"
    }

    /// Layout, delimiter, encoding and dates.
    var written: String? {
        guard let form = file.form, file.layout != .empty else { return nil }
        var parts: [String] = []
        switch file.layout {
        case .table:
            let names: [Character: String] = [",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"]
            let between = file.delimiter.map { names[$0] ?? String($0) } ?? "comma"
            parts.append(
                form.isWorkbook
                    ? "a table of a workbook" : "a table of \(file.columns ?? 0) columns, \(between)")
        case .json: parts.append("JSON")
        case .jsonLines: parts.append("one JSON object a line")
        case .other: parts.append("plain bytes")
        case .empty: break
        }
        if form.isPacked { parts.append("packed by gzip") }
        if !form.isWorkbook { parts.append(form.encoding.rawValue + (form.hasMark ? " with mark" : "")) }
        return parts.joined(separator: ", ") + dates
    }

    private var dates: String {
        let orders = Dictionary(grouping: file.dates, by: \.order).sorted {
            $0.key.rawValue < $1.key.rawValue
        }
        let words = orders.map { order, columns in
            let names = InspectWords.marks(columns.map(\.column))
            return switch order {
            case .ambiguous:
                "dates day first or month first, which the column alone does not tell, in \(names)"
            case .serial: "dates as numbers of a spreadsheet in \(names)"
            case .dayFirst: "dates day first in \(names)"
            case .monthFirst: "dates month first in \(names)"
            case .iso: "dates as 2026-06-28 in \(names)"
            }
        }
        return words.isEmpty ? "" : "; " + words.joined(separator: "; ")
    }

    /// Who is named.
    var who: String? {
        let people = file.people
        guard people.named + people.concealed > 0 else {
            return nobody
        }
        var parts: [String] = []
        if people.named > 0 {
            let kinds = IdentityKind.allCases.compactMap { kind in
                people.kinds[kind].map { "\($0) by \(InspectWords.word(kind))" }
            }
            parts.append(
                "\(InspectWords.people(people.named)) named"
                    + (kinds.isEmpty ? "" : ": \(kinds.joined(separator: ", "))"))
        }
        if people.concealed > 0 {
            parts.append(
                "\(InspectWords.people(people.concealed)) by codes in place of names, who can only be counted"
            )
        }
        var sentence = parts.joined(separator: "; ") + "."
        if let matched = people.matched, let unmatched = people.unmatched {
            sentence += " In the case: \(matched) of them"
            sentence +=
                unmatched == 0
                ? ", nobody else is named."
                : "; \(unmatched) \(unmatched == 1 ? "name meets" : "names meet") nobody there, and \(InspectWords.rows(people.unmatchedRows ?? 0)) would stay out."
        }
        return sentence
    }

    /// Why nobody is named; nil where that goes without saying.
    private var nobody: String? {
        guard file.role == .export, let rows = file.rows, rows.rowsRefused < rows.rowsRead else {
            return nil
        }
        if file.contributes.contains(.pulse) { return "Nobody: answers are never tied to people." }
        return file.totals.isEmpty
            ? nil : "No single person’s use can be taken from it, only totals."
    }

    /// The totals it holds, a line each; counts of a few people are not shown.
    var totals: [String] {
        let whole = file.totals.filter { $0.part == nil }
        let shown = whole.prefix(InspectWords.totalsListed).map { total in
            let when =
                total.from == total.to ? total.from.long : "\(total.from.long) to \(total.to.long)"
            return "\(total.tool), \(when): \(InspectWords.value(total))"
        }
        let more = file.totals.count - shown.count
        return shown + (more > 0 ? ["\(more) more, by day or by part"] : [])
    }

    private static let totalsListed = 4

    private static func value(_ total: ExportTotal) -> String {
        switch total.quantity {
        case .actions: return "\(total.value) actions"
        case .activePeople, .enabledPeople:
            let word = total.quantity == .activePeople ? "active" : "who could use it"
            return total.value < 5 ? "fewer than five people \(word)" : "\(total.value) people \(word)"
        }
    }

    /// When it speaks of.
    var when: String? {
        var parts: [String] = []
        if let span = file.span {
            parts.append(
                span.lowerBound == span.upperBound
                    ? span.lowerBound.long : "\(span.lowerBound.long) to \(span.upperBound.long)")
        }
        if let made = file.refreshed { parts.append("made on \(made.long)") }
        let meanings = Set(file.coverage.map(\.absence)).sorted { $0.rawValue < $1.rawValue }.map {
            switch $0 {
            case .notUsed: "no use there means not used"
            case .lastSeenOnly: "only last days are told, so no use there does not mean not used"
            case .unknown: "no use there means nothing"
            }
        }
        return parts.isEmpty && meanings.isEmpty ? nil : (parts + meanings).joined(separator: "; ")
    }

    /// How many rows, and how many of them an import would leave out.
    var rows: String? {
        guard let rows = file.rows else { return nil }
        let all = InspectWords.rows(rows.rowsRead)
        if rows.rowsRead == 0 { return "none" }
        return rows.rowsRefused == 0 ? "\(all), none left out" : "\(all), \(rows.rowsRefused) left out"
    }

    /// What it would add to a case.
    var brings: String? {
        guard !file.contributes.isEmpty else { return nil }
        let tools = file.tools.isEmpty ? "" : " of \(InspectWords.list(file.tools))"
        return InspectWords.list(
            file.contributes.map { part in
                InspectWords.word(part) + (part == .use ? tools : "")
            })
    }

    /// A notice with its line.
    func notice(_ notice: Notice) -> String {
        (notice.line.map { "line \($0): " } ?? "") + "\(notice.message) [\(notice.id)]"
    }

    // MARK: Words

    /// What an export adds, in words.
    static func word(_ part: ExportPart) -> String {
        switch part {
        case .use: "days of use"
        case .roster: "who is there"
        case .ties: "who works with whom"
        case .pulse: "answers to the pulse"
        case .coverage: "where use can be seen"
        case .aggregate: "totals"
        }
    }

    private static func word(_ kind: IdentityKind) -> String {
        switch kind {
        case .address: "address"
        case .login: "login"
        case .employeeID: "employee number"
        case .objectID: "directory id"
        case .accountID: "account number"
        case .pseudonym: "code"
        }
    }

    /// Things joined as people do.
    static func list(_ items: [String]) -> String {
        items.count < 2 ? items.first ?? "" : items.dropLast().joined(separator: ", ") + " and " + items.last!
    }

    private static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }
    private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
}
