import Inference
import Rollout

/// What an organisation does to its people around the tool: other changes, orders, messages.
struct Surroundings: Sendable {
    /// A change that lands on teams; days count from the season's first Monday.
    struct Initiative: Sendable {
        let title: String
        /// Teams hit; empty: everybody.
        let teams: [Int]
        let from: Int
        let to: Int
        let weight: Int

        func hits(_ team: Int) -> Bool { teams.isEmpty || teams.contains(team) }
    }

    /// Weeks in which use is ordered or counted.
    struct Order: Sendable {
        let week: Int
        /// Teams under the order; empty: everybody.
        let teams: [Int]
        let what: String

        func binds(_ team: Int) -> Bool { teams.isEmpty || teams.contains(team) }
    }

    /// A message about AI to one layer.
    struct Announcement: Sendable {
        let day: Int
        let layer: Layer
        let channel: String
        let motive: Message.Motive
        let hasExample: Bool
        let isOrder: Bool
    }

    var initiatives: [Initiative]
    var orders: [Order]
    var announcements: [Announcement]
    /// Load of team × week: weights that halve every thirteen weeks, and the count of open ones.
    private(set) var load: [[Double]] = []
    private var ordered: [[Bool]] = []

    func isMandate(_ team: Int, _ week: Int) -> Bool { ordered[team][week] }

    init(
        initiatives: [Initiative], orders: [Order], announcements: [Announcement], teams: Int, weeks: Int
    ) {
        self.initiatives = initiatives
        self.orders = orders
        self.announcements = announcements
        load = (0..<teams).map { team in
            (0..<weeks).map { week in
                initiatives.reduce(0) { sum, one in
                    guard one.hits(team), one.from <= week * 7 + 4 else { return sum }
                    let age = Double(week * 7 + 4 - one.from) / 7
                    let isOpen = one.to >= week * 7
                    return sum + Double(one.weight) * exponential(-age / 13 * 0.693_147_180_559_945_3)
                        + (isOpen ? 1 : 0)
                }
            }
        }
        ordered = (0..<teams).map { team in
            var isOrdered = [Bool](repeating: false, count: weeks)
            for order in orders where order.binds(team) { isOrdered[order.week] = true }
            return isOrdered
        }
    }
}

extension Surroundings {
    private static let titles = [
        "New time sheet", "Office move", "ERP release", "Quality audit", "Shift pattern change",
        "Brand refresh", "New expense rules", "Data centre move", "Supplier portal", "Cost review",
        "Security training", "CRM clean-up", "Works agreement", "New appraisal form", "Process mapping",
        "Mail migration", "Customer survey", "Team rooms", "Leaner reporting", "Telephone system",
    ]

    /// Draws the surroundings of one organisation.
    ///
    /// Under change fatigue there are up to five times as many initiatives; under compliance use is
    /// ordered two weeks of four; otherwise there is a campaign week or two. Messages carry the right
    /// motive with probability .62, less half the severity of misalignment.
    static func draw(
        staff: Staff, season: Season, causes: Causes, extra: [Initiative] = [],
        using random: inout RandomSource
    ) -> Surroundings {
        let fatigued = causes.planted.first { $0.illness == .changeFatigue }
        let hitTeams = (1..<staff.teams.count).filter {
            fatigued?.unit == nil || staff.teamUnit[$0] == fatigued?.unit
        }
        // Every candidate is drawn whether it takes place or not: removing a cause removes initiatives
        // and moves nothing else.
        var initiatives = extra
        let planned = 1 + 4 * causes.severity(.changeFatigue)
        for candidate in 0..<45 {
            let from = Int(random.draw(-70, Double((season.weeks - 2) * 7)))
            let length = random.draw(21...70)
            let weight = 1 + random.below(3)
            let isForAll = random.drawBernoulli(0.35)
            let chance = random.uniform()
            let picks = (0..<staff.teams.count).map { _ in random.uniform() }
            let isExtra = candidate >= 9
            let takesPlace = isExtra ? chance < (planned - 1) / 4 * 0.9 : chance < 0.75
            guard takesPlace else { continue }
            var teams = isForAll ? [] : (1..<staff.teams.count).filter { picks[$0] < 0.3 }
            if isExtra, fatigued?.unit != nil { teams = hitTeams.filter { isForAll || picks[$0] < 0.3 } }
            if !isForAll || (isExtra && fatigued?.unit != nil), teams.isEmpty { continue }
            let year = candidate / titles.count
            let title = titles[candidate % titles.count] + (year == 0 ? "" : ", stage \(year + 1)")
            initiatives.append(
                Initiative(title: title, teams: teams, from: from, to: from + length, weight: weight))
        }
        let orders = drawOrders(staff: staff, season: season, causes: causes, using: &random)
        let announcements = drawAnnouncements(season: season, causes: causes, orders: orders, using: &random)
        return Surroundings(
            initiatives: initiatives, orders: orders, announcements: announcements,
            teams: staff.teams.count, weeks: season.weeks)
    }

    private static func drawOrders(
        staff: Staff, season: Season, causes: Causes, using random: inout RandomSource
    ) -> [Order] {
        let campaign = random.draw(6...10)
        let second = random.draw(18...24)
        let hasSecond = random.drawBernoulli(0.5)
        guard let cause = causes.planted.first(where: { $0.illness == .superficialCompliance }) else {
            return ([campaign] + (hasSecond ? [second] : [])).map {
                Order(week: $0, teams: [], what: "AI week")
            }
        }
        let teams =
            cause.unit.map { unit in (1..<staff.teams.count).filter { staff.teamUnit[$0] == unit } } ?? []
        return (5..<season.weeks).filter { $0 % 4 < 2 }.map {
            Order(week: $0, teams: teams, what: "Use counted for the steering committee")
        }
    }

    private static func drawAnnouncements(
        season: Season, causes: Causes, orders: [Order], using random: inout RandomSource
    ) -> [Announcement] {
        let right = max(0.05, 0.62 - 0.5 * causes.severity(.messageMisalignment))
        let channels = ["e-mail", "town hall", "intranet", "team meeting"]
        var announcements: [Announcement] = []
        for week in 0..<season.observed {
            for layer in Layer.allCases {
                let isSent = random.drawBernoulli(layer == .contributor ? 0.8 : 0.5)
                let weekday = random.below(5)
                let channel = channels[random.below(channels.count)]
                let fits = random.drawBernoulli(right)
                let otherPlace = random.below(2)
                let example = random.drawBernoulli(0.35)
                let presses = random.uniform()
                guard isSent else { continue }
                let wanted = Message.Motive.wanted(by: layer)
                let others = Message.Motive.allCases.filter { $0 != wanted }
                let isOrderWeek = orders.contains { $0.week == week || $0.week == week + 1 }
                let isReported = causes.severity(.superficialCompliance) > 0
                announcements.append(
                    Announcement(
                        day: week * 7 + weekday, layer: layer, channel: channel,
                        motive: fits ? wanted : others[otherPlace], hasExample: example,
                        isOrder: isOrderWeek && layer != .executive
                            && presses < (isReported ? 0.55 : 0.1)))
            }
        }
        return announcements
    }
}
