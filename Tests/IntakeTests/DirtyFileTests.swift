import Foundation
import Intake
import Measures
import Rollout
import Testing

/// What is met in real files, told by what comes of it.
@Suite struct `A dirty file` {
    private func use(_ text: String) throws -> ReadResult {
        try read(["people.csv": threePeople, "use.csv": text])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `may end its lines in any way`(end: String) throws {
        let result = try use(
            "person,date,tool\nada,2026-01-05,X\ngrace,2026-01-06,X".replacingOccurrences(of: "\n", with: end)
        )
        #expect(result.days(of: 0) == ["2026-01-05"])
        #expect(result.days(of: 1) == ["2026-01-06"])
        #expect(result.rows("use.csv") == [2, 0])
    }

    @Test(arguments: [",", ";", "\t", "|"])
    func `may use any common delimiter`(delimiter: String) throws {
        let text = "person,date,tool,count\nada,2026-01-05,X,3\n"
        let result = try use(text.replacingOccurrences(of: ",", with: delimiter))
        #expect(result.days(of: 0) == ["2026-01-05"])
        #expect(result.evidence.depth?.first?.actions == 3)
    }

    @Test func `may name its delimiter in a first line`() throws {
        #expect(try use("sep=;\nperson;date;tool\nada;2026-01-05;X\n").days(of: 0) == ["2026-01-05"])
    }

    @Test func `may quote cells, double quotes in them and break lines in them`() throws {
        let result = try use(
            "\"person\",\"date\",\"tool\",\"use_case\"\n\"ada\",\"2026-01-05\",\"The \"\"good\"\" one\",\"a,\nb\"\n grace , 2026-01-06 ,X,\n"
        )
        #expect(result.evidence.use.keys.map(\.tool) == ["The \"good\" one", "X"])
        #expect(result.evidence.use.keys.map(\.useCase) == ["a, b", nil])
        #expect(result.days(of: 1) == ["2026-01-06"])
    }

    @Test func `loses one row to a quote that never closes, not the rest`() throws {
        let result = try use(
            "person,date,tool\nada,2026-01-05,X\n\"ada,2026-01-06,X\ngrace,2026-01-07,X\nlinus,2026-01-08,\"X\"\n"
        )
        #expect(result.days(of: 0) == ["2026-01-05"])
        #expect(result.days(of: 1) == ["2026-01-07"])
        #expect(result.days(of: 2) == ["2026-01-08"])
        #expect(result.lines(.unclosedQuote) == [3])
        #expect(
            result.messages(.unclosedQuote) == [
                "A quote in this row is not closed. The row is left out and reading goes on at the next line."
            ])
    }

    @Test func `loses one row to a quote that never closes up to the end`() throws {
        let result = try use("person,date,tool\n\"ada,2026-01-05,X\ngrace,2026-01-07,X\n")
        #expect(result.days(of: 1) == ["2026-01-07"])
        #expect(result.lines(.unclosedQuote) == [2])
    }

    @Test func `loses rows with too few or too many fields`() throws {
        let result = try use("person,date,tool\nada,2026-01-05\ngrace,2026-01-06,X,Y\nlinus,2026-01-07,X,,\n")
        #expect(result.lines(.raggedRow) == [2, 3])
        #expect(
            result.messages(.raggedRow).first
                == "The row has 2 fields and the header has 3. The row is left out; check its commas and quotes."
        )
        #expect(result.days(of: 2) == ["2026-01-07"])
        #expect(result.rows("use.csv") == [3, 2])
    }

    @Test func `may have blank lines and rows of empty cells`() throws {
        let result = try use("\n\nperson,date,tool\n\nada,2026-01-05,X\n,,\n\n")
        #expect(result.days(of: 0) == ["2026-01-05"])
        #expect(result.rows("use.csv") == [1, 0])
    }

    @Test func `loses a row with a zero byte`() throws {
        let result = try use("person,date,tool\nada,2026-01-05,X\u{0}\ngrace,2026-01-06,X\n")
        #expect(result.lines(.nulByte) == [2])
        #expect(result.days(of: 1) == ["2026-01-06"])
    }

    @Test func `loses a row longer than a mebibyte and nothing after it`() throws {
        let long = String(repeating: "x", count: 1_200_000)
        let result = try use("person,date,tool\nada,2026-01-05,\(long)\ngrace,2026-01-06,X\n")
        #expect(result.lines(.rowTooLong) == [2])
        #expect(result.days(of: 1) == ["2026-01-06"])
        let twice = try use("person,date,tool\nada,2026-01-05,\(long)\(long)\ngrace,2026-01-06,X\n")
        #expect(twice.lines(.rowTooLong) == [2])
        #expect(twice.days(of: 1) == ["2026-01-06"])
    }

    @Test func `is lost with too many columns`() throws {
        let header = (0..<2000).map { "c\($0)" }.joined(separator: ",")
        #expect(
            try use(header + "\n").messages(.tooManyColumns) == [
                "The header has 2000 columns and at most 1024 are read. Export one row per event, not one column per person."
            ])
    }

    @Test func `is lost without a required column, and does not show what stands there instead`() throws {
        let result = try use("ada,2026-01-05,X\n")
        #expect(
            result.messages(.missingColumn) == [
                "Columns `person`, `date`, `tool` are missing, and nothing can be read without. Add the header, or map your column under `columns` in case.yaml."
            ])
        #expect(result.notices.allSatisfy { !$0.message.contains("ada") })
        #expect(result.evidence.sources == [.people])
        #expect(result.notices.contains { $0.severity == .error && $0.file == "use.csv" })
    }

    @Test func `keeps unknown columns out and says so`() throws {
        let result = try use("person,date,tool,Shoe size,ada@example.com\nada,2026-01-05,X,44,1\n")
        #expect(
            result.messages(.unknownColumn).sorted() == [
                "Column 4, `Shoe size`, is not known and stays out. Map it under `columns` in case.yaml if it matters.",
                "Column 5 is not known and stays out. Map it under `columns` in case.yaml if it matters.",
            ])
    }

    @Test func `may have its columns in any order and spelling`() throws {
        let result = try use("TOOL, Use-Case ,Date (UTC),PERSON\nX,UC-1,2026-01-05,ADA\n")
        #expect(result.days(of: 0) == ["2026-01-05"])
        #expect(result.evidence.use.keys == [UseKey(tool: "X", useCase: "UC-1")])
    }

    @Test func `uses the first of two columns of one name`() throws {
        let result = try use("person,date,date,tool\nada,2026-01-05,2026-01-06,X\n")
        #expect(result.days(of: 0) == ["2026-01-05"])
        #expect(
            result.messages(.duplicateColumn) == [
                "Column `date` is there more than once. The first is used; rename or remove the others."
            ])
    }

    @Test func `that is empty counts as there`() throws {
        let result = try use("")
        #expect(result.evidence.sources == [.people, .use])
        #expect(result.lines(.emptyFile) == [nil])
    }

    @Test func `lists five notices of a kind and counts the rest`() throws {
        let rows = (0..<40).map { "stranger\($0),2026-01-05,X\n" }.joined()
        let result = try use("person,date,tool\n" + rows)
        #expect(result.lines(.unknownPerson) == [2, 3, 4, 5, 6, nil])
        #expect(
            result.messages(.unknownPerson).last == "The same was found 40 times; the first 5 are listed.")
        #expect(result.notices.allSatisfy { !$0.message.contains("stranger") })
    }
}

