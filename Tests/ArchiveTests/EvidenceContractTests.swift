import Archive
import Measures
import Rollout
import Testing

/// Compares evidence field by field, so that a failure names the field.
func expectSame(_ left: Evidence, _ right: Evidence, _ place: SourceLocation = #_sourceLocation) {
    #expect(left.name == right.name, sourceLocation: place)
    #expect(left.calendar == right.calendar, sourceLocation: place)
    #expect(left.thresholds == right.thresholds, sourceLocation: place)
    #expect(left.sources == right.sources, sourceLocation: place)
    #expect(left.teams == right.teams, sourceLocation: place)
    #expect(left.roles == right.roles, sourceLocation: place)
    #expect(left.people == right.people, sourceLocation: place)
    #expect(left.use == right.use, sourceLocation: place)
    #expect(left.depth == right.depth, sourceLocation: place)
    #expect(left.weeks == right.weeks, sourceLocation: place)
    #expect(left.coverage == right.coverage, sourceLocation: place)
    #expect(left.useCases == right.useCases, sourceLocation: place)
    #expect(left.champions == right.champions, sourceLocation: place)
    #expect(left.changes == right.changes, sourceLocation: place)
    #expect(left.messages == right.messages, sourceLocation: place)
    #expect(left.mandates == right.mandates, sourceLocation: place)
    #expect(left.ties == right.ties, sourceLocation: place)
    #expect(left.pulse == right.pulse, sourceLocation: place)
    #expect(left.examples == right.examples, sourceLocation: place)
}

@Suite("Every archive keeps evidence")
struct EvidenceContractTests {
    @Test("gives back what was filed, field by field", arguments: Archives.allCases)
    func roundTrip(_ kind: Archives) async throws {
        let archive = try kind.make()
        let filing = Samples.filing()
        let report = try await archive.file(filing)
        #expect(report.newPeople == 4)
        #expect(report.newDays == 3)
        let stored = try await archive.evidence(asOf: filing.evidence.asOf, withObjectors: true)
        expectSame(stored.evidence, filing.evidence)
        #expect(stored.evidence.activity?.contains(Samples.monday, row: 0) == true)
        #expect(stored.evidence.activity?.contains(Samples.monday.advanced(by: 60), row: 3) == true)
        #expect(stored.evidence.activity?.contains(Samples.monday, row: 3) == false)
        #expect(try await archive.contacts().map(\.contact) == filing.contacts)
    }

    @Test("changes nothing when the same is filed again", arguments: Archives.allCases)
    func idempotent(_ kind: Archives) async throws {
        let archive = try kind.make()
        _ = try await archive.file(Samples.filing())
        let before = try await archive.evidence(asOf: nil, withObjectors: true)
        let report = try await archive.file(Samples.filing())
        #expect(report.isUnchanged)
        let after = try await archive.evidence(asOf: nil, withObjectors: true)
        expectSame(after.evidence, before.evidence)
        #expect(after.members == before.members)
        #expect(after.evidence.asOf == before.evidence.asOf)
    }

    @Test("unites days in any order to the same evidence", arguments: 0..<12)
    func orderFree(_ seed: Int) async throws {
        var dice = Dice(state: UInt64(seed))
        var filings = (0..<6).map { _ in
            Samples.filing(
                days: (0..<8).map { _ in
                    (
                        person: Int32.random(in: 0..<4, using: &dice),
                        day: Samples.monday.advanced(by: Int.random(in: -90...90, using: &dice))
                    )
                }, tool: ["assistant", "editor"].randomElement(using: &dice)!)
        }
        filings.append(Samples.filing())
        var seen: [Evidence] = []
        for kind in Archives.allCases {
            for _ in 0..<2 {
                filings.shuffle(using: &dice)
                let archive = try kind.make()
                for filing in filings { _ = try await archive.file(filing) }
                seen.append(try await archive.evidence(asOf: Samples.monday, withObjectors: true).evidence)
            }
        }
        for other in seen.dropFirst() { expectSame(other, seen[0]) }
    }

    @Test("follows a person who moves, and replaces counted actions", arguments: Archives.allCases)
    func moves(_ kind: Archives) async throws {
        let archive = try kind.make()
        _ = try await archive.file(Samples.filing())
        var evidence = Samples.filing().evidence
        evidence.people[0] = Samples.person(0, team: 1, role: 1, .contributor, manager: 3)
        evidence.depth = [
            DepthTally(
                person: PersonID(0), week: Week(containing: Samples.monday), actions: 9, activeDays: 3,
                singleActionDays: 0)
        ]
        let report = try await archive.file(Filing(evidence: evidence, contacts: Samples.filing().contacts))
        #expect(report.movedPeople == 1)
        let stored = try await archive.evidence(asOf: nil, withObjectors: true).evidence
        #expect(stored.people[0].team == 1)
        #expect(stored.depth?.map(\.actions) == [9])
    }

