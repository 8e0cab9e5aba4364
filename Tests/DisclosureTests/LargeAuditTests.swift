import Disclosure
import Measures
import Rollout
import Testing

/// Large families are audited through tables instead of searches; what holds for small ones must hold for them.
@Suite struct `The audit of a large organisation` {
    /// Many small organisations in one family, so that it is audited as a large one; none shares a person with
    /// another, so each can be attacked by itself, exhaustively.
    struct Archipelago {
        var worlds: [World] = []
        var starts: [Int] = []
        var members: [Family.Member] = []

        init(_ worlds: [World]) {
            var offset = 0
            for world in worlds {
                self.worlds.append(world)
                starts.append(members.count)
                for (group, member) in zip(world.groups, world.family().members) {
                    let people = PeopleSet(group.people.people.map { PersonID($0.ordinal + offset) })
                    let share =
                        Double(group.people.intersection(world.counting).count) / Double(people.count)
                    members.append(
                        Family.Member(
                            scope: member.scope, everybody: people,
                            figure: Sensitive(
                                .known(
                                    Estimate(
                                        share, interval: Interval(low: 0, high: 1, level: 0.9),
                                        n: people.count, unit: .share)), about: people)))
                }
                offset += world.groups[0].people.count
            }
        }

        /// What an attacker learns, island by island, from what was released of all; and how much was shown.
        func attack() -> (findings: [String], shown: Int) {
            var office = FamilyRelease(policy: .protected)
            let released = office.release(Family(members, policy: .protected))
            var findings: [String] = []
            for (world, start) in zip(worlds, starts) {
                let own = Array(released[start..<start + world.groups.count])
                // Unions of three and four classes are looked at only where few classes are small.
                findings += Attacker(world, own).findings(widest: 2).map { "\($0), people \(start)" }
            }
            return (findings, released.count { $0.figure != nil })
        }
    }

    static func world(_ table: [[[Int]]], seed: Int) -> World {
        World(table: table) { cell, size in
            switch seed % 4 {
            case 0: 0
            case 1: size
            case 2: `An attacker with everything published`.mixed(cell) % 3 == 0 ? 1 : 0
            default: `An attacker with everything published`.mixed(seed &* 1_000_003 &+ cell) % (size + 1)
            }
        }
    }

    @Test(arguments: [(2, 1, 2), (3, 1, 1), (3, 2, 1), (2, 2, 2)])
    func `gives nothing away about any of many small ones`(teams: Int, roles: Int, layers: Int) {
        var worlds: [World] = []
        for people in 8...11 {
            let tables = `An attacker with everything published`.tables(
                people: people, teams: teams, roles: roles, layers: layers)
            let step = max(1, tables.count / 75)
            for index in stride(from: people % step, to: tables.count, by: step) {
                worlds.append(Self.world(tables[index], seed: index / step))
            }
        }
        let outcome = Archipelago(worlds).attack()
        #expect(outcome.findings.isEmpty, "\(outcome.findings.prefix(5))")
        #expect(outcome.shown > worlds.count / 2)
    }

    /// Eight thousand teams of twelve, scattered over the roster, each mostly of one of sixteen roles, and whatever
    /// else a test plants; people counted in places below `counting` of a hundred.
    static func organisation(teams: Int, planted: [(team: Int, role: Int, size: Int, counting: Int)]) -> World
    {
        func mixed(_ place: Int) -> Int { `An attacker with everything published`.mixed(place) }
        var teamOf: [Int] = []
        var roleOf: [Int] = []
        var layerOf: [Int] = []
        var counts: [Bool] = []
        for team in 0..<teams {
            for place in 0..<12 {
                teamOf.append(team)
                let isMain = mixed(team * 100 + place) % 10 < 7
                roleOf.append(isMain ? team % 16 : mixed(team * 100 + place + 50) % 16)
                layerOf.append(place == 0 ? 0 : 1)
                counts.append(mixed(7_000_000 + team * 20 + place) % 100 < 40)
            }
        }
        for (team, role, size, counting) in planted {
            for place in 0..<size {
                teamOf.append(team)
                roleOf.append(role)
                layerOf.append(1)
                counts.append(place < counting)
            }
        }
        // Scattered: a fixed walk through the roster whose step shares no factor with its length.
        let people = teamOf.count
        var step = people / 3 * 2 + 1
        while gcd(step, people) > 1 { step += 1 }
        return World(
            people: (0..<people).map { person in
                let place = person * step % people
                return (teamOf[place], roleOf[place], layerOf[place], counts[place])
            })
    }

    private static func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }

    static func released(_ world: World) -> [Disclosed<Measured<PublishedEstimate>>] {
        var office = FamilyRelease(policy: .protected)
        return office.release(world.family())
    }

    @Test func `of eight thousand teams takes a few seconds and withholds what is small only`() {
        let world = Self.organisation(teams: 8_334, planted: [])
        let clock = ContinuousClock()
        var withheld = 0
        let time = clock.measure { withheld = Self.released(world).count { $0.figure == nil } }
        print(
            "\(world.groups[0].people.count) people, \(world.groups.count) groups: \(time), \(withheld) withheld"
        )
        #expect(withheld == 0)
    }

    @Test func `hides another team beside a small one that would follow by subtraction`() {
        let world = Self.organisation(teams: 2_000, planted: [(2_000, 3, 4, 1)])
        let released = Self.released(world)
        var left = world.groups[0].people
        for (group, figure) in zip(world.groups, released)
        where group.scope.kind == .team && figure.figure != nil {
            left = left.subtracting(group.people)
        }
        #expect(released[0].figure != nil)
        #expect(left.count >= 5)
        #expect(released.count { $0.withheldBecause?.code == "wouldRevealOthers" } == 1)
    }

    @Test func `hides what would leave two people of a role`() {
        // Role 16: all of teams 2000 and 2001, and two people of team 2002.
        let world = Self.organisation(
            teams: 2_000,
            planted: [(2_000, 16, 12, 5), (2_001, 16, 10, 4), (2_002, 16, 2, 1), (2_002, 1, 9, 4)])
        let released = Self.released(world)
        let shown = Set(
            zip(world.groups, released).filter { $0.1.figure != nil }.map { "\($0.0.scope.name)" })
        #expect(!shown.isSuperset(of: ["role 16", "team 2000", "team 2001"]))
        // A second team goes with it: one alone would follow from the organisation less all other teams.
        #expect(shown.contains("role 16") && shown.contains("team 2000"))
        #expect(released.count { $0.figure == nil } == 2)
    }

    @Test func `hides a group whose members all follow from exact totals`() {
        // Role 16: team 2000, published with 7 of 20, and two hidden teams of four who all count: 15 of 28.
        let world = Self.organisation(
            teams: 2_000, planted: [(2_000, 16, 20, 7), (2_001, 16, 4, 4), (2_002, 16, 4, 4)])
        let released = Self.released(world)
        let shown = Set(
            zip(world.groups, released).filter { $0.1.figure != nil }.map { "\($0.0.scope.name)" })
        #expect(!shown.isSuperset(of: ["role 16", "team 2000"]))
        // Where the eight are mixed, nobody follows, and both stand.
        let mixed = Self.organisation(
            teams: 2_000, planted: [(2_000, 16, 20, 7), (2_001, 16, 4, 2), (2_002, 16, 4, 3)])
        let both = Set(
            zip(mixed.groups, Self.released(mixed)).filter { $0.1.figure != nil }.map { "\($0.0.scope.name)" }
        )
        #expect(both.isSuperset(of: ["role 16", "team 2000"]))
    }
}
