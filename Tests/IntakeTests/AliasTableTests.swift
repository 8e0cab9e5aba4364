import Intake
import Measures
import Rollout
import Testing

/// `aliases.csv`: who a name in an export is.
@Suite struct `The table of aliases` {
    private static let people = """
        person,team,role,email
        ada,Blue,Engineer,ada@example.com
        grace,Blue,Engineer,grace@example.com
        linus,Green,Analyst,

        """

    private static func events(_ names: String...) -> String {
        "timestamp,person,tool\n" + names.map { "2026-05-07,\($0),assistant\n" }.joined()
    }

    private func read(_ aliases: String, _ events: String, people: String? = people) throws -> ReadResult {
        var files = ["aliases.csv": aliases, "exports/e.csv": events]
        files["people.csv"] = people
        return try IntakeTests.read(files)
    }

    @Test func `gives a login, a second address and a number to a person`() throws {
        let result = try read(
            "found,source,person\nocto,exports/e.csv,ada\na.l@example.com,,ada@example.com\n1001,,grace\n",
            Self.events("octo", "A.L@Example.com", "1001"))
        #expect(result.days(of: 0) == ["2026-05-07"] && result.days(of: 1) == ["2026-05-07"])
        #expect(
            result.notices.filter { $0.severity != .note && $0.id != IntakeNotice.layersUnknown.rawValue }
                == [])
        #expect(result.exports.first?.unmatched.names == [])
    }

    @Test func `folds letter case, spaces and Unicode form, and leaves plus addresses alone`() throws {
        let result = try read(
            "Found;Person\n JOSE\u{301}@Example.com ;ada\n",
            Self.events("jos\u{E9}@example.com", "ada+test@example.com"))
        #expect(result.days(of: 0) == ["2026-05-07"])
        #expect(result.exports.first?.unmatched.names.map(\.name) == ["ada+test@example.com"])
    }

    @Test func `takes two spellings of one name for one`() throws {
        let result = try read("found,person\nOcto,ada\nocto,ADA\n", Self.events("OCTO"))
        #expect(result.days(of: 0) == ["2026-05-07"])
        #expect(result.notices.filter { $0.severity == .error } == [])
    }

    @Test func `refuses a name that two lines give to two people, with both lines`() throws {
        let result = try read("found,person\nocto,ada\nhopper,grace\nOcto,grace\n", Self.events("octo"))
        let conflict = result.notices.filter { $0.id == IntakeNotice.aliasConflict.rawValue }
        #expect(
            conflict.map(\.message) == [
                "Lines 2 and 4 give one name to different people, so it finds neither. Keep one of them."
            ])
        #expect(conflict.map(\.severity) == [.error] && conflict.map(\.line) == [4])
        #expect(result.days(of: 0).isEmpty && result.days(of: 1).isEmpty)
        #expect(result.exports.first?.unmatched.names.map(\.name) == ["octo"])
    }

    @Test func `never takes a name from whom the roster gives it to`() throws {
        let result = try read("found,person\nada@example.com,grace\n", Self.events("ada@example.com"))
        #expect(result.days(of: 0) == ["2026-05-07"] && result.days(of: 1).isEmpty)
        #expect(
            result.messages(.aliasConflict) == [
                "`found` is a name that the roster or case.yaml gives to somebody else. It is not used for this person; give it to one of them."
            ])
        #expect(result.lines(.aliasConflict) == [2])
    }

    @Test func `says where a person is not in the roster, and how many lines are open`() throws {
        let result = try read("found,source,person\nocto,,nobody\nx,,\ny,,\n", Self.events("octo"))
        #expect(
            result.messages(.unknownPerson).first
                == "`person` names nobody in the roster. The alias is not used; write the person's key or address as people.csv has it."
        )
        #expect(
            result.messages(.aliasOpen) == [
                "2 names have nobody in the column `person` yet, and their rows stay out. Fill in who it is, or remove the line."
            ])
    }

    @Test func `makes one person of two names where exports are the roster`() throws {
        let result = try read(
            "found,person\nocto,ada@example.com\n", Self.events("octo", "ada@example.com"), people: nil)
        #expect(result.evidence.people.count == 1)
    }

    @Test func `is written with what is there kept, and read back as it was written`() throws {
        let first = try read("found,source,person\n", Self.events("=octo", "grace-h", "grace-h"))
        let names = try #require(first.exports.first).unmatched.names
        let there = CaseFile(
            path: "aliases.csv", bytes: bytes("found,source,person\nlinux,old.csv,linus\n@open,,\n"))
        let table = AliasTable.toFillIn(
            [(source: "exports/e.csv", names: names), (source: "exports/f.csv", names: names)],
            keeping: there)
        #expect(
            table.rows == [
                ["linux", "old.csv", "linus"], ["@open", "", ""],
                ["grace-h", "exports/e.csv; exports/f.csv", ""],
                ["=octo", "exports/e.csv; exports/f.csv", ""],
            ])
        var filled = table
        filled.rows[3][2] = "ada"
        let text = String(decoding: CSVWriter.bytes(of: filled), as: UTF8.self)
        #expect(text.contains("'=octo"))
        let again = try read(text, Self.events("=octo"))
        #expect(again.days(of: 0) == ["2026-05-07"])
        let rewritten = AliasTable.toFillIn([], keeping: CaseFile(path: "aliases.csv", bytes: bytes(text)))
        #expect(rewritten == filled)
    }
}
