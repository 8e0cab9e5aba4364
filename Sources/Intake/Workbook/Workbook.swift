/// What a workbook holds beside its cells: sheets, shared texts, and which formats are dates.
///
/// - Source: ECMA-376, part 1, sections 18.2 (workbook), 18.4 (shared strings), 18.8 (styles).
struct Workbook {
    /// Why a workbook cannot be read.
    enum Trouble: Error {
        /// Cut off or not what it claims to be.
        case damaged
        /// Locked with a password.
        case encrypted
        /// Unpacks to more than is read.
        case tooLarge
        /// A zip archive of something else.
        case notWorkbook
        /// A workbook in another form: binary, locked, or of another office program.
        case otherForm

        /// What was found and what to do.
        var message: String {
            switch self {
            case .damaged:
                "The workbook is damaged or cut off; what comes after is lost. Copy or export the file again."
            case .encrypted:
                "The archive is locked with a password. Save it without one, or export the table as CSV."
            case .tooLarge:
                "The workbook is larger than can be read, packed or unpacked. Export the table as CSV."
            case .notWorkbook:
                "The file is an archive and no workbook. Unpack it and put the files within into the folder exports."
            case .otherForm:
                "The file is a workbook in an older or other form, or locked with a password. Save it as .xlsx without one, or as CSV."
            }
        }
    }

    /// Bytes the shared texts, and every other part but a sheet, may have unpacked.
    private static let longestPart = 1 << 26
    /// Bytes a sheet may have unpacked; it is read as a stream.
    static let longestSheet = 1 << 31

    let archive: ZipArchive
    /// Entries of the sheets in the order of their tabs, visible ones first.
    private(set) var sheets: [ZipArchive.Entry] = []
    /// Whether days are counted from 1904.
    private(set) var countsFrom1904 = false
    private(set) var texts = SharedTexts()
    /// For each cell style, whether its number is a day.
    private(set) var isDate: [Bool] = []

    /// Reads everything but the cells.
    init(_ bytes: [UInt8]) throws(Trouble) {
        do throws(ZipArchive.Trouble) {
            archive = try ZipArchive(bytes)
        } catch {
            throw Workbook.trouble(error)
        }
        let names = archive.entries
        guard let main = names["xl/workbook.xml"] else {
            let isOther = names["xl/workbook.bin"] != nil || names["content.xml"] != nil
            throw isOther ? .otherForm : .notWorkbook
        }
        let targets = try relations()
        try readSheets(main, targets)
        if let entry = names["xl/sharedStrings.xml"] { try readTexts(entry) }
        if let entry = names["xl/styles.xml"] { try readStyles(entry) }
    }

    /// The trouble of a workbook that the trouble of its archive is.
    static func trouble(_ trouble: ZipArchive.Trouble) -> Trouble {
        switch trouble {
        case .damaged: .damaged
        case .encrypted: .encrypted
        case .tooLarge: .tooLarge
        }
    }

    /// The same for its XML.
    static func trouble(_ trouble: XMLPull.Trouble) -> Trouble {
        if case .source(let inner) = trouble { return Workbook.trouble(inner) }
        return .damaged
    }

    /// Visits the steps of a part.
    private func walk(
        _ entry: ZipArchive.Entry, _ visit: (XMLPull, XMLPull.Step) -> Void
    ) throws(Trouble) {
        let pull: XMLPull
        do throws(ZipArchive.Trouble) {
            pull = XMLPull(try ZipEntryReader(archive, entry, most: Workbook.longestPart))
        } catch {
            throw Workbook.trouble(error)
        }
        do throws(XMLPull.Trouble) {
            while case let step = try pull.next(), step != .over { visit(pull, step) }
        } catch {
            throw Workbook.trouble(error)
        }
    }

    /// Which entry a relation's id leads to.
    private func relations() throws(Trouble) -> [String: String] {
        guard let entry = archive.entries["xl/_rels/workbook.xml.rels"] else { throw .damaged }
        var targets: [String: String] = [:]
        try walk(entry) { pull, step in
            guard step == .start, pull.isNamed("Relationship"), let id = pull.attribute("Id"),
                let target = pull.attribute("Target")
            else { return }
            targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        }
        return targets
    }

