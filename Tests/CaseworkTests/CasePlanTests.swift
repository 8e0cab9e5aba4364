import Casework
import Diagnosis
import Disclosure
import Foundation
import Intake
import Measures
import Pages
import Rollout
import Specimens
import Testing
import Wire

/// Plans of invitations: what they say, and what they never say.
@Suite struct `A plan of invitations` {
    /// Teams on a line, users in the first, all of them with keys that occur nowhere else.
    static func files(
        teams: [(name: String, size: Int)], consent: ((Int) -> String)? = nil, changes: String? = nil
    ) -> [String: [UInt8]] {
        var people = "person,team,role,email" + (consent == nil ? "" : ",invitations") + "\n"
        var ties = "a,b\n"
        var use = "person,date,tool\n"
        var firsts: [Int] = []
        var number = 0
        for team in teams {
            firsts.append(number)
            for member in 0..<team.size {
                people += "quorlix\(number),\(team.name),Analyst,quorlix\(number)@example.com"
                if let consent { people += ",\(consent(number))" }
                people += "\n"
                for other in 0..<member where (member + other) % 2 == 1 {
                    ties += "quorlix\(firsts[firsts.count - 1] + other),quorlix\(number)\n"
                }
                number += 1
            }
        }
        for (one, other) in zip(firsts, firsts.dropFirst()) {
            for step in 0..<3 { ties += "quorlix\(one + step),quorlix\(other + step)\n" }
        }
        // Habits in the first team, and a try here and there that makes a history.
        let start = Day("2026-01-05")!
        for week in 0..<25 {
            for person in 0..<(teams[0].size - 2) {
                for day in [1, 3] { use += "quorlix\(person),\(start.advanced(by: 7 * week + day)),Helper\n" }
            }
            if week % 5 == 2, firsts.count > 1 {
                use +=
                    "quorlix\(firsts[1] + week / 5 % teams[1].size),\(start.advanced(by: 7 * week + 1)),Helper\n"
            }
        }
        var files = [
            "people.csv": Array(people.utf8), "ties.csv": Array(ties.utf8), "use.csv": Array(use.utf8),
            "coverage.csv": Array("source,from,to,absence\nlog,2026-01-05,2026-06-28,notUsed\n".utf8),
            "case.yaml": Array("name: Plain Works\nasOf: 2026-06-28\n".utf8),
        ]
        if let changes { files["changes.csv"] = Array(changes.utf8) }
        return files
    }

    static func plan(
        _ files: [String: [UInt8]], invitations: Int = 6, across: Bool = true, threads: Int = 1,
        goesOn: (String, Double) -> Bool = { _, _ in true }
    ) throws -> (investigation: Investigation, plan: PlanPublication) {
        let investigation = try Investigation(reading: MemoryCase(files: files))
        var request = PlanRequest(invitations: invitations, acrossTeams: across, leastShown: 5)
        request.runs = 256
        return (investigation, try investigation.plan(request, threads: threads, goesOn: goesOn))
    }

    static let teams = [("Amber", 9), ("Birch", 8), ("Cedar", 10), ("Dune", 4)]

    @Test func `says what no choice of as many people exceeds`() throws {
        let (investigation, plan) = try Self.plan(Self.files(teams: Self.teams))
        let bound = try #require(plan.bound?.shown?.value)
        for outcome in plan.outcomes {
            let reach = try #require(outcome.reach.shown?.value)
            // A bound of every choice is one of the naive ones too.
            #expect(reach.value <= bound.value + 1e-9, "\(outcome.code)")
        }
        #expect(bound.value <= 1)
        let sentence = try #require(plan.ceiling)
        #expect(Report.render(investigation.publish(), plan: plan).contains(sentence))
        let json = String(decoding: try PlanBody(plan, product: "test").encode(), as: UTF8.self)
        #expect(json.contains("\"upperBound\""))
        // Nobody may be invited: nothing to bound.
        let none = try Self.plan(Self.files(teams: Self.teams, consent: { _ in "no" })).plan
        #expect(none.placed == 0 && none.bound == nil && none.ceiling == nil)
    }

