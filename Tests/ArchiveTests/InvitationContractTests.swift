import Archive
import Measures
import Rollout
import Testing

@Suite("Every archive keeps who may be invited")
struct InvitationContractTests {
    /// The usual four, of whom two were asked.
    private static func filing(_ answers: [Bool?]) -> Filing {
        let usual = Samples.filing()
        var evidence = usual.evidence
        evidence.people = zip(evidence.people, answers).map { person, answer in
            Person(
                id: person.id, team: person.team, role: person.role, layer: person.layer,
                manager: person.manager, from: person.from, to: person.to, occupation: person.occupation,
                mayBeInvited: answer)
        }
        return Filing(evidence: evidence, contacts: usual.contacts)
    }

    private static func answers(_ archive: any Archive) async throws -> [Bool?] {
        try await archive.evidence(asOf: nil, withObjectors: true).evidence.people.map(\.mayBeInvited)
    }

    @Test("yes, no, and not told", arguments: Archives.allCases)
    func kept(_ kind: Archives) async throws {
        let archive = try kind.make()
        _ = try await archive.file(Self.filing([true, false, nil, nil]))
        #expect(try await Self.answers(archive) == [true, false, nil, nil])
        _ = try await archive.file(Self.filing([false, true, nil, false]))
        #expect(try await Self.answers(archive) == [false, true, nil, false], "a later answer counts")
    }

    @Test("a roster that does not tell takes back nobody's no", arguments: Archives.allCases)
    func silence(_ kind: Archives) async throws {
        let archive = try kind.make()
        _ = try await archive.file(Self.filing([true, false, nil, nil]))
        let report = try await archive.file(Samples.filing())
        #expect(try await Self.answers(archive) == [true, false, nil, nil])
        #expect(report.movedPeople == 0)
    }

    @Test("nobody's manager going changes an answer", arguments: Archives.allCases)
    func erasure(_ kind: Archives) async throws {
        let archive = try kind.make()
        _ = try await archive.file(Self.filing([true, false, false, true]))
        let stored = try await archive.evidence(asOf: nil, withObjectors: true)
        let manager = try #require(stored.evidence.people.first { $0.manager != nil }?.manager)
        try await archive.erase(stored.members[manager.ordinal])
        var left: [Bool?] = [true, false, false, true]
        left.remove(at: manager.ordinal)
        #expect(try await Self.answers(archive) == left)
    }
}
