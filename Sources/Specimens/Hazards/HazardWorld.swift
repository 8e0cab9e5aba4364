import Inference
import Rollout

/// Behaviour from logits: availability, exposure, support and a habit that grows on voluntary use.
///
/// - Source: SCIENCE 10.1.
struct HazardWorld: Mechanism {
    let staff: Staff
    let season: Season
    let presence: Presence
    let temper: Temper
    let world: World
    /// Week of the reorganisation, where there is one.
    let reorganised: Int?
    /// Base rate of the champions, live use cases a week; shape (champions).
    let pace: [Double]
    /// Even draws for every decision, fixed before any cause; shape (members × 42 × 5).
    private let chance: [Double]
    let building: [Double]
    let keeping: [Double]

    init(
        staff: Staff, season: Season, presence: Presence, world: World, reorganised: Int?, seed: UInt64
    ) {
        self.staff = staff
        self.season = season
        self.presence = presence
        self.world = world
        self.reorganised = reorganised
        var tempers = RandomSource(seed: seed, stream: "specimen.temper")
        temper = Temper(staff: staff, using: &tempers)
        var random = RandomSource(seed: seed, stream: "specimen.hazards")
        pace = staff.champions.map { _ in random.draw(0.4, 0.9) }
        building = (0..<staff.champions.count * season.weeks * 12).map { _ in random.uniform() }
        keeping = (0..<staff.champions.count * season.weeks).map { _ in random.drawNormal() }
        chance = (0..<staff.count * season.weeks * 5).map { _ in random.uniform() }
    }

    /// Lives the forty-two weeks once.
    ///
    /// - Parameters:
    ///   - causes: What ails the organisation; the random numbers do not depend on it.
    ///   - surroundings: Orders and load under these causes.
    /// - Complexity: O(members × 42).
    func live(causes: Causes, surroundings: Surroundings) -> History {
        let lives = Lives(staff: staff, temper: temper, causes: causes)
        var history = History(members: staff.count, season: season)
        build(into: &history, causes: causes, lives: lives)
        let live = liveCases(history.cases)
        let cross = crossTalk(causes)
        var hasTried = lives.isBeliever
        var habit = lives.isBeliever.map { $0 ? 0.6 : 0 }
        var recent = lives.isBeliever.map { $0 ? 1.0 : 0 }
        for week in 0..<season.weeks {
            let exposure = exposures(recent, week: week)
            if week == reorganised { unsettle(&habit) }
            let dip = world == .seasonalDip && (22...28).contains(week) ? -1.5 : 0
            for member in staff.members.indices {
                let person = staff.members[member]
                guard Presence.belongs(person, week), presence.days(member, week) != 0 else {
                    habit[member] *= 0.985
                    recent[member] *= 0.8
                    continue
                }
                let team = staff.team(of: member, week: week, reorganised: reorganised)
                let availability =
                    person.layer == .executive
                    ? 0.5 : 1 - exponential(-0.8 * Double(live[week][person.role]) / 2)
                let fatigue = lives.fatigue(member, load: surroundings.load[team][week])
                let isOrdered = surroundings.isMandate(team, week)
                let seen = (1 - cross[member]) * exposure.team[member] + cross[member] * exposure.all
                let push = isOrdered ? (lives.pressure[member] > 0 ? 2.2 + lives.pressure[member] : 0.8) : 0
                let base = member * season.weeks * 5 + week * 5
                if !hasTried[member] {
                    let outside = exposure.team[member] > 0.1 ? 0.5 : 1
                    let willingness =
                        -5.85 + 1.5 * availability + 8.5 * min(seen, 0.5) + 0.5 * lives.support[team]
                        + 0.85 * lives.clarity[member] - 0.45 * fatigue + 0.55 * lives.time[member]
                        + 0.4 * lives.benefit[member] + (person.layer == .executive ? 0.8 : 0)
                        - 1.8 * lives.wall[member] * outside + dip / 2
                    if chance[base] < logistic(willingness + push) { hasTried[member] = true }
                }
                guard hasTried[member] else { continue }
                let drive =
                    -0.9 + 1.5 * (0.35 + lives.benefit[member]) * availability + 2.8 * habit[member]
                    + 0.45 * lives.support[team] + 0.15 * lives.clarity[member] - 0.5 * fatigue
                    + 0.45 * lives.time[member] + dip
                let own = logistic(drive)
                if chance[base + 1] < own {
                    history[member, week] = use(member, week, base: base, habit: habit[member])
                    habit[member] +=
                        (0.11 + 0.05 * max(-1.2, lives.benefit[member])) * (1 - habit[member])
                    recent[member] = 0.6 * recent[member] + 0.4
                } else {
                    if isOrdered, chance[base + 1] < logistic(drive + push) {
                        history[member, week] = shallowUse(member, week, base: base)
                    }
                    habit[member] *= 0.93
                    recent[member] *= 0.6
                }
            }
        }
        return history
    }

