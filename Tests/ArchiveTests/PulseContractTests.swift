import Archive
import Measures
import Rollout
import Testing

@Suite("Every archive keeps the pulse in two lists")
struct PulseContractTests {
    private func open(_ kind: Archives) async throws -> (any Archive, PulseWave, [MemberID]) {
        let archive = try kind.make()
        _ = try await archive.file(Samples.filing(days: []))
        let members = try await archive.contacts().map(\.member)
        let wave = try await archive.addWave(
            opens: Samples.monday, closes: Samples.monday.advanced(by: 13), minimum: 5)
        try await archive.add(
            members.enumerated().map { place, member in
                Ballot(
                    secretHash: Samples.secret(UInt8(place)), wave: wave.id, member: member,
                    form: place % 2 == 0 ? "a" : "b")
            })
        return (archive, wave, members)
    }

    private func answers(respondent: Int64) -> BallotAnswers {
        BallotAnswers(
            team: "Dispatch", role: "clerk", layer: .contributor, form: "b", variant: .expected,
            replies: [
                .experience: .value(1), .tedium: .value(4), .interruptionsOrStress: .skipped,
                .advocacy: .cannotSay,
            ], respondent: respondent)
    }

    @Test("counts who answered and keeps what was answered apart", arguments: Archives.allCases)
    func handIn(_ kind: Archives) async throws {
        let (archive, wave, members) = try await open(kind)
        let week = Week(containing: Samples.monday)
        try await archive.handIn(answers(respondent: 900), secretHash: Samples.secret(2), week: week)
        try await archive.handIn(answers(respondent: 17), secretHash: Samples.secret(0), week: week)
        await #expect(
            throws: ArchiveFailure(.taken, "This link has been used: the answers are in. Thank you.")
        ) {
            try await archive.handIn(answers(respondent: 3), secretHash: Samples.secret(0), week: week)
        }
        await #expect(
            throws: ArchiveFailure(.missing, "There is no such invitation. Ask for a new link.")
        ) {
            try await archive.handIn(answers(respondent: 3), secretHash: Samples.secret(77), week: week)
        }
        let kept = try await archive.waves()
        #expect(kept.map(\.invited) == [4])
        #expect(kept.map(\.answered) == [2])
        #expect(try await archive.silentMembers(wave: wave.id) == [members[1], members[3]])
        let evidence = try await archive.evidence(asOf: nil, withObjectors: true).evidence
        #expect(evidence.sources.contains(.pulse))
        #expect(evidence.pulse.count == 8)
        let tedium = evidence.pulse.filter { $0.item == .tedium }
        #expect(tedium.map(\.reply) == [.value(4), .value(4)])
        #expect(tedium.map(\.variant) == [.expected, .expected])
        #expect(Set(tedium.map(\.respondent)) == [0, 1])
        let strain = evidence.pulse.filter { $0.item == .interruptionsOrStress }
        #expect(strain.map(\.form) == ["b", "b"])
        #expect(strain.map(\.reply) == [.skipped, .skipped])
    }

    @Test("gives a new link for an unused one and none for a used one", arguments: Archives.allCases)
    func newLinks(_ kind: Archives) async throws {
        let (archive, wave, members) = try await open(kind)
        let week = Week(containing: Samples.monday)
        try await archive.handIn(answers(respondent: 1), secretHash: Samples.secret(0), week: week)
        try await archive.add([
            Ballot(secretHash: Samples.secret(50), wave: wave.id, member: members[0], form: "a"),
            Ballot(secretHash: Samples.secret(51), wave: wave.id, member: members[1], form: "a"),
        ])
        #expect(try await archive.ballot(secretHash: Samples.secret(50)) == nil)
        #expect(try await archive.ballot(secretHash: Samples.secret(1)) == nil)
        let link = try #require(try await archive.ballot(secretHash: Samples.secret(51)))
        #expect(link.ballot.member == members[1] && !link.isAnswered)
        await #expect(throws: ArchiveFailure.self) {
            _ = try await archive.addWave(
                opens: Samples.monday, closes: Samples.monday.advanced(by: 3), minimum: 5)
        }
    }

    @Test(
        "tells a person that they answered, and erases the invitation with them", arguments: Archives.allCases
    )
    func invited(_ kind: Archives) async throws {
        let (archive, _, members) = try await open(kind)
        try await archive.handIn(
            answers(respondent: 1), secretHash: Samples.secret(0),
            week: Week(containing: Samples.monday))
        let record = try await archive.personalRecord(members[0])
        #expect(record?.pulse == [PersonalRecord.Invited(wave: Samples.monday, hasAnswered: true)])
        try await archive.erase(members[0])
        #expect(try await archive.waves().map(\.invited) == [3])
        #expect(try await archive.evidence(asOf: nil, withObjectors: true).evidence.pulse.count == 4)
    }
}