    @Test("replaces imported answers of the same wave", arguments: Archives.allCases)
    func answers(_ kind: Archives) async throws {
        let archive = try kind.make()
        _ = try await archive.file(Samples.filing())
        var evidence = Samples.filing().evidence
        evidence.pulse = [evidence.pulse[0]]
        _ = try await archive.file(Filing(evidence: evidence, contacts: Samples.filing().contacts))
        #expect(try await archive.evidence(asOf: nil, withObjectors: true).evidence.pulse.count == 1)
    }

    @Test("a listed source stays listed until one speaks of everybody", arguments: Archives.allCases)
    func coverage(_ kind: Archives) async throws {
        let archive = try kind.make()
        _ = try await archive.file(Samples.filing())
        func file(_ people: PeopleSet?, to: Day) async throws -> Coverage {
            var filing = Samples.filing(days: [])
            var evidence = filing.evidence
            evidence.coverage = [
                Coverage(
                    source: "assistant", people: people, from: Samples.monday, to: to, absence: .notUsed)
            ]
            filing = Filing(evidence: evidence, contacts: filing.contacts)
            _ = try await archive.file(filing)
            return try await archive.evidence(asOf: nil, withObjectors: true).evidence.coverage[0]
        }
        let more = try await file(PeopleSet([PersonID(2)]), to: Samples.monday.advanced(by: 3))
        #expect(more.people?.count == 3)
        #expect(more.to == Samples.monday.advanced(by: 60))
        let all = try await file(nil, to: Samples.monday.advanced(by: 90))
        #expect(all.people == nil)
        #expect(all.to == Samples.monday.advanced(by: 90))
    }

    @Test("leaves objectors out of figures and keeps what is theirs", arguments: Archives.allCases)
    func objection(_ kind: Archives) async throws {
        let archive = try kind.make()
        _ = try await archive.file(Samples.filing())
        let ada = try await archive.contacts()[0].member
        try await archive.setObjection(true, of: ada)
        #expect(try await archive.objectors() == [ada])
        let without = try await archive.evidence(asOf: nil, withObjectors: false)
        #expect(without.evidence.people.count == 3)
        #expect(without.evidence.use.rows.count == 1)
        #expect(without.evidence.ties.isEmpty)
        #expect(without.person(ada) == nil)
        #expect(try await archive.evidence(asOf: nil, withObjectors: true).evidence.people.count == 4)
        #expect(try await archive.personalRecord(ada)?.hasObjected == true)
        try await archive.setObjection(false, of: ada)
        #expect(try await archive.evidence(asOf: nil, withObjectors: false).evidence.people.count == 4)
    }

    @Test("forgets use and answers before a day", arguments: Archives.allCases)
    func forgets(_ kind: Archives) async throws {
        let archive = try kind.make()
        _ = try await archive.file(Samples.filing())
        #expect(try await archive.forgetUse(before: Samples.monday.advanced(by: 1)) == 1)
        let evidence = try await archive.evidence(asOf: nil, withObjectors: true).evidence
        #expect(evidence.use.span?.lowerBound == Samples.monday.advanced(by: 1))
        #expect(evidence.activity?.contains(Samples.monday, row: 0) == false)
        #expect(evidence.depth?.count == 1)
        #expect(try await archive.forgetUse(before: Samples.monday.advanced(by: 30)) == 1)
        let later = try await archive.evidence(asOf: nil, withObjectors: true).evidence
        #expect(later.depth == nil && later.weeks.isEmpty)
        #expect(try await archive.forgetAnswers(before: Samples.monday) == 0)
        #expect(try await archive.forgetAnswers(before: Samples.monday.advanced(by: 1)) == 2)
        #expect(try await archive.evidence(asOf: nil, withObjectors: true).evidence.pulse.isEmpty)
    }

    @Test("shows a person everything that is theirs", arguments: Archives.allCases)
    func personal(_ kind: Archives) async throws {
        let archive = try kind.make()
        _ = try await archive.file(Samples.filing())
        let members = try await archive.contacts().map(\.member)
        let ada = try #require(try await archive.personalRecord(members[0]))
        #expect(ada.contact.email == "ada@example.com")
        #expect(ada.team == "Dispatch" && ada.role == "clerk" && ada.layer == .contributor)
        #expect(ada.use.map(\.days.count) == [2])
        #expect(ada.workDays.days == [Samples.monday])
        #expect(ada.ties == 1)
        let cem = try #require(try await archive.personalRecord(members[2]))
        #expect(cem.champion.map(\.promised) == [6])
        #expect(try await archive.personalRecord(MemberID(99)) == nil)
    }

