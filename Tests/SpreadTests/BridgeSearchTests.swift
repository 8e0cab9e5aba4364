import Spread
import Testing

@Suite struct `Bridges between teams` {
    /// Contagion that takes two: nobody moves alone or by one, nearly everybody by two.
    static let takesTwo: RolloutHistory = {
        var history = RolloutHistory()
        history.trial = [
            RolloutHistory.Tally(weeks: 100_000, moves: 1), RolloutHistory.Tally(weeks: 100_000, moves: 1),
            RolloutHistory.Tally(weeks: 2_000, moves: 1_000),
        ]
        return history
    }()

    /// Three cliques of twelve and one star of twelve; users sit in the first clique.
    static let ground: RolloutGround = {
        var arcs: [(Int, Int)] = []
        for team in 0..<3 {
            for one in 0..<12 {
                for other in 0..<12 where one < other { arcs.append((team * 12 + one, team * 12 + other)) }
            }
        }
        for leaf in 37..<48 { arcs.append((36, leaf)) }
        var places = [RolloutPlace](repeating: .unaware, count: 48)
        for person in 0..<12 { places[person] = .habit }
        return RolloutGround(
            seenBy: Graph(nodes: 48, undirectedEdges: arcs), places: places, team: (0..<48).map { $0 / 12 },
            teams: 4)
    }()

    static func search(
        _ wanted: Int, candidates: [Bool]? = nil, hosts: [Int?] = [0, 0, 0, 0], most: Int = 4,
        goal: BridgeSearch.Goal = .reach, inPairs: Bool = true
    ) -> BridgeSearch {
        BridgeSearch(
            ground, history: takesTwo, wanted: wanted,
            candidates: candidates ?? [Bool](repeating: true, count: 48), hosts: hosts,
            most: [Int](repeating: most, count: 4), goal: goal, inPairs: inPairs, weeks: 26, accepts: 1,
            seed: 1)
    }

    @Test func `go by pairs where one contact moves nobody`() {
        let two = Self.search(2)
        #expect(two.chosen.count == 2)
        // Two of one clique move the other ten; two anywhere else move nobody.
        #expect(Self.ground.team[two.chosen[0]] == Self.ground.team[two.chosen[1]])
        #expect([1, 2].contains(Self.ground.team[two.chosen[0]]))
        let four = Self.search(4)
        #expect(Set(four.chosen.map { Self.ground.team[$0] }) == [1, 2])
        #expect(Array(four.chosen.prefix(2)) == two.chosen)
    }

    @Test func `invite candidates alone, from teams that have a host, up to the most`() {
        var candidates = [Bool](repeating: true, count: 48)
        for person in 12..<24 { candidates[person] = person < 14 }
        let search = Self.search(20, candidates: candidates, hosts: [nil, 0, nil, 2], most: 3)
        #expect(search.chosen.allSatisfy { candidates[$0] })
        #expect(Set(search.chosen.map { Self.ground.team[$0] }) == [1, 3])
        #expect(search.chosen.count { Self.ground.team[$0] == 1 } == 2)
        #expect(search.chosen.count { Self.ground.team[$0] == 3 } <= 3)
        for (person, host) in zip(search.chosen, search.fromTeam) {
            #expect(host == (Self.ground.team[person] == 1 ? 0 : 2))
        }
        #expect(Set(search.chosen).count == search.chosen.count)
    }

    @Test func `reach the least-reached team first where that is the goal`() {
        let search = Self.search(3, goal: .leastReached)
        // After a clique is reached, the others are the least reached.
        let teams = Set(search.chosen.map { Self.ground.team[$0] })
        #expect(!teams.contains(0))
        #expect(teams.count >= 2)
    }

    @Test func `are borne out by the simulator that had no part in the choice`() {
        func reach(_ people: [Int]) -> Double {
            var plan = RolloutPlan(weeks: 26)
            plan.invited = [0: people]
            plan.accepts = 1
            return RolloutForecast(Self.ground, history: Self.takesTwo, plan: plan, runs: 64, seed: 3)
                .band(.everTried).mean
        }
        let all = [Bool](repeating: true, count: 48)
        let planned = reach(Self.search(4).chosen)
        #expect(planned > 35)
        // The hub of the star is the most central and moves nobody by itself.
        #expect(NaiveChoice.mostCentral.choose(1, of: Self.ground, candidates: all, seed: 1) != [])
        for choice in NaiveChoice.allCases {
            let people = choice.choose(4, of: Self.ground, candidates: all, seed: 1)
            #expect(people.count == 4)
            #expect(Set(people).isDisjoint(with: 0..<12), "users need no invitation")
            #expect(reach(people) <= planned + 0.5)
        }
        #expect(
            Set(
                NaiveChoice.onePerTeam.choose(3, of: Self.ground, candidates: all, seed: 1)
                    .map { Self.ground.team[$0] }) == [1, 2, 3])
        var most = [Int](repeating: 0, count: Self.ground.teams)
        most[2] = 2
        for choice in NaiveChoice.allCases {
            let people = choice.choose(9, of: Self.ground, candidates: all, most: most, seed: 1)
            #expect(
                people.map { Self.ground.team[$0] } == [2, 2], "two into one team is all there is room for")
        }
    }
}
