import Intake
import Measures
import Rollout
import Testing

/// One person in several rosters.
@Suite struct `People in several rosters` {
    private static let entra =
        "userPrincipalName,displayName,department,jobTitle,accountEnabled,managerUPN\nADA@example.com,Ada Lovelace,Fin,Analyst II,True,\ngrace@example.com,Grace Hopper,Fin,Lead,True,\nextra@example.com,Extra,IT,Clerk,True,\n"
    private static let workday =
        "Employee_ID,Full_Name,Manager_ID,Team_Name,Email,Start_Date,Job_Title\n101,Ada Lovelace,100,Finance,ada@example.com,2023-09-14,Analyst\n100,Grace Hopper,,Finance,grace@example.com,2020-01-02,Lead\n"

    @Test func `are one, and a register of employees goes before a directory`() throws {
        let result = try read(exports: ["a.csv": bytes(Self.entra), "z.csv": bytes(Self.workday)])
        #expect(
            result.people == [
                "Finance | Analyst | contributor | 2 | 2023-09-14", "IT | Clerk | contributor | -",
                "Finance | Lead | executive | - | 2020-01-02",
            ])
        #expect(
            result.messages(.rosterConflict) == [
                "2 people are told of differently here and in exports/z.csv, in team or role. exports/z.csv counts: a register of employees goes before a directory."
            ])
        #expect(result.notices.filter { $0.id == "intake.rosterConflict" }.map(\.file) == ["exports/a.csv"])
    }

    @Test func `are told of by people.csv first`() throws {
        let people =
            "person,team,role,email\na1,Money,Analyst,ada@example.com\ng1,Finance,,grace@example.com\n"
        let result = try read(
            exports: ["a.csv": bytes(Self.entra), "z.csv": bytes(Self.workday)], people: people)
        #expect(
            result.people == [
                "Money | Analyst | contributor | 1 | 2023-09-14",
                "Finance | Lead | executive | - | 2020-01-02",
            ])
        #expect(
            result.messages(.rosterConflict).contains(
                "1 person is told of differently here and in people.csv, in team or role. people.csv counts: what you wrote yourself goes first."
            ))
        #expect(result.evidence.teams.map(\.name) == ["Finance", "Money"])
        #expect(result.messages(.rosterExtra).count == 1)
    }

    @Test func `are told of by the register that tells more, where there are two`() throws {
        let bamboo =
            "Employee #,Display Name,Work Email,Job Title,Department\n101,Ada Lovelace,ada@example.com,Zookeeper,Zoo\n"
        let result = try read(exports: ["a.csv": bytes(bamboo), "z.csv": bytes(Self.workday)])
        #expect(result.people.first == "Finance | Analyst | contributor | 1 | 2023-09-14")
        #expect(
            result.messages(.rosterConflict) == [
                "1 person is told of differently here and in exports/z.csv, in team or role. exports/z.csv counts: it tells more of its people."
            ])
    }

    @Test func `are one by number where addresses differ, unless names do too`() throws {
        func bamboo(_ name: String) -> String {
            "Employee #,Display Name,Work Email,Job Title,Department\n101,\(name),a.l@example.org,Clerk,Zoo\n"
        }
        let same = try read(exports: ["a.csv": bytes(bamboo("Ada Lovelace")), "z.csv": bytes(Self.workday)])
        #expect(same.evidence.people.count == 2)
        let other = try read(exports: ["a.csv": bytes(bamboo("Somebody Else")), "z.csv": bytes(Self.workday)])
        #expect(other.evidence.people.count == 3)
        #expect(other.messages(.aliasConflict).count == 1)
    }

    @Test func `do not depend on the names of files`() throws {
        let one = try read(exports: ["a.csv": bytes(Self.entra), "z.csv": bytes(Self.workday)])
        let other = try read(exports: ["a.csv": bytes(Self.workday), "z.csv": bytes(Self.entra)])
        #expect(contents(one.evidence) == contents(other.evidence))
    }

    @Test func `are completed by lists of attributes, which list nobody by themselves`() throws {
        let attributes = "EMP ID,Department,Gender,Tenure Group\n101,Elsewhere,F,0-1\n999,Ghosts,M,0-1\n"
        let attrition = "EMP ID,Termination Date\n101,2026-04-30\n100,\n"
        let result = try read(exports: [
            "a.csv": bytes(attributes), "b.csv": bytes(attrition), "w.csv": bytes(Self.workday),
        ])
        #expect(
            result.people == [
                "Finance | Analyst | contributor | 1 | 2023-09-14 | to 2026-04-30",
                "Finance | Lead | executive | - | 2020-01-02",
            ])
        #expect(result.messages(.rosterExtra).count == 1)
        #expect(result.messages(.rosterConflict) == [])
    }

    /// Samples by the reader they fall to.
    private static let samples: [String: [String]] = [
        "ai-adoption-pulse-check": ["surveys/ai-adoption-pulse-check-sample-responses.json"],
        "bamboohr": ["rosters/bamboohr-report.csv", "rosters/bamboohr-custom-report.json"],
        "copilot-licence-roster": ["rosters/copilotscope-orgdata-template.csv"],
        "employee-attributes": ["surveys/glint-employee_attributes.csv", "surveys/glint-attrition.csv"],
        "entra-download-users": ["rosters/entra-download-users.csv"],
        "entra-org-tree": ["rosters/entra-org-tree-mock.json"],
        "entra-users": ["rosters/entra-org-data.csv"],
        "formbricks-responses": ["surveys/formbricks-export.csv"],
        "glint-survey": ["surveys/glint-survey_export.csv"],
        "limesurvey-responses": ["surveys/limesurvey-export.csv"],
        "scim-users": ["rosters/scim-list-response.json"],
        "viva-group-ties": ["viva/group-to-group-edges.csv"],
        "viva-organization": ["rosters/viva-insights-org-data-sample.xlsx"],
        "viva-person-ties": ["viva/person-to-person-edges.csv"],
        "workday": ["rosters/workday-raas.csv", "rosters/workday-raas.json"],
    ]

    @Test func `of the samples are read together, under names that say nothing`() throws {
        var exports: [String: [UInt8]] = [:]
        var expected: [String: String] = [:]
        for (reader, names) in Self.samples {
            for name in names {
                guard let bytes = try sample(name) else { return }
                expected["exports/\(exports.count)"] = reader
                exports["\(exports.count)"] = bytes
            }
        }
        let result = try read(exports: exports)
        #expect(
            Dictionary(uniqueKeysWithValues: result.exports.map { ($0.file, $0.reader) }) == expected)
        // 370 of Viva, 8 of the tree, 4 of the template, and the three who stand in all the others.
        #expect(result.evidence.people.count == 385)
        #expect(result.messages(.exportNotRecognised) == [])
        #expect(result.messages(.exportAmbiguous) == [])
    }
}
