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

/// A set of people, stored as bits over the part of the roster it reaches.
///
/// Neither end of `words` is zero, so equal sets are stored alike, and a team costs a few words wherever it
/// stands in the roster.
package struct PeopleSet: Hashable, Sendable {
    /// Index of the first word, 64 people each.
    package private(set) var base = 0
    /// One bit a person, person 64 × `base` at bit 0 of word 0.
    package private(set) var words: [UInt64] = []

    /// The empty set.
    package init() {}

    /// The set of the people given.
    package init(_ people: some Sequence<PersonID>) {
        for person in people { insert(person) }
    }

    /// Adds a person.
    package mutating func insert(_ person: PersonID) {
        let word = person.ordinal >> 6
        if words.isEmpty {
            base = word
            words = [0]
        } else if word < base {
            words.insert(contentsOf: repeatElement(0, count: base - word), at: 0)
            base = word
        } else if word - base >= words.count {
            words.append(contentsOf: repeatElement(0, count: word - base + 1 - words.count))
        }
        words[word - base] |= 1 << UInt64(person.ordinal & 63)
    }

    /// Whether a person is in the set.
    package func contains(_ person: PersonID) -> Bool {
        word(person.ordinal >> 6) >> UInt64(person.ordinal & 63) & 1 == 1
    }

    /// Number of people.
    package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether nobody is in the set.
    package var isEmpty: Bool { words.isEmpty }

    /// The people in the order of the roster.
    package var people: [PersonID] {
        words.indices.flatMap { index in
            (0..<64).compactMap { bit in
                words[index] >> UInt64(bit) & 1 == 1 ? PersonID((base + index) * 64 + bit) : nil
            }
        }
    }

    /// The people in this set and not in another.
    package func subtracting(_ other: PeopleSet) -> PeopleSet {
        combined(with: other, over: base..<base + words.count) { $0 & ~$1 }
    }

    /// The people in both sets.
    package func intersection(_ other: PeopleSet) -> PeopleSet {
        let low = max(base, other.base)
        let high = min(base + words.count, other.base + other.words.count)
        return combined(with: other, over: low..<max(low, high)) { $0 & $1 }
    }

    /// The people in either set.
    package func union(_ other: PeopleSet) -> PeopleSet {
        if isEmpty { return other }
        if other.isEmpty { return self }
        let low = min(base, other.base)
        return combined(with: other, over: low..<max(base + words.count, other.base + other.words.count)) {
            $0 | $1
        }
    }

    /// Whether everybody in this set is in another.
    package func isSubset(of other: PeopleSet) -> Bool {
        words.indices.allSatisfy { words[$0] & ~other.word(base + $0) == 0 }
    }

    private func word(_ index: Int) -> UInt64 {
        index >= base && index - base < words.count ? words[index - base] : 0
    }

    private func combined(
        with other: PeopleSet, over range: Range<Int>, _ operation: (UInt64, UInt64) -> UInt64
    ) -> PeopleSet {
        var result = PeopleSet()
        result.words = range.map { operation(word($0), other.word($0)) }
        result.base = range.lowerBound
        while result.words.last == 0 { result.words.removeLast() }
        let leading = result.words.firstIndex { $0 != 0 } ?? 0
        result.words.removeFirst(leading)
        result.base = result.words.isEmpty ? 0 : result.base + leading
        return result
    }
}
