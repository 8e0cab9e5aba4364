import Inference
import Rollout

/// Behaviour from thresholds on an explicit network, and utility less friction at each task.
///
/// People try when enough of those they know are seen at it; they go on when a task done with the tool is
/// worth more than its trouble, which shrinks with practice and grows back without. There is no habit
/// variable, no logit of exposure. Licences arrive late, teams are reshuffled, people leave.
///
/// - Source: SCIENCE 10.4; thresholds after Granovetter (1978), doi:10.1086/226707.
struct ThresholdWorld: Mechanism {
    let staff: Staff
    let season: Season
    let presence: Presence
    let personas: Personas
    let network: Acquaintance
    let reorganised: Int?
    /// Even draws a person and week: attention, whim, opportunities, click, drop, days, nine tasks.
    static let draws = 15
    let chance: [Double]
    /// Hours each case takes, by champion, in order; shape (champions × 80).
    let effort: [Double]
    let diligence: [Double]

    init(staff: Staff, season: Season, presence: Presence, reorganised: Int?, seed: UInt64) {
        self.staff = staff
        self.season = season
        self.presence = presence
        self.reorganised = reorganised
        var persons = RandomSource(seed: seed, stream: "specimen.thresholds.personas")
        personas = Personas(staff: staff, using: &persons)
        var meeting = RandomSource(seed: seed, stream: "specimen.thresholds.network")
        network = Acquaintance(staff: staff, season: season, reorganised: reorganised, using: &meeting)
        var random = RandomSource(seed: seed, stream: "specimen.thresholds.chance")
        effort = (0..<staff.champions.count * 80).map { _ in 5 + 3.5 * random.drawGamma(2) }
        diligence = (0..<staff.champions.count * season.weeks).map { _ in random.drawNormal() }
        chance = (0..<staff.count * season.weeks * ThresholdWorld.draws).map { _ in random.uniform() }
    }

    /// What the causes do to each person and team.
    struct Strain: Sendable {
        let hurry: [Double]
        let dullness: [Double]
        let wall: [Double]
        let pressure: [Double]
        let cold: [Double]
        let fog: [Double]
        let isInnovator: [Bool]
    }

    func strain(_ causes: Causes) -> Strain {
        func by(_ illness: Illness) -> [Double] {
            staff.members.map { member in
                let severity = causes.severity(illness, unit: staff.teamUnit[member.team])
                return member.layer == .executive && illness != .echoChamber ? 0.25 * severity : severity
            }
        }
        let gain = by(.noPersonalValue)
        let pressure = by(.superficialCompliance)
        let walls = by(.echoChamber)
        return Strain(
            hurry: by(.noTimeOrFocus),
            dullness: staff.members.indices.map { 1.5 * gain[$0] + 1.15 * pressure[$0] },
            wall: walls.map { $0 == 0 ? 0 : 0.55 + 0.45 * $0 }, pressure: pressure,
            cold: by(.enthusiasmGap), fog: by(.messageMisalignment),
            isInnovator: innovators(causes))
    }

    private func innovators(_ causes: Causes) -> [Bool] {
        let isBorn = personas.threshold.map { $0 == 0 }
        guard causes.severity(.echoChamber) > 0 else { return isBorn }
        // Behind the wall the two earliest teams hold all who need nobody's example.
        let homes = Set(earliestTeams)
        return staff.members.indices.map { member in
            let isHome = homes.contains(staff.members[member].team)
            return isHome ? personas.threshold[member] < 0.22 : false
        }
    }

    private var earliestTeams: [Int] {
        Array(
            staff.teams.indices.dropFirst().sorted { (personas.licence[$0], $0) < (personas.licence[$1], $1) }
                .prefix(2))
    }

    /// Weariness of change in 0...1 from the load on a team.
    func weariness(_ member: Int, load: Double) -> Double {
        clip(personas.frailty[member] * (1 - exponential(-max(0, load - 2.2) / 5)))
    }
}