    @Test func `names pairs of teams and how many, and nobody in JSON or report`() throws {
        let (investigation, plan) = try Self.plan(Self.files(teams: Self.teams))
        #expect(!plan.bridges.isEmpty)
        #expect(plan.bridges.allSatisfy { $0.from != $0.to && $0.invitations >= 1 })
        #expect(plan.placed == plan.bridges.reduce(plan.intoSmallTeams) { $0 + $1.invitations })
        let json = String(decoding: try PlanBody(plan, product: "test").encode(), as: UTF8.self)
        let page = Report.render(investigation.publish(), plan: plan)
        for text in [json, page] {
            #expect(text.contains("Amber"))
            #expect(!text.lowercased().contains("quorlix"))
            #expect(!text.contains("@example.com"))
        }
        #expect(page.contains("id=\"plan\""))
        #expect(!json.contains("Dune"), "a team of four is not named")
        #expect(plan.teamsNotShown == 1)
    }

    @Test func `invites at most a third of a team, by teams with two users`() throws {
        let plan = try Self.plan(Self.files(teams: Self.teams), invitations: 40).plan
        let sizes = Dictionary(uniqueKeysWithValues: Self.teams.map { ($0.0, $0.1) })
        for bridge in plan.bridges {
            let all = plan.bridges.filter { $0.to == bridge.to }.reduce(0) { $0 + $1.invitations }
            #expect(all <= (sizes[bridge.to] ?? 0) / 3)
        }
        #expect(plan.placed < 40)
    }

    @Test func `invites only those who agreed, where anybody was asked`() throws {
        let nobody = try Self.plan(Self.files(teams: Self.teams, consent: { _ in "no" })).plan
        #expect(nobody.placed == 0)
        #expect(nobody.asksConsent)
        // Cedar alone agreed: people 17 to 26.
        let cedar = try Self.plan(
            Self.files(teams: Self.teams, consent: { (17..<27).contains($0) ? "yes" : "no" }), across: false
        ).plan
        #expect(cedar.bridges.allSatisfy { $0.to == "Cedar" })
        let unclear = try Self.plan(Self.files(teams: Self.teams, consent: { _ in "perhaps" })).plan
        #expect(unclear.placed == 0)
    }

    @Test func `leaves teams alone on which other changes land`() throws {
        let changes =
            "initiative,team,from,to,weight\nMove,Birch,2026-06-01,,3\nSystem,Birch,2026-06-08,,3\n"
        let plan = try Self.plan(Self.files(teams: Self.teams, changes: changes)).plan
        #expect(plan.overloaded == ["Birch"])
        #expect(plan.bridges.allSatisfy { $0.to != "Birch" && $0.from != "Birch" })
    }

    @Test func `stands beside naive choices, a curve and every team that may be shown`() throws {
        let plan = try Self.plan(Self.files(teams: Self.teams)).plan
        #expect(
            plan.outcomes.map(\.code) == [
                "nothing", "plan", "mostCentral", "mostEnthusiastic", "atRandom", "onePerTeam",
            ])
        #expect(plan.teams.map(\.team) == ["Amber", "Birch", "Cedar"])
        #expect(plan.curve.first?.invitations == 0)
        let reach = try #require(plan["plan"]?.reach.shown?.value)
        let nothing = try #require(plan["nothing"]?.reach.shown?.value)
        #expect(reach.value >= nothing.value)
        #expect(reach.interval != nil)
    }

    @Test func `is the same whatever the number of threads, and can be stopped`() throws {
        let files = Self.files(teams: Self.teams)
        let (one, two) = (try Self.plan(files).plan, try Self.plan(files, threads: 2).plan)
        #expect(try PlanBody(one, product: "").encode() == PlanBody(two, product: "").encode())
        let stopped = try Self.plan(files, goesOn: { _, share in share < 0.2 }).plan
        #expect(stopped.wasStopped)
        #expect(stopped.runs >= 128)
        #expect(stopped.outcomes.count == 6)
    }

    @Test func `invites nobody into a team in which nearly everybody uses it`() throws {
        // Of Birch all but one use it, so that an invitation would point at that one.
        var files = Self.files(teams: Self.teams)
        var use = String(decoding: files["use.csv"]!, as: UTF8.self)
        for person in 9..<16 {
            for week in 0..<25 {
                use += "quorlix\(person),\(Day("2026-01-06")!.advanced(by: 7 * week)),Helper\n"
            }
        }
        files["use.csv"] = Array(use.utf8)
        let plan = try Self.plan(files, across: true).plan
        #expect(plan.bridges.allSatisfy { $0.to != "Birch" })
        #expect(!plan.bridges.isEmpty)
    }

    @Test func `says why there is none where nothing can spread`() {
        var files = Self.files(teams: Self.teams)
        files["use.csv"] = Array("person,date,tool\n".utf8)
        #expect(throws: ProspectFailure.self) { try Self.plan(files) }
    }
}
