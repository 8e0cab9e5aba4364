import Intake
import Measures
import Rollout
import Testing

/// How rosters of several sources become one, seen through the readers that complete them.
@Suite struct `Rosters of several exports` {
    private static func teams(_ login: String, _ team: String, day: String = "2026-05-07") -> String {
        #"{"user_id":1,"user_login":"\#(login)","day":"\#(day)","team_id":1,"slug":"\#(team)"}"# + "\n"
    }
    private static func chat(_ login: String, id: Int = 1) -> String {
        #"{"day":"2026-05-07","user_id":\#(id),"user_login":"\#(login)","used_chat":true}"# + "\n"
    }

    @Test func `add names by which other exports find people`() throws {
        // The login is an alias of the person; the account's number comes from the list of teams alone.
        let byNumber = #"{"day":"2026-05-07","user_id":1,"user_login":"renamed","used_chat":true}"# + "\n"
        let result = try read([
            "people.csv": "person,team,role,email\nada,Blue,R,ada@example.com\n",
            "case.yaml": "people: {ada: [octo]}", "exports/t": Self.teams("octo", "web"),
            "exports/u": byNumber,
        ])
        #expect(result.days(of: 0) == ["2026-05-07"])
        #expect(result.evidence.teams.map(\.name) == ["Blue"])
    }

    @Test func `never take a number of one kind for one of another`() throws {
        let result = try read([
            "people.csv": "person,team,role\nada,Blue,R\n", "case.yaml": "people: {ada: [octo]}",
            "exports/t": Self.teams("octo", "web"),
            "exports/e": "timestamp,person,tool\n2026-05-07,1,Scribe\n",
        ])
        // Account 1 is octo's, but a bare 1 in a table of events is nobody.
        #expect(result.days(of: 0) == [])
        #expect(result.messages(.unknownPerson).count == 1)
    }

    @Test func `are one person where case yaml says so`() throws {
        let result = try read([
            "case.yaml": "people: {ada@example.com: [octo]}", "exports/t": Self.teams("octo", "web"),
            "exports/e": "timestamp,person,tool\n2026-05-08,ada@example.com,Scribe\n",
            "exports/u": Self.chat("octo"),
        ])
        #expect(result.evidence.people.count == 1)
        #expect(result.days(of: 0) == ["2026-05-07", "2026-05-08"])
    }

    @Test func `leave people.csv the last word on who is there`() throws {
        let result = try read([
            "people.csv": "person,team,role\nocto,Blue,R\n",
            "exports/t": Self.teams("octo", "web")
                + Self.teams("stranger", "web").replacing("\"user_id\":1", with: "\"user_id\":2"),
        ])
        #expect(result.evidence.people.count == 1)
        #expect(result.evidence.teams.map(\.name) == ["Blue"])
        #expect(
            result.messages(.rosterExtra) == [
                "1 person listed here is not in people.csv and stays out: people.csv says who is there. Add them if they belong, or an alias under `people` in case.yaml."
            ])
    }

    @Test func `come out the same in any order`() throws {
        let early =
            Self.teams("octo", "old")
            + Self.teams("hub", "web").replacing("\"user_id\":1", with: "\"user_id\":2")
        let late = Self.teams("octo", "new", day: "2026-06-07")
        let one = try read(["case.yaml": "name: X", "exports/a": early, "exports/b": late])
        let other = try read(["case.yaml": "name: X", "exports/a": late, "exports/b": early])
        #expect(one.evidence.teams.map(\.name) == ["new", "web"])
        #expect(contents(one.evidence) == contents(other.evidence))
    }
}
