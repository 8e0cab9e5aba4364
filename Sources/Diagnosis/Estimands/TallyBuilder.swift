import Measures
import Rollout

/// Adds up one scope, team by team.
struct TallyBuilder {
    let observation: Observation
    let standings: [Standing]
    let asked: Asked
    /// People whose role has had a live use case for six weeks.
    let covered: [Bool]
    /// Days of active use and of single-action use by person, last 12 weeks; nil where nobody counts.
    let depth: (active: [Double], single: [Double])?
    /// Users in sight of each person, and how many are in sight at all.
    let sight: (users: [Int], all: [Int])
    /// Week of the first order to use AI, by layer.
    let orders: [Layer: Int]
    /// Change load and open changes by team.
    let load: (weight: [Double], open: [Double])
    /// Weeks between a first use and the earliest judgement of it.
    static let maturity = 6
    /// Weeks of a drift.
    static let driftWeeks = 6
    /// Weeks looked at for persistence.
    static let persistenceWeeks = 26

    /// Tallies of the teams of a scope, in the order of `Evidence.teams`, then answers without a team.
    ///
    /// - Parameters:
    ///   - members: The people of the scope.
    ///   - respondents: The answers of the scope.
    /// - Returns: One tally a team that has a member or an answer, with the team's index; nil for answers
    ///   without a team, which are spread over a few groups so that resampling still has units.
    func tallies(of members: [Int], respondents: [Respondent]) -> (tallies: [Tally], teams: [Int?]) {
        let present = Set(members.map { observation.people[$0].team })
            .union(respondents.compactMap(\.team)).sorted()
        var place: [Int: Int] = [:]
        for (index, team) in present.enumerated() { place[team] = index }
        var tallies = [Tally](repeating: Tally(), count: present.count)
        var teams: [Int?] = present
        for row in members { add(row, to: &tallies[place[observation.people[row].team]!]) }
        addGaps(of: members, place: place, to: &tallies)
        let loose = respondents.filter { $0.team == nil }
        for respondent in respondents {
            if let team = respondent.team {
                AnswerTally.add(respondent, halo: asked.halo, to: &tallies[place[team]!])
            }
        }
        let groups = min(12, loose.count)
        for group in 0..<groups {
            var tally = Tally()
            for respondent in stride(from: group, to: loose.count, by: groups) {
                AnswerTally.add(loose[respondent], halo: asked.halo, to: &tally)
            }
            tallies.append(tally)
            teams.append(nil)
        }
        return (tallies, teams)
    }

    private func add(_ row: Int, to tally: inout Tally) {
        let person = observation.people[row]
        let standing = standings[row]
        guard standing.isPresent, standing.isAtWork else { return }
        tally[.load] += load.weight[person.team]
        tally[.open] += load.open[person.team]
        tally[.loaded] += 1
        guard standing.isInFrame else { return }
        addSight(row, to: &tally)
        guard person.layer != .executive else { return }
        tally[.audience] += 1
        if standing.hasTried || standing.hasOnlyWeakSigns { tally[.reached] += 1 }
        if standing.hasTried { tally[.tried] += 1 }
        if standing.hasOnlyWeakSigns { tally[.weakOnly] += 1 }
        if covered[row] { tally[.covered] += 1 }
        addHabit(row, to: &tally)
        addPersistence(row, to: &tally)
        if let depth {
            tally[.activeDays] += depth.active[row]
            tally[.singleDays] += depth.single[row]
        }
    }

    private func addHabit(_ row: Int, to tally: inout Tally) {
        guard let habit = standings[row].habit else { return }
        let now = habit ? 1.0 : 0
        tally[.known] += 1
        tally[.habit] += now
        if let before = observation.habit(of: row, at: observation.now - TallyBuilder.driftWeeks) {
            tally[.paired] += 1
            tally[.pairedNow] += now
            tally[.pairedBefore] += before ? 1 : 0
        }
        guard let first = observation.firstUse[row], observation.now - first >= TallyBuilder.maturity
        else { return }
        tally[.matured] += 1
        tally[.maturedHabit] += now
        guard !observation.startedUnderOrders(row, orders: orders) else { return }
        tally[.selfMatured] += 1
        tally[.selfMaturedHabit] += now
    }

    private func addPersistence(_ row: Int, to tally: inout Tally) {
        guard let first = observation.firstUse[row] else { return }
        let team = observation.people[row].team
        let start = max(first, observation.now - TallyBuilder.persistenceWeeks + 1, 0)
        guard start <= observation.now else { return }
        // Nothing is marked after the last week, and the window holds all weeks up to it.
        let counted =
            observation.atWork.window(row: row, from: start) & observation.seen.window(row: row, from: start)
        let active = counted & observation.used.window(row: row, from: start)
        let ordered = observation.mandated.window(row: team, from: start)
        tally[.onWeeks] += Double((counted & ordered).nonzeroBitCount)
        tally[.onActive] += Double((active & ordered).nonzeroBitCount)
        tally[.offWeeks] += Double((counted & ~ordered).nonzeroBitCount)
        tally[.offActive] += Double((active & ~ordered).nonzeroBitCount)
    }

