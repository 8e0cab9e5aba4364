package import Measures
package import Rollout
package import Spread

/// A way to go on, ready to be played.
package struct RolloutScenario: Sendable {
    package let name: String
    package let plan: RolloutPlan

    package init(name: String, plan: RolloutPlan) {
        self.name = name
        self.plan = plan
    }
}

/// Ways to go on, played forward side by side with the same draws of what is not known.
package struct ScenarioReading: Sendable {
    /// What becomes of one scenario.
    package struct Line: Sendable {
        package let name: String
        /// Share with a habit at the end of each week; shape (weeks).
        package let habit: [Sensitive<Measured<Estimate>>]
        /// Share with firsthand experience at the end of each week; shape (weeks).
        package let tried: [Sensitive<Measured<Estimate>>]
        /// Shares at the end, by the code of the state.
        package let ends: [(code: String, share: Sensitive<Measured<Estimate>>)]
        /// Habits at the end beyond those of the first scenario, run by run.
        package let gain: Sensitive<Measured<Estimate>>
        /// The share of runs in which it ends with more habits than the first; ties count half.
        package let betterProbability: Double
    }

    package let everybody: PeopleSet
    package let lines: [Line]
    package let firstWeek: Week
    package let weeks: Int
    package let seed: UInt64
    /// Runs of every scenario: fewer than wanted where the caller stopped.
    package let runs: Int
    package let wasStopped: Bool
    package let unknowns: [String]

    /// States told apart at the end, in the order shown.
    static let states: [(code: String, measure: RolloutForecast.Measure)] = [
        ("unaware", .unaware), ("aware", .aware), ("tried", .tried), ("habit", .habit),
        ("advocate", .advocate),
        ("lapsed", .lapsed),
    ]

    /// Plays scenarios forward.
    ///
    /// - Parameters:
    ///   - scenarios: At least one, all of the same number of weeks; the first is what others are compared with.
    ///   - crew: Shares the runs out; the forecasts do not depend on it.
    ///   - goesOn: Told what is being done and how far it is; false stops, with fewer runs of what is left.
    package init(
        _ prospect: Prospect, scenarios: [RolloutScenario], runs wanted: Int, seed: UInt64,
        crew: Crew = .alone,
        goesOn: (String, Double) -> Bool = { _, _ in true }
    ) {
        precondition(!scenarios.isEmpty, "play at least one scenario")
        let everybody = PeopleSet(prospect.people)
        let count = Double(prospect.ground.count)
        var (hasStopped, fewest) = (false, Int.max)
        let forecasts = scenarios.enumerated().map { index, scenario in
            let forecast = RolloutForecast(
                prospect.ground, history: prospect.history, plan: scenario.plan,
                runs: hasStopped ? RolloutForecast.smallest : wanted, seed: seed, crew: crew
            ) { share in
                if !goesOn(
                    "Playing forward: \(scenario.name)", (Double(index) + share) / Double(scenarios.count))
                {
                    hasStopped = true
                }
                return !hasStopped
            }
            fewest = min(fewest, forecast.runs)
            return forecast
        }
        func sensitive(_ band: RolloutForecast.Band, _ unit: Unit) -> Sensitive<Measured<Estimate>> {
            Sensitive(
                .known(
                    Estimate(
                        band.mean / count,
                        interval: Interval(
                            low: band.low / count, high: band.high / count, level: PlanReading.level),
                        n: prospect.ground.count, unit: unit)), about: everybody)
        }
        lines = zip(scenarios, forecasts).map { scenario, forecast in
            let own = forecast.people(.everyHabit, week: forecast.weeks - 1)
            let first = forecasts[0].people(.everyHabit, week: forecasts[0].weeks - 1)
            let better = zip(own, first).reduce(0.0) { $0 + ($1.0 > $1.1 ? 1 : $1.0 == $1.1 ? 0.5 : 0) }
            return Line(
                name: scenario.name,
                habit: (0..<forecast.weeks).map { sensitive(forecast.band(.everyHabit, week: $0), .share) },
                tried: (0..<forecast.weeks).map { sensitive(forecast.band(.everTried, week: $0), .share) },
                ends: Self.states.map { ($0.code, sensitive(forecast.band($0.measure), .share)) },
                gain: sensitive(forecast.gain(over: forecasts[0], .everyHabit), .shareDifference),
                betterProbability: better / Double(min(own.count, first.count)))
        }
        self.everybody = everybody
        firstWeek = prospect.firstWeek
        weeks = forecasts[0].weeks
        self.seed = seed
        runs = fewest
        wasStopped = hasStopped
        unknowns =
            prospect.unknowns + [
                "Whether people will move as they did in the last half year: a new tool, a reorganisation or a new head of department is in no run."
            ]
    }
}

extension Prospect {
    /// Whom the planner would invite, by their number on the ground; fewer where fewer can be.
    package func invitations(
        _ wanted: Int, acrossTeams: Bool, weeks: Int, accepts: Double?, leastShown: Int, seed: UInt64
    ) -> [Int] {
        let site = BridgeSite(self, acrossTeams: acrossTeams, leastShown: leastShown)
        return BridgeSearch(
            ground, history: history, wanted: wanted, candidates: site.candidates, hosts: site.hosts,
            most: site.most, inPairs: history.complexProbability(seed: seed) >= 0.5, weeks: weeks,
            accepts: accepts, seed: seed
        ).chosen
    }
}
