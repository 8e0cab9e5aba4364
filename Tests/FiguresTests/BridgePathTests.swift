import Figures
import Testing

@Suite struct `The way of an arrow between two teams` {
    typealias Disc = (middle: BridgePath.Point, radius: Double)

    private static func distance(_ one: BridgePath.Point, _ other: BridgePath.Point) -> Double {
        ((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)).squareRoot()
    }

    private static let ends: [Disc] = [((50, 100), 20), ((350, 100), 20)]

    private static func way(_ discs: [Disc], from: Int = 0, to: Int = 1, isMutual: Bool = false) throws
        -> BridgePath
    {
        try #require(BridgePath(from: from, to: to, discs: discs, isMutual: isMutual, width: 400))
    }

    @Test func `is straight where nothing lies between, and ends before the team invited`() throws {
        let way = try Self.way(Self.ends)
        #expect(way.line.allSatisfy { abs($0.y - 100) < 1e-9 })
        #expect(way.head[0].x < 330 - 4 + 1e-9 && way.head[0].x > 310)
        #expect(abs(way.label.x - (50 + 0.55 * 300)) < 1e-9)
    }

    @Test func `goes around a team that lies between`() throws {
        let discs = Self.ends + [((200, 104), 24)]
        let way = try Self.way(discs)
        for place in way.line + [way.label] { #expect(Self.distance(place, discs[2].middle) > 24) }
        // The nearer side: above, since the team lies a little below.
        #expect(way.line.map(\.y).min()! < 80)
    }

    @Test func `has two lines where both invite`() throws {
        let there = try Self.way(Self.ends, isMutual: true)
        let back = try Self.way(Self.ends, from: 1, to: 0, isMutual: true)
        #expect(Self.distance(there.label, back.label) > 20)
        #expect((there.label.y - 100) * (back.label.y - 100) < 0)
    }

    @Test func `is none between teams in one place`() {
        let same: [Disc] = [((5, 5), 4), ((5, 5), 4)]
        #expect(BridgePath(from: 0, to: 1, discs: same, isMutual: false, width: 400) == nil)
    }
}
