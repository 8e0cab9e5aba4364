import Diagnosis
import Inference
import Measures
import Rollout
import Testing

@Suite struct `Two sources of one use` {
    private static let monday = Week(number: 2900).monday
    private static let calendar = WorkCalendar()

    /// Use of ten people over eight weeks: person p is active on every work day whose number fits.
    private func use(
        _ name: String, tool: String = "Assistant", from: Int = 0, to: Int = 55,
        absence: Coverage.Absence = .notUsed, listed: [Int]? = nil, lateBy: String? = nil,
        _ isUsed: (_ person: Int, _ day: Int) -> Bool
    ) -> SourceUse {
        let rows = (0..<10).flatMap { person -> [SourceUse.Row] in
            let days = (from...to).filter { isUsed(person, $0) }.map { Self.monday.advanced(by: $0) }
            return DaySet(days).blocks.map { SourceUse.Row(person: Int32(person), block: $0) }
        }
        return SourceUse(
            name: name, kind: "Kind of \(name)", tool: tool,
            listed: listed.map { PeopleSet($0.map { PersonID($0) }) }, from: Self.monday.advanced(by: from),
            to: Self.monday.advanced(by: to), absence: absence, lateBy: lateBy, rows: rows)
    }

    private func compare(_ one: SourceUse, _ other: SourceUse) throws -> SourceComparison {
        try #require(SourceComparison(one, other, calendar: Self.calendar))
    }

    private static func isActive(_ person: Int, _ day: Int) -> Bool {
        day % 7 < 5 && (person * 7 + day * 3) % 4 != 0
    }

    @Test func `agree fully where they are the same, whichever comes first`() throws {
        let (one, other) = (use("a.csv", Self.isActive), use("b.csv", Self.isActive))
        let pair = try compare(one, other)
        #expect(pair.agreement.value == 1 && pair.kappa.value == 1)
        #expect(pair.personDays.onlyFirst == 0 && pair.personDays.onlySecond == 0)
        #expect(pair.people.count == 10 && pair.weeks.count == 8)
        #expect(pair.reasons.isEmpty)
        let turned = try compare(other, one)
        #expect(turned.agreement.value == pair.agreement.value)
    }

    @Test func `are counted by hand`() throws {
        // Person 0 used it Monday to Friday of week 0 by the one, Wednesday to Sunday by the other.
        let one = use("a.csv", to: 6) { $0 == 0 && $1 < 5 }
        let other = use("b.csv", to: 6) { $0 == 0 && $1 >= 2 }
        let pair = try compare(one, other)
        #expect(pair.personDays == (3, 2, 2))
        #expect(abs(try #require(pair.agreement.value) - 3.0 / 7) < 1e-12)
        #expect(abs(try #require(pair.secondHasOfFirst.value) - 0.6) < 1e-12)
        // Nobody else is named by either, so nobody else is compared.
        #expect(pair.people.count == 1)
    }

    @Test func `are compared only over days and people both speak of`() throws {
        let one = use("a.csv", to: 40, listed: [0, 1, 2, 3, 4, 5, 6]) { Self.isActive($0, $1) && $0 < 7 }
        let other = use("b.csv", from: 14, listed: [5, 6, 7, 8, 9]) { Self.isActive($0, $1) && $0 >= 5 }
        let pair = try compare(one, other)
        #expect(pair.people.people.map(\.ordinal) == [5, 6])
        #expect(pair.from == Self.monday.advanced(by: 14) && pair.to == Self.monday.advanced(by: 40))
        #expect(pair.agreement.value == 1)
        #expect(pair.reasons.map(\.cause) == [.licenceScope])
    }

