import Inference
import Measures
import Rollout

/// Everything prepared once for the organisation and used by every scope.
struct Groundwork: Sendable {
    let observation: Observation
    let standings: [Standing]
    let asked: Asked
    let echo: EchoReading
    let covered: [Bool]
    let alignment: Alignment
    let builder: TallyBuilder
    let respondentsByTeam: [Int: [Respondent]]
    /// Everybody counted in rates: in the frame, executives apart.
    let audience: Int
    /// Supply over the whole register, as the organisation, teams and layers have it.
    let supply: Supply
    /// Distinct tools, use cases and modes of each person in the last four weeks.
    let breadth: [Int]
    /// Mandate weeks seen by anybody in the window.
    let mandateWeeks: Int
    /// Weeks between the first week in which use can be seen and today.
    let eventWeeks: Int
    /// Whether anybody's manager is known.
    let hasManagerLine: Bool
    /// Weeks in which use sagged in the whole organisation at once; nil where it did not.
    let sag: SimultaneousSag?

    var evidence: Evidence { observation.evidence }

    init(_ evidence: Evidence, using random: inout RandomSource) {
        let observation = Observation(evidence)
        let standings = observation.standings()
        let asked = Weighting.weighted(Asked(evidence), observation: observation, standings: standings)
        let echo = EchoReading(observation, standings: standings, using: &random)
        let covered = Supply.covered(evidence)
        self.observation = observation
        self.standings = standings
        self.asked = asked
        self.echo = echo
        self.covered = covered
        alignment = Alignment(evidence)
        builder = TallyBuilder(
            observation: observation, standings: standings, asked: asked, covered: covered,
            depth: Depth.byPerson(evidence), sight: echo.sight, orders: observation.firstOrders(),
            load: ChangeLoad.byTeam(evidence))
        respondentsByTeam = Dictionary(grouping: asked.respondents.filter { $0.team != nil }) { $0.team! }
        audience = standings.indices.count {
            standings[$0].isInFrame && observation.people[$0].layer != .executive
        }
        supply = Supply(evidence)
        breadth = Breadth.byPerson(evidence)
        hasManagerLine = EvidenceInput.managerLine.isThere(in: evidence)
        let window = max(0, observation.now - TallyBuilder.persistenceWeeks + 1)...max(0, observation.now)
        mandateWeeks = window.count { week in
            evidence.teams.indices.contains { observation.mandated[$0, week] }
        }
        let firstWeeks = [evidence.use.span?.lowerBound.week, evidence.weeks.map(\.week).min()]
        let firstSeen = firstWeeks.compactMap { $0 }.min().map {
            max(0, $0.number - observation.first.number)
        }
        eventWeeks = firstSeen.map { observation.now - $0 + 1 } ?? 0
        sag = SimultaneousSag.find(
            observation,
            rows: standings.indices.filter {
                standings[$0].isInFrame && observation.people[$0].layer != .executive
            })
    }
}

/// How many different things each person used lately.
enum Breadth {
    /// Distinct keys with a day in the last 28, by person; the ledger is sorted, so each row is a key once a block.
    static func byPerson(_ evidence: Evidence) -> [Int] {
        let from = evidence.asOf.advanced(by: -27)
        var counts = [Int](repeating: 0, count: evidence.people.count)
        var counted: (person: Int32, key: Int32) = (-1, -1)
        for row in evidence.use.rows where row.block.bits != 0 && counted != (row.person, row.key) {
            let last = DaySet.day(block: row.block.index, bit: 63 - row.block.bits.leadingZeroBitCount)
            guard last >= from, last <= evidence.asOf else { continue }
            counts[Int(row.person)] += 1
            counted = (row.person, row.key)
        }
        // The same tool told by day and by week is one.
        var weekly: [Int: Set<String>] = [:]
        for use in evidence.weeks where use.week.monday <= evidence.asOf && use.week.sunday >= from {
            weekly[use.person.ordinal, default: []].insert(use.tool)
        }
        guard !weekly.isEmpty else { return counts }
        var daily: [Int: Set<String>] = [:]
        for row in evidence.use.rows where weekly[Int(row.person)] != nil {
            let last = DaySet.day(block: row.block.index, bit: 63 - row.block.bits.leadingZeroBitCount)
            if last >= from, last <= evidence.asOf {
                daily[Int(row.person), default: []].insert(evidence.use.keys[Int(row.key)].tool)
            }
        }
        for (person, tools) in weekly { counts[person] += tools.subtracting(daily[person] ?? []).count }
        return counts
    }
}

/// Active and single-action days by person over the last twelve weeks.
enum Depth {
    static func byPerson(_ evidence: Evidence) -> (active: [Double], single: [Double])? {
        guard let depth = evidence.depth else { return nil }
        let from = evidence.asOf.week.advanced(by: 1 - Observation.userWindow)
        var active = [Double](repeating: 0, count: evidence.people.count)
        var single = active
        for tally in depth where tally.week >= from && tally.week <= evidence.asOf.week {
            active[tally.person.ordinal] += Double(tally.activeDays)
            single[tally.person.ordinal] += Double(tally.singleActionDays)
        }
        return (active, single)
    }
}

/// Facts of one scope: its people, its tallies and what follows from them.
struct ScopeFacts: Sendable {
    let scope: Scope
    /// Members on the as-of day.
    let members: [Int]
    /// The answers of the scope.
    let respondents: [Respondent]
    let tallies: [Tally]
    /// The team of each tally; nil for answers without a team.
    let teamOfTally: [Int?]
    let total: Tally
    let supply: Supply
    let eventWeeks: Int

    /// - Parameters:
    ///   - members: Everybody of the scope on the as-of day.
    ///   - respondents: The answers of the scope.
    ///   - role: The role, where the scope is one: supply is then counted for it alone.
    init(
        _ scope: Scope, members: [Int], respondents: [Respondent], groundwork: Groundwork, role: Int? = nil
    ) {
        self.scope = scope
        self.members = members
        self.respondents = respondents
        (tallies, teamOfTally) = groundwork.builder.tallies(of: members, respondents: respondents)
        var total = Tally()
        for tally in tallies { total.add(tally) }
        self.total = total
        supply =
            scope.kind == .role
            ? Supply(
                groundwork.evidence, role: role,
                share: groundwork.audience > 0 ? total[.audience] / Double(groundwork.audience) : 1)
            : groundwork.supply
        eventWeeks = groundwork.eventWeeks
    }

    /// Teams with at least one person whose habit is known.
    var teams: Int { tallies.count { $0[.known] > 0 } }

    /// Habit counts by team, for pooling.
    var habitCounts: [Count] {
        tallies.map { Count(successes: Int($0[.habit]), trials: Int($0[.known])) }
    }
}
