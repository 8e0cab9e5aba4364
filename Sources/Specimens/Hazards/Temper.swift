import Inference
import Rollout

/// What people bring along, before any cause: standard normal, drawn once and the same in every
/// counterfactual.
struct Temper: Sendable {
    /// True benefit, time, clarity, tiredness and halo of each person.
    var benefit: [Double] = []
    var time: [Double] = []
    var clarity: [Double] = []
    var tiredness: [Double] = []
    var halo: [Double] = []
    /// Believers by their rank: the first six in a hundred start as users.
    var believing: [Double] = []
    /// By team.
    var support: [Double] = []
    /// By role.
    var fit: [Double] = []
    /// One a year's weather: the same for the whole organisation.
    var climate = 0.0

    init(staff: Staff, using random: inout RandomSource) {
        for _ in staff.members {
            benefit.append(random.drawNormal())
            time.append(random.drawNormal())
            clarity.append(random.drawNormal())
            tiredness.append(random.drawNormal())
            halo.append(random.drawNormal())
            believing.append(random.uniform())
        }
        support = staff.teams.map { _ in random.drawNormal() }
        fit = staff.roles.map { _ in random.drawNormal() }
        climate = random.drawNormal()
    }
}

/// What people live with once the causes are in: zero is an ordinary working life.
struct Lives: Sendable {
    let benefit: [Double]
    let time: [Double]
    let clarity: [Double]
    /// Manager support, by team.
    let support: [Double]
    let isBeliever: [Bool]
    /// Severity of the echo chamber, of compliance, of the gap; by member.
    let wall: [Double]
    let pressure: [Double]
    let withheld: [Double]
    private let tiredness: [Double]

    /// Tiredness of change in a week: load enters.
    func fatigue(_ member: Int, load: Double) -> Double {
        tiredness[member] + min(2.4, 0.34 * max(0, load - 2))
    }

    init(staff: Staff, temper: Temper, causes: Causes) {
        func severity(_ illness: Illness) -> [Double] {
            staff.members.map { causes.severity(illness, unit: staff.teamUnit[$0.team]) }
        }
        let hurried = severity(.noTimeOrFocus)
        let unrewarded = severity(.noPersonalValue)
        let walled = severity(.echoChamber)
        let abandoned = severity(.enthusiasmGap)
        let misled = severity(.messageMisalignment)
        let pressed = severity(.superficialCompliance)
        let people = staff.members.indices
        benefit = people.map { person in
            let member = staff.members[person]
            let own = 0.7 * temper.benefit[person] + 0.25 * temper.fit[member.role]
            let isExecutive = member.layer == .executive
            return own + 0.25 * temper.climate + (isExecutive ? 0.6 : 0)
                - (isExecutive ? 0.3 : 1) * (2.0 * unrewarded[person] + 1.5 * pressed[person])
        }
        time = people.map { 0.7 * temper.time[$0] - 1.9 * hurried[$0] }
        clarity = people.map { person in
            0.7 * temper.clarity[person]
                - (staff.members[person].layer == .executive ? 0.3 : 1) * 2.0 * misled[person]
        }
        tiredness = people.map { 0.7 * temper.tiredness[$0] }
        support = staff.teams.indices.map { team in
            let gap = causes.severity(.enthusiasmGap, unit: staff.teamUnit[team])
            return 0.6 * temper.support[team] - (team == 0 ? 0 : 2.1 * gap)
        }
        wall = walled
        pressure = pressed
        withheld = abandoned
        isBeliever = Lives.believers(staff: staff, temper: temper, causes: causes)
    }

    /// Six in a hundred believe from the start; in an echo chamber they all sit in two teams.
    private static func believers(staff: Staff, temper: Temper, causes: Causes) -> [Bool] {
        var isBeliever = staff.members.indices.map {
            temper.believing[$0] < 0.06 && staff.members[$0].layer != .executive
        }
        guard let cause = causes.planted.first(where: { $0.illness == .echoChamber }) else {
            return isBeliever
        }
        let inside = staff.members.indices.filter {
            staff.members[$0].layer != .executive
                && (cause.unit == nil || staff.teamUnit[staff.members[$0].team] == cause.unit)
        }
        let number = inside.filter { isBeliever[$0] }.count
        for person in inside { isBeliever[person] = false }
        // The engineers' first teams: where belief in tools usually begins.
        let home = staff.teams.indices.dropFirst().filter { team in
            cause.unit == nil || staff.teamUnit[team] == cause.unit
        }
        let two = home.sorted { (temper.support[$0], $0) > (temper.support[$1], $1) }.prefix(2)
        let order = inside.filter { two.contains(staff.members[$0].team) }
            .sorted { (temper.believing[$0], $0) < (temper.believing[$1], $1) }
        for person in order.prefix(max(number, 4)) { isBeliever[person] = true }
        return isBeliever
    }
}