    @Test func `are not compared where they share no tool, no day or nobody`() {
        let one = use("a.csv", to: 20, Self.isActive)
        #expect(
            SourceComparison(one, use("b.csv", tool: "Other", Self.isActive), calendar: Self.calendar) == nil)
        #expect(
            SourceComparison(one, use("b.csv", from: 21, Self.isActive), calendar: Self.calendar) == nil)
        let listed = use("a.csv", listed: [1, 2]) { _, _ in false }
        let strangers = use("b.csv", listed: [3, 4]) { _, _ in false }
        #expect(SourceComparison(listed, strangers, calendar: Self.calendar) == nil)
    }

    @Test func `are found to be a day apart`() throws {
        let one = use("a.csv") { ($0 * 5 + $1) % 6 == 0 }
        let other = use("b.csv") { ($0 * 5 + $1 - 1) % 6 == 0 }
        let pair = try compare(one, other)
        #expect(pair.reasons.map(\.cause) == [.dayShift])
        #expect(
            pair.reasons.first?.sentence
                == "The days fit better when those of b.csv are taken one day earlier: the two cut the day in different time zones, or one writes the day of the report."
        )
        let turned = try compare(other, one)
        #expect(turned.reasons.first?.sentence.contains("those of a.csv are taken one day later") == true)
    }

    @Test func `are found late in their last week`() throws {
        let other = use("b.csv", lateBy: "up to three days") { Self.isActive($0, $1) && $1 < 51 }
        let pair = try compare(use("a.csv", Self.isActive), other)
        #expect(pair.reasons.map(\.cause) == [.late])
        #expect(
            pair.reasons.first?.sentence
                == "b.csv lacks days of the last week that the other has: it tells of a day late (up to three days). Export it again in a week."
        )
    }

    @Test func `are found to count more`() throws {
        let wide = use("a.csv") { person, day in day % 7 < 5 && (person + day) % 5 != 0 }
        let narrow = use("b.csv") { person, day in
            day % 7 < 5 && (person + day) % 5 != 0 && (person * 3 + day) % 4 != 0
        }
        let pair = try compare(wide, narrow)
        #expect(pair.firstHasOfSecond.value == 1)
        #expect(pair.reasons.map(\.cause) == [.widerDefinition])
        #expect(
            pair.reasons.first?.sentence.hasPrefix("a.csv has nearly every day of b.csv and more") == true)
    }

    @Test func `are found to complete each other`() throws {
        let one = use("a.csv") { Self.isActive($0, $1) && $0 % 2 == 0 }
        let other = use("b.csv") { Self.isActive($0, $1) && $0 % 2 == 1 }
        let pair = try compare(one, other)
        #expect(pair.agreement.value == 0)
        #expect(pair.reasons.map(\.cause) == [.complementary])
        #expect(pair.reasons.first?.sentence.hasSuffix("and complete each other.") == true)
    }

    @Test func `say nothing of causes where too few days are there`() throws {
        let one = use("a.csv", to: 6) { $0 == 0 && $1 < 5 }
        let other = use("b.csv", to: 6) { $0 == 0 && $1 >= 2 }
        #expect(try compare(one, other).reasons.isEmpty)
    }

    @Test func `say so where one gives last days only, and where nothing explains it`() throws {
        let last = use("b.csv", absence: .lastSeenOnly) { $1 == 50 - $0 }
        let pair = try compare(use("a.csv", Self.isActive), last)
        #expect(pair.reasons.map(\.cause) == [.lastSeenOnly])
        let noisy = use("b.csv") { person, day in
            (person &* 2_654_435_761 &+ day &* 40_503) % 7 < 3 && day % 7 < 5
        }
        let odd = try compare(use("a.csv", Self.isActive), noisy)
        #expect(odd.reasons.map(\.cause) == [.unexplained])
    }

    @Test func `are paired in the order of the list`() {
        let sources = [
            use("a", Self.isActive), use("b", tool: "Other", Self.isActive), use("c", Self.isActive),
            use("d", Self.isActive),
        ]
        let pairs = SourceComparison.pairs(sources, calendar: Self.calendar)
        #expect(pairs.map { $0.first.name + $0.second.name } == ["ac", "ad", "cd"])
    }

    @Test func `have weeks that add up to the whole, and move across blocks of days`() throws {
        // The span begins in the middle of a block of 56 days, so that shifts cross its border.
        let one = use("a.csv") { ($0 * 5 + $1) % 6 < 2 }
        let other = use("b.csv") { ($0 * 5 + $1 - 1) % 6 < 2 }
        let pair = try compare(one, other)
        #expect(
            pair.weeks.reduce(0) { $0 + $1.marked } == pair.personDays.both
                + pair.personDays.onlyFirst + pair.personDays.onlySecond)
        #expect(pair.reasons.first?.cause == .dayShift)
    }
}
