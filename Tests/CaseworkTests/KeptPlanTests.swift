import Casework
import Disclosure
import Foundation
import Intake
import Measures
import Testing
import Wire

/// A published plan that is kept and read back.
@Suite struct `A kept plan` {
    private static func kept(_ plan: PlanPublication) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return try encoder.encode(plan)
    }

    @Test func `is read back as it was published, withheld figures, bands and all`() throws {
        var files = `A plan of invitations`.files(teams: `A plan of invitations`.teams)
        // One more team, in which nobody uses it: a band.
        files["people.csv"]! += Array(
            (900..<908).map { "zed\($0),Elm,Analyst,zed\($0)@example.com\n" }.joined().utf8)
        let plan = try `A plan of invitations`.plan(files).plan
        let data = try Self.kept(plan)
        let back = try JSONDecoder().decode(PlanPublication.self, from: data)
        #expect(try PlanBody(back, product: "p").encode() == PlanBody(plan, product: "p").encode())
        #expect(try Self.kept(back) == data)
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains("hardly anybody"))
        #expect(
            back.teams.contains { if case .band = $0.today.shown?.value?.precision { true } else { false } })
        #expect(!text.contains("quorlix") && !text.contains("example.com"))
        #expect(back.advice == plan.advice && back.fairness == plan.fairness)
    }

    @Test func `is refused where it is none`() throws {
        let plan = try `A plan of invitations`.plan(
            `A plan of invitations`.files(teams: `A plan of invitations`.teams)
        ).plan
        let text = String(decoding: try Self.kept(plan), as: UTF8.self)
        for (good, bad) in [
            ("\"goal\":\"reach\"", "\"goal\":\"fame\""), ("\"unit\":\"share\"", "\"unit\":\"miles\""),
        ] {
            #expect(text.contains(good))
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(
                    PlanPublication.self, from: Data(text.replacing(good, with: bad).utf8))
            }
        }
    }
}
