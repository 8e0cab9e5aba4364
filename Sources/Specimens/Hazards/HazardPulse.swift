import Inference
import Rollout

/// What people of the hazard world answer: own latent, halo, noise of .9; answering depends on use,
/// tiredness and halo.
///
/// - Source: SCIENCE 1.2 and 10.1.
struct HazardPulse {
    let world: HazardWorld
    let surroundings: Surroundings
    let history: History
    let lives: Lives
    let causes: Causes

    init(world: HazardWorld, causes: Causes, surroundings: Surroundings, history: History) {
        self.world = world
        self.surroundings = surroundings
        self.history = history
        self.causes = causes
        lives = Lives(staff: world.staff, temper: world.temper, causes: causes)
    }

    /// Asks everybody in every wave.
    ///
    /// - Complexity: O(members × waves × items).
    func sheets(using random: inout RandomSource) -> [AnswerSheet] {
        Waves.weeks(world.season).flatMap { week in
            let recent = recentUse(before: week)
            return world.staff.members.indices.compactMap { member in
                sheet(member, week: week, recent: recent, using: &random)
            }
        }
    }

    private struct Recent {
        /// Weeks and days with use in the last four weeks; by member.
        var weeks: [Int]
        var days: [Int]
        /// Share of users by team, and over everybody.
        var team: [Double]
        var all: Double
        /// Share of people better off, by team.
        var better: [Double]
    }

    private func recentUse(before week: Int) -> Recent {
        let staff = world.staff
        var recent = Recent(
            weeks: Array(repeating: 0, count: staff.count), days: Array(repeating: 0, count: staff.count),
            team: Array(repeating: 0, count: staff.teams.count), all: 0,
            better: Array(repeating: 0, count: staff.teams.count))
        var sizes = [Double](repeating: 0, count: staff.teams.count)
        for member in staff.members.indices where Presence.belongs(staff.members[member], week) {
            for past in max(0, week - 3)...week {
                let use = history[member, past]
                recent.weeks[member] += use.days == 0 ? 0 : 1
                recent.days[member] += use.days.nonzeroBitCount
            }
            let team = staff.team(of: member, week: week, reorganised: world.reorganised)
            sizes[team] += 1
            if recent.weeks[member] > 0 {
                recent.team[team] += 1
                if lives.benefit[member] > -0.2 { recent.better[team] += 1 }
            }
        }
        recent.all = recent.team.reduce(0, +) / max(1, sizes.reduce(0, +))
        for team in recent.team.indices {
            recent.team[team] /= max(1, sizes[team])
            recent.better[team] /= max(1, sizes[team])
        }
        return recent
    }

    private func sheet(
        _ member: Int, week: Int, recent: Recent, using random: inout RandomSource
    ) -> AnswerSheet? {
        let staff = world.staff
        let person = staff.members[member]
        guard Presence.belongs(person, week), world.presence.days(member, week) != 0 else { return nil }
        let team = staff.team(of: member, week: week, reorganised: world.reorganised)
        let fatigue = lives.fatigue(member, load: surroundings.load[team][week])
        let halo = 0.55 * world.temper.halo[member]
        let answering =
            0.1 + (recent.weeks[member] > 0 ? 0.6 : 0) - 0.3 * fatigue + 0.6 * halo
            + (person.layer == .executive ? 0.8 : 0)
        guard random.uniform() < logistic(answering) else { return nil }

        var sheet = AnswerSheet(week: week, member: member, team: team)
        let experience = experience(member, team: team, recent: recent, using: &random)
        sheet.isExperienced = experience >= 2
        sheet.form = random.drawBernoulli(0.5) ? "a" : "b"
        let isExecutive = person.layer == .executive
        let lift = isExecutive ? 0.5 : 0
        let benefit = lives.benefit[member]
        let hope =
            sheet.isExperienced ? 3.35 + 0.75 * benefit : 3.2 + 0.4 * benefit - 0.6 * lives.wall[member]
        let latent: [(PulseItem, Double)] = [
            (.tedium, hope + 0.1),
            (.interruptionsOrStress, hope - (sheet.form == "a" ? 0.1 : 0)),
            (.time, 3.6 + 0.8 * lives.time[member]),
            (.managerSupport, 3.65 + 0.75 * lives.support[team]),
            (.clarity, 3.6 + 0.75 * lives.clarity[member] + lift),
            (.changeLoad, 2.3 + 0.85 * fatigue - lift),
            (.choice, 3.7 + 0.35 * benefit - 1.4 * lives.pressure[member]),
        ]
        add(.experience, Double(experience), isExact: true, to: &sheet, using: &random)
        for (item, value) in latent {
            // A halo lifts every answer; on the reversed item it presses down.
            let seen = value + (item == .changeLoad ? -halo : halo) + 0.9 * random.drawNormal()
            add(item, clip(seen.rounded(), 1, 5), isExact: false, to: &sheet, using: &random)
        }
        let withheld = person.layer == .manager ? 2.4 * lives.withheld[member] : 0
        let advocacy =
            6.4 + 1.3 * benefit + 0.5 * lives.support[team] + 1.2 * halo - withheld
            + (isExecutive ? 1.6 : 0) + 1.6 * random.drawNormal()
        add(.advocacy, clip(advocacy.rounded(), 0, 10), isExact: false, to: &sheet, using: &random)
        if person.layer != .contributor {
            // Leaders see their own circle, and what they hope for.
            let fact = isExecutive ? recent.all * 0.8 : recent.better[team]
            let rosy = isExecutive ? 0.3 : 0.06
            let believed = 10 * clip(0.6 * fact + rosy + 0.12 * random.drawNormal())
            add(.believed, believed.rounded(), isExact: false, to: &sheet, using: &random)
        }
        return sheet
    }

    private func experience(
        _ member: Int, team: Int, recent: Recent, using random: inout RandomSource
    ) -> Int {
        let slip = random.uniform()
        let glance = random.uniform()
        let weeks = recent.weeks[member]
        if weeks == 0 {
            let wall = lives.wall[member] > 0
            let around = 2.6 * recent.team[team] + (wall ? 0.1 : 1.4) * recent.all
            let hasWatched = glance < 1 - exponential(-2 * around)
            return slip < 0.03 ? 2 : hasWatched ? 1 : 0
        }
        if weeks <= 2 { return slip < 0.04 ? 1 : 2 }
        return recent.days[member] >= 11 ? 4 : slip < 0.06 ? 2 : 3
    }

    private func add(
        _ item: PulseItem, _ value: Double, isExact: Bool, to sheet: inout AnswerSheet,
        using random: inout RandomSource
    ) {
        let fate = random.uniform()
        let unsure =
            item == .tedium || item == .interruptionsOrStress ? (sheet.isExperienced ? 0.03 : 0.09) : 0.015
        let reply: Int? =
            fate < 0.025 ? nil : fate < 0.025 + (isExact ? 0 : unsure) ? AnswerSheet.cannotSay : Int(value)
        sheet.answers.append((item, reply))
    }
}
