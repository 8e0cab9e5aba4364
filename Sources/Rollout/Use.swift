package import Measures

/// How AI took part, and so how strong a sign of firsthand experience it is.
package enum UseMode: String, Hashable, Sendable, CaseIterable {
    /// A person worked in the tool.
    case assist
    /// A person handed a task to an agent.
    case agent
    /// An accepted suggestion of a review bot: a weak sign.
    case review
    /// A mark that an editor writes by default: a weak sign.
    case editor

    /// Weak signs are counted apart and never make a habit.
    package var isWeak: Bool { self == .review || self == .editor }
}

/// What was used: a tool, for a use case where one is named, in a mode.
package struct UseKey: Hashable, Sendable, Comparable {
    package let tool: String
    /// Id of the use case in the register, where the row names one.
    package let useCase: String?
    package let mode: UseMode

    package init(tool: String, useCase: String? = nil, mode: UseMode = .assist) {
        self.tool = tool
        self.useCase = useCase
        self.mode = mode
    }

    package static func < (left: UseKey, right: UseKey) -> Bool {
        (left.tool, left.useCase ?? "", left.mode.rawValue)
            < (right.tool, right.useCase ?? "", right.mode.rawValue)
    }
}

/// Who used what on which days: (person, key) → set of days, in columns.
///
/// Union is the whole of importing. Rows are sorted by person, key, block.
package struct UseLedger: Hashable, Sendable {
    /// One block of 56 days of one person's use of one key.
    package struct Row: Hashable, Sendable {
        package let person: Int32
        /// Index into `keys`.
        package let key: Int32
        package let block: DaySet.Block

        package init(person: Int32, key: Int32, block: DaySet.Block) {
            self.person = person
            self.key = key
            self.block = block
        }

        /// Whether this row comes first: by person, then by key, then by block.
        @inline(__always)
        fileprivate func isBefore(_ other: Row) -> Bool {
            if person != other.person { return person < other.person }
            if key != other.key { return key < other.key }
            return block.index < other.block.index
        }
    }

    /// What was used, in ascending order.
    package let keys: [UseKey]
    package let rows: [Row]

    /// A ledger of rows; repeats of (person, key, block) are united, order does not matter.
    /// - Complexity: O(rows) where they are in order already, O(rows log rows) otherwise.
    package init(keys: [UseKey], rows: [Row]) {
        if UseLedger.isAscending(keys), UseLedger.isAscending(rows) {
            self.keys = keys
            self.rows = rows
            return
        }
        let order = keys.indices.sorted { keys[$0] < keys[$1] }
        var sortedKeys: [UseKey] = []
        var place = [Int32](repeating: 0, count: keys.count)
        for index in order {
            if sortedKeys.last != keys[index] { sortedKeys.append(keys[index]) }
            place[index] = Int32(sortedKeys.count - 1)
        }
        let moved = rows.map { Row(person: $0.person, key: place[Int($0.key)], block: $0.block) }
            .sorted { $0.isBefore($1) }
        var merged: [Row] = []
        merged.reserveCapacity(moved.count)
        for row in moved {
            if let last = merged.last, last.person == row.person, last.key == row.key,
                last.block.index == row.block.index
            {
                merged[merged.count - 1] = Row(
                    person: row.person, key: row.key,
                    block: DaySet.Block(index: row.block.index, bits: last.block.bits | row.block.bits))
            } else {
                merged.append(row)
            }
        }
        self.keys = sortedKeys
        self.rows = merged
    }

    private static func isAscending(_ keys: [UseKey]) -> Bool {
        zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }
    }

    private static func isAscending(_ rows: [Row]) -> Bool {
        for index in rows.indices.dropFirst() where !rows[index - 1].isBefore(rows[index]) { return false }
        return true
    }

    /// Different days on which anybody used anything.
    /// - Complexity: O(rows).
    package var daysWithUse: Int {
        var days: [UInt64] = []
        var first: Int32 = 0
        for row in rows {
            if days.isEmpty { first = row.block.index }
            if row.block.index < first {
                days.insert(contentsOf: repeatElement(0, count: Int(first - row.block.index)), at: 0)
                first = row.block.index
            }
            let place = Int(row.block.index - first)
            if place >= days.count { days += repeatElement(0, count: place + 1 - days.count) }
            days[place] |= row.block.bits
        }
        return days.reduce(0) { $0 + $1.nonzeroBitCount }
    }

    /// First and last day of use of anybody; nil when there is none.
    package var span: ClosedRange<Day>? {
        var first: Day?
        var last: Day?
        for row in rows {
            let low = DaySet.day(block: row.block.index, bit: row.block.bits.trailingZeroBitCount)
            let high = DaySet.day(block: row.block.index, bit: 63 - row.block.bits.leadingZeroBitCount)
            first = min(first ?? low, low)
            last = max(last ?? high, high)
        }
        guard let first, let last else { return nil }
        return first...last
    }
}

/// How much was done in a week: kept only where depth is measured.
///
/// The later refresh of the same source and period replaces the earlier one.
package struct DepthTally: Hashable, Sendable {
    package let person: PersonID
    package let week: Week
    /// Actions in the week.
    package let actions: Int
    /// Days with any action.
    package let activeDays: Int
    /// Days with exactly one action.
    package let singleActionDays: Int

    package init(person: PersonID, week: Week, actions: Int, activeDays: Int, singleActionDays: Int) {
        self.person = person
        self.week = week
        self.actions = actions
        self.activeDays = activeDays
        self.singleActionDays = singleActionDays
    }
}

/// Where and when use can be seen at all.
package struct Coverage: Hashable, Sendable {
    /// What it means that a person has no use on a day.
    package enum Absence: String, Hashable, Sendable, CaseIterable {
        /// Not used.
        case notUsed
        /// Only that it was not the last day used.
        case lastSeenOnly
        /// Nothing: use cannot be seen.
        case unknown
    }

    package let source: String
    /// Index into `Evidence.teams`; nil: everybody the source lists, or the whole organisation.
    package let team: Int?
    /// The people the source lists, where it lists them; nil: the team or the whole organisation.
    package let people: PeopleSet?
    package let from: Day
    package let to: Day
    package let absence: Absence
    package let note: String?

    package init(
        source: String, team: Int? = nil, people: PeopleSet? = nil, from: Day, to: Day,
        absence: Absence, note: String? = nil
    ) {
        self.source = source
        self.team = team
        self.people = people
        self.from = from
        self.to = to
        self.absence = absence
        self.note = note
    }
}