    private func crossTalk(_ causes: Causes) -> [Double] {
        staff.members.map {
            let wall = causes.severity(.echoChamber, unit: staff.teamUnit[$0.team])
            return wall > 0 ? 0.02 : 0.3
        }
    }

    private func unsettle(_ habit: inout [Double]) {
        for member in staff.members.indices
        where staff.members[member].team != staff.members[member].teamBefore { habit[member] *= 0.4 }
    }

    /// Recent use around each person, themselves left out: in the team and in the organisation.
    private func exposures(_ recent: [Double], week: Int) -> (team: [Double], all: Double) {
        var sums = [Double](repeating: 0, count: staff.teams.count)
        var sizes = [Double](repeating: 0, count: staff.teams.count)
        var teams = [Int](repeating: 0, count: staff.count)
        for member in staff.members.indices {
            let team = staff.team(of: member, week: week, reorganised: reorganised)
            teams[member] = team
            guard Presence.belongs(staff.members[member], week) else { continue }
            sums[team] += recent[member]
            sizes[team] += 1
        }
        let all = sums.reduce(0, +) / max(1, sizes.reduce(0, +))
        let own = staff.members.indices.map { member in
            let team = teams[member]
            return sizes[team] < 2 ? 0 : max(0, sums[team] - recent[member]) / (sizes[team] - 1)
        }
        return (own, all)
    }
}

extension HazardWorld {
    private func use(_ member: Int, _ week: Int, base: Int, habit: Double) -> History.Use {
        let days = pick(
            from: presence.days(member, week), share: 0.15 + 0.6 * habit, at: chance[base + 2])
        let actions = 1 + poissonQuantile(chance[base + 3], mean: 1.6 + 4 * habit)
        return History.Use(days: days, actionsPerDay: UInt8(min(actions, 200)), isOrdered: false)
    }

    private func shallowUse(_ member: Int, _ week: Int, base: Int) -> History.Use {
        let days = pick(from: presence.days(member, week), share: 0.05, at: chance[base + 2])
        return History.Use(days: days, actionsPerDay: chance[base + 3] < 0.8 ? 1 : 2, isOrdered: true)
    }

    /// One day at work for sure, each other with a probability; one even number decides all of them.
    private func pick(from days: UInt8, share: Double, at chance: Double) -> UInt8 {
        let count = days.nonzeroBitCount
        guard count > 0 else { return 0 }
        var left = chance * Double(count)
        let sure = min(Int(left), count - 1)
        left -= Double(sure)
        var picked: UInt8 = 0
        var place = 0
        for weekday in 0..<7 where days & (1 << UInt8(weekday)) != 0 {
            if place == sure {
                picked |= 1 << UInt8(weekday)
            } else {
                // A baker's map: the fraction left over is as good as a fresh draw.
                left = (left * 7919).truncatingRemainder(dividingBy: 1)
                if left < share { picked |= 1 << UInt8(weekday) }
            }
            place += 1
        }
        return picked
    }
}

extension HazardWorld {
    func sheets(
        causes: Causes, surroundings: Surroundings, history: History, using random: inout RandomSource
    ) -> [AnswerSheet] {
        HazardPulse(world: self, causes: causes, surroundings: surroundings, history: history)
            .sheets(using: &random)
    }

    func ties(causes: Causes, using random: inout RandomSource) -> [(a: Int, b: Int, weight: Int)] {
        Ties.draw(staff: staff, causes: causes, using: &random)
    }

    func sights(_ tools: ToolUse) -> [Chronicle.Sight] {
        guard world == .twoTools else {
            return [ToolUse.assistant, ToolUse.office, ToolUse.code].map {
                .init(tool: $0, team: nil, from: 0, note: "daily log")
            }
        }
        return [.init(tool: ToolUse.assistant, team: nil, from: 0, note: "daily log")]
            + [ToolUse.office, ToolUse.code].flatMap { name in
                staff.teams.indices.map { team in
                    .init(
                        tool: name, team: team, from: tools.moved[team] == nil ? 0 : 23 * 7,
                        note: tools.moved[team] == nil ? "daily log" : "log begins with the new contract")
                }
            }
    }
}
