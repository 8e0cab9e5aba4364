import Archive
import Casework
import Diagnosis
import Disclosure
import Measures
import Rollout
import Testing

@Suite("The people of a quarter, and who of them is seen")
struct MembershipTests {
    private static let monday = Day("2026-05-04")!
    private static let asOf = Day("2026-06-28")!

    /// Forty clerks in two teams of twenty. The tool's export lists some of them from a day on, to another.
    private static func evidence(listed: [Int], from: Day = monday, until: [Int: Day] = [:]) -> StoredEvidence
    {
        var evidence = Evidence(asOf: asOf)
        evidence.sources = [.people, .use, .coverage]
        evidence.teams = [Team(name: "North"), Team(name: "South")]
        evidence.roles = ["clerk"]
        evidence.people = (0..<40).map {
            Person(
                id: PersonID($0), team: $0 / 20, role: 0, layer: .contributor, manager: nil, from: nil,
                to: nil)
        }
        let ends = Dictionary(grouping: listed) { until[$0] ?? asOf }
        evidence.coverage = ends.sorted { $0.key < $1.key }.map { end, people in
            Coverage(
                source: "export.csv", people: PeopleSet(people.map { PersonID($0) }), from: from, to: end,
                absence: .notUsed)
        }
        // Everybody listed used it in every week.
        var rows: [UseLedger.Row] = []
        for person in listed {
            var days = DaySet()
            for week in 0..<8 { days.insert(monday.advanced(by: 7 * week)) }
            for block in days.blocks {
                rows.append(UseLedger.Row(person: Int32(person), key: 0, block: block))
            }
        }
        evidence.use = UseLedger(keys: [UseKey(tool: "assistant")], rows: rows)
        return StoredEvidence(evidence: evidence, members: (0..<40).map { MemberID(Int64($0 + 1)) })
    }

    private static func membership(_ stored: StoredEvidence) -> Membership { Membership(present: stored) }

    private static func seen(_ membership: Membership) -> Set<Int64> {
        Set(membership.places.filter(\.value.isSeen).map(\.key.number))
    }

    @Test func `says who is seen, and is the same when read again`() throws {
        let membership = Self.membership(Self.evidence(listed: Array(0..<30)))
        #expect(Self.seen(membership) == Set(1...30))
        #expect(Membership(text: membership.text) == membership)
    }

    @Test func `a text of before sight was kept fixes nobody's sight`() {
        let old = Membership(text: "1\tcontributor\tNorth\tclerk\n2\tcontributor\tNorth\tclerk")
        #expect(old.places.count == 2 && Self.seen(old).isEmpty)
        let today = Self.membership(Self.evidence(listed: Array(0..<30)))
        #expect(old.nearest(to: today, minimum: 5) == today)
    }

