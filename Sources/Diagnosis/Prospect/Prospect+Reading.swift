import Inference
import Measures
package import Rollout
import Spread

extension Prospect {
    /// Change load from which a team is left alone: half of the way to the load that counts as fatigue in full.
    package static let mostLoad = 3.0

    /// A team is clearly above the usual load from this multiple of the median on.
    static let aboveUsual = 1.25

    /// Reads an organisation's evidence.
    ///
    /// - Parameter mostLoad: A team with more change load than this is neither invited nor asked to invite.
    /// - Throws: `ProspectFailure` where too few people can be seen, or nobody uses anything, or one team is too large to list
    ///   who sees whom.
    /// - Complexity: O(weeks · (people + arcs)).
    package init(_ evidence: Evidence, mostLoad: Double = Prospect.mostLoad) throws {
        let observation = Observation(evidence)
        let standings = observation.standings()
        let rows = observation.people.indices.filter { standings[$0].isInFrame }
        guard rows.count >= Prospect.fewestPeople else {
            throw ProspectFailure(
                description:
                    "The use of only \(rows.count) people can be seen now; \(Prospect.fewestPeople) are needed. Bring use.csv with coverage.csv up to date."
            )
        }
        guard rows.contains(where: { standings[$0].hasTried }) else {
            throw ProspectFailure(
                description: "Nobody has been seen to use anything, so nothing can spread from anybody.")
        }
        guard let sees = Sight.graph(evidence, rows: rows) else {
            throw ProspectFailure(
                description:
                    "One team is too large to list who sees whom. Give ties.csv, or smaller teams in people.csv."
            )
        }
        let teamNumbers = Set(rows.map { observation.people[$0].team }).sorted()
        let place = Dictionary(uniqueKeysWithValues: teamNumbers.enumerated().map { ($0.element, $0.offset) })
        let team = rows.map { place[observation.people[$0].team] ?? 0 }
        let places = rows.map { row -> RolloutPlace in
            if standings[row].habit == true { return .habit }
            if Prospect.isActive(observation, row, before: observation.now + 1) { return .tried }
            return standings[row].hasTried ? .lapsed : .unaware
        }
        ground = RolloutGround(seenBy: sees.reversed, places: places, team: team, teams: teamNumbers.count)
        people = rows.map { PersonID($0) }
        teams = teamNumbers
        hasTies = !evidence.ties.isEmpty
        let load = ChangeLoad.byTeam(evidence).weight
        let loads = teamNumbers.map { load[$0] }
        let usual = loads.sorted()[loads.count / 2]
        isLoadedEverywhere = usual > mostLoad
        // What lands on everybody tells no team apart: where all are loaded, only those clearly above the usual are left alone.
        overloaded = teamNumbers.indices.filter { loads[$0] > max(mostLoad, Prospect.aboveUsual * usual) }
        let isOverloaded = Set(overloaded)
        let asks = rows.contains { observation.people[$0].mayBeInvited != nil }
        asksConsent = asks
        candidates = rows.indices.map { index in
            !places[index].hasTried && !isOverloaded.contains(team[index])
                && (!asks || observation.people[rows[index]].mayBeInvited == true)
        }
        var between: [TeamPair: Int] = [:]
        for (person, from) in team.enumerated() {
            for arc in sees.arcs(of: person) where team[sees.end(at: arc)] != from {
                between[TeamPair(from, team[sees.end(at: arc)]), default: 0] += 1
            }
        }
        sightBetween = between
        history = Prospect.history(observation, rows: rows, ground: ground)
        firstWeek = observation.week(observation.now).advanced(by: 1)
        let (calendar, first) = (evidence.calendar, firstWeek)
        off = { weeks in
            Set((0..<weeks).filter { calendar.workdays(of: first.advanced(by: $0)).nonzeroBitCount < 2 })
        }
        unknowns = Prospect.unknowns(history, hasTies: hasTies, asksConsent: asks)
    }

    /// Whether a person used it within the four weeks before a week.
    static func isActive(_ observation: Observation, _ row: Int, before week: Int) -> Bool {
        observation.used.window(row: row, from: week - quietWeeks) & (1 << UInt64(quietWeeks) - 1) != 0
    }

