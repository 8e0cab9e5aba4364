import Diagnosis
package import Disclosure
package import Intake
import Measures
import Rollout
import Spread

extension Investigation {
    /// Plays ways to go on forward and releases what may be shown of them.
    ///
    /// - Parameters:
    ///   - file: What was written down; nil for the five usual ways.
    ///   - runs: Runs of each; nil: a thousand, fewer in very large organisations.
    ///   - goesOn: Told what is being done and how far it is; false stops, with forecasts from fewer runs.
    /// - Throws: `ProspectFailure` where nothing can be played forward; `IntakeFailure` where a scenario names a team
    ///   that is not there.
    package func simulate(
        _ file: ScenarioFile?, runs: Int? = nil, seed: UInt64 = 1, policy: DisclosurePolicy = .protected,
        threads: Int = 1, goesOn: (String, Double) -> Bool = { _, _ in true }
    ) throws -> ScenarioPublication {
        _ = goesOn("Looking at how people moved so far", 0)
        let prospect = try Prospect(evidence)
        let count = prospect.ground.count
        let file = file ?? .usual(people: count)
        let builder = ScenarioBuilder(
            prospect: prospect, evidence: evidence, file: file, leastShown: policy.minimumGroup, seed: seed)
        let reading = ScenarioReading(
            prospect, scenarios: try file.scenarios.map { try builder.scenario($0) },
            runs: runs ?? min(1_000, max(200, 20_000_000 / max(1, count))), seed: seed,
            crew: .threads(threads),
            goesOn: goesOn)
        return ScenarioPublication.publish(reading, of: evidence, policy: policy)
    }
}

/// Turns a scenario somebody wrote down into what is done to whom in which week.
struct ScenarioBuilder {
    let prospect: Prospect
    let evidence: Evidence
    let file: ScenarioFile
    let leastShown: Int
    let seed: UInt64

    private var weeks: Int { file.weeks ?? 52 }

    /// Weeks in which hardly anybody works.
    private var off: Set<Int> {
        let calendar = WorkCalendar(
            weekdays: evidence.calendar.weekdays,
            holidays: evidence.calendar.holidays.union(file.holidays))
        return Set(
            (0..<weeks).filter {
                calendar.workdays(of: prospect.firstWeek.advanced(by: $0)).nonzeroBitCount < 2
            })
    }

    func scenario(_ written: ScenarioFile.Scenario) throws(IntakeFailure) -> RolloutScenario {
        var plan = RolloutPlan(weeks: weeks)
        plan.off = off
        plan.championTime = written.championTime
        plan.trainedTries = written.train.compactMap(\.tries).first
        for wave in written.train {
            let teams = try places(wave.teams, in: written)
            let people = prospect.ground.team.indices.filter {
                (teams.isEmpty || teams.contains(prospect.ground.team[$0]))
                    && !prospect.ground.places[$0].hasTried
            }.sorted { (prospect.ground.team[$0], $0) < (prospect.ground.team[$1], $1) }
            spread(
                people, from: wave.from, perWeek: wave.perWeek ?? people.count, off: plan.off,
                into: &plan.trained)
        }
        for stretch in written.order {
            let teams = try places(stretch.teams, in: written)
            let last = stretch.to.map { $0.week.number - prospect.firstWeek.number } ?? weeks - 1
            for week in stride(from: index(of: stretch.from), through: min(last, weeks - 1), by: 1) {
                // An empty set stands for everybody, and stays so.
                let known = plan.ordered[week]
                plan.ordered[week] = teams.isEmpty || known?.isEmpty == true ? [] : (known ?? []).union(teams)
            }
        }
        if let invite = written.invite {
            plan.accepts = invite.tries
            let people = prospect.invitations(
                invite.people, acrossTeams: invite.acrossTeams, weeks: weeks, accepts: invite.tries,
                leastShown: leastShown, seed: seed)
            spread(
                people, from: invite.from, perWeek: invite.perWeek ?? (people.count + 3) / 4, off: plan.off,
                into: &plan.invited)
        }
        return RolloutScenario(name: written.name, plan: plan)
    }

    /// The place of a day among the weeks played; what lies before them begins with the first.
    private func index(of day: Day?) -> Int {
        max(0, day.map { $0.week.number - prospect.firstWeek.number } ?? 0)
    }

    /// Gives people out over working weeks, no more a week than there is room for.
    private func spread(
        _ people: [Int], from day: Day?, perWeek: Int, off: Set<Int>, into weeks: inout [Int: [Int]]
    ) {
        var (left, week) = (people[...], index(of: day))
        while !left.isEmpty, week < self.weeks {
            if !off.contains(week) {
                weeks[week, default: []] += left.prefix(max(1, perWeek))
                left = left.dropFirst(max(1, perWeek))
            }
            week += 1
        }
    }

    private func places(
        _ names: [String], in written: ScenarioFile.Scenario
    ) throws(IntakeFailure) -> Set<Int> {
        var places: Set<Int> = []
        for name in names {
            guard let place = prospect.teams.firstIndex(where: { evidence.teams[$0].name == name }) else {
                throw IntakeFailure(
                    .scenarioUnreadable,
                    "A team of the scenario “\(written.name)” is not in people.csv, or nobody of it can be seen now. Write its name as there.",
                    place: "scenarios")
            }
            places.insert(place)
        }
        return places
    }
}
