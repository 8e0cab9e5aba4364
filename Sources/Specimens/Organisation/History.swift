/// What happened in an organisation, all forty-two weeks of it, seen or not.
struct History: Sendable {
    /// One person's use in one week.
    struct Use: Hashable, Sendable {
        /// Days with use, Monday at bit 0.
        var days: UInt8 = 0
        /// Actions on each of those days.
        var actionsPerDay: UInt8 = 0
        /// Whether it would not have happened without an order.
        var isOrdered = false
    }

    /// A use case as it came about; days count from the season's first Monday.
    struct Case: Hashable, Sendable {
        let family: Int
        let builder: Int
        let idea: Int
        let started: Int
        let live: Int
    }

    /// Use of member × week; shape (members × 42), row by row.
    var use: [Use]
    var cases: [Case] = []
    /// Share of promised hours kept, by champion and week; shape (champions × 42).
    var kept: [[Double]] = []
    /// Expected live use cases per champion-week; shape (42).
    var supply: [Double] = []

    private let weeks: Int
    private let observed: Int

    init(members: Int, season: Season) {
        weeks = season.weeks
        observed = season.observed
        use = Array(repeating: Use(), count: members * season.weeks)
    }

    subscript(_ member: Int, _ week: Int) -> Use {
        get { use[member * weeks + week] }
        set { use[member * weeks + week] = newValue }
    }

    func isActive(_ member: Int, _ week: Int) -> Bool { use[member * weeks + week].days != 0 }
}

extension History {
    /// Whether a member has a habit at the end of a week: active in at least 60 % of the last ten work
    /// weeks outside mandate weeks, of which at least six must have been seen; nil: too new.
    ///
    /// - Source: SCIENCE 2.2.
    func habit(_ member: Int, endOf week: Int, presence: Presence, isMandate: (Int) -> Bool) -> Bool? {
        var seen = 0
        var active = 0
        for past in stride(from: week, through: 0, by: -1) where seen < 10 {
            guard presence.isWorkWeek(member, past), !isMandate(past) else { continue }
            seen += 1
            if isActive(member, past) { active += 1 }
        }
        return seen < 6 ? nil : Double(active) >= 0.6 * Double(seen)
    }

    /// Habit share of managers and contributors present at the end of a week; 0 for an empty audience.
    func habitShare(
        endOf week: Int, staff: Staff, presence: Presence, isMandate: (_ team: Int, _ week: Int) -> Bool
    ) -> Double {
        var people = 0
        var habits = 0
        let lastDay = week * 7 + 6
        for member in staff.members.indices where staff.isAudience(member) {
            let person = staff.members[member]
            if let to = person.to, to < lastDay { continue }
            guard
                let has = habit(
                    member, endOf: week, presence: presence, isMandate: { isMandate(person.team, $0) })
            else { continue }
            people += 1
            if has { habits += 1 }
        }
        return people == 0 ? 0 : Double(habits) / Double(people)
    }

    /// Expected live use cases per champion-week over the last 26 weeks written.
    var recentSupply: Double {
        let last = (observed - 26)..<observed
        return last.reduce(0) { $0 + supply[$1] } / 26
    }
}
