import Rollout
import Specimens
import Testing

@Suite struct `Truth of a specimen` {
    @Test(arguments: [
        (0.35, 0.1, Truth.Phase.moving), (0.35, 0.25, .moving), (0.349, 0.25, .phase2),
        (0.349, 0.249, .phase1), (0.0, 0.0, .phase1),
    ])
    func `follows the phase rule at its edges`(habit: Double, supply: Double, phase: Truth.Phase) {
        let truth = Truth(habitShareNow: 0, habitShareLater: habit, supply: supply, losses: [])
        #expect(truth.phase == phase)
        #expect(truth.suppliesEnough == (supply >= 0.25))
    }

    @Test func `names first the cause that took most`() {
        let truth = Truth(
            habitShareNow: 0.1, habitShareLater: 0.2, supply: 1,
            losses: [
                .init(cause: .echoChamber, severity: 0.9, points: 8),
                .init(cause: .changeFatigue, severity: 0.6, points: 15),
            ])
        #expect(truth.firstCause == .changeFatigue)
        #expect(truth.secondCause == .echoChamber)
    }

    @Test(arguments: [World.base, .small, .bigTeam, .seasonalDip, .reorganisation, .oneUnit])
    func `counts habits as anybody would from the tables`(world: World) {
        // In these worlds every use is seen, so the tables must give back the share the maker knows.
        for illness in Illness.allCases {
            let reading = CaseReading(illness, world: world, seed: 31)
            #expect(abs(reading.habitShare - reading.specimen.truth.habitShareNow) < 1e-12, "\(illness)")
        }
    }

    @Test func `has no cause in a healthy organisation`() {
        for world in World.allCases {
            let truth = CaseReading(.healthy, world: world).specimen.truth
            #expect(truth.losses.isEmpty)
            #expect(truth.firstCause == nil)
        }
    }

    @Test(arguments: Illness.causes)
    func `gains later habits when the cause is taken away`(cause: Illness) {
        for world in [World.small, .thresholds] {
            let points = (UInt64(0)..<8).compactMap {
                CaseReading(cause, world: world, seed: $0).specimen.truth.losses.first?.points
            }
            #expect(points.count == 8)
            #expect(points.reduce(0, +) / 8 > 10, "\(cause) in \(world)")
        }
    }

    @Test func `is the healthy organisation once its only cause is gone`() {
        // Same seed, same random numbers: what is lost is exactly the distance to the healthy twin.
        for world in [World.base, .thresholds, .mild] {
            let healthy = CaseReading(.healthy, world: world, seed: 8).specimen.truth
            for cause in Illness.causes {
                let ill = CaseReading(cause, world: world, seed: 8).specimen.truth
                let points = ill.losses.first?.points ?? -100
                #expect(
                    abs(points - 100 * (healthy.habitShareLater - ill.habitShareLater)) < 1e-9, "\(cause)")
            }
        }
    }

    @Test func `plants two causes in the world of two`() {
        let truth = CaseReading(.noPersonalValue, world: .twoCauses, seed: 2).specimen.truth
        #expect(truth.losses.count == 2)
        #expect(truth.losses.contains { $0.cause == .noPersonalValue })
        #expect(truth.firstCause != truth.secondCause)
        let named = CaseReading(.noPersonalValue, seed: 2, second: .changeFatigue).specimen.truth
        #expect(Set(named.losses.map(\.cause)) == [.noPersonalValue, .changeFatigue])
    }

    @Test func `draws severities from the range of its world`() {
        for seed in UInt64(0)..<15 {
            let base = CaseReading(.echoChamber, world: .small, seed: seed).specimen.truth
            let mild = CaseReading(.echoChamber, world: .mild, seed: seed).specimen.truth
            #expect(base.losses.allSatisfy { (0.5...1).contains($0.severity) })
            #expect(mild.losses.allSatisfy { (0.2...0.5).contains($0.severity) })
        }
    }

    @Test func `makes most healthy organisations move and most ill ones stand still`() {
        // 24 of each; the guide has the counts over two hundred.
        for world in [World.small, .thresholds] {
            func phases(_ illness: Illness) -> [Truth.Phase] {
                (UInt64(100)..<124).map { CaseReading(illness, world: world, seed: $0).specimen.truth.phase }
            }
            #expect(phases(.healthy).count { $0 == .moving } >= 14)
            #expect(phases(.noTimeOrFocus).count { $0 == .phase1 } >= 17)
            #expect(phases(.noPersonalValue).count { $0 == .phase2 } >= 17)
        }
    }
}
