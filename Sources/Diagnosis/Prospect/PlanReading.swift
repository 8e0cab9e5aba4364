package import Measures
package import Rollout
package import Spread

/// Where the system would invite whom, and what is to be expected of it, before anything of it may be shown.
package struct PlanReading: Sendable {
    /// Invitations from one team into another.
    package struct Bridge: Hashable, Sendable {
        /// Indices into `Evidence.teams`; the same team twice where it invites its own.
        package let from: Int
        package let to: Int
        package let invitations: Int
    }

    /// A way to spend the invitations, and what comes of it.
    package struct Outcome: Sendable {
        /// `nothing`, `plan`, or the code of a naive choice.
        package let code: String
        /// Share of everybody with firsthand experience at the end, with nine tenths of the runs.
        package let reach: Sensitive<Measured<Estimate>>
        /// The same less what doing nothing brings, run by run.
        package let gain: Sensitive<Measured<Estimate>>
    }

    /// What so many invitations bring.
    package struct CurvePoint: Sendable {
        package let invitations: Int
        package let reach: Sensitive<Measured<Estimate>>
    }

    /// A team today and at the end.
    package struct TeamRow: Sendable {
        /// Index into `Evidence.teams`.
        package let team: Int
        package let everybody: PeopleSet
        package let today: Sensitive<Measured<Estimate>>
        package let nothing: Sensitive<Measured<Estimate>>
        package let plan: Sensitive<Measured<Estimate>>
    }

    package let request: PlanRequest
    package let everybody: PeopleSet
    package let today: Sensitive<Measured<Estimate>>
    /// Invitations that found somebody to invite.
    package let placed: Int
    package let bridges: [Bridge]
    /// What the invitations cost.
    package let cost: PlanCost
    package let outcomes: [Outcome]
    /// Share of everybody with firsthand experience at the end that no choice of as many invitations exceeds; nil where none found
    /// anybody to invite.
    package let bound: Sensitive<Measured<Estimate>>?
    package let curve: [CurvePoint]
    /// Invitations after which each further one brings clearly less; nil where the curve has no such place.
    package let knee: Int?
    package let teams: [TeamRow]
    /// Indices into `Evidence.teams` of those left alone for their change load.
    package let overloaded: [Int]
    /// Whether most teams carry much other change, so that waiting may be the better plan.
    package let isLoadedEverywhere: Bool
    /// The probability that several contacts are needed.
    package let complex: Double
    package let inPairs: Bool
    package let asksConsent: Bool
    package let hasTies: Bool
    /// Runs made of each forecast: fewer than wanted where the caller stopped.
    package let runs: Int
    package let wasStopped: Bool
    package let unknowns: [String]

    /// Level of every interval of a plan.
    static let level = 0.9

    /// Makes a plan.
    ///
    /// - Parameters:
    ///   - crew: Shares the runs out; the plan does not depend on it.
    ///   - goesOn: Told what is being done and how far it is; false stops, and forecasts rest on fewer runs.
    /// - Complexity: one search for twice the invitations, and a dozen forecasts.
    package init(
        _ prospect: Prospect, request: PlanRequest, crew: Crew = .alone,
        goesOn: (String, Double) -> Bool = { _, _ in true }
    ) {
        let ground = prospect.ground
        let count = ground.count
        let complex = prospect.history.complexProbability(seed: request.seed)
        let site = BridgeSite(prospect, acrossTeams: request.acrossTeams, leastShown: request.leastShown)
        _ = goesOn("Looking for bridges", 0)
        let search = BridgeSearch(
            ground, history: prospect.history, wanted: 2 * request.invitations, candidates: site.candidates,
            hosts: site.hosts, most: site.most, goal: request.goal, inPairs: complex >= 0.5,
            weeks: request.weeks, accepts: request.accepts, seed: request.seed)
        let asked = Array(search.chosen.prefix(request.invitations))
        let pairs = zip(asked, search.fromTeam).map { [$1, ground.team[$0]] }
        let chosen = Array(asked.prefix(request.limit?.affordable(pairs) ?? asked.count))
        var tallies: [Prospect.TeamPair: [Int: Int]] = [:]
        for (person, host) in zip(chosen, search.fromTeam) {
            tallies[Prospect.TeamPair(host, ground.team[person]), default: [:]][
                ground.team[person], default: 0] += 1
        }
        bridges = tallies.flatMap { pair, byTarget in
            byTarget.map { target, number in
                Bridge(
                    from: prospect.teams[pair.low == target ? pair.high : pair.low],
                    to: prospect.teams[target], invitations: number)
            }
        }.sorted { (-$0.invitations, $0.from, $0.to) < (-$1.invitations, $1.from, $1.to) }
        cost = PlanCost(bridges.map(\.invitations))
        let wanted = request.runs ?? min(1_000, max(200, 20_000_000 / max(1, count)))
        // Parts of what is placed, not of what was asked for: else a plan that found few to invite had a curve of two points.
        let budgets = Self.budgets(chosen.count, found: search.chosen.count)
        let total = Double(2 + NaiveChoice.allCases.count + budgets.count)
        var (step, hasStopped, fewest) = (0.0, false, Int.max)
        func forecast(_ people: [Int], _ what: String) -> RolloutForecast {
            let result = RolloutForecast(
                ground, history: prospect.history,
                plan: Self.plan(people, request: request, off: prospect.off(request.weeks)),
                runs: hasStopped ? RolloutForecast.smallest : wanted, seed: request.seed, crew: crew
            ) { share in
                if !goesOn(what, (step + share) / total) { hasStopped = true }
                return !hasStopped
            }
            step += 1
            fewest = min(fewest, result.runs)
            return result
        }
        let everybody = PeopleSet(prospect.people)
        func sensitive(_ band: RolloutForecast.Band, unit: Unit) -> Sensitive<Measured<Estimate>> {
            let scale = Double(count)
            return Sensitive(
                .known(
                    Estimate(
                        band.mean / scale,
                        interval: Interval(low: band.low / scale, high: band.high / scale, level: Self.level),
                        n: count, unit: unit)), about: everybody)
        }
        let nothing = forecast([], "Playing forward: nothing is done")
        let plan = forecast(chosen, "Playing forward: the plan")
        var outcomes: [Outcome] = []
        func add(_ code: String, _ result: RolloutForecast) {
            outcomes.append(
                Outcome(
                    code: code, reach: sensitive(result.band(.everTried), unit: .share),
                    gain: sensitive(result.gain(over: nothing, .everTried), unit: .shareDifference)))
        }
        add("nothing", nothing)
        add("plan", plan)
        // By the same rules: else they would invite into teams that are left alone, or half a team at once.
        let most = site.most.indices.map { site.hosts[$0] == nil ? 0 : site.most[$0] }
        for choice in NaiveChoice.allCases {
            let people = choice.choose(
                chosen.count, of: ground, candidates: site.candidates, most: most, seed: request.seed)
            add(choice.rawValue, forecast(people, "Playing forward: other choices"))
        }
        self.outcomes = outcomes
        if chosen.isEmpty {
            bound = nil
        } else {
            _ = goesOn("Bounding what any choice could bring", step / total)
            let easier = BridgeBound(
                ground, history: prospect.history,
                wanted: request.limit == nil ? request.invitations : chosen.count,
                candidates: site.candidates, most: most, known: chosen, weeks: request.weeks,
                off: prospect.off(request.weeks), accepts: request.accepts, seed: ~request.seed, crew: crew)
            // What a choice reaches is a bound from below of what the best one does.
            let share = max(easier.reach, plan.band(.everTried).mean) / Double(count)
            bound = Sensitive(.known(Estimate(share, n: count, unit: .share)), about: everybody)
        }
        var curve: [CurvePoint] = []
        var means: [(invitations: Int, mean: Double)] = []
        for budget in budgets {
            let result =
                budget == 0
                ? nothing
                : budget == chosen.count
                    ? plan
                    : forecast(
                        Array(search.chosen.prefix(budget)), "Playing forward: fewer and more invitations")
            let band = result.band(.everTried)
            means.append((budget, band.mean))
            curve.append(CurvePoint(invitations: budget, reach: sensitive(band, unit: .share)))
        }
        self.curve = curve
        knee = Self.knee(means)
        teams = Self.teamRows(prospect, nothing: nothing, plan: plan)
        let tried = ground.places.count { $0.hasTried }
        today = Sensitive(
            .known(Estimate(Double(tried) / Double(count), n: count, unit: .share)), about: everybody)
        self.everybody = everybody
        self.request = request
        placed = chosen.count
        overloaded = prospect.overloaded.map { prospect.teams[$0] }
        isLoadedEverywhere = prospect.isLoadedEverywhere
        self.complex = complex
        inPairs = complex >= 0.5
        asksConsent = prospect.asksConsent
        hasTies = prospect.hasTies
        runs = fewest
        wasStopped = hasStopped
        unknowns = prospect.unknowns
    }

    /// Invitations go out over four working weeks: nobody has the time to host all at once.
    private static func plan(_ people: [Int], request: PlanRequest, off: Set<Int>) -> RolloutPlan {
        var plan = RolloutPlan(weeks: request.weeks)
        plan.off = off
        plan.accepts = request.accepts
        let working = (0..<request.weeks).filter { !off.contains($0) }.prefix(4)
        guard !people.isEmpty, !working.isEmpty else { return plan }
        let each = (people.count + working.count - 1) / working.count
        for (place, week) in working.enumerated() {
            plan.invited[week] = Array(people.dropFirst(place * each).prefix(each))
        }
        return plan
    }

    private static func budgets(_ wanted: Int, found: Int) -> [Int] {
        let all = [0, wanted / 4, wanted / 2, 3 * wanted / 4, wanted, 3 * wanted / 2, 2 * wanted]
        return Set(all.map { min($0, found) }).sorted()
    }

    /// The budget farthest above the straight line from none to most.
    ///
    /// - Source: Satopää et al. (2011), doi:10.1109/ICDCSW.2011.20 (Kneedle), without smoothing.
    static func knee(_ curve: [(invitations: Int, mean: Double)]) -> Int? {
        guard let first = curve.first, let last = curve.last, curve.count > 2, last.mean > first.mean else {
            return nil
        }
        let slope = (last.mean - first.mean) / Double(last.invitations - first.invitations)
        let above = curve.map {
            ($0.invitations, $0.mean - first.mean - slope * Double($0.invitations - first.invitations))
        }
        guard let best = above.max(by: { $0.1 < $1.1 }), best.1 > 0.05 * (last.mean - first.mean) else {
            return nil
        }
        return best.0
    }

    private static func teamRows(
        _ prospect: Prospect, nothing: RolloutForecast, plan: RolloutForecast
    ) -> [TeamRow] {
        let ground = prospect.ground
        var sizes = [Int](repeating: 0, count: ground.teams)
        var tried = sizes
        for person in 0..<ground.count {
            sizes[ground.team[person]] += 1
            if ground.places[person].hasTried { tried[ground.team[person]] += 1 }
        }
        return (0..<ground.teams).map { team in
            let members = prospect.members(of: team)
            func share(_ sum: Int, _ runs: Int) -> Sensitive<Measured<Estimate>> {
                Sensitive(
                    .known(
                        Estimate(
                            Double(sum) / Double(runs * sizes[team]), n: sizes[team], unit: .share)),
                    about: members)
            }
            return TeamRow(
                team: prospect.teams[team], everybody: members, today: share(tried[team], 1),
                nothing: share(nothing.teamSums[team], nothing.runs),
                plan: share(plan.teamSums[team], plan.runs))
        }
    }
}
