import Measures
import Rollout

/// What one export has told so far, while it is read.
struct FileDraft {
    let file: String
    var refreshed: Day?
    var late = 0
    var matched = PeopleSet()
    var unmatched = NameCount()
    var concealed = NameCount()
    var coverage: [CoverageLine] = []
    var coveredTools: Set<Int> = []
    var totals: [ExportTotal] = []
    var remarks: [String] = []
    /// The first day of each tool used.
    private(set) var first: [Int: Day] = [:]
    /// The last day of use.
    private(set) var last: Day?
    private var days: PackedTally?
    private var counts: PackedTally?

    init(file: String = "") { self.file = file }

    mutating func see(_ tool: Int, _ day: Day) {
        if let known = first[tool] {
            if day < known { first[tool] = day }
        } else {
            first[tool] = day
        }
        if last.map({ day > $0 }) ?? true { last = day }
    }

    mutating func keep(person: Int, tool: Int, day: Day) {
        let tally = days ?? PackedTally(.bits)
        days = tally
        let (block, bit) = DaySet.position(of: day)
        tally.add(1 << UInt64(bit), at: (UInt64(tool) << 30 | UInt64(person)) << 12 | UInt64(block))
    }

    mutating func count(person: Int, tool: Int, day: Day, actions: Int) {
        let tally = counts ?? PackedTally(.sum)
        counts = tally
        tally.add(UInt64(actions), at: CountLedger.key(person: person, tool: tool, day: day))
    }

    /// The counts of the file, in ascending order of their keys; nothing is left here.
    mutating func drainCounts() -> [PackedTally.Entry] {
        defer { counts = nil }
        return counts?.drain() ?? []
    }

    /// Days of use by tool and person, in ascending order; nothing is left here.
    mutating func drainDays(tools: [String]) -> [ToolDays] {
        defer { days = nil }
        var result: [ToolDays] = []
        for entry in days?.drain() ?? [] {
            let tool = tools[Int(entry.key >> 42)]
            if result.last?.tool != tool { result.append(ToolDays(tool: tool)) }
            result[result.count - 1].append(
                person: Int32(entry.key >> 12 & 0x3FFF_FFFF),
                DaySet.Block(index: Int32(entry.key & 0xFFF), bits: entry.value))
        }
        return result
    }

    /// Says what rows of the file had in common.
    func report(_ reader: any ExportReader.Type, to desk: IntakeDesk) {
        if unmatched.rows > 0 {
            desk.book.add(
                .unknownPerson, file: file, line: unmatched.firstLine,
                "\(Counted.rows(unmatched.rows)) \(unmatched.rows == 1 ? "names" : "name") \(unmatched.isCut ? "more than " : "")\(Counted.people(unmatched.count)) not in the roster. The rows are left out; add the people, or their names in this file as aliases under `people` in case.yaml."
            )
        }
        if concealed.rows > 0 {
            let remedy = reader.revealNames ?? "The source has no names to give."
            desk.book.add(
                .namesConcealed, file: file,
                "\(Counted.rows(concealed.rows)) \(concealed.rows == 1 ? "names" : "name") \(concealed.isCut ? "more than " : "")\(Counted.people(concealed.count)) by codes, so they join nobody and are only counted. \(remedy)"
            )
        }
        if late > 0, let asOf = desk.asOf {
            desk.book.add(
                .afterAsOf, file: file,
                "\(late) rows are later than \(asOf.long), the day this case speaks of, and are left out.")
        }
    }
}

/// Names with the number of rows each stands in.
struct NameCount {
    /// Names kept; more are not told apart.
    static let most = 100_000

    private(set) var names: [Identity: Int] = [:]
    private(set) var rows = 0
    private(set) var firstLine: Int?
    /// Whether there were more names than are kept.
    private(set) var isCut = false

    /// Different names, as far as they are kept.
    var count: Int { names.count }

    mutating func add(_ name: Identity, line: Int) {
        rows += 1
        firstLine = firstLine ?? line
        if let known = names[name] {
            names[name] = known + 1
        } else if names.count < NameCount.most {
            names[name] = 1
        } else {
            isCut = true
        }
    }
}

/// Numbers of things in messages.
enum Counted {
    static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
    static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }
}
