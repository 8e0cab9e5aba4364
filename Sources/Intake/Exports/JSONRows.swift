import Measures
import Rollout

/// Walks over the objects of a JSON export and hands out their fields.
///
/// The counterpart of `TableCursor`: a row that is refused is reported with its line, and the walk goes on.
enum JSONRows {
    /// Visits every object.
    /// - Parameters:
    ///   - arrays: Keys that lead to the arrays of objects, `["data"]`, `["body", "items"]`; where a document has
    ///     none of them, or there are none, it is itself one object.
    ///   - longest: Bytes an object may have; a longer one is lost.
    ///   - document: Called for each short field of a document around the arrays, in the order of the text.
    ///   - visit: Called for each object; what it refuses is reported.
    /// - Complexity: O(bytes); memory one object.
    static func forEach(
        in file: CaseFile, desk: IntakeDesk, arrays: [[String]] = [],
        longest: Int = JSONElements.longest,
        document: (_ name: String, _ value: JSONValue) -> Void = { _, _ in },
        _ visit: (_ row: JSONRow) throws(RowRefusal) -> Void
    ) {
        let source: DecodedReader
        do throws(StreamTrouble) {
            source = try DecodedReader(file)
        } catch {
            desk.unreadable(file)
            return
        }
        var statistics = FileStatistics(file: file.path)
        var isEmpty = true
        var untilProgress = 0
        func refuse(_ refusal: RowRefusal, _ line: Int) {
            statistics.rowsRefused += 1
            // A refusal without words is told of once for the whole file, by whoever refuses.
            if refusal.message.isEmpty { return }
            desk.book.add(refusal.notice, file: file.path, line: line, refusal.message)
        }
        JSONElements.forEach(in: source, arrays: arrays, limit: longest) { event in
            isEmpty = false
            switch event {
            case .field(let name, let value): document(name, value)
            case .element(let bytes, let line):
                statistics.rowsRead += 1
                do throws(RowRefusal) {
                    try visit(try JSONRow(bytes, line: line, file: file, desk: desk))
                } catch {
                    refuse(error, line)
                }
                untilProgress -= 1
                if untilProgress < 0 {
                    untilProgress = 2_000
                    desk.tellProgress(file, bytes: source.bytesRead)
                }
            case .tooLong(let line):
                statistics.rowsRead += 1
                refuse(
                    RowRefusal(
                        .rowTooLong,
                        "The object is longer than \(longest >> 20 == 4 ? "four" : String(longest >> 20)) mebibytes and is left out. Check the line ends."
                    ),
                    line)
            case .malformed(let line, isDocument: false):
                statistics.rowsRead += 1
                refuse(JSONRow.notAnObject, line)
            case .malformed(let line, isDocument: true):
                desk.book.add(
                    .badJSON, .error, file: file.path, line: line,
                    "The file is not whole JSON: it breaks off here, and what comes after is lost. Export it again."
                )
            }
        }
        if isEmpty, source.trouble == nil {
            desk.book.add(
                .emptyFile, file: file.path,
                "The file is empty. Nothing is taken from it; export it again, or remove it.")
        }
        desk.reportTrouble(source.trouble, in: file)
        statistics.bytes = source.bytesRead
        desk.statistics.files.append(statistics)
        desk.tellProgress(file, bytes: source.bytesRead)
    }
}

/// One object of a JSON export, with the cells asked for in it.
struct JSONRow {
    let object: JSONObject
    /// The object as it stands; valid during the visit.
    let bytes: UnsafeRawBufferPointer
    let line: Int
    let file: CaseFile
    let desk: IntakeDesk

    static let notAnObject = RowRefusal(
        .badJSON, "The line is not a whole JSON object. It is left out; export the file again.")

    fileprivate init(
        _ bytes: UnsafeRawBufferPointer, line: Int, file: CaseFile, desk: IntakeDesk
    ) throws(RowRefusal) {
        do throws(JSONFields.Trouble) {
            object = try JSONObject(bytes)
        } catch {
            throw JSONRow.notAnObject
        }
        self.bytes = bytes
        self.line = line
        self.file = file
        self.desk = desk
        if object.hasDuplicateKeys {
            desk.book.add(
                .duplicateKey, file: file.path, line: line,
                "A name stands more than once in one object. The last one counts; export the file again.")
        }
    }

    /// The value of a field; nil where there is none, or it is null.
    subscript(name: StaticString) -> JSONValue? {
        guard let value = object[name], !value.isNull else { return nil }
        return value
    }

    /// A field's text; nil where there is none, it is null, or empty.
    func text(_ name: StaticString) -> String? { JSONRow.text(self[name]) }

    /// A value's text, or its number as it stands; nil where it is neither, or empty.
    static func text(_ value: JSONValue?) -> String? {
        guard let text = value?.plainText.map(CellText.display), !text.isEmpty else { return nil }
        return text
    }

    /// A whole number; nil where the field is not there, or null.
    func count(_ name: StaticString) throws(RowRefusal) -> Int? {
        try JSONRow.count(self[name], "\(name)")
    }

    /// A whole number; nil where the value is not there, null, or an empty text.
    /// - Parameter name: What to call it where it is no such number.
    static func count(_ value: JSONValue?, _ name: String) throws(RowRefusal) -> Int? {
        guard let value, !value.isNull, !(value.isText && value.bytes.isEmpty) else { return nil }
        guard let number = value.whole else {
            // A key that is no plain word could be an address or a name.
            let isWord = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_.".contains($0)) }
            let shown = isWord ? "`\(name)`" : "A field"
            throw RowRefusal(
                .badNumber,
                "\(shown) is not a number from 0 to 1000000000, without a fraction. The row is left out; correct it."
            )
        }
        return number
    }

    /// The day of a date, or of a time in the case's zone; nil where the field is not there, null, or empty.
    /// - Parameter isUTC: Whether a time without a zone is known to be UTC.
    func day(_ name: StaticString, isUTC: Bool = false) throws(RowRefusal) -> Day? {
        try day(self[name], "\(name)", isUTC: isUTC)
    }

    /// The same for a value at hand.
    /// - Parameter name: What to call it where it is no date.
    func day(_ value: JSONValue?, _ name: String, isUTC: Bool = false) throws(RowRefusal) -> Day? {
        guard let value, !value.isNull else { return nil }
        switch desk.zone.day(of: value.bytes, isUTC: isUTC) {
        case .day(let day): return day
        case .absent: return nil
        case .outOfRange:
            throw RowRefusal(
                .dateOutOfRange,
                "`\(name)` lies outside the years 2000 to 2100. The row is left out; correct the date.")
        case .slashed, .malformed:
            throw RowRefusal(
                .badDate, "`\(name)` is not a date such as 2026-06-28. The row is left out; correct the date."
            )
        }
    }

    /// A day that must be there.
    func requiredDay(_ name: StaticString, isUTC: Bool = false) throws(RowRefusal) -> Day {
        guard let day = try day(name, isUTC: isUTC) else { throw JSONRow.missing("\(name)") }
        return day
    }

    /// The refusal of a row for a field that is not there.
    static func missing(_ name: String) -> RowRefusal {
        RowRefusal(.missingValue, "`\(name)` is empty. The row is left out; fill it in.")
    }
}
