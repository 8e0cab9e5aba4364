import Archive
import Casework
import Disclosure
import Measures
import Rollout
import Testing

/// Erasing must not make figures that are about the person who is erased.
@Suite("Erasing oneself")
struct ErasureTests {
    /// A reading as a server makes it that was started just now.
    private func reading(_ house: House) async throws -> CurrentReading {
        try #require(try await ReadingRoom(house.installation).freshReading())
    }

    @Test("changes no figure of the quarter, not even after a restart")
    func sameFigures() async throws {
        try await House.open { house in
            let before = try await reading(house)
            let whoUses = try #require(
                before.stored.evidence.use.rows.first.map { before.stored.members[Int($0.person)] })
            let counted = before.publication.organization
            try await PersonalDesk(house.installation).erase(whoUses)
            #expect(try await house.installation.archive.personalRecord(whoUses) == nil)
            #expect(try await house.installation.archive.contact(whoUses) == nil)
            let after = try await reading(house)
            #expect(after.stored.evidence.people.count == before.stored.evidence.people.count)
            #expect(after.publication.organization?.people == counted?.people)
            // Who is who no longer knows them: no list, no invitation, no reminder.
            #expect(after.roster.evidence.people.count == before.roster.evidence.people.count - 1)
            #expect(
                Set(after.roster.members).isDisjoint(with: try await house.installation.archive.unnamed()))
            func values(_ reading: CurrentReading) -> [Scope: [String]] {
                Dictionary(
                    uniqueKeysWithValues: reading.publication.scopes.map { scope in
                        (scope.scope, scope.measures.map { "\($0.code) \($0.value)" })
                    })
            }
            let (earlier, later) = (values(before), values(after))
            let differing = earlier.flatMap { scope, lines in
                zip(lines, later[scope] ?? []).filter { $0 != $1 }.map { "\(scope): \($0) is now \($1)" }
            }
            // Figures beside random rewirings depend on the order of people, not on who they are.
            let drawn = ["synchrony", "exposureGap", "unexposedExcess", "enthusiasmDifference"]
            let told = differing.filter { line in !drawn.contains { line.contains(": \($0) ") } }
            #expect(told.isEmpty, "\(told.count) differ, such as \(told.first ?? "")")
        }
    }

    @Test("leaves nothing once the quarter is over")
    func nothingLeft() async throws {
        try await House.open { house in
            let before = try await reading(house)
            let member = before.stored.members[0]
            try await PersonalDesk(house.installation).erase(member)
            #expect(try await house.installation.archive.unnamed().count == 1)
            // The quarter's first reading takes everybody who is there.
            let quarter = Membership.setting(for: before.roster.evidence.asOf)
            try await house.installation.archive.set(nil, for: quarter)
            let after = try await reading(house)
            #expect(after.stored.evidence.people.count == before.stored.evidence.people.count - 1)
            #expect(try await house.installation.archive.unnamed().isEmpty)
            let left = try await house.installation.archive.evidence(asOf: nil, withObjectors: true)
            #expect(left.evidence.people.count == before.roster.evidence.people.count - 1)
        }
    }

    @Test("erases at once whom no figure counts")
    func uncounted() async throws {
        try await House.open { house in
            let member = try #require(try await house.installation.archive.contacts().first?.member)
            try await PersonalDesk(house.installation).erase(member)
            #expect(try await house.installation.archive.unnamed().isEmpty)
            #expect(try await house.installation.archive.contact(member) == nil)
        }
    }

    @Test("leaves former readings comparable, and says of no team that somebody is gone")
    func history() async throws {
        try await House.open { house in
            let before = try await reading(house)
            let text = before.membership.text
            try await house.installation.archive.set(text, for: before.membership.name)
            try await PersonalDesk(house.installation).erase(before.stored.members[3])
            let after = try await reading(house)
            let former = Membership(
                text: try #require(try await house.installation.archive.setting(before.membership.name)))
            #expect(former.changes(to: after.membership).isEmpty)
        }
    }

    @Test("is not told to whoever runs the server, and objecting neither; who joined is")
    func waiting() async throws {
        try await House.open { house in
            let admin = try await house.browser("admin", capabilities: [.administrator])
            let before = try await reading(house)
            try await PersonalDesk(house.installation).erase(before.stored.members[3])
            try await PersonalDesk(house.installation).object(true, member: before.stored.members[7])
            await house.readingRoom.invalidate()
            _ = try await house.readingRoom.freshReading()
            #expect(try await !admin.get("/evidence").body.contains("Not in the figures yet"))
            var evidence = before.roster.evidence
            let newcomer = Person(id: PersonID(0), team: 0, role: 0, layer: .contributor)
            evidence.people = [newcomer]
            evidence.use = UseLedger(keys: [], rows: [])
            evidence.weeks = []
            evidence.depth = nil
            evidence.coverage = []
            evidence.activity = nil
            evidence.useCases = []
            evidence.champions = []
            evidence.ties = []
            evidence.sources = [.people]
            _ = await house.archive.file(
                Filing(
                    evidence: evidence,
                    contacts: [Contact(key: "new", email: "new@example.com", name: "New", mark: "new")]))
            await house.readingRoom.invalidate()
            _ = try await house.readingRoom.freshReading()
            let page = try await admin.get("/evidence").body
            #expect(page.contains("Not in the figures yet: 1 joined. A change counts once"))
        }
    }
}