extension ThresholdWorld {
    func live(causes: Causes, surroundings: Surroundings) -> History {
        let strain = strain(causes)
        var history = History(members: staff.count, season: season)
        build(into: &history, strain: strain)
        var byRole = [Int](repeating: 0, count: staff.roles.count)
        var nextCase = 0
        var hasTried = [Bool](repeating: false, count: staff.count)
        var hasDropped = [Bool](repeating: false, count: staff.count)
        var practice = [Double](repeating: 0, count: staff.count)
        var lastSeen = [Int](repeating: -99, count: staff.count)
        var belief = [Double](repeating: 0.8, count: staff.count)
        for week in 0..<season.weeks {
            while nextCase < history.cases.count, history.cases[nextCase].live < week * 7 {
                byRole[history.cases[nextCase].family] += 1
                nextCase += 1
            }
            let visible = lastSeen
            for member in staff.members.indices {
                let person = staff.members[member]
                let team = staff.team(of: member, week: week, reorganised: reorganised)
                let days = presence.days(member, week)
                guard Presence.belongs(person, week), days != 0, personas.licence[team] <= week else {
                    practice[member] *= 0.97
                    continue
                }
                let draw = (member * season.weeks + week) * ThresholdWorld.draws
                let tired = weariness(member, load: surroundings.load[team][week])
                let signal = network.share(of: member, week: week, wall: strain.wall) {
                    week - visible[$0] <= 3
                }
                if !hasTried[member] {
                    hasTried[member] = tries(
                        member, team: team, draw: draw, signal: signal, tired: tired, strain: strain,
                        live: byRole[person.role])
                }
                var done = 0
                if hasTried[member], !hasDropped[member] {
                    let worth = benefit(member, strain: strain, live: byRole[person.role])
                    done = tasks(
                        member, team: team, draw: draw, worth: worth + 0.4 * signal, tired: tired,
                        practice: practice[member], strain: strain)
                    if done > 0 {
                        belief[member] += 0.2 * (worth - belief[member])
                        lastSeen[member] = week
                    } else if practice[member] > 3, belief[member] < 0.3, chance[draw + 4] < 0.12 {
                        hasDropped[member] = true
                    }
                }
                practice[member] = done > 0 ? practice[member] + Double(done) : practice[member] * 0.88
                record(
                    member, week, done: done, draw: draw, days: days,
                    isOrdered: surroundings.isMandate(team, week), pressure: strain.pressure[member],
                    into: &history)
            }
        }
        return history
    }

    /// Worth of a fitting task: more where something was built for the role.
    func benefit(_ member: Int, strain: Strain, live: Int) -> Double {
        let built = staff.members[member].layer == .executive ? 0.6 : 1 - exponential(-Double(live) / 3)
        return (personas.benefit[member] - strain.dullness[member]) * (0.5 + 0.5 * built)
    }

    private func tries(
        _ member: Int, team: Int, draw: Int, signal: Double, tired: Double, strain: Strain, live: Int
    ) -> Bool {
        let attention =
            (0.3 + 0.05 * personas.boldOrganisation) * (0.5 + personas.slack[member])
            * (1 - 0.75 * strain.hurry[member]) * (1 - 0.6 * tired)
        guard chance[draw] < attention else { return false }
        let whim = 0.006 * (1 - 0.8 * strain.wall[member])
        if chance[draw + 1] < whim { return true }
        guard live > 0 || personas.benefit[member] > 1.3 else { return false }
        let discouraged =
            0.3 * strain.cold[member] - 0.06 * personas.warmth[team] + 0.3 * strain.fog[member]
            + 0.12 * tired
        if strain.isInnovator[member] { return discouraged < 0.25 || chance[draw + 1] < 0.1 }
        return signal >= 0.04 + personas.threshold[member] + max(-0.05, discouraged)
    }

    private func tasks(
        _ member: Int, team: Int, draw: Int, worth: Double, tired: Double, practice: Double, strain: Strain
    ) -> Int {
        let mean =
            3.6 * (0.5 + personas.slack[member]) * (1 - 0.65 * strain.hurry[member]) * (1 - 0.5 * tired)
        let number = min(9, poissonQuantile(chance[draw + 2], mean: mean))
        let trouble =
            personas.friction[member] * exponential(-practice / 12) + 0.45 * tired + 0.35
            * strain.cold[member]
            + 0.15 * strain.fog[member] - 0.1 * personas.warmth[team]
        let taken = logistic(2.4 * (worth - trouble) - 0.4)
        var done = 0
        for task in 0..<number where chance[draw + 6 + task] < taken { done += 1 }
        return done
    }

    private func record(
        _ member: Int, _ week: Int, done: Int, draw: Int, days: UInt8, isOrdered: Bool, pressure: Double,
        into history: inout History
    ) {
        var left = done
        let open = (0..<7).filter { days & (1 << UInt8($0)) != 0 }
        if done == 0 {
            // A click on the day it is counted: the last day of the week at work.
            guard isOrdered, chance[draw + 3] < (pressure > 0 ? 0.3 + 0.5 * pressure : 0.12) else { return }
            history[member, week] = History.Use(
                days: 1 << UInt8(open.last ?? 0), actionsPerDay: 1, isOrdered: true)
            return
        }
        var used: UInt8 = 0
        var place = Int(chance[draw + 5] * Double(open.count))
        while left > 0, used.nonzeroBitCount < open.count {
            used |= 1 << UInt8(open[place % open.count])
            place += open.count > 2 ? 2 : 1
            if used & (1 << UInt8(open[place % open.count])) != 0 { place += 1 }
            left -= 1
        }
        history[member, week] = History.Use(days: used, actionsPerDay: UInt8(2 + done / 2), isOrdered: false)
    }
}
