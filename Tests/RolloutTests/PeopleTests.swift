import Measures
import Rollout
import Testing

@Suite struct `A set of people` {
    static func set(_ ordinals: Int...) -> PeopleSet { PeopleSet(ordinals.map { PersonID($0) }) }

    @Test func `holds whom it was given, in the order of the roster`() {
        let set = Self.set(200, 3, 64, 63, 3)
        #expect(set.people.map(\.ordinal) == [3, 63, 64, 200])
        #expect(set.count == 4)
        #expect(set.contains(PersonID(64)) && !set.contains(PersonID(65)) && !set.contains(PersonID(9_999)))
    }

    @Test func `obeys the laws of sets`() {
        let (a, b) = (Self.set(1, 2, 70, 130), Self.set(2, 70, 71))
        #expect(a.union(b).count == a.count + b.count - a.intersection(b).count)
        #expect(a.subtracting(b) == Self.set(1, 130))
        #expect(a.intersection(b) == b.intersection(a))
        #expect(a.subtracting(a).isEmpty && a.subtracting(a) == PeopleSet())
        #expect(PeopleSet().isEmpty && PeopleSet().count == 0 && PeopleSet().people.isEmpty)
    }

    @Test func `obeys them whether its people stand close together or far apart`() {
        let close = PeopleSet(places: 1_000..<1_400)
        let far = PeopleSet(places: stride(from: 0, to: 100_000, by: 997))
        let shared = Set(1_000..<1_400).intersection(stride(from: 0, to: 100_000, by: 997))
        #expect(Set(close.intersection(far).people.map(\.ordinal)) == shared)
        #expect(close.intersection(far) == far.intersection(close))
        #expect(close.union(far).count == 400 + 101 - shared.count)
        #expect(close.union(far) == far.union(close))
        #expect(close.subtracting(far).count == 400 - shared.count)
        #expect(far.subtracting(close).union(close) == far.union(close))
        #expect(close.intersection(far).isSubset(of: close) && !far.isSubset(of: close))
        #expect(close.isSubset(of: close.union(far)))
        #expect(far.lastPlace == 99_700 && close.lastPlace == 1_399 && PeopleSet().lastPlace == nil)
    }

    @Test(arguments: [
        [3, 5, 4, 5], Array(0..<300), [70_000, 1, 64, 65, 66, 67, 2], Array((0..<200).reversed()),
    ])
    func `is the same set added to one by one and made at once`(places: [Int]) {
        var grown = PeopleSet()
        for place in places { grown.insert(PersonID(place)) }
        #expect(grown == PeopleSet(places: places))
        #expect(grown.people.map(\.ordinal) == Set(places).sorted())
        #expect(grown.hashValue == PeopleSet(places: places.reversed()).hashValue)
    }

    @Test func `is equal to itself by whatever way it came about`() {
        #expect(Self.set(5, 500).subtracting(Self.set(500)) == Self.set(5))
        #expect(Self.set(5, 500).intersection(Self.set(5)) == Self.set(5))
    }
}

@Suite struct `A person of the roster` {
    @Test func `belongs from the first day to the last, ends included`() {
        let (first, last) = (Day(number: 100), Day(number: 110))
        let person = Person(id: PersonID(0), team: 0, role: 0, layer: .contributor, from: first, to: last)
        #expect(
            (98...112).map { person.isPresent(on: Day(number: Int32($0))) }
                == (98...112).map { (100...110).contains($0) })
        #expect(Person(id: PersonID(0), team: 0, role: 0, layer: .manager).isPresent(on: first))
    }

    @Test func `stands in a line of three layers`() {
        #expect(Layer.allCases.sorted() == [.executive, .manager, .contributor])
        #expect(Layer.executive < .manager && Layer.manager < .contributor)
    }
}
