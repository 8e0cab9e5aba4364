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
    /// - Returns: A complete case folder; nothing in it is later than the last Sunday written.
    /// - Complexity: O(members × weeks), once for each planted cause and once more.
    /// - Source: SCIENCE 10.1; the world `thresholds` 10.4.
    package static func make(_ plan: SpecimenPlan) -> Specimen {
        let season = Season(observed: plan.weeks, last: plan.lastSunday)
        func stream(_ name: String) -> RandomSource {
            RandomSource(seed: plan.seed, stream: "specimen.\(name)")
        }
        var hiring = stream("staff")
        let isOther = plan.world == .thresholds
        let staff = Staff.hire(
            world: plan.world, season: season,
            movers: plan.world == .reorganisation ? 0.33 : isOther ? 0.15 : 0,
            leaving: isOther ? 0.14 : 0.08, using: &hiring)
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

    /// Week of the reorganisation: fixed in its own world, in the threshold world every other time.
    private var reorganised: Int? {
        guard plan.world == .thresholds else { return plan.world == .reorganisation ? 15 : nil }
        var random = stream("reorganisation")
        let week = random.draw(8...20)
        return random.drawBernoulli(0.5) ? week : nil
    }

    private var mechanism: any Mechanism {
        if plan.world == .thresholds {
            return ThresholdWorld(
                staff: staff, season: season, presence: presence, reorganised: reorganised, seed: plan.seed)
        }
        return HazardWorld(
            staff: staff, season: season, presence: presence, world: plan.world,
            reorganised: reorganised, seed: plan.seed)
    }

    private func surroundings(_ causes: Causes) -> Surroundings {
        var random = stream("surroundings")
        let extra = reorganised.map {
            [
                Surroundings.Initiative(
                    title: "Reorganisation", teams: [], from: $0 * 7, to: $0 * 7 + 56, weight: 3)
            ]
        }
        return Surroundings.draw(
            staff: staff, season: season, causes: causes, extra: extra ?? [], using: &random)
    }

    func specimen(causes: Causes) -> Specimen {
        let world = mechanism
        func lived(_ causes: Causes) -> (Surroundings, History, Double) {
            let around = surroundings(causes)
            let history = world.live(causes: causes, surroundings: around)
            return (around, history, share(history, around, endOf: season.weeks - 1))
        }
        let (around, history, later) = lived(causes)
        var asking = stream("pulse")
        let sheets = world.sheets(
            causes: causes, surroundings: around, history: history, using: &asking)
        var tying = stream("ties")
        var tooling = stream("tools")
        let tools = ToolUse(staff: staff, world: plan.world, using: &tooling)
        let chronicle = Chronicle(
            staff: staff, season: season, presence: presence, causes: causes, surroundings: around,
            history: history, reorganised: reorganised, sheets: sheets,
            ties: world.ties(causes: causes, using: &tying), sights: world.sights(tools),
            toolUse: tools)
        let losses = causes.planted.map { cause in
            Truth.Loss(
                cause: cause.illness, severity: cause.severity,
                points: 100 * (lived(causes.removing(cause.illness)).2 - later))
        }
        let truth = Truth(
            habitShareNow: share(history, around, endOf: season.observed - 1), habitShareLater: later,
            supply: history.recentSupply, losses: losses)
        return CaseFolder(plan: plan, chronicle: chronicle).specimen(truth: truth)
    }

    private func share(_ history: History, _ around: Surroundings, endOf week: Int) -> Double {
        history.habitShare(
            endOf: week, staff: staff, presence: presence, isMandate: { around.isMandate($0, $1) })
    }
}