    private mutating func readSheets(
        _ entry: ZipArchive.Entry, _ targets: [String: String]
    ) throws(Trouble) {
        var visible: [ZipArchive.Entry] = []
        var hidden: [ZipArchive.Entry] = []
        var is1904 = false
        let entries = archive.entries
        try walk(entry) { pull, step in
            guard step == .start else { return }
            if pull.isNamed("workbookPr") {
                is1904 = ["1", "true"].contains(pull.attribute("date1904") ?? "")
            } else if pull.isNamed("sheet"), let id = pull.attribute("id"), let target = targets[id],
                let sheet = entries[target]
            {
                if pull.attribute("state")?.lowercased().hasSuffix("hidden") == true {
                    hidden.append(sheet)
                } else {
                    visible.append(sheet)
                }
            }
        }
        sheets = visible + hidden
        countsFrom1904 = is1904
        if sheets.isEmpty { throw .damaged }
    }

    private mutating func readTexts(_ entry: ZipArchive.Entry) throws(Trouble) {
        var texts = SharedTexts()
        var reading = TextReading()
        try walk(entry) { pull, step in
            if step == .start, pull.isNamed("si") { reading.begin() }
            reading.take(pull, step)
            if step == .end, pull.isNamed("si") { texts.append(reading.bytes) }
        }
        self.texts = texts
    }

    private mutating func readStyles(_ entry: ZipArchive.Entry) throws(Trouble) {
        var formats: [Int: Bool] = [:]
        var styles: [Bool] = []
        var isInCells = false
        try walk(entry) { pull, step in
            if pull.isNamed("cellXfs") {
                isInCells = step == .start
            } else if step == .start, pull.isNamed("numFmt"),
                let id = pull.attribute("numFmtId").flatMap({ Int($0) })
            {
                formats[id] = NumberFormat.isDate(pull.attribute("formatCode") ?? "")
            } else if step == .start, isInCells, pull.isNamed("xf") {
                let id = pull.attribute("numFmtId").flatMap { Int($0) } ?? 0
                styles.append(formats[id] ?? NumberFormat.isBuiltInDate(id))
            }
        }
        isDate = styles
    }
}

/// The texts many cells share, one after another in one store.
struct SharedTexts {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// Adds a text.
    mutating func append(_ text: [UInt8]) {
        bytes += text
        ends.append(bytes.count)
    }

    /// A text by number; nil where there is none of that number.
    subscript(number: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(number) else { return nil }
        return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }
}

/// Collects the runs of a rich text and leaves out how it is pronounced.
struct TextReading {
    /// The text so far.
    private(set) var bytes: [UInt8] = []
    private var isInText = false
    private var isPronunciation = false

    /// Starts anew.
    mutating func begin() { bytes.removeAll(keepingCapacity: true) }

    /// Takes a step of the XML.
    mutating func take(_ pull: XMLPull, _ step: XMLPull.Step) {
        switch step {
        case .start, .end:
            if pull.isNamed("t") {
                isInText = step == .start
            } else if pull.isNamed("rPh") {
                isPronunciation = step == .start
            }
        case .text: if isInText, !isPronunciation { pull.appendText(to: &bytes) }
        case .over: return
        }
    }
}

/// Which number formats show a day.
enum NumberFormat {
    /// Whether a format that every program knows by number is one of a day: with or without a time.
    ///
    /// Times alone (18 to 21 and 45 to 47) are none. 27 to 36 and 50 to 58 are days in East Asian programs.
    static func isBuiltInDate(_ id: Int) -> Bool {
        (14...17).contains(id) || id == 22 || (27...36).contains(id) || (50...58).contains(id)
    }

    /// Whether a written format shows a day: it has a year or a day outside quotes and brackets.
    ///
    /// `yy`, `dd.mm.yyyy` and `[$-407]d. mmmm yyyy` do; `0.00`, `"day" 0`, `[Red]0` and `hh:mm` do not.
    static func isDate(_ code: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch character {
            case "\\" where !isQuoted, "_" where !isQuoted: isEscaped = true
            case "\"": isQuoted.toggle()
            case "[" where !isQuoted: isBracketed = true
            case "]" where !isQuoted: isBracketed = false
            // Only the first section counts: the others are for negative numbers and texts.
            case ";" where !isQuoted && !isBracketed: return false
            case "y", "d": if !isQuoted && !isBracketed { return true }
            default: break
            }
        }
        return false
    }
}
