import Inference
import Rollout

/// The roster of a specimen: leadership, teams with one manager each, roles tied to teams.
struct Staff: Sendable {
    struct Member: Sendable {
        /// Team at the end; `teamBefore` until a reorganisation.
        var team: Int
        var teamBefore: Int
        let role: Int
        let layer: Layer
        let occupation: String
        /// First and last day, counted from the season's first Monday; nil: before or still there.
        var from: Int?
        var to: Int?
        var isChampion = false
    }

    let sector: Sector
    let name: String
    /// Team 0 is the leadership team.
    let teams: [String]
    /// Family of each team; nil for the leadership team.
    let teamFamily: [Int?]
    /// Unit of each team; shape as `teams`.
    let teamUnit: [Int]
    let units: [String]
    /// Role names; the last is the executives'.
    let roles: [String]
    /// Families behind the roles; shape as `roles` less one.
    let families: [Sector.Family]
    var members: [Member]
    /// Manager of each member; nil for the head of the organisation.
    var managers: [Int?]
    var champions: [Int]

    var count: Int { members.count }

    /// Whether a member's habit counts: managers and contributors are the audience.
    func isAudience(_ member: Int) -> Bool { members[member].layer != .executive }

    /// Hours a week a champion was promised, by place among the champions.
    func promisedHours(_ place: Int) -> Double { 6 + 2 * Double(place % 3) }

    /// The team of a member in a week.
    func team(of member: Int, week: Int, reorganised: Int?) -> Int {
        guard let reorganised, week < reorganised else { return members[member].team }
        return members[member].teamBefore
    }
}

extension Staff {
    /// Hires an organisation.
    ///
    /// - Parameters:
    ///   - world: `small` has 7–10 teams, `bigTeam` one team of forty.
    ///   - movers: Share of contributors who change teams half-way.
    ///   - leaving: Share who leave in the season.
    static func hire(
        world: World, season: Season, movers: Double, leaving: Double, using random: inout RandomSource
    ) -> Staff {
        let sector = Sector.all[random.below(Sector.all.count)]
        let name = sector.companies[random.below(sector.companies.count)]
        let isSmall = world == .small
        let teamCount = isSmall ? random.draw(7...10) : random.draw(12...40)
        let familyCount = isSmall ? 3 : random.draw(3...5)
        // Engineers are always there: their tool is the one with the vendor export.
        var others = Array(sector.families.dropLast())
        random.shuffle(&others)
        let families = Array(others.prefix(familyCount - 1)) + [sector.families.last!]
        var units: [String] = []
        for family in families where !units.contains(family.unit) { units.append(family.unit) }

        var labels: [[String]] = families.map { family in
            var plain = family.teams
            random.shuffle(&plain)
            return plain + sector.sites.flatMap { site in plain.map { "\($0) \(site)" } }
        }
        var teams = ["Leadership"]
        var teamFamily: [Int?] = [nil]
        var teamUnit = [0]
        var drafts: [Member] = []
        let executiveRole = families.count
        for place in 0..<random.draw(4...7) {
            drafts.append(
                Member(
                    team: 0, teamBefore: 0, role: executiveRole, layer: .executive,
                    occupation: place == 0 ? "11-1011" : "11-1021"))
        }
        let bigTeam = world == .bigTeam ? 1 + random.below(teamCount) : -1
        for team in 1...teamCount {
            let family = team <= families.count ? team - 1 : random.below(families.count)
            teams.append(labels[family].removeFirst())
            teamFamily.append(family)
            teamUnit.append(units.firstIndex(of: families[family].unit) ?? 0)
            let size = team == bigTeam ? 40 : random.draw(5...12)
            for place in 0..<size {
                drafts.append(
                    Member(
                        team: team, teamBefore: team, role: family,
                        layer: place == 0 ? .manager : .contributor,
                        occupation: place == 0 ? "43-1011" : families[family].occupation))
            }
        }
        // Keys are given out in shuffled order, so that a number says nothing about the team.
        var order = Array(drafts.indices)
        random.shuffle(&order)
        var members = order.map { drafts[$0] }
        for index in members.indices where members[index].layer == .contributor {
            let fate = random.uniform()
            let place = random.uniform()
            let shift = random.uniform()
            let otherTeam = 1 + random.below(teamCount)
            if fate < 0.07 {
                members[index].from = 7 + Int(place * 24 * 7)
            } else if fate < 0.07 + leaving {
                members[index].to = 30 + Int(place * Double((season.weeks - 6) * 7))
            }
            if shift < movers { members[index].teamBefore = otherTeam }
        }
        let champions = appoint(teamCount: teamCount, among: &members, using: &random)
        return Staff(
            sector: sector, name: name, teams: teams, teamFamily: teamFamily, teamUnit: teamUnit,
            units: units, roles: families.map(\.role) + ["Executive"], families: families,
            members: members, managers: reporting(members, teamUnit: teamUnit), champions: champions)
    }

    private static func appoint(
        teamCount: Int, among members: inout [Member], using random: inout RandomSource
    ) -> [Int] {
        var candidates = members.indices.filter {
            members[$0].layer == .contributor && members[$0].from == nil && members[$0].to == nil
        }
        random.shuffle(&candidates)
        let champions = candidates.prefix(max(2, (teamCount + 3) / 6)).sorted()
        for champion in champions { members[champion].isChampion = true }
        return champions
    }

    private static func reporting(_ members: [Member], teamUnit: [Int]) -> [Int?] {
        let executives = members.indices.filter { members[$0].layer == .executive }
        let head = executives.first { members[$0].occupation == "11-1011" } ?? executives[0]
        var managerOf: [Int: Int] = [:]
        for index in members.indices where members[index].layer == .manager {
            managerOf[members[index].team] = index
        }
        return members.indices.map { index in
            switch members[index].layer {
            case .executive: index == head ? nil : head
            case .manager: executives[teamUnit[members[index].team] % executives.count]
            case .contributor: managerOf[members[index].team]
            }
        }
    }
}
