import Diagnosis
import Measures

/// A published plan as a text that can be kept, and read back as it was.
///
/// A plan is published once: what was let through on its day is kept and shown again, and never made anew from evidence that has
/// changed by a few people since. Only this room reads it back, since only this room makes disclosed figures.
extension PlanPublication: Codable {
    package func encode(to encoder: any Encoder) throws { try KeptPlan(self).encode(to: encoder) }

    /// - Throws: `DecodingError` where the text is none of this room's.
    package init(from decoder: any Decoder) throws {
        self = try KeptPlan(from: decoder).publication(at: decoder.codingPath)
    }
}

/// The shape in which a plan is kept.
private struct KeptPlan: Codable {
    struct Request: Codable {
        var invitations: Int
        var acrossTeams: Bool
        var goal: String
        var weeks: Int
        var runs: Int?
        var seed: UInt64
        var accepts: Double?
        var leastShown: Int
        var hours: Int?
        var demonstrations: Int?
    }
    struct Bridge: Codable {
        var from: String
        var to: String
        var invitations: Int
    }
    struct Outcome: Codable {
        var code: String
        var reach: KeptFigure
        var gain: KeptFigure
    }
    struct CurvePoint: Codable {
        var invitations: Int
        var reach: KeptFigure
    }
    struct TeamRow: Codable {
        var team: String
        var people: Int
        var today: KeptFigure
        var nothing: KeptFigure
        var plan: KeptFigure
    }

    var name: String
    var asOf: Int
    var isProtected: Bool
    var request: Request
    var people: Int
    var today: KeptFigure
    var placed: Int
    var bridges: [Bridge]
    var demonstrations: Int
    var hours: Int
    var intoSmallTeams: Int
    var outcomes: [Outcome]
    var bound: KeptFigure?
    var curve: [CurvePoint]
    var knee: Int?
    var teams: [TeamRow]
    var teamsNotShown: Int
    var overloaded: [String]
    var isLoadedEverywhere: Bool
    var complexProbability: Double
    var inPairs: Bool
    var asksConsent: Bool
    var hasTies: Bool
    var runs: Int
    var wasStopped: Bool
    var unknowns: [String]

    init(_ plan: PlanPublication) {
        name = plan.name
        asOf = Int(plan.asOf.number)
        isProtected = plan.isProtected
        request = Request(
            invitations: plan.request.invitations, acrossTeams: plan.request.acrossTeams,
            goal: plan.request.goalCode, weeks: plan.request.weeks, runs: plan.request.runs,
            seed: plan.request.seed, accepts: plan.request.accepts, leastShown: plan.request.leastShown)
        switch plan.request.limit {
        case .hours(let hours): request.hours = hours
        case .demonstrations(let number): request.demonstrations = number
        case nil: break
        }
        demonstrations = plan.cost.demonstrations
        hours = plan.cost.hours
        people = plan.people
        today = KeptFigure(plan.today)
        placed = plan.placed
        bridges = plan.bridges.map { Bridge(from: $0.from, to: $0.to, invitations: $0.invitations) }
        intoSmallTeams = plan.intoSmallTeams
        outcomes = plan.outcomes.map {
            Outcome(code: $0.code, reach: KeptFigure($0.reach), gain: KeptFigure($0.gain))
        }
        bound = plan.bound.map { KeptFigure($0) }
        curve = plan.curve.map { CurvePoint(invitations: $0.invitations, reach: KeptFigure($0.reach)) }
        knee = plan.knee
        teams = plan.teams.map {
            TeamRow(
                team: $0.team, people: $0.people, today: KeptFigure($0.today),
                nothing: KeptFigure($0.nothing), plan: KeptFigure($0.plan))
        }
        teamsNotShown = plan.teamsNotShown
        overloaded = plan.overloaded
        isLoadedEverywhere = plan.isLoadedEverywhere
        complexProbability = plan.complexProbability
        inPairs = plan.inPairs
        asksConsent = plan.asksConsent
        hasTies = plan.hasTies
        runs = plan.runs
        wasStopped = plan.wasStopped
        unknowns = plan.unknowns
    }

