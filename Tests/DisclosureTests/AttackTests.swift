import Disclosure
import Measures
import Rollout
import Testing

@Suite struct `An attacker with everything published` {
    /// A fixed mixture for a place, so that worlds differ and runs do not.
    static func mixed(_ seed: Int) -> Int {
        var word = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15
        word = (word ^ (word >> 29)) &* 0xBF58_476D_1CE4_E5B9
        return Int((word ^ (word >> 32)) & 0xFFFF_FFFF)
    }

    /// All ways of putting people into cells; the first team is never the smaller one.
    static func tables(people: Int, teams: Int, roles: Int, layers: Int) -> [[[[Int]]]] {
        let cells = teams * roles * layers
        var result: [[[[Int]]]] = []
        var sizes = [Int](repeating: 0, count: cells)
        func fill(_ place: Int, _ left: Int) {
            if place == cells - 1 {
                sizes[place] = left
                let width = roles * layers
                let rows = (0..<teams).map { Array(sizes[($0 * width)..<(($0 + 1) * width)]) }
                for index in 1..<rows.count where rows[index - 1].lexicographicallyPrecedes(rows[index]) {
                    return
                }
                if rows.contains(where: { $0.allSatisfy { $0 == 0 } }) { return }
                result.append(
                    rows.map { row in (0..<roles).map { Array(row[($0 * layers)..<(($0 + 1) * layers)]) } })
                return
            }
            for size in 0...left {
                sizes[place] = size
                fill(place + 1, left - size)
            }
        }
        fill(0, people)
        return result
    }

    static func attack(_ table: [[[Int]]], seed: Int, _ office: inout FamilyRelease) -> [String] {
        let world = World(table: table) { cell, size in
            switch seed {
            case 0: 0
            case 1: size
            // Leaning one way makes bands and near-unanimity frequent.
            case 2: mixed(cell) % 3 == 0 ? 1 : 0
            default: mixed(seed &* 1_000_003 &+ cell) % (size + 1)
            }
        }
        return Attacker(world, office.release(world.family())).findings()
    }

    @Test(arguments: [(2, 1, 2), (3, 1, 1), (3, 2, 1), (2, 2, 2)])
    func `learns nothing in any small organisation`(teams: Int, roles: Int, layers: Int) {
        var office = FamilyRelease(policy: .protected)
        var attacks = 0
        for people in 5...12 {
            // The wider tables are many: all of them up to seven people, then some.
            let cells = teams * roles * layers
            let step =
                cells < 6 || people < 8
                ? 1 : (cells == 6 ? [2, 4, 9, 17, 31] : [11, 29, 61, 127, 251])[people - 8]
            let tables = Self.tables(people: people, teams: teams, roles: roles, layers: layers)
            for index in stride(from: people % step, to: tables.count, by: step) {
                for seed in [0, 1, 2, index * 8 + 3, index * 8 + 4, index * 8 + 5] {
                    let findings = Self.attack(tables[index], seed: seed, &office)
                    attacks += 1
                    #expect(findings.isEmpty, "\(tables[index]) seed \(seed)")
                    if !findings.isEmpty { return }
                }
            }
        }
        #expect(attacks > 300)
    }

    @Test func `learns plenty from figures without protection`() {
        var office = FamilyRelease(policy: .unprotected)
        let world = World(table: [[[4]], [[1]], [[5]]]) { cell, size in cell == 0 ? 2 : size - 1 }
        let findings = Attacker(world, office.release(world.family(policy: .unprotected))).findings()
        #expect(findings.contains("nobody of class 1 counts"))
        #expect(findings.contains("count of classes [1] is known"))
    }

    @Test func `does not get two hidden teams from the organisation less its published teams`() {
        // No total of a single hidden team follows, yet of the eight people who remain all eight count.
        let world = World(table: [[[20]], [[4]], [[4]]]) { cell, size in cell == 0 ? 7 : size }
        var office = FamilyRelease(policy: .protected)
        let released = office.release(world.family())
        #expect(released[0].figure?.value == 15.0 / 28)
        #expect(released[1].withheldBecause?.code == "wouldRevealOthers")
        #expect(released[2].withheldBecause?.code == "groupTooSmall")
        #expect(released[3].withheldBecause?.code == "groupTooSmall")
    }

    @Test func `leaves the same remainder alone where it is mixed`() {
        let world = World(table: [[[20]], [[4]], [[4]]]) { cell, _ in cell == 0 ? 7 : 2 }
        var office = FamilyRelease(policy: .protected)
        let released = office.release(world.family())
        #expect(released[0].figure?.value == 11.0 / 28)
        #expect(released[1].figure?.value == 7.0 / 20)
    }
}