    private func addSight(_ row: Int, to tally: inout Tally) {
        let person = observation.people[row]
        if standings[row].isUser {
            tally[.users] += 1
        } else {
            tally[.nonUsers] += 1
            if sight.all[row] > 0 {
                tally[.sighted] += 1
                if sight.users[row] == 0 { tally[.unexposed] += 1 }
                if sight.users[row] < 2 { tally[.fewerThanTwo] += 1 }
            }
        }
        if person.layer != .executive, let manager = person.manager,
            standings[manager.ordinal].isInFrame, let habit = standings[manager.ordinal].habit
        {
            tally[.managed] += 1
            if habit { tally[.managerHasHabit] += 1 }
        }
    }

    /// The two sums of the leave-one-out exposure gap, team by team (SCIENCE 3.2).
    private func addGaps(of members: [Int], place: [Int: Int], to tallies: inout [Tally]) {
        var size = [Double](repeating: 0, count: tallies.count)
        var users = size
        for row in members where standings[row].isInFrame {
            let team = place[observation.people[row].team]!
            size[team] += 1
            if standings[row].isUser { users[team] += 1 }
        }
        for team in tallies.indices where size[team] > 1 {
            tallies[team][.inside] = users[team] * (users[team] - 1) / (size[team] - 1)
            tallies[team][.outside] = (size[team] - users[team]) * users[team] / (size[team] - 1)
        }
    }
}

/// Adds one person's answers to a tally.
enum AnswerTally {
    /// Adds a respondent.
    static func add(_ respondent: Respondent, halo: Halo, to tally: inout Tally) {
        let weight = respondent.weight
        tally[.answered] += 1
        addBenefit(respondent, weight, halo: halo, to: &tally)
        let rows: [(PulseItem, Tally.Field, Tally.Field, Tally.Field, Tally.Field)] = [
            (.time, .timeSum, .timeWeight, .timeAgree, .timeAdjusted),
            (.managerSupport, .supportSum, .supportWeight, .supportAgree, .supportAdjusted),
            (.clarity, .claritySum, .clarityWeight, .clarityAgree, .clarityAdjusted),
            (.changeLoad, .strainSum, .strainWeight, .strainAgree, .strainAdjusted),
            (.choice, .choiceSum, .choiceWeight, .choiceAgree, .choiceAdjusted),
        ]
        for (item, sum, total, agree, adjusted) in rows where respondent.layer != .executive {
            guard let score = respondent.score(item), let fair = respondent.adjustedScore(item, halo: halo)
            else { continue }
            tally[sum] += weight * score
            tally[total] += weight
            if score >= 4 { tally[agree] += weight }
            tally[adjusted] += weight * fair
        }
        if let advocacy = respondent[.advocacy], let score = respondent.score(.advocacy) {
            tally[.advocacySum] += weight * score
            tally[.advocacyWeight] += weight
            if advocacy >= 9 { tally[.advocacyAgree] += weight }
            if advocacy <= 6 { tally[.advocacyDetract] += weight }
            if respondent.layer == .executive {
                tally[.leaderAdvocacySum] += weight * score
                tally[.leaderAdvocacyWeight] += weight
            } else {
                tally[.otherAdvocacySum] += weight * score
                tally[.otherAdvocacyWeight] += weight
            }
        }
        if let experience = respondent[.experience], respondent.layer != .executive {
            let field: Tally.Field = experience == 0 ? .sightNone : experience == 1 ? .sightSome : .saysUser
            tally[field] += weight
        }
        if respondent.layer != .contributor, let believed = respondent[.believed] {
            tally[.believedSum] += weight * Double(believed) / 10
            tally[.believedWeight] += weight
        }
    }

    private static func addBenefit(
        _ respondent: Respondent, _ weight: Double, halo: Halo, to tally: inout Tally
    ) {
        guard respondent.layer != .executive else { return }
        let scores = [PulseItem.tedium, .interruptionsOrStress].compactMap { respondent.score($0) }
        let fair = [PulseItem.tedium, .interruptionsOrStress].compactMap {
            respondent.adjustedScore($0, halo: halo)
        }
        if respondent.saysUser != nil || !scores.isEmpty {
            tally[.feltWeight] += weight
            if respondent.benefitVariant == .experienced, (scores.max() ?? 0) >= 4 {
                tally[.feltSum] += weight
            }
        }
        guard !scores.isEmpty, let variant = respondent.benefitVariant else { return }
        let mean = scores.reduce(0, +) / Double(scores.count)
        switch variant {
        case .experienced:
            tally[.experiencedSum] += weight * mean
            tally[.experiencedWeight] += weight
            tally[.experiencedAdjusted] += weight * fair.reduce(0, +) / Double(fair.count)
            if mean >= 4 { tally[.experiencedAgree] += weight }
        case .expected:
            tally[.expectedSum] += weight * mean
            tally[.expectedWeight] += weight
            if mean >= 4 { tally[.expectedAgree] += weight }
        }
    }
}