    func publication(at path: [any CodingKey]) throws -> PlanPublication {
        var asked = PlanRequest(
            invitations: request.invitations, acrossTeams: request.acrossTeams, leastShown: request.leastShown
        )
        guard asked.setGoal(code: request.goal) else {
            throw DecodingError.dataCorrupted(.init(codingPath: path, debugDescription: "no such goal"))
        }
        asked.weeks = request.weeks
        asked.runs = request.runs
        asked.seed = request.seed
        asked.accepts = request.accepts
        asked.limit = request.hours.map { .hours($0) } ?? request.demonstrations.map { .demonstrations($0) }
        var cost = PlanCost([])
        (cost.demonstrations, cost.hours) = (demonstrations, hours)
        return try PlanPublication(
            name: name, asOf: Day(number: Int32(asOf)), isProtected: isProtected, request: asked,
            people: people,
            today: today.figure(path), placed: placed,
            bridges: bridges.map { .init(from: $0.from, to: $0.to, invitations: $0.invitations) },
            cost: cost, intoSmallTeams: intoSmallTeams,
            outcomes: outcomes.map {
                try .init(code: $0.code, reach: $0.reach.figure(path), gain: $0.gain.figure(path))
            },
            bound: bound.map { try $0.figure(path) },
            curve: curve.map { try .init(invitations: $0.invitations, reach: $0.reach.figure(path)) },
            knee: knee,
            teams: teams.map {
                try .init(
                    team: $0.team, people: $0.people, today: $0.today.figure(path),
                    nothing: $0.nothing.figure(path), plan: $0.plan.figure(path))
            },
            teamsNotShown: teamsNotShown, overloaded: overloaded, isLoadedEverywhere: isLoadedEverywhere,
            complexProbability: complexProbability, inPairs: inPairs, asksConsent: asksConsent,
            hasTies: hasTies, runs: runs, wasStopped: wasStopped, unknowns: unknowns)
    }
}

/// A figure as it is kept: what was let through, and nothing behind it.
private struct KeptFigure: Codable {
    var value: Double?
    var low: Double?
    var high: Double?
    var level: Double?
    var n: Int?
    var unit: String?
    /// `exact` or `fivePoints`; nil where a word stands for the number.
    var precision: String?
    var band: String?
    var reasonCode: String?
    var reason: String?
    var isWithheld = false

    init(_ figure: Disclosed<Measured<PublishedEstimate>>) {
        switch figure.state {
        case .withheld(let why):
            (reasonCode, reason, isWithheld) = (why.code, why.sentence, true)
        case .shown(.notKnown(let why)):
            (reasonCode, reason) = (why.code, why.sentence)
        case .shown(.known(let estimate)):
            (unit, n) = (estimate.unit.rawValue, estimate.n)
            switch estimate.precision {
            // The value beside a word is the middle of what the word covers, the same whichever is true.
            case .band(let word): band = word
            case .exact: precision = "exact"
            case .fivePoints: precision = "fivePoints"
            }
            value = estimate.value
            low = estimate.interval?.low
            high = estimate.interval?.high
            level = estimate.interval?.level
        }
    }

    func figure(_ path: [any CodingKey]) throws -> Disclosed<Measured<PublishedEstimate>> {
        if let reasonCode, let reason {
            let why = Reason(reasonCode, reason)
            return isWithheld ? Disclosed(withheld: why) : Disclosed(shown: .notKnown(why))
        }
        guard let unit = unit.flatMap(Unit.init(rawValue:)) else {
            throw DecodingError.dataCorrupted(.init(codingPath: path, debugDescription: "no such unit"))
        }
        guard let value, value.isFinite else {
            throw DecodingError.dataCorrupted(.init(codingPath: path, debugDescription: "no number"))
        }
        var interval: Interval?
        if let low, let high, let level { interval = Interval(low: low, high: high, level: level) }
        return Disclosed(
            shown: .known(
                PublishedEstimate(
                    value: value, interval: interval, n: n, unit: unit,
                    precision: band.map { .band($0) } ?? (precision == "fivePoints" ? .fivePoints : .exact))))
    }
}
