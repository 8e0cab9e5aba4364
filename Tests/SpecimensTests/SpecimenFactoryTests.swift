import Rollout
import Specimens
import Testing

@Suite struct `Specimen factory` {
    @Test(arguments: World.allCases)
    func `makes the same bytes from the same plan`(world: World) {
        let plan = SpecimenPlan(illness: .echoChamber, world: world, seed: 11, withExports: true)
        let first = SpecimenFactory.make(plan)
        let again = SpecimenFactory.make(plan)
        #expect(first.files == again.files)
        #expect(first.yaml == again.yaml)
        #expect(first.exports == again.exports)
        #expect(first.truth == again.truth)
    }

    @Test func `makes another organisation from another seed`() {
        let one = CaseReading(.healthy, seed: 1).specimen
        let other = CaseReading(.healthy, seed: 2).specimen
        #expect(one.files != other.files)
    }

    @Test func `makes a different organisation in every world`() {
        // The files written are what a reading sees; no two worlds may agree on all of them.
        let written = World.allCases.map { CaseReading(.changeFatigue, world: $0, seed: 5).specimen.files }
        for one in written.indices {
            for other in written.indices where other > one {
                #expect(
                    written[one] != written[other], "\(World.allCases[one]) = \(World.allCases[other])")
            }
        }
    }

    @Test func `leaves the roster alone whatever is planted`() {
        let rosters = Illness.allCases.map { CaseReading($0, seed: 3).table("people.csv") }
        #expect(rosters.allSatisfy { $0 == rosters[0] })
    }

    @Test func `never asks anybody in the world without a pulse`() {
        let silent = CaseReading(.healthy, world: .noPulse, seed: 4)
        let asked = CaseReading(.healthy, world: .base, seed: 4)
        #expect(silent.table("pulse.csv") == nil)
        #expect(silent.specimen.files == asked.specimen.files.filter { $0.file != "pulse.csv" })
    }

    @Test func `puts forty people into one team in the world of the big team`() {
        let reading = CaseReading(.healthy, world: .bigTeam, seed: 9)
        var sizes: [String: Int] = [:]
        for team in reading.column("team", of: "people.csv") { sizes[team, default: 0] += 1 }
        #expect(sizes.values.max() == 40)
    }

    @Test func `licenses teams late in the world of thresholds`() {
        let reading = CaseReading(.healthy, world: .thresholds, seed: 9)
        #expect(Set(reading.column("from", of: "coverage.csv")).count > 3)
        #expect(!reading.column("team", of: "coverage.csv").contains(""))
    }

    @Test func `sees the second tool late where teams moved to it`() {
        let reading = CaseReading(.healthy, world: .twoTools, seed: 9)
        #expect(Set(reading.column("from", of: "coverage.csv")) == ["2025-12-01", "2026-05-11"])
        #expect(Set(reading.column("tool", of: "use.csv")).count == 3)
    }

    @Test func `announces the reorganisation in its world alone`() {
        let reading = CaseReading(.healthy, world: .reorganisation, seed: 9)
        #expect(reading.column("initiative", of: "changes.csv").contains("Reorganisation"))
        #expect(
            !CaseReading(.healthy, seed: 9).column("initiative", of: "changes.csv").contains("Reorganisation")
        )
    }
}
