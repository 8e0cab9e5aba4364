package import Measures

/// A person of the case: the place in the sorted roster, and nothing else.
///
/// Names, logins and addresses never come past Intake; what is left is a number.
package struct PersonID: Hashable, Comparable, Sendable {
    /// The person's place in the roster, from 0.
    package let ordinal: Int

    /// A person by place in the roster.
    package init(_ ordinal: Int) { self.ordinal = ordinal }

    package static func < (left: PersonID, right: PersonID) -> Bool { left.ordinal < right.ordinal }
}

/// A person's place in the line: who decides, who leads a team, who does the work.
package enum Layer: String, Hashable, Sendable, CaseIterable, Comparable {
    case executive, manager, contributor

    private var rank: Int { Layer.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: Layer, right: Layer) -> Bool { left.rank < right.rank }
}

/// One person of the roster.
package struct Person: Hashable, Sendable {
    package let id: PersonID
    /// Index into `Evidence.teams`.
    package let team: Int
    /// Index into `Evidence.roles`.
    package let role: Int
    package let layer: Layer
    /// Whom the person reports to, where known.
    package let manager: PersonID?
    /// First day in the organisation; nil: before the evidence begins.
    package let from: Day?
    /// Last day in the organisation; nil: still there.
    package let to: Day?
    /// Standard Occupational Classification code, where known.
    package let occupation: String?

    package init(
        id: PersonID, team: Int, role: Int, layer: Layer, manager: PersonID? = nil,
        from: Day? = nil, to: Day? = nil, occupation: String? = nil
    ) {
        self.id = id
        self.team = team
        self.role = role
        self.layer = layer
        self.manager = manager
        self.from = from
        self.to = to
        self.occupation = occupation
    }

    /// Whether the person belongs to the organisation on a day.
    package func isPresent(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
}

/// A team of the roster.
package struct Team: Hashable, Sendable {
    package let name: String
    /// Index of the team above, where known.
    package let parent: Int?

    package init(name: String, parent: Int? = nil) {
        self.name = name
        self.parent = parent
    }
}

/// A set of people, stored as bits over the roster.
package struct PeopleSet: Hashable, Sendable {
    /// One bit a person, person 0 at bit 0 of word 0.
    package private(set) var words: [UInt64] = []

    /// The empty set.
    package init() {}

    /// The set of the people given.
    package init(_ people: some Sequence<PersonID>) {
        for person in people { insert(person) }
    }

    /// Adds a person; adding twice changes nothing.
    package mutating func insert(_ person: PersonID) {
        let word = person.ordinal >> 6
        if word >= words.count {
            words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
        }
        words[word] |= 1 << UInt64(person.ordinal & 63)
    }

    /// Whether a person is in the set.
    package func contains(_ person: PersonID) -> Bool {
        let word = person.ordinal >> 6
        return word < words.count && words[word] >> UInt64(person.ordinal & 63) & 1 == 1
    }

    /// Number of people.
    package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether nobody is in the set.
    package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// The people in the order of the roster.
    package var people: [PersonID] {
        words.indices.flatMap { word in
            (0..<64).compactMap { words[word] >> UInt64($0) & 1 == 1 ? PersonID(word * 64 + $0) : nil }
        }
    }

    /// The people in this set and not in another.
    package func subtracting(_ other: PeopleSet) -> PeopleSet {
        combined(with: other) { $0 & ~$1 }
    }

    /// The people in both sets.
    package func intersection(_ other: PeopleSet) -> PeopleSet {
        combined(with: other) { $0 & $1 }
    }

    /// The people in either set.
    package func union(_ other: PeopleSet) -> PeopleSet {
        combined(with: other) { $0 | $1 }
    }

    private func combined(with other: PeopleSet, _ operation: (UInt64, UInt64) -> UInt64) -> PeopleSet {
        var result = PeopleSet()
        result.words = (0..<max(words.count, other.words.count)).map { index in
            operation(
                index < words.count ? words[index] : 0,
                index < other.words.count ? other.words[index] : 0)
        }
        while result.words.last == 0 { result.words.removeLast() }
        return result
    }
}
