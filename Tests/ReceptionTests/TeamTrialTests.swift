import Archive
import Casework
import Discovery
import Foundation
import Measures
import Rollout
import Testing

@Suite("A team that tries something together")
struct TeamTrialTests {
    /// People of one team who do the work, one role of theirs, and a use case open to it.
    private static func team(_ house: House) async throws -> (
        name: String, members: [MemberID], manager: MemberID, useCase: UseCase
    ) {
        let stored = await house.archive.evidence(asOf: nil, withObjectors: true)
        let evidence = stored.evidence
        let day = house.clock.value.day
        let byTeam = Dictionary(
            grouping: evidence.people.filter {
                $0.layer == .contributor && $0.isPresent(on: evidence.asOf) && $0.manager != nil
            }, by: \.team)
        for (team, people) in byTeam.sorted(by: { $0.key < $1.key }) where people.count >= 8 {
            guard
                let entry = evidence.useCases.first(where: {
                    $0.isLive(on: day) && $0.roles.contains(people[0].role)
                })
            else { continue }
            return (
                evidence.teams[team].name, people.map { stored.members[$0.id.ordinal] },
                stored.members[people[0].manager!.ordinal], entry
            )
        }
        throw CancellationError()
    }

    private static func standing(_ house: House, _ member: MemberID) async throws -> Visitor.Standing {
        let reading = try #require(try await house.readingRoom.reading())
        return try #require(Visitor.Standing(member, in: reading.roster))
    }

    @Test("agrees where enough are in, and nobody sees who, before, after or by the count")
    func agrees() async throws {
        try await House.open { house in
            let (_, members, manager, useCase) = try await Self.team(house)
            let enough = max(5, (members.count + 1) / 2)
            let first = try await house.browser("first", member: members[0])
            let second = try await house.browser("second", member: members[1])
            let boss = try await house.browser("boss", member: manager)
            let token = try #require(try await first.get("/for-me/team").token)
            #expect(
                try await first.post("/for-me/team", ["token": token, "useCase": useCase.id]).status == 303)
            #expect(try await first.get("/for-me/team").body.contains("You are in."))
            let open = try await second.get("/for-me/team").body
            #expect(open.contains("\(useCase.title): are you in?") && open.contains("I’m in"))
            // What one sees does not move with what the others say.
            let plan = try #require(await house.archive.teamTrials().first)
            let desk = TeamDesk(house.installation)
            let reading = try #require(try await house.readingRoom.reading())
            for member in members[2..<(enough + 1)] {
                try await desk.say(
                    true, plan: plan.id, by: try await Self.standing(house, member), in: reading)
                #expect(try await second.get("/for-me/team").body == open)
            }
            #expect(
                try await second.post(
                    "/for-me/team",
                    [
                        "token": try #require(try await second.get("/for-me/team").token),
                        "useCase": useCase.id,
                    ]
                ).status == 400, "one thing at a time")
            // A manager is not asked, and sees nothing of it.
            #expect(!(try await boss.get("/for-me/team").body.contains(useCase.title)))
            #expect(!(try await boss.get("/my-team").body.contains("are you in?")))
            let last = await house.archive.membersIn(teamTrial: plan.id)
            #expect(last.count == enough)
            house.clock.value = house.clock.value.advanced(by: 8 * 86_400)
            try await Discoveries.signIn(second, "second")
            let agreed = try await second.get("/for-me/team").body
            #expect(agreed.contains("Your team is trying: \(useCase.title)"))
            #expect(agreed.contains("/for-me/trials/new?useCase="))
            // How many were in is said to nobody: the only number is the day.
            #expect(
                agreed.contains(
                    "<p>Until \(plan.until.long), each on a task of their own. Nobody notes who does.</p>"))
            #expect(await house.archive.membersIn(teamTrial: plan.id).isEmpty)
            #expect(try await second.get("/for-me").body.contains("Your team is trying: \(useCase.title)"))
            house.clock.value = house.clock.value.advanced(by: 30 * 86_400)
            try await Discoveries.signIn(second, "second")
            #expect(!(try await second.get("/for-me").body.contains("Your team is trying")))
        }
    }

    @Test("learns nothing where too few were in, and cannot be a team of few")
    func fewer() async throws {
        try await House.open { house in
            let (_, members, _, useCase) = try await Self.team(house)
            let desk = TeamDesk(house.installation)
            let reading = try #require(try await house.readingRoom.reading())
            let owner = try await Self.standing(house, members[0])
            await #expect(throws: TrialDesk.Refusal.self) {
                try await desk.propose("no such", by: owner, in: reading)
            }
            try await desk.propose(useCase.id, by: owner, in: reading)
            let plan = try #require(await house.archive.teamTrials().first)
            for member in members[1..<4] {
                try await desk.say(
                    true, plan: plan.id, by: try await Self.standing(house, member), in: reading)
            }
            // Somebody of another team is not asked.
            let stored = await house.archive.evidence(asOf: nil, withObjectors: true)
            let stranger = try await house.member { person, evidence in
                person.layer == .contributor && evidence.teams[person.team].name != owner.team
            }
            _ = stored
            await #expect(throws: ArchiveFailure.self) {
                try await desk.say(
                    true, plan: plan.id, by: try await Self.standing(house, stranger), in: reading)
            }
            house.clock.value = house.clock.value.advanced(by: 8 * 86_400)
            #expect(try await desk.seen(by: owner, in: reading).isEmpty)
            #expect(await house.archive.teamTrials().first?.isAgreed == false)
            let boss = try await Self.standing(
                house, try await house.member { person, _ in person.layer == .executive })
            #expect(!desk.canAgree(boss, in: reading))
            await #expect(throws: TrialDesk.Refusal.self) {
                try await desk.propose(useCase.id, by: boss, in: reading)
            }
        }
    }
}