    /// Counts how people moved over the last weeks, each week by what stood at its beginning.
    private static func history(_ observation: Observation, rows: [Int], ground: RolloutGround)
        -> RolloutHistory
    {
        var history = RolloutHistory()
        let first = max(quietWeeks, observation.now - window + 1)
        for week in stride(from: first, through: observation.now, by: 1) {
            var sight = [Int](repeating: 0, count: rows.count)
            for (place, row) in rows.enumerated() where isActive(observation, row, before: week) {
                for arc in ground.seenBy.arcs(of: place) { sight[ground.seenBy.end(at: arc)] += 1 }
            }
            var firsts = [RolloutHistory.Tally](repeating: RolloutHistory.Tally(), count: 3)
            for (place, row) in rows.enumerated() {
                guard observation.seen[row, week], observation.atWork[row, week] else { continue }
                let start = observation.firstUse[row]
                if start.map({ $0 >= week }) ?? true {
                    let hasMoved = start == week
                    if observation.mandated[observation.people[row].team, week] {
                        history.ordered[min(2, sight[place])].add(hasMoved)
                    } else {
                        firsts[min(2, sight[place])].add(hasMoved)
                    }
                    continue
                }
                let had = observation.habit(of: row, at: week - 1) == true
                let has = observation.habit(of: row, at: week) == true
                let isActive = isActive(observation, row, before: week + 1)
                if had {
                    history.lost.add(!has)
                } else if Prospect.isActive(observation, row, before: week) {
                    history.kept.add(has)
                    history.dropped.add(!has && !isActive)
                } else {
                    history.again.add(isActive)
                }
            }
            history.addTrials(firsts)
        }
        let asked = Asked(observation.evidence).respondents
        if let wave = asked.map(\.wave).max() {
            for answer in asked where answer.wave == wave && (answer[.experience] ?? 0) >= 3 {
                if let willing = answer[.advocacy] { history.advocates.add(willing >= 9) }
            }
        }
        var (promised, kept) = (0.0, 0.0)
        for week in observation.evidence.champions {
            guard let hours = week.keptHours,
                week.week.distance(to: observation.week(observation.now)) < window
            else { continue }
            promised += week.promisedHours
            kept += min(hours, week.promisedHours)
        }
        history.hours = RolloutHistory.Tally(weeks: Int(promised.rounded()), moves: Int(kept.rounded(.down)))
        return history
    }

    private static func unknowns(_ history: RolloutHistory, hasTies: Bool, asksConsent: Bool) -> [String] {
        var words = [
            "Whether somebody who is invited tries it is not in the evidence: anything from two to eight of ten is played."
        ]
        if !hasTies {
            words.append(
                "No ties were read: who sees whom is taken from teams and the reporting line, so ways between teams are fewer than there are."
            )
        }
        let names = ["nobody", "one user", "several users"]
        for (place, tally) in history.trial.enumerated() where tally.weeks < 50 {
            words.append(
                "Hardly any week of a person with \(names[place]) in sight was seen: how many of them try it is mostly assumed."
            )
        }
        if history.ordered.reduce(0, { $0 + $1.weeks }) < 50 {
            words.append("Hardly any week with an order was seen: what an order does is mostly assumed.")
        }
        if history.advocates.weeks == 0 {
            words.append(
                "Nobody with a habit was asked whether they would recommend it: one of four is assumed.")
        }
        if history.hours.weeks == 0 {
            words.append("No champion's hours were written down: what becomes of their time is not known.")
        }
        words.append(
            "Colleagues who try it one after the other may have been moved by each other or by the same thing: the past cannot tell them apart, so what contact does may be less than is played."
        )
        if !asksConsent {
            words.append(
                "Nobody was asked to agree to invitations: ask before you invite (people.csv, invitations).")
        }
        words.append(
            "On histories whose future is known, ranges like these held what happened in fewer than the nine of ten forecasts that they promise: take them as somewhat too narrow."
        )
        return words
    }
}