    @Test func `one person who comes into sight stays out of sight until five do`() throws {
        let fixed = Self.membership(Self.evidence(listed: Array(0..<10) + Array(20..<30)))
        for more in 1...4 {
            let later = Self.evidence(listed: Array(0..<(10 + more)) + Array(20..<30))
            let nearest = fixed.nearest(to: Self.membership(later), minimum: 5)
            #expect(nearest == fixed)
            let shown = nearest.evidence(of: later).evidence
            #expect(Visibility.lately(in: shown) == Visibility.lately(in: fixed.evidence(of: later).evidence))
            #expect(Visibility.lately(in: shown).count { $0 } == 20)
            #expect(
                shown.use.rows.allSatisfy { $0.person < 10 || $0.person >= 20 },
                "their use is left out as well")
        }
        let later = Self.membership(Self.evidence(listed: Array(0..<15) + Array(20..<30)))
        #expect(fixed.nearest(to: later, minimum: 5) == later)
    }

    @Test func `many who come into sight count at once, the few beside them do not`() {
        let fixed = Self.membership(Self.evidence(listed: Array(0..<10) + Array(20..<30)))
        let later = Self.membership(Self.evidence(listed: Array(0..<20) + Array(20..<32)))
        #expect(Self.seen(fixed.nearest(to: later, minimum: 5)) == Set(1...30))
    }

    @Test func `whom the export no longer lists counts on, as not using`() throws {
        let all = Array(0..<40)
        let fixed = Self.membership(Self.evidence(listed: all))
        let later = Self.evidence(listed: all, until: [7: Day("2026-05-17")!])
        #expect(Self.seen(Self.membership(later)).count == 39)
        let nearest = fixed.nearest(to: Self.membership(later), minimum: 5)
        #expect(nearest == fixed)
        #expect(Visibility.lately(in: nearest.evidence(of: later).evidence).allSatisfy { $0 })
        let line = try #require(
            nearest.evidence(of: later).evidence.coverage.last { $0.people?.people == [PersonID(7)] })
        #expect(line.to == Self.asOf && line.absence == .notUsed)
    }

    @Test func `an export that ends, ends for everybody`() {
        let all = Array(0..<40)
        let ended = Dictionary(uniqueKeysWithValues: all.map { ($0, Day("2026-05-17")!) })
        let fixed = Self.membership(Self.evidence(listed: Array(0..<37)))
        let later = Self.evidence(listed: all, until: ended)
        let nearest = fixed.nearest(to: Self.membership(later), minimum: 5)
        #expect(Self.seen(nearest).isEmpty)
        #expect(nearest.evidence(of: later).evidence.coverage == later.evidence.coverage)
    }

    @Test func `a team of too few to be shown does not stand in the way`() {
        // Two of North are seen: no figure of North is shown before or after, and the organisation gains five.
        let fixed = Self.membership(Self.evidence(listed: [0, 1] + Array(20..<30)))
        let later = Self.membership(Self.evidence(listed: [0, 1, 2, 3] + Array(20..<33)))
        #expect(
            Self.seen(fixed.nearest(to: later, minimum: 5)) == Self.seen(fixed),
            "but three of South are too few, and without them two of North")
        let more = Self.membership(Self.evidence(listed: [0, 1, 2, 3] + Array(20..<35)))
        #expect(fixed.nearest(to: more, minimum: 5) == more)
    }

    @Test func `joiners, leavers and movers count where five of them do`() {
        var places = Self.membership(Self.evidence(listed: Array(0..<40))).places
        let fixed = Membership(places)
        for number in 101...106 {
            places[MemberID(Int64(number))] = .init(
                team: "South", role: "clerk", layer: .contributor, isSeen: true)
        }
        places[MemberID(200)] = .init(team: "North", role: "clerk", layer: .contributor, isSeen: true)
        places[MemberID(1)] = .init(team: "South", role: "clerk", layer: .contributor, isSeen: true)
        places[MemberID(2)] = nil
        let nearest = fixed.nearest(to: Membership(places), minimum: 5)
        #expect(nearest.places.count == 46)
        #expect(nearest.places[MemberID(200)] == nil)
        #expect(nearest.places[MemberID(1)]?.team == "North")
        #expect(nearest.places[MemberID(2)] != nil)
        #expect(fixed.changes(to: nearest).values.allSatisfy { $0 >= 5 })
    }

    @Test func `one licence more changes no figure of a server`() async throws {
        let archive = MemoryArchive()
        let noon = Moment(seconds: 1_782_700_000)
        let installation = Installation(
            archive: archive, now: { noon }, secretBytes: { [UInt8](repeating: 0, count: $0) })
        let contacts = (0..<40).map {
            Contact(key: "p\($0)", email: "p\($0)@example.com", name: "Person \($0)", mark: "mark \($0)")
        }
        func figures(listing listed: [Int]) async throws -> [String] {
            _ = await archive.file(
                Filing(evidence: Self.evidence(listed: listed).evidence, contacts: contacts))
            let reading = try #require(try await ReadingRoom(installation).freshReading())
            return reading.publication.scopes.flatMap { scope in
                scope.measures.map { "\(scope.scope.name) \(scope.people) \($0.code) \($0.value)" }
            }
        }
        let before = try await figures(listing: Array(0..<30))
        #expect(before.count > 20)
        #expect(try await figures(listing: Array(0..<31)) == before)
        #expect(try await figures(listing: Array(0..<34)) == before)
        #expect(try await figures(listing: Array(0..<35)) != before, "five count")
    }
}
