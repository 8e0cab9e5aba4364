import Measures
import Rollout
import Testing

@Suite struct `The ledger of use` {
    static func row(_ person: Int32, _ key: Int32, _ block: Int, _ bits: UInt64) -> UseLedger.Row {
        UseLedger.Row(person: person, key: key, block: DaySet.Block(index: .init(block), bits: bits))
    }

    let keys = [UseKey(tool: "zeta"), UseKey(tool: "alpha", useCase: "uc-1")]

    @Test func `is the same twice over and in any order`() {
        let rows = [Self.row(1, 0, 360, 0b101), Self.row(0, 1, 360, 0b1), Self.row(1, 0, 361, 0b10)]
        let once = UseLedger(keys: keys, rows: rows)
        #expect(UseLedger(keys: keys, rows: rows + rows) == once)
        #expect(UseLedger(keys: keys, rows: rows.reversed()) == once)
    }

    @Test func `unites days of the same person and key`() {
        let ledger = UseLedger(keys: keys, rows: [Self.row(1, 0, 360, 0b101), Self.row(1, 0, 360, 0b110)])
        #expect(ledger.rows.map(\.block.bits) == [0b111])
    }

    @Test func `sorts its keys and follows them with the rows`() {
        let ledger = UseLedger(keys: keys, rows: [Self.row(1, 0, 360, 1)])
        #expect(ledger.keys.map(\.tool) == ["alpha", "zeta"])
        #expect(ledger.rows.map(\.key) == [1])
    }

    @Test func `unites keys given twice`() {
        let twice = [UseKey(tool: "a"), UseKey(tool: "a")]
        let ledger = UseLedger(keys: twice, rows: [Self.row(0, 0, 1, 1), Self.row(0, 1, 1, 2)])
        #expect(ledger.keys.count == 1)
        #expect(ledger.rows.map(\.block.bits) == [3])
    }

    @Test func `knows its first and last day`() {
        let ledger = UseLedger(keys: keys, rows: [Self.row(1, 0, 360, 0b1010), Self.row(0, 0, 362, 0b100)])
        #expect(ledger.span == DaySet.day(block: .init(360), bit: 1)...DaySet.day(block: .init(362), bit: 2))
        #expect(UseLedger(keys: keys, rows: []).span == nil)
    }
}

@Suite struct `The nouns of a rollout` {
    @Test func `want of each layer what moves it`() {
        #expect(Layer.allCases.map(Message.Motive.wanted) == [.advantage, .stability, .personal])
    }

    @Test func `count a use case live from its first day to the day before it ends`() {
        let live = UseCase(id: "u", title: "t", live: Day(number: 10), retired: Day(number: 12))
        #expect(
            [9, 10, 11, 12].map { live.isLive(on: Day(number: Int32($0))) } == [false, true, true, false])
        #expect(!UseCase(id: "u", title: "t").isLive(on: Day(number: 10)))
    }

    @Test func `order a tie's people and scopes by kind and name`() {
        #expect(Tie(PersonID(9), PersonID(2)).a == PersonID(2))
        let scopes = [Scope(.layer, "a"), Scope(.team, "b"), Scope(.team, "a"), Scope(.organization, "z")]
        #expect(scopes.sorted().map(\.name) == ["z", "a", "b", "a"])
    }

    @Test func `name the file of each source and the strength of each mode`() {
        #expect(
            Evidence.Source.useCases.file == "use-cases.csv" && Evidence.Source.people.file == "people.csv")
        #expect(UseMode.allCases.filter(\.isWeak) == [.review, .editor])
        #expect(Notice.Severity.note < .warning && Notice.Severity.warning < .error)
    }

    @Test(arguments: PulseItem.allCases) func `allow each pulse item its own answers`(item: PulseItem) {
        #expect(
            item.range
                == (item == .experience ? 0...4 : [.advocacy, .believed].contains(item) ? 0...10 : 1...5))
    }
}