/// The ways bytes become text.
@Suite struct `The bytes of a file` {
    private static let people = "person,team,role\nzoë,Büro,Führung\n"
    private static let useText = "person,date,tool\nZOË,2026-01-05,X\n"

    private func roles(_ people: [UInt8]) throws -> ReadResult {
        try CaseReader().read(MemoryCase(files: ["people.csv": people, "use.csv": bytes(Self.useText)]))
    }

    private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return bigEndian ? pair : pair.reversed()
        }
    }

    @Test func `may begin with a mark`() throws {
        #expect(try roles([0xEF, 0xBB, 0xBF] + bytes(Self.people)).evidence.roles == ["Führung"])
    }

    @Test(arguments: [true, false], [true, false])
    func `may be UTF-16`(bigEndian: Bool, mark: Bool) throws {
        let result = try roles(utf16(Self.people, bigEndian: bigEndian, mark: mark))
        #expect(result.evidence.roles == ["Führung"])
        #expect(result.days(of: 0) == ["2026-01-05"])
    }

    @Test func `may be Windows-1252, with a note`() throws {
        let latin = Self.people.unicodeScalars.map { UInt8($0.value) }
        let result = try roles(latin)
        #expect(result.evidence.roles == ["Führung"])
        #expect(result.days(of: 0) == ["2026-01-05"])
        #expect(
            result.messages(.notUTF8) == [
                "The file is not UTF-8; it is read as Windows-1252. Export it as UTF-8 to be sure of names."
            ])
    }

    @Test func `may be composed in either Unicode form`() throws {
        let decomposed = Self.people.decomposedStringWithCanonicalMapping
        #expect(try roles(bytes(decomposed)).days(of: 0) == ["2026-01-05"])
    }

    /// `person,date,tool\nada,2026-01-05,X\n`, packed by gzip.
    private static let packed: [UInt8] = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x2b, 0x48, 0x2d, 0x2a, 0xce, 0xcf,
        0xd3, 0x49, 0x49, 0x2c, 0x49, 0xd5, 0x29, 0xc9, 0xcf, 0xcf, 0xe1, 0x4a, 0x4c, 0x49, 0xd4, 0x31,
        0x32, 0x30, 0x32, 0xd3, 0x35, 0x30, 0xd4, 0x35, 0x30, 0xd5, 0x89, 0xe0, 0x02, 0x00,
    ]

    private func gzip(_ name: String, _ bytes: [UInt8]) throws -> ReadResult {
        try CaseReader().read(
            MemoryCase(files: ["people.csv": Array(threePeople.utf8), name: bytes]))
    }

    @Test(arguments: ["use.csv", "use.csv.gz"])
    func `may be packed, whatever the name says`(name: String) throws {
        let whole = Self.packed + [0xec, 0x21, 0x15, 0x5a, 0x22, 0x00, 0x00, 0x00]
        #expect(try gzip(name, whole).days(of: 0) == ["2026-01-05"])
        #expect(try gzip(name, whole).messages(.damagedGzip) == [])
        // Two members one after another are one text.
        #expect(try gzip(name, whole + whole).rows(name) == [3, 1])
    }

    @Test func `are lost from where the packing is damaged`() throws {
        let result = try gzip("use.csv.gz", Self.packed)
        #expect(result.days(of: 0) == ["2026-01-05"])
        #expect(
            result.messages(.damagedGzip) == [
                "The gzip data are damaged or cut off; what comes after is lost. Copy or export the file again."
            ])
    }
}
