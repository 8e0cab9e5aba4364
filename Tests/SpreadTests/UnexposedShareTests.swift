import Inference
import Spread
import Testing

@Suite struct `Share of the unexposed` {
    @Test func `counts non-users by how many users they see`() throws {
        // 0 sees 1 and 2; 3 sees 4; 5 sees nobody at all.
        let sight = Graph(nodes: 6, arcs: [(0, 1), (0, 2), (1, 0), (2, 0), (3, 4), (4, 3)], isDirected: true)
        let share = try #require(
            UnexposedShare.value(users: [false, true, true, false, false, false], sight: sight))
        #expect(share.nonUsers == 3)
        #expect(share.unexposed == 2)
        #expect(share.fewerThanTwo == 2)
        #expect(share.none == 2.0 / 3)
        let one = try #require(
            UnexposedShare.value(users: [false, true, false, false, false, false], sight: sight))
        #expect(one.unexposed == 3)
        #expect(one.fewerThanTwo == 4)
        #expect(one.shareWithFewerThanTwo == 1)
    }

    @Test func `is not defined where no non-user sees anybody`() {
        let sight = Graph(nodes: 3, arcs: [(0, 1), (1, 0)], isDirected: true)
        #expect(UnexposedShare.value(users: [true, true, false], sight: sight) == nil)
    }

    @Test func `the excess is positive behind walls and about zero where use is spread at random`() throws {
        let team = (0..<96).map { $0 / 8 }
        let population = Population(team: team, stratum: [Int](repeating: 0, count: 96))
        let sight = try #require(SightGraph.build(team: team))
        var random = RandomSource(seed: 5)
        let walls = team.map { $0 < 3 }
        let test = try #require(
            UnexposedShare.test(
                users: walls, sight: sight, population: population, draws: 500, using: &random))
        #expect(test.share.none == 1)
        #expect(test.excess > 0.8)
        #expect(test.none.p < 0.01 && test.fewerThanTwo.p < 0.01)
        #expect(test.defaultNull == .free)
        // With 24 of 96 people using, a team of eight with none has probability about 0.75⁷ for its members.
        #expect(abs(test.noneFree.mean - 0.125) < 0.02)
    }
}

@Suite struct `Sight graph` {
    @Test func `people see team-mates and their own manager, managers also their peers`() throws {
        // 0 leads managers 1 and 2, who lead 3, 4 and 5, 6. Teams: {0, 1, 2}, {3, 4}, {5, 6}.
        let team = [0, 0, 0, 1, 1, 2, 2]
        let manager: [Int?] = [nil, 0, 0, 1, 1, 2, 2]
        let layer: [SightGraph.Layer] = [
            .executive, .manager, .manager, .contributor, .contributor, .contributor, .contributor,
        ]
        let sight = try #require(SightGraph.build(team: team, manager: manager, layer: layer))
        #expect(Array(sight.neighbours(of: 3)) == [1, 4])
        #expect(Array(sight.neighbours(of: 1)) == [0, 2])
        #expect(!sight.contains(1, 3))
        #expect(sight.isDirected)
    }

    @Test func `managers of different teams see each other through their common manager`() throws {
        let team = [9, 0, 1, 0, 1]
        let manager: [Int?] = [nil, 0, 0, 1, 2]
        let named = try #require(SightGraph.build(team: team, manager: manager))
        #expect(named.contains(1, 2) && named.contains(2, 1))
        #expect(named.contains(1, 0) && !named.contains(0, 1))
        #expect(!named.contains(3, 4))
    }

    @Test func `one enormous team is refused rather than drawn`() {
        #expect(SightGraph.build(team: [Int](repeating: 0, count: 1000), arcLimit: 10_000) == nil)
    }
}