    @Test("erases who a person is, and leaves what counts under another number", arguments: Archives.allCases)
    func anonymity(_ kind: Archives) async throws {
        let archive = try kind.make()
        _ = try await archive.file(Samples.filing())
        let members = try await archive.contacts().map(\.member)
        let account = try await archive.add(
            Samples.account("ada@example.com", member: members[0]), at: Samples.noon)
        try await archive.setObjection(true, of: members[0])
        let before = try await archive.evidence(asOf: nil, withObjectors: true)
        try await archive.set("kept", for: "other")
        let number = try #require(
            try await archive.eraseIdentity(of: members[0]) { ["who": "is \($0.number)", "other": "new"] })
        #expect(try await archive.setting("who") == "is \(number.number)")
        #expect(try await archive.setting("other") == "new")
        for gone in [members[0], number] {
            #expect(try await archive.eraseIdentity(of: gone) { _ in ["who": "written"] } == nil)
        }
        #expect(try await archive.setting("who") == "is \(number.number)", "nobody erased, nothing written")
        #expect(try await archive.unnamed() == [number])
        #expect(try await archive.contacts().map(\.member) == Array(members.dropFirst()))
        #expect(try await archive.contact(number) == nil)
        #expect(try await archive.personalRecord(number) == nil)
        #expect(try await archive.account(account.id) == nil)
        #expect(try await archive.objectors().isEmpty)
        let after = try await archive.evidence(asOf: nil, withObjectors: true)
        #expect(after.members == Array(members.dropFirst()) + [number])
        // Everything but the order of people is as it was.
        func days(_ stored: StoredEvidence) -> [MemberID: Int] {
            stored.evidence.use.rows.reduce(into: [:]) { sums, row in
                let member = stored.members[Int(row.person)]
                sums[member == number ? members[0] : member, default: 0] += row.block.bits.nonzeroBitCount
            }
        }
        #expect(days(after) == days(before))
        #expect(after.evidence.ties.count == before.evidence.ties.count)
        #expect(
            after.evidence.people.count { $0.manager != nil }
                == before.evidence.people.count { $0.manager != nil })
        #expect(
            after.evidence.useCases.map { $0.builder == nil }
                == before.evidence.useCases.map { $0.builder == nil })
        #expect(
            after.evidence.coverage.map { $0.people?.count }
                == before.evidence.coverage.map { $0.people?.count })
        #expect(after.evidence.champions.count == before.evidence.champions.count)
        let again = try await archive.file(Samples.filing())
        #expect(again.erasedPeople == 1 && again.newPeople == 0)
        try await archive.erase(number)
        #expect(try await archive.unnamed().isEmpty)
        #expect(
            try await archive.evidence(asOf: nil, withObjectors: true).members == Array(members.dropFirst()))
        #expect(try await archive.selfCheck().isEmpty)
    }

    @Test("erases a person, and a later import does not bring them back", arguments: Archives.allCases)
    func erasure(_ kind: Archives) async throws {
        let archive = try kind.make()
        _ = try await archive.file(Samples.filing())
        let members = try await archive.contacts().map(\.member)
        let account = try await archive.add(
            Samples.account("dia@example.com", member: members[3]), at: Samples.noon)
        try await archive.add(
            SessionRecord(
                secretHash: Samples.secret(1), account: account.id, startedAt: Samples.noon,
                lastSeenAt: Samples.noon, expiresAt: Samples.noon.advanced(by: 60)))
        try await archive.requestCorrection(of: members[3], text: "Not my team", at: Samples.noon)
        try await archive.erase(members[3])
        try await archive.erase(members[0])
        try await archive.erase(members[0])
        let again = try await archive.file(Samples.filing())
        #expect(again.erasedPeople == 2)
        #expect(again.newPeople == 0)
        let stored = try await archive.evidence(asOf: nil, withObjectors: true)
        #expect(stored.members == [members[1], members[2]])
        #expect(stored.evidence.people.allSatisfy { $0.manager == nil })
        #expect(stored.evidence.use.rows.count == 1)
        #expect(stored.evidence.ties.isEmpty)
        #expect(stored.evidence.coverage[0].people?.count == 1)
        #expect(try await archive.contact(members[0]) == nil)
        #expect(try await archive.account(account.id) == nil)
        #expect(try await archive.session(secretHash: Samples.secret(1), at: Samples.noon) == nil)
        #expect(try await archive.corrections().isEmpty)
        #expect(try await archive.selfCheck().isEmpty)
    }
}
