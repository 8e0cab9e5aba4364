/// A set of people, stored in whichever way is smaller: a list, or bits over the part of the roster it reaches.
///
/// The way depends on the members alone, so equal sets are stored alike. A team costs four bytes a person
/// wherever its people stand in the roster; the whole organisation costs one bit a person.
package struct PeopleSet: Hashable, Sendable {
    private enum Storage: Equatable, Sendable {
        /// Places in the roster, ascending, none twice.
        case list([Int32])
        /// One bit a person, person 64 × `base` at bit 0 of word 0; neither end of `words` is zero.
        case bits(base: Int, words: [UInt64], count: Int)
    }

    private var storage: Storage

    /// The empty set.
    package init() { storage = .list([]) }

    /// The set of the people given, in any order.
    /// - Complexity: O(people) where they come in the order of the roster, else O(people · log people).
    package init(_ people: some Sequence<PersonID>) {
        self.init(places: people.map { Int32($0.ordinal) })
    }

    /// The set of the people at places in the roster, in any order.
    package init(places: some Sequence<Int>) { self.init(places: places.map { Int32($0) }) }

    private init(places: [Int32]) {
        let isAscending = zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
        if isAscending {
            storage = PeopleSet.stored(places)
            return
        }
        var sorted: [Int32] = []
        sorted.reserveCapacity(places.count)
        for place in places.sorted() where sorted.last != place { sorted.append(place) }
        storage = PeopleSet.stored(sorted)
    }

    /// Number, ends and sum of the members: thousands of teams are hashed for every measure.
    package func hash(into hasher: inout Hasher) {
        switch storage {
        case .list(let places):
            hasher.combine(places.count)
            hasher.combine(places.first)
            hasher.combine(places.last)
            hasher.combine(places.reduce(0) { $0 &+ Int($1) &* Int($1) })
        case .bits(let base, let words, let count):
            hasher.combine(count)
            hasher.combine(base)
            hasher.combine(words.reduce(0) { ($0 &* 31) ^ $1 })
        }
    }

    /// Adds a person.
    /// - Complexity: O(people) for a small set; build large ones from a sequence.
    package mutating func insert(_ person: PersonID) {
        if contains(person) { return }
        switch storage {
        case .list(var places):
            storage = .list([])
            let place = Int32(person.ordinal)
            places.insert(place, at: PeopleSet.position(of: place, in: places))
            storage = PeopleSet.stored(places)
        case .bits(let base, var words, let count):
            let index = (person.ordinal >> 6) - base
            guard index >= 0, count + 1 >= 2 * max(index + 1, words.count) else {
                storage = PeopleSet(people + [person]).storage
                return
            }
            storage = .list([])
            if index >= words.count {
                words.append(contentsOf: repeatElement(0, count: index + 1 - words.count))
            }
            words[index] |= 1 << UInt64(person.ordinal & 63)
            storage = .bits(base: base, words: words, count: count + 1)
        }
    }

    /// Whether a person is in the set.
    package func contains(_ person: PersonID) -> Bool {
        switch storage {
        case .list(let places):
            let place = Int32(person.ordinal)
            let position = PeopleSet.position(of: place, in: places)
            return position < places.count && places[position] == place
        case .bits(let base, let words, _):
            let index = (person.ordinal >> 6) - base
            return words.indices.contains(index) && words[index] >> UInt64(person.ordinal & 63) & 1 == 1
        }
    }

    /// Number of people.
    package var count: Int {
        switch storage {
        case .list(let places): places.count
        case .bits(_, _, let count): count
        }
    }

    /// Whether nobody is in the set.
    package var isEmpty: Bool { count == 0 }

    /// The people in the order of the roster.
    package var people: [PersonID] {
        var people: [PersonID] = []
        people.reserveCapacity(count)
        forEachPlace { people.append(PersonID($0)) }
        return people
    }

    /// Calls back with each member's place in the roster, ascending.
    package func forEachPlace(_ body: (Int) -> Void) {
        switch storage {
        case .list(let places): for place in places { body(Int(place)) }
        case .bits(let base, let words, _):
            for index in words.indices {
                var word = words[index]
                while word != 0 {
                    body(((base + index) << 6) + word.trailingZeroBitCount)
                    word &= word - 1
                }
            }
        }
    }

    /// The last member's place in the roster; nil where nobody is in the set.
    package var lastPlace: Int? {
        switch storage {
        case .list(let places): places.last.map { Int($0) }
        case .bits(let base, let words, _):
            words.last.map { ((base + words.count) << 6) - 1 - $0.leadingZeroBitCount }
        }
    }
}

extension PeopleSet {
    /// The people in this set and not in another.
    package func subtracting(_ other: PeopleSet) -> PeopleSet { filtered { !other.contains($0) } }

    /// The people in both sets.
    package func intersection(_ other: PeopleSet) -> PeopleSet {
        count <= other.count
            ? filtered { other.contains($0) } : other.filtered { contains($0) }
    }

    /// The people in either set.
    package func union(_ other: PeopleSet) -> PeopleSet {
        if isEmpty { return other }
        if other.isEmpty { return self }
        return PeopleSet(people + other.people)
    }

    /// Whether everybody in this set is in another.
    package func isSubset(of other: PeopleSet) -> Bool {
        if count > other.count { return false }
        switch storage {
        case .list(let places): return places.allSatisfy { other.contains(PersonID(Int($0))) }
        case .bits: return people.allSatisfy { other.contains($0) }
        }
    }

    private func filtered(_ isKept: (PersonID) -> Bool) -> PeopleSet {
        var places: [Int32] = []
        forEachPlace { if isKept(PersonID($0)) { places.append(Int32($0)) } }
        var result = PeopleSet()
        result.storage = PeopleSet.stored(places)
        return result
    }

    /// The first position whose place is not below one.
    private static func position(of place: Int32, in places: [Int32]) -> Int {
        if let last = places.last, last < place { return places.count }
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Places in ascending order, stored in the smaller way.
    private static func stored(_ places: [Int32]) -> Storage {
        guard let first = places.first, let last = places.last else { return .list([]) }
        let base = Int(first) >> 6
        let width = (Int(last) >> 6) - base + 1
        // Four bytes a person against eight a word.
        guard places.count >= 2 * width else { return .list(places) }
        var words = [UInt64](repeating: 0, count: width)
        for place in places { words[(Int(place) >> 6) - base] |= 1 << UInt64(Int(place) & 63) }
        return .bits(base: base, words: words, count: places.count)
    }
}
