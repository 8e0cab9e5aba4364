import Inference
import Measures
import Rollout

/// Makes organisations whose illness we caused.
package enum SpecimenFactory {
    /// Makes a specimen.
    ///
    /// Every part has its own named stream of random numbers, and behaviour draws all its numbers before
    /// any cause is looked at: an organisation without its cause is the same organisation.
    ///
    /// - Parameter plan: The same plan makes the same bytes.
    /// - Returns: A complete case folder; nothing in it is later than the last Sunday of week 30.
    /// - Complexity: O(members × weeks), once for each planted cause and once more.
    /// - Source: SCIENCE 10.1; the world `thresholds` 10.4.
    package static func make(_ plan: SpecimenPlan) -> Specimen {
        let season = Season()
        func stream(_ name: String) -> RandomSource {
            RandomSource(seed: plan.seed, stream: "specimen.\(name)")
        }
        var hiring = stream("staff")
        let staff = Staff.hire(
            world: plan.world, movers: plan.world == .reorganisation ? 0.33 : 0,
            leaving: 0.08, using: &hiring)
        var leave = stream("presence")
        let presence = Presence(staff: staff, season: season, using: &leave)
        var planting = stream("causes")
        let unitSizes = staff.units.indices.map { unit in
            staff.members.count { $0.team > 0 && staff.teamUnit[$0.team] == unit }
        }
        let causes = Causes(plan: plan, unitSizes: unitSizes, using: &planting)
        let stage = Stage(plan: plan, season: season, staff: staff, presence: presence)
        return stage.specimen(causes: causes)
    }
}

/// An organisation that is hired and has not lived yet.
private struct Stage {
    let plan: SpecimenPlan
    let season: Season
    let staff: Staff
    let presence: Presence

    private func stream(_ name: String) -> RandomSource {
        RandomSource(seed: plan.seed, stream: "specimen.\(name)")
    }

    private var reorganised: Int? { plan.world == .reorganisation ? 15 : nil }

    private func surroundings(_ causes: Causes) -> Surroundings {
        var random = stream("surroundings")
        let extra = reorganised.map {
            [
                Surroundings.Initiative(
                    title: "Reorganisation", teams: [], from: $0 * 7, to: $0 * 7 + 56, weight: 3)
            ]
        }
        return Surroundings.draw(staff: staff, causes: causes, extra: extra ?? [], using: &random)
    }

    func specimen(causes: Causes) -> Specimen {
        let world = HazardWorld(
            staff: staff, season: season, presence: presence, world: plan.world,
            reorganised: reorganised, seed: plan.seed)
        func lived(_ causes: Causes) -> (Surroundings, History, Double) {
            let around = surroundings(causes)
            let history = world.live(causes: causes, surroundings: around)
            return (around, history, share(history, around, endOf: Season.weeks - 1))
        }
        let (around, history, later) = lived(causes)
        var asking = stream("pulse")
        let sheets = HazardPulse(world: world, causes: causes, surroundings: around, history: history)
            .sheets(using: &asking)
        var tying = stream("ties")
        var tooling = stream("tools")
        let tools = ToolUse(staff: staff, world: plan.world, using: &tooling)
        let chronicle = Chronicle(
            staff: staff, season: season, presence: presence, causes: causes, surroundings: around,
            history: history, reorganised: reorganised, sheets: sheets,
            ties: Ties.draw(staff: staff, causes: causes, using: &tying), sights: sights(tools),
            toolUse: tools)
        let losses = causes.planted.map { cause in
            Truth.Loss(
                cause: cause.illness, severity: cause.severity,
                points: 100 * (lived(causes.removing(cause.illness)).2 - later))
        }
        let truth = Truth(
            habitShareNow: share(history, around, endOf: Season.observed - 1), habitShareLater: later,
            supply: history.recentSupply, losses: losses)
        return CaseFolder(plan: plan, chronicle: chronicle).specimen(truth: truth)
    }

    private func share(_ history: History, _ around: Surroundings, endOf week: Int) -> Double {
        history.habitShare(
            endOf: week, staff: staff, presence: presence, isMandate: { around.isMandate($0, $1) })
    }

    private func sights(_ tools: ToolUse) -> [Chronicle.Sight] {
        let names = [ToolUse.assistant, ToolUse.office, ToolUse.code]
        guard plan.world == .twoTools else {
            return names.map { .init(tool: $0, team: nil, from: 0, note: "daily log") }
        }
        return [.init(tool: ToolUse.assistant, team: nil, from: 0, note: "daily log")]
            + names.dropFirst().flatMap { name in
                staff.teams.indices.map { team in
                    .init(
                        tool: name, team: team, from: tools.moved[team] == nil ? 0 : 23 * 7,
                        note: tools.moved[team] == nil ? "daily log" : "log begins with the new contract")
                }
            }
    }
}
