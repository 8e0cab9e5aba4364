import Intake
import Measures
import Rollout
import Testing

/// Workbooks in place of CSV files.
@Suite struct `A workbook` {
    private func read(_ bytes: [UInt8]) throws -> ReadResult {
        let people = Array(
            "person,team,role,layer\nada,Blue,Engineer,contributor\ngrace,Blue,Engineer,contributor\n".utf8)
        return try CaseReader().read(MemoryCase(files: ["people.csv": people, "activity.csv": bytes]))
    }

    private func days(_ result: ReadResult) -> [String] {
        guard let activity = result.evidence.activity else { return [] }
        return (0..<2).flatMap { person in
            (day("2026-05-01")...day("2026-06-30")).filter { activity.contains($0, row: person) }
                .map { "\(person) \($0)" }
        }
    }

    @Test func `is read like the CSV file it could have been`() throws {
        let result = try read(
            WorkbookFixture.workbook([
                ["Person", "Date"], ["ADA", "2026-06-01"], ["grace", "2026-06-02"],
            ]))
        #expect(days(result) == ["0 2026-06-01", "1 2026-06-02"])
        #expect(result.rows("activity.csv") == [2, 0])
        #expect(result.notices == [])
    }

    @Test func `gives days of serial numbers, of either count, and the value last worked out of a formula`()
        throws
    {
        // 46174 is 2026-06-01; counted from 1904 the same day is 44712.
        func sheet(_ serial: String) -> String {
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><f>CONCAT("a")</f><v>date</v></c></row>
            <row><c t="s"><v>1</v></c><c s="1"><f>TODAY()</f><v>\(serial)</v></c></row>
            <row><c t="s"><v>2</v></c><c s="2"><v>\(serial).75</v></c></row>
            <row><c t="s"><v>2</v></c><c s="0"><v>\(serial)</v></c></row>
            """
        }
        let texts = [
            "<t>person</t>", "<r><t>A</t></r><r><rPr><b/></rPr><t>da</t></r><rPh><t>x</t></rPh>",
            "<t xml:space=\"preserve\"> grace_x000D_</t>",
        ]
        let formats = ["0", "14", "[$-407]dd\\.mm\\.yyyy hh:mm"]
        let since1900 = WorkbookFixture.zip(
            WorkbookFixture.parts(
                sheets: [("S", sheet("46174"), nil)], texts: texts, formats: formats))
        let result = try read(since1900)
        #expect(days(result) == ["0 2026-06-01", "1 2026-06-01"])
        #expect(result.lines(.badDate) == [4])
        let since1904 = WorkbookFixture.zip(
            WorkbookFixture.parts(
                sheets: [("S", sheet("44712"), nil)], texts: texts, formats: formats,
                settings: "<workbookPr date1904=\"1\"/>"))
        #expect(days(try read(since1904)) == ["0 2026-06-01", "1 2026-06-01"])
    }

    @Test func `is read from the first visible sheet with a header, below what stands above it`() throws {
        let bytes = WorkbookFixture.zip(
            WorkbookFixture.parts(sheets: [
                ("Old", WorkbookFixture.rows([["person", "date"], ["ada", "2020-01-01"]]), "hidden"),
                ("Cover", WorkbookFixture.rows([["Activity of June"], [], ["Made by HR"]]), nil),
                (
                    "Data",
                    WorkbookFixture.rows([["Activity"], [], ["person", "date", "note"]])
                        + WorkbookFixture.rows([["ada", "2026-06-01"]], from: 7)
                        + WorkbookFixture.rows(
                            [["nobody", "2026-06-01", "a; &quot;b&quot;&#10;c, d"]], from: 8)
                        + WorkbookFixture.rows([["", "2026-06-02", "x", "beyond the header"]], from: 9), nil
                ),
            ]))
        let result = try read(bytes)
        #expect(days(result) == ["0 2026-06-01"])
        // Rows keep the numbers the spreadsheet shows.
        #expect(result.lines(.unknownPerson) == [8])
        #expect(result.lines(.missingValue) == [9])
        #expect(result.lines(.raggedRow) == [])
        #expect(result.lines(.unknownColumn) == [3])
    }

    @Test func `with errors and truth values keeps what can be known`() throws {
        let rows = """
            <row><c t="inlineStr"><is><t>person</t></is></c><c t="inlineStr"><is><t>date</t></is></c></row>
            <row><c t="inlineStr"><is><t>ada</t></is></c><c t="e"><v>#N/A</v></c></row>
            <row><c t="inlineStr"><is><t>grace</t></is></c><c t="d"><v>2026-06-03T10:00:00</v></c></row>
            <row><c t="b"><v>1</v></c><c t="d"><v>2026-06-03</v></c></row>
            """
        let result = try read(WorkbookFixture.zip(WorkbookFixture.parts(sheets: [("S", rows, nil)])))
        #expect(days(result) == ["1 2026-06-03"])
        #expect(result.lines(.missingValue) == [2])
        #expect(result.lines(.unknownPerson) == [4])
    }

    @Test func `that is deflated is inflated`() throws {
        // Two bytes of literal text in one stored block of deflate: the method, not the gain, is tested.
        let parts = WorkbookFixture.parts(sheets: [
            ("S", WorkbookFixture.rows([["person", "date"], ["ada", "2026-06-01"]]), nil)
        ]).map { part in
            let count = part.content.count
            let block: [UInt8] = [
                1, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8 & 255),
            ]
            return WorkbookFixture.Part(part.name, content: part.content, deflated: block + part.content)
        }
        #expect(days(try read(WorkbookFixture.zip(parts))) == ["0 2026-06-01"])
    }

    private static let damaged =
        "The workbook is damaged or cut off; what comes after is lost. Copy or export the file again."

    @Test func `cut off anywhere is an error and never a crash`() throws {
        let whole = WorkbookFixture.workbook([["person", "date"], ["ada", "2026-06-01"]])
        for length in stride(from: 8, to: whole.count, by: 7) {
            let result = try read(Array(whole.prefix(length)))
            #expect(result.messages(.workbookUnreadable) == [Self.damaged])
            #expect(days(result) == [])
        }
        #expect(try read(whole).messages(.workbookUnreadable) == [])
    }

    @Test func `with any byte changed never crashes`() throws {
        let whole = WorkbookFixture.workbook([["person", "date"], ["ada", "2026-06-01"]])
        for place in stride(from: 4, to: whole.count, by: 3) {
            var bytes = whole
            bytes[place] ^= 0x55
            let result = try read(bytes)
            #expect(result.evidence.people.count == 2)
        }
    }

    @Test func `that unpacks to more than is read is refused before it fills the memory`() throws {
        // Where the list tells the truth nothing is unpacked; where it lies, no more than it tells.
        let runs = 1_050_000
        let expected = [
            (
                258 * runs + 1,
                "The workbook is larger than can be read, packed or unpacked. Export the table as CSV."
            ), (1000, Self.damaged),
        ]
        let bomb = WorkbookFixture.bomb(32, runs: runs)
        for (claimed, message) in expected {
            var parts = WorkbookFixture.parts(sheets: [
                ("S", WorkbookFixture.rows([["person", "date"], ["ada", "2026-06-01"]]), nil)
            ])
            parts[2] = WorkbookFixture.Part(
                "xl/sharedStrings.xml", content: [], deflated: bomb, claimed: claimed)
            let result = try read(WorkbookFixture.zip(parts))
            #expect(result.messages(.workbookUnreadable) == [message])
        }
    }

    @Test func `with a document type is refused, so that no entity can grow`() throws {
        let rows = WorkbookFixture.rows([["person", "date"]])
        var parts = WorkbookFixture.parts(sheets: [("S", rows, nil)])
        parts[4] = WorkbookFixture.Part(
            parts[4].name,
            "<!DOCTYPE x [<!ENTITY a \"aa\">]><worksheet><sheetData>\(rows)</sheetData></worksheet>")
        #expect(try read(WorkbookFixture.zip(parts)).messages(.workbookUnreadable) == [Self.damaged])
    }

    @Test func `that is none says what it is instead`() throws {
        let other = WorkbookFixture.zip([WorkbookFixture.Part("conversations.json", "[]")])
        #expect(
            try read(other).messages(.workbookUnreadable) == [
                "The file is an archive and no workbook. Unpack it and put the files within into the folder exports."
            ])
        let locked = WorkbookFixture.zip(
            WorkbookFixture.parts(sheets: [("S", "", nil)]), flags: 1)
        #expect(
            try read(locked).messages(.workbookUnreadable) == [
                "The archive is locked with a password. Save it without one, or export the table as CSV."
            ])
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
        let calc = WorkbookFixture.zip([WorkbookFixture.Part("content.xml", "<x/>")])
        for bytes in [old, calc] {
            #expect(
                try read(bytes).messages(.workbookUnreadable) == [
                    "The file is a workbook in an older or other form, or locked with a password. Save it as .xlsx without one, or as CSV."
                ])
        }
    }

    @Test func `among the exports is told of in the same words`() throws {
        let people = Array("person,team,role\nada,Blue,Engineer\n".utf8)
        let whole = WorkbookFixture.workbook([["person", "timestamp", "tool"], ["ada", "2026-06-01", "t"]])
        let read = { (bytes: [UInt8]) in
            try CaseReader().read(MemoryCase(files: ["people.csv": people, "exports/x": bytes]))
        }
        #expect(try read(whole).days(of: 0) == ["2026-06-01"])
        let cut = try read(Array(whole.dropLast(40)))
        #expect(cut.messages(.workbookUnreadable) == [Self.damaged])
        #expect(cut.messages(.exportNotRecognised) == [])
    }

    @Test func `with any XML within never crashes and never hangs`() throws {
        let rows = WorkbookFixture.rows([
            ["person", "date"], ["ada", "2026-06-01"], ["grace", "a &amp; b"],
        ])
        let parts = WorkbookFixture.parts(
            sheets: [("S", rows, nil), ("T", rows, "hidden")], texts: ["<t>a</t>", "<r><t>b</t></r>"],
            formats: ["0", "14", "[$-407]dd.mm.yyyy"])
        let pieces = [
            "<", ">", "/", "\"", "&", ";", "<!--", "-->", "<![CDATA[", "]]>", "<c r=\"ZZZZZZ9\" t=\"s\">",
            "<v>99999999999999999999</v>", "<row r=\"-5\">", "</sheetData>", "_x0000_", "&#x110000;", "&#0;",
            "<c t=\"e\"/>", "<is><t>", "<?", "1e308", "\u{0}",
        ]
        // A simple generator with a fixed seed: the same thousand workbooks each time.
        var state: UInt64 = 20_260_601
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<1000 {
            var changed = parts
            let index = random(changed.count)
            var text = Array(String(decoding: changed[index].content, as: UTF8.self).utf8)
            for _ in 0...random(3) {
                let place = random(text.count)
                switch random(3) {
                case 0: text.replaceSubrange(place..<place, with: Array(pieces[random(pieces.count)].utf8))
                case 1: text.removeSubrange(place..<min(text.count, place + 1 + random(20)))
                default: text[place] = UInt8(random(256))
                }
            }
            changed[index] = WorkbookFixture.Part(changed[index].name, bytes: text)
            let result = try read(WorkbookFixture.zip(changed))
            #expect(result.evidence.people.count == 2)
        }
    }

    @Test func `without any row is an empty file`() throws {
        let result = try read(WorkbookFixture.zip(WorkbookFixture.parts(sheets: [("S", "", nil)])))
        #expect(result.messages(.emptyFile).count == 1)
    }

    @Test func `with long text across the edges of its pieces loses no entity`() throws {
        // More than one buffer of text, with an entity at every place.
        let note = String(repeating: "&amp;x&#x41;", count: 20_000)
        for shift in 0..<6 {
            let rows = WorkbookFixture.rows([
                ["person", "date", "note"],
                ["ada", "2026-06-01", String(repeating: "-", count: shift) + note],
            ])
            let result = try read(WorkbookFixture.zip(WorkbookFixture.parts(sheets: [("S", rows, nil)])))
            #expect(days(result) == ["0 2026-06-01"])
        }
    }
}
