import Discovery
import Measures
@_spi(Disclosure) import Rollout
import Testing

@Suite struct `Stances` {
    private func signs(
        free: (Int, Int) = (0, 10), ordered: (Int, Int) = (0, 0), seen: Bool = true, keeps: Bool = false,
        dropped: Bool = false, shows: Bool = false, declines: Bool = false
    ) -> Stance {
        StanceSigns(
            person: PersonID(0), freeUsed: free.0, freeWeeks: free.1, orderedUsed: ordered.0,
            orderedWeeks: ordered.1,
            isSeen: seen, keeps: keeps, dropped: dropped, shows: shows, declines: declines
        ).stance
    }

    @Test func `follow what people do`() {
        #expect(signs(keeps: true, shows: true) == .advocate)
        #expect(signs(free: (6, 10)) == .quietUser)
        #expect(signs(free: (6, 10), shows: true) == .advocate)
        #expect(signs(free: (1, 10), ordered: (4, 4)) == .reluctantComplier)
        #expect(signs(dropped: true) == .refuser)
        #expect(signs(free: (2, 10)) == .stillTrying)
        #expect(signs() == .notTried)
        #expect(signs(seen: false) == .cannotBeSeen)
    }

    @Test func `never call ordered use a habit, nor two ordered weeks compliance`() {
        #expect(signs(free: (0, 10), ordered: (10, 10)) == .reluctantComplier)
        #expect(signs(free: (0, 10), ordered: (2, 2)) == .stillTrying)
        #expect(signs(free: (5, 5)) == .stillTrying)
    }

    @Test func `take a refusal at its word, and keeping before an older drop`() {
        #expect(signs(free: (9, 10), declines: true) == .refuser)
        #expect(signs(keeps: true, dropped: true) == .quietUser)
    }

    @Test func `add up to everybody, who is not seen included`() {
        let everybody = PeopleSet((0..<10).map { PersonID($0) })
        let counts = StanceCounts(
            scope: Scope(.role, "Dispatcher"), everybody: everybody, stances: [PersonID(1): .advocate])
        let sum = counts.shares.values.reduce(0.0) { $0 + ($1.exposed.value?.value ?? 0) }
        #expect(abs(sum - 1) < 1e-12)
        #expect(counts.shares[.cannotBeSeen]?.exposed.value?.value == 0.9)
    }
}

@Suite struct `Crossings of team borders` {
    private let sizes = ["A": 8, "B": 8, "C": 4]

    @Test func `are told in fives, and not below five`() {
        var tally = CrossingTally()
        for _ in 0..<4 { tally.add(from: "A", to: "B") }
        #expect(tally.reading(minimum: 5, teamSizes: sizes).crossed == nil)
        for _ in 0..<5 { tally.add(from: "A", to: "B") }
        let reading = tally.reading(minimum: 5, teamSizes: sizes)
        #expect(reading.crossed == 5 && reading.followed == 5)
        #expect(reading.bridges == [CrossingTally.Pair(from: "A", to: "B")])
    }

    @Test func `do not give away by subtraction what stayed inside`() {
        let tally = CrossingTally([.init(from: "A", to: "B"): 10, .init(from: "A", to: "A"): 1])
        let reading = tally.reading(minimum: 5, teamSizes: sizes)
        #expect(reading.followed == nil && reading.crossed == 10)
    }

    @Test func `name no team of fewer than five`() {
        let tally = CrossingTally([.init(from: "A", to: "C"): 10])
        #expect(tally.reading(minimum: 5, teamSizes: sizes).bridges.isEmpty)
    }

    /// Every graph of two inviting people with the same team counts is the same tally: nothing in it tells them apart.
    @Test func `are the same whoever of a team invited whom`() {
        let one = [("A", "B"), ("A", "B"), ("B", "A")]
        var left = CrossingTally()
        var right = CrossingTally()
        for pair in one { left.add(from: pair.0, to: pair.1) }
        for pair in one.reversed() { right.add(from: pair.0, to: pair.1) }
        #expect(left == right)
    }
}
