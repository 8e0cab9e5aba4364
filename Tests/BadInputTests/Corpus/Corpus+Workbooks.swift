/// Workbooks that are broken, locked, empty or larger than they look.
extension Corpus {
    private static let usual = [["person", "date", "tool"], ["quorlix", "2026-01-05", "X"], ["vantroub", "2026-01-06", "X"]]
    private static let whole = Zip.archive(Zip.parts(sheet: Zip.sheet(usual)))

    static let workbooks: [BadCase] = [
        workbook("sound", "a workbook in place of a table", whole),
        workbook("truncated", "a workbook cut in half", whole.prefix(whole.count / 2)),
        workbook("only-a-head", "the first bytes of a workbook", whole.prefix(4)),
        workbook("end-missing", "a workbook without its list", whole.dropLast(30)),
        workbook("damaged-inside", "a workbook with a damaged sheet", whole.enumerated().map { $0.offset > 500 && $0.offset < 520 ? $0.element ^ 0x55 : $0.element }),
        workbook("empty-archive", "an archive of nothing", Zip.archive([])),
        workbook("other-archive", "an archive of something else", Zip.archive([Zip.Entry("use.csv", SoundCase.use)])),
        workbook("encrypted", "a locked archive", Zip.archive(Zip.parts(sheet: Zip.sheet(usual)), flags: 1)),
        workbook("old-form", "a workbook of the older form", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + noise(600, seed: 11)),
        workbook("binary-form", "a binary workbook", Zip.archive([Zip.Entry("xl/workbook.bin", "x")])),
        workbook("no-sheets", "a workbook without sheets", Zip.archive([Zip.Entry("xl/workbook.xml", "<workbook/>"), Zip.Entry("xl/_rels/workbook.xml.rels", "<Relationships/>")])),
        workbook("empty-sheet", "a workbook of an empty sheet", Zip.archive(Zip.parts(sheet: Zip.sheet([])))),
        workbook("broken-xml", "a sheet that is no XML", Zip.archive(Zip.parts(sheet: "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>person"))),
        workbook("cut-after-a-row", "a sheet that ends in its third row", Zip.archive(Zip.parts(sheet: String(Zip.sheet(usual).dropLast(60))))),
        workbook("entities", "a sheet with entities that multiply", Zip.archive(Zip.parts(sheet: "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + Zip.sheet([["person", "date", "tool"], ["quorlix", "2026-01-05", "&b;"]])))),
        workbook("outside-entity", "a sheet that names a file of this machine", Zip.archive(Zip.parts(sheet: "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>" + Zip.sheet([["person", "date", "tool"], ["quorlix", "2026-01-05", "&f;"]])))),
        workbook("deep-xml", "elements a hundred thousand deep", Zip.archive(Zip.parts(sheet: String(repeating: "<a>", count: 100_000)))),
        workbook("far-cell", "a cell in the last row and column", Zip.archive(Zip.parts(sheet: "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>person</t></is></c><c t=\"inlineStr\"><is><t>date</t></is></c><c t=\"inlineStr\"><is><t>tool</t></is></c></row><row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>quorlix</v></c></row></sheetData></worksheet>"))),
        workbook("rows-backwards", "rows whose numbers fall", Zip.archive(Zip.parts(sheet: "<worksheet><sheetData>" + ["9", "3", "x"].enumerated().map { index, number in "<row r=\"\(number)\">" + usual[index].map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>" }.joined() + "</sheetData></worksheet>"))),
        workbook("serial-dates", "days as numbers without a format", Zip.archive(Zip.parts(sheet: "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>person</t></is></c><c t=\"inlineStr\"><is><t>date</t></is></c><c t=\"inlineStr\"><is><t>tool</t></is></c></row><row r=\"2\"><c t=\"inlineStr\"><is><t>quorlix</t></is></c><c><v>46027</v></c><c t=\"inlineStr\"><is><t>X</t></is></c></row></sheetData></worksheet>"))),
        workbook("false-size", "an entry that claims to be small", Zip.archive(Zip.parts(sheet: Zip.sheet(usual)), claimed: ["xl/worksheets/sheet1.xml": 10])),
        workbook("name-twice", "two sheets of one name in the archive", Zip.archive(Zip.parts(sheet: Zip.sheet(usual)) + [Zip.Entry("xl/worksheets/sheet1.xml", Zip.sheet([["other", "columns"]]))])),
        BadCase("workbooks/bomb-of-rows", "a gibibyte of blank rows in a mebibyte", ["use.csv": bombOfRows]),
        BadCase("workbooks/bomb-of-texts", "two hundred megabytes of shared texts", ["use.csv": bombOfTexts(megabytes: 200)]),
        BadCase("workbooks/bomb-of-one-text", "a shared text of two hundred megabytes", ["use.csv": bombOfOneText]),
        BadCase("workbooks/bomb-beyond-bounds", "shared texts beyond what is read", ["use.csv": bombOfTexts(megabytes: 400)]),
        BadCase("workbooks/as-roster", "a broken workbook in place of the roster", ["people.csv": .bytes(Array(whole.prefix(300)))]),
        BadCase("workbooks/as-settings", "a workbook in place of the settings", ["case.yaml": .bytes(whole)]),
        BadCase("workbooks/as-export", "a broken workbook among the exports", ["exports/report.xlsx": .bytes(Array(whole.prefix(300)))]),
    ]

    private static func workbook(_ name: String, _ what: String, _ bytes: some Sequence<UInt8>) -> BadCase {
        BadCase("workbooks/\(name)", what, ["use.csv": .bytes(Array(bytes))])
    }

    private static func made(_ entries: @escaping @Sendable () -> [Zip.Entry]) -> BadCase.Content {
        .pieces { AnySequence([Zip.archive(entries())]) }
    }

    private static let bombOfRows = made {
        let blank = Array(String(repeating: "<row/>", count: 170_000).utf8)
        let (head, last) = ("<worksheet><sheetData>", "</sheetData></worksheet>")
        return Array(Zip.parts(sheet: "").dropLast()) + [Zip.Entry("xl/worksheets/sheet1.xml", blank, first: head, times: 1024, last: last)]
    }

    private static func bombOfTexts(megabytes: Int) -> BadCase.Content {
        made {
            let texts = Array(String(repeating: "<si><t>x</t></si>", count: 58_824).utf8)
            return Zip.parts(sheet: Zip.sheet(usual)) + [Zip.Entry("xl/sharedStrings.xml", texts, first: "<sst>", times: megabytes, last: "</sst>")]
        }
    }

    private static let bombOfOneText = made {
        let letters = [UInt8](repeating: 0x78, count: 1_000_000)
        return Zip.parts(sheet: Zip.sheet(usual)) + [Zip.Entry("xl/sharedStrings.xml", letters, first: "<sst><si><t>", times: 200, last: "</t></si></sst>")]
    }
}
