import Intake
import Measures
import Rollout
import Testing

/// JSON as it is met, well formed and not.
@Suite struct `JSON of exports` {
    private static func row(_ day: Int, _ more: String = "", login: String = "octo") -> String {
        #"{"day":"2026-03-0\#(day)","user_login":"\#(login)","used_chat":true\#(more)}"#
    }

    private func days(_ text: String, people: [String] = ["octo"]) throws -> ReadResult {
        try ExportCase.read(people: people, ["x": text])
    }

    private static let three = ["2026-03-01", "2026-03-02", "2026-03-03"]

    @Test(arguments: [
        "{1}\n{2}\n{3}\n", "{1}\r\n\r\n{2}\r\n{3}", "{1}{2} {3}", "{1},\n{2},\n{3}", "[{1},{2},{3}]",
        "[\n {1} ,\n {2},{3}\n]\n",
        "{\"day_totals\":[{1},{2},{3}],\"x\":1}", "{\"a\":{\"b\":[1]},\n\"day_totals\" : [ {1},{2},{3} ] }\n",
        "{\"day_totals\":[{1}]}\n{\"day_totals\":[{2},{3}]}",
        "{\"day_totals\":[{1},{2},{3}]}{\"day_totals\":[]}",
    ]) func `may be lines, one array, or pages of documents`(form: String) throws {
        var text = form
        for day in 1...3 { text = text.replacing("{\(day)}", with: Self.row(day)) }
        let result = try days(text)
        #expect(result.days(of: 0) == Self.three)
        #expect(result.messages(.badJSON) == [])
        #expect(result.rows("exports/x") == [3, 0])
    }

    @Test func `may have escapes in names, pairs of them too`() throws {
        let result = try days(
            Self.row(1, login: #"ren\u00e9e\u0040example.com"#) + Self.row(2, login: #"\uD83D\uDE00"#)
                + Self.row(3, login: #"a\/b\"c"#) + Self.row(4, login: #"half \uD83D"#),
            people: ["renée@example.com", "😀", "\"a/b\"\"c\"", "half \u{FFFD}"])
        #expect(result.messages(.unknownPerson) == [])
        #expect((0..<4).allSatisfy { result.days(of: $0).count == 1 })
    }

    @Test func `with a bad line loses that line only`() throws {
        let text = [Self.row(1), "{\"day\":\"2026-03-09\",\"user_lo", Self.row(2), "nonsense", Self.row(3)]
        let result = try days(text.joined(separator: "\n"))
        #expect(result.days(of: 0) == Self.three)
        #expect(result.lines(.badJSON) == [2, 4])
        #expect(
            result.messages(.badJSON).first
                == "The line is not a whole JSON object. It is left out; export the file again.")
        #expect(result.rows("exports/x") == [5, 2])
    }

    @Test func `with a line cut off between fields loses that line only`() throws {
        let text = [Self.row(1), "{\"day\":\"2026-03-09\",", Self.row(2), Self.row(3)]
        let result = try days(text.joined(separator: "\n"))
        #expect(result.days(of: 0) == Self.three)
        #expect(result.rows("exports/x") == [4, 1])
    }

    @Test func `that breaks off within a document keeps what came before`() throws {
        let result = try days("{\"day_totals\":[\n\(Self.row(1)),\n\(Self.row(2)),\n{\"day\":\"2026-0")
        #expect(result.days(of: 0) == ["2026-03-01", "2026-03-02"])
        #expect(
            result.messages(.badJSON) == [
                "The file is not whole JSON: it breaks off here, and what comes after is lost. Export it again."
            ])
        #expect(result.lines(.badJSON) == [4])
        #expect(result.notices.contains { $0.id == "intake.badJSON" && $0.severity == .error })
    }

    @Test func `nested a hundred thousand deep is passed over`() throws {
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        let result = try days(Self.row(1, ",\"x\":\(deep)") + "\n" + Self.row(2))
        #expect(result.days(of: 0) == ["2026-03-01", "2026-03-02"])
        let open = try days(Self.row(1) + "\n" + String(repeating: "{\"a\":", count: 100_000))
        #expect(open.days(of: 0) == ["2026-03-01"])
        #expect(open.messages(.badJSON).count == 1)
    }

    @Test func `with a name twice in one object says so, and the last one counts`() throws {
        let result = try days(Self.row(1, ",\"day\":\"2026-03-04\""))
        #expect(result.days(of: 0) == ["2026-03-04"])
        #expect(
            result.messages(.duplicateKey) == [
                "A name stands more than once in one object. The last one counts; export the file again."
            ])
    }

    @Test(arguments: ["99999999999999999999999999", "-1", "1.5", "1e3", "\"many\"", "true"])
    func `with a number that none can be refuses the row`(number: String) throws {
        let text = Self.row(1, ",\"user_initiated_interaction_count\":\(number)") + "\n" + Self.row(2)
        let result = try days(text)
        #expect(result.days(of: 0) == ["2026-03-02"])
        #expect(
            result.messages(.badNumber) == [
                "`user_initiated_interaction_count` is not a number from 0 to 1000000000, without a fraction. The row is left out; correct it."
            ])
    }

    @Test func `with an object longer than four mebibytes loses that object only`() throws {
        let long = Self.row(1, ",\"x\":\"" + String(repeating: "y", count: 5 << 20) + "\"")
        let result = try days([Self.row(2), long, Self.row(3)].joined(separator: "\n"))
        #expect(result.days(of: 0) == ["2026-03-02", "2026-03-03"])
        #expect(
            result.messages(.rowTooLong) == [
                "The object is longer than four mebibytes and is left out. Check the line ends."
            ])
        #expect(result.lines(.rowTooLong) == [2])
    }

    @Test func `comes out the same in pieces of any size`() throws {
        let text =
            "{\"report_end_day\":\"2026-03-03\",\"day_totals\":[\n\(Self.row(1)),\(Self.row(2)),\n\(Self.row(3))]}\n"
        let whole = try days(text)
        for size in [1, 2, 3, 7, 64] {
            let all = Array(text.utf8)
            let file = CaseFile(path: "exports/x", size: all.count) {
                var place = 0
                return ByteStream { target in
                    let count = min(size, target.count, all.count - place)
                    guard count > 0 else { return 0 }
                    target.copyBytes(from: all[place..<place + count])
                    place += count
                    return count
                }
            }
            let roster = CaseFile(path: "people.csv", bytes: bytes("person,team,role\nocto,T,R\n"))
            let settings = CaseFile(path: "case.yaml", bytes: bytes("name: X"))
            let result = try CaseReader().read(MemoryCase([roster, settings, file]))
            #expect(contents(result.evidence) == contents(whole.evidence))
        }
    }
}
