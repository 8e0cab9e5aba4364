import Spread

/// Which team could invite into which: teams that adjoin, with users enough on the inviting side.
struct BridgeSite {
    /// Users a team needs before it is asked to invite: two, since what is done by a single one would be known.
    static let fewestHosts = 2
    /// People without experience a team needs before it is invited: of a team in which nearly everybody uses it, an
    /// invitation would say that one person does not.
    static let fewestGuests = 2
    /// A third of a team at once: the work has to go on.
    static let mostOfTeam = 3

    /// Who may be invited; shape (people).
    let candidates: [Bool]
    /// The team that invites into each team; nil where none adjoins that could. Shape (teams).
    let hosts: [Int?]
    /// Most invitations into each team; shape (teams).
    let most: [Int]

    /// - Parameter leastShown: Teams with fewer people never host; those of them who may be invited are only taken where
    ///   together they are as many, so that they can be told of together.
    init(_ prospect: Prospect, acrossTeams: Bool, leastShown: Int) {
        let ground = prospect.ground
        var (sizes, users) = (
            [Int](repeating: 0, count: ground.teams), [Int](repeating: 0, count: ground.teams)
        )
        var guests = sizes
        for person in 0..<ground.count {
            sizes[ground.team[person]] += 1
            if !ground.places[person].hasTried { guests[ground.team[person]] += 1 }
            if ground.places[person].isInSight { users[ground.team[person]] += 1 }
        }
        let overloaded = Set(prospect.overloaded)
        let canHost = (0..<ground.teams).map { team in
            users[team] >= Self.fewestHosts && sizes[team] >= leastShown && !overloaded.contains(team)
        }
        var best = [(host: Int, sight: Int)?](repeating: nil, count: ground.teams)
        func offer(_ host: Int, _ team: Int, _ sight: Int) {
            guard canHost[host] else { return }
            // Most sight first, then most users, then the order of the roster.
            if let known = best[team],
                (known.sight, users[known.host], -known.host) >= (sight, users[host], -host)
            {
                return
            }
            best[team] = (host, sight)
        }
        for (pair, sight) in prospect.sightBetween {
            offer(pair.low, pair.high, sight)
            offer(pair.high, pair.low, sight)
        }
        hosts = (0..<ground.teams).map { team in
            if guests[team] < Self.fewestGuests { return nil }
            if !acrossTeams, canHost[team] { return team }
            return best[team]?.host
        }
        most = sizes.map { max(1, $0 / Self.mostOfTeam) }
        let small = (0..<ground.count).filter { sizes[ground.team[$0]] < leastShown }.count
        candidates = (0..<ground.count).map { person in
            prospect.candidates[person] && (sizes[ground.team[person]] >= leastShown || small >= leastShown)
        }
    }
}
