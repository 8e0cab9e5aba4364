import Intake
import Measures
import Rollout
import Testing

/// Plain rows are read many at a time and on several threads; nothing of that may show.
@Suite struct `Reading many rows at a time` {
    /// A stream of pseudo-random numbers (SplitMix64) of a seed.
    private struct Dice {
        private var state: UInt64
        init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

        mutating func roll(_ sides: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
            return Int((word ^ word >> 31) % UInt64(sides))
        }

        mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }
    }

    private static let people = """
        person,team,role,email
        ada,Blue,Engineer,ada.lovelace@example.com
        grace,Blue,Engineer,grace@example.com
        linus,Green,Analyst,
        Zoë,Green,Analyst,

        """
    private static let register = "use_case,title\nUC-1,One\nUC-2,Two\n"

    /// A table of use with everything that goes wrong in tables, more or less of it.
    private static func table(_ seed: UInt64, rows: Int) -> [UInt8] {
        var dice = Dice(seed)
        let delimiter = dice.pick([",", ",", ";", "\t", "|"])
        let lineEnd = dice.pick(["\n", "\n", "\r\n", "\r"])
        let trouble = dice.pick([0, 1, 5, 30])
        let isSlashed = dice.roll(4) == 0
        let isQuoted = dice.roll(4) == 0
        let unclosed = dice.pick([0, 0, 1, 20])
        var columns = ["person", "date", "tool", "use_case", "count", "mode", "note"]
        for place in columns.indices.reversed() { columns.swapAt(place, dice.roll(place + 1)) }
        var text = columns.joined(separator: delimiter) + lineEnd
        for _ in 0..<rows {
            var cells = columns.map { column in
                let isOdd = dice.roll(1000) < trouble * 3
                return cell(column, isOdd: isOdd, isSlashed: isSlashed, &dice)
            }
            if isQuoted { cells = cells.map { $0.contains("\"") ? $0 : "\"\($0)\"" } }
            if dice.roll(1000) < trouble { cells.removeLast() }
            if dice.roll(1000) < trouble { cells += dice.pick([[""], ["x"]]) }
            if dice.roll(1000) < trouble { cells = [] }
            if dice.roll(1000) < unclosed { cells = ["\"" + (cells.first ?? "")] + cells.dropFirst() }
            text += cells.joined(separator: delimiter)
            text += dice.roll(1000) < trouble ? dice.pick(["\r", "\n\n", "\r\n", "\n\r"]) : lineEnd
        }
        if dice.roll(2) == 0 { text += "ada" }
        var bytes = Array(text.utf8)
        // Bytes that are no UTF-8, and zeros.
        for _ in 0..<(trouble > 5 ? 3 : 0) { bytes[bytes.count / 2 + dice.roll(bytes.count / 2)] = 0xE9 }
        if trouble == 30 { bytes[bytes.count / 2 + dice.roll(bytes.count / 2)] = 0 }
        return bytes
    }

    private static func cell(
        _ column: String, isOdd: Bool, isSlashed: Bool, _ dice: inout Dice
    ) -> String {
        switch (column, isOdd) {
        case ("person", false):
            return dice.pick(["ada", "grace", "linus", "ada.lovelace@example.com", "Zoë"])
        case ("person", true):
            return dice.pick(["ADA", "eve", "", " ada ", "\"a\"\"da\"", "grace\u{0301}", "\"ada\n\""])
        case ("date", false):
            let day = Day(number: 20_450 + dice.roll(400))
            let (year, month, number) = day.components
            return isSlashed ? "\(month)/\(number)/\(year)" : day.description
        case ("date", true):
            return dice.pick([
                "", "2026-02-30", "28.6.2026", "2026-03-04T10:00:00Z", "1999-12-31", "2026-3-4", "soon",
                "2026-03-04 10:00", "3/4/2026",
            ])
        case ("tool", false): return dice.pick(["X", "Copilot Chat", "a longer name of a tool", "y"])
        case ("tool", true):
            return dice.pick(["", "x", "\"a \"\"tool\"\"\"", "\"two\nlines\"", "\"one;two,three\"", "  X"])
        case ("use_case", false): return dice.pick(["", "", "UC-1", "UC-2", "\"\""])
        case ("use_case", true): return dice.pick(["uc-1", "UC-9", "new case", "\"UC\r\n-2\""])
        case ("count", false): return dice.pick(["", "1", "2", "17", "123456"])
        case ("count", true):
            return dice.pick(["0", "-1", "1.5", "3.0", "9999999999", "many", "000000000001"])
        case ("mode", false): return dice.pick(["", "assist", "agent", "review", "editor"])
        case ("mode", true): return dice.pick(["Agent", "magic", "\"assist\" ", "x\"y"])
        default: return dice.pick(["", "text", "it's \"so\" so", isOdd ? "\"a\n\nb\"" : "#"])
        }
    }

    private func read(
        _ use: [UInt8], threads: Int, asOf: Day?, more: [String: [UInt8]] = [:]
    ) throws -> ReadResult {
        let files = ["people.csv": bytes(Self.people), "use.csv": use, "use-cases.csv": bytes(Self.register)]
        return try CaseReader(threads: threads).read(
            MemoryCase(files: files.merging(more) { $1 }), asOf: asOf)
    }

    private func expectSame(_ use: [UInt8], asOf: Day? = nil, more: [String: [UInt8]] = [:], _ seed: UInt64)
        throws
    {
        let expected = try read(use, threads: 0, asOf: asOf, more: more)
        for threads in [1, 2, 3, 8] {
            let found = try read(use, threads: threads, asOf: asOf, more: more)
            // Compared outside, so that a failure does not print the whole case.
            let isSame = contents(found.evidence) == contents(expected.evidence)
            #expect(isSame, "evidence of seed \(seed), \(threads) threads")
            let lines = found.notices.map { "\($0.id) \($0.line ?? 0)" }
            #expect(
                lines == expected.notices.map { "\($0.id) \($0.line ?? 0)" },
                "seed \(seed), \(threads) threads")
            let isSaid = found.notices == expected.notices
            #expect(isSaid, "notices of seed \(seed), \(threads) threads")
            #expect(found.statistics == expected.statistics, "seed \(seed), \(threads) threads")
        }
    }

    @Test(arguments: 0..<60) func `comes to what reading row by row does`(seed: UInt64) throws {
        try expectSame(Self.table(seed, rows: 400), asOf: seed % 3 == 0 ? day("2026-06-01") : nil, seed)
    }

    @Test(arguments: 100..<104) func `does so over many windows`(seed: UInt64) throws {
        try expectSame(Self.table(seed, rows: 110_000), seed)
    }

    @Test func `does so beside exports, whose counts are set against those of the file`() throws {
        let export = "person,date,tool,count\nada,2026-01-05,X,3\ngrace,2026-01-06,y,1\n"
        for seed in 200..<205 as Range<UInt64> {
            try expectSame(
                Self.table(seed, rows: 300), more: ["exports/events.csv": bytes(export)], seed)
        }
    }

    @Test func `reads rows of people it did not expect as it reads others`() throws {
        // The first row in a spelling of its own, all others as the first.
        let rows = String(
            repeating: "ADA,2026-01-05,X\nGRACE,2026-01-06,X\nnobody,2026-01-05,X\n", count: 500)
        try expectSame(bytes("person,date,tool\n" + rows), 0)
    }

    @Test(arguments: [1, 3, 700]) func `counts rows of strangers without listing them all`(rows: Int) throws {
        let row = "eve,2026-01-05,X\nada,2026-01-05,X\nmallory,soon,,\neve,soon,\n"
        try expectSame(bytes("person,date,tool\n" + String(repeating: row, count: rows)), UInt64(rows))
    }

    @Test func `cuts no row in two where quotes hold line ends`() throws {
        let row = "\"ada\",2026-01-05,\"a tool\nof two lines\",\"\nada,2026-02-01,Z\n\"\n"
        let use = bytes("person,date,tool,note\n" + String(repeating: row, count: 2000))
        try expectSame(use, 0)
        let result = try read(use, threads: 8, asOf: nil)
        #expect(result.rows("use.csv") == [2000, 0])
        #expect(result.evidence.use.keys.map(\.tool) == ["a tool of two lines"])
    }

    @Test func `stops believing in quotes at the same row`() throws {
        var text = "person,date,tool,note\n"
        for row in 0..<3000 {
            text += "ada,2026-01-0\(row % 9 + 1),X,\(row % 100 == 7 ? "\"open" : "\"a\nb\"")\n"
        }
        try expectSame(bytes(text), 0)
    }

    @Test func `gives up rows that are too long where they begin`() throws {
        let long = String(repeating: "x", count: 1_100_000)
        let text = "person,date,tool,note\n"
        let row = "ada,2026-01-05,X,\n"
        for odd in ["ada,2026-01-06,X,\(long)\n", "ada,2026-01-06,X,\"\(long)\"\n", "\"\(long)\n"] {
            for rows in [1, 50_000, 80_000] {
                let before = String(repeating: row, count: rows)
                try expectSame(bytes(text + before + odd + row + odd + before), UInt64(rows))
            }
        }
    }

    @Test func `reads days at work as row by row too`() throws {
        var dice = Dice(7)
        var text = "date,person\n"
        for _ in 0..<5000 {
            let isOdd = dice.roll(50) == 0
            text += Self.cell("date", isOdd: isOdd, isSlashed: false, &dice) + ","
            text += Self.cell("person", isOdd: dice.roll(50) == 0, isSlashed: false, &dice) + "\n"
        }
        try expectSame(
            bytes("person,date,tool\n"), asOf: day("2026-08-01"), more: ["activity.csv": bytes(text)], 7)
    }
}
