import Intake
import Measures
import Rollout
import Testing

@Suite struct `BambooHR employees` {
    @Test func `of a report have supervisors by name, in either order`() throws {
        let text = """
            Employee #,First Name,Last Name,Display Name,Work Email,Job Title,Department,Division,Location,Reporting to,Hire Date,Termination Date,Status
            101,Ada,Lovelace,Ada Lovelace,ada@example.com,Analyst,Finance,EMEA,London,"Hopper, Grace",2023-09-14,0000-00-00,Active
            100,Grace,Hopper,Grace Hopper,grace@example.com,Lead,Finance,EMEA,London,,2020-01-02,0000-00-00,Active
            102,Alan,Turing,Alan Turing,alan@example.com,Analyst,Finance,EMEA,London,Grace Hopper,2021-05-01,2026-05-31,Inactive
            103,Old,Hand,Old Hand,old@example.com,Analyst,Finance,EMEA,London,Grace Hopper,2001-05-01,,Inactive

            """
        let result = try read(exports: ["b.csv": bytes(text)])
        #expect(
            result.people == [
                "Finance | Analyst | contributor | 2 | 2023-09-14",
                "Finance | Analyst | contributor | 2 | 2021-05-01 | to 2026-05-31",
                "Finance | Lead | executive | - | 2020-01-02",
            ])
        #expect(result.evidence.teams == [Team(name: "EMEA"), Team(name: "Finance", parent: 0)])
        #expect(result.messages(.rosterDisabled).count == 1)
        #expect(result.messages(.badDate) == [])
        #expect(!"\(result)".contains("Hopper"))
    }

    @Test func `of the interface have supervisors by id, and numbers are not ids`() throws {
        let text = """
            {"title": "R", "fields": [{"id": "id"}, {"id": "workEmail"}], "employees": [
              {"id": "7", "displayName": "Ada Lovelace", "workEmail": "ada@example.com", "jobTitle": "Analyst", "department": "Finance", "supervisorEid": "8", "employeeNumber": "8", "hireDate": "2023-09-14", "terminationDate": "0000-00-00", "status": "Active"},
              {"id": "8", "displayName": "Grace Hopper", "workEmail": "grace@example.com", "jobTitle": "Lead", "department": "Finance", "supervisor": null, "employeeNumber": "7", "terminationDate": null},
              {"id": "9", "displayName": "Nobody", "workEmail": null, "jobTitle": "Clerk", "department": "Finance", "supervisor": "Hopper, Grace", "employeeNumber": "9"},
              {"displayName": "Without anything"}
            ]}
            """
        let result = try read(exports: ["b.json": bytes(text)])
        #expect(
            result.people == [
                "Finance | Analyst | contributor | 2 | 2023-09-14", "Finance | Clerk | contributor | 2",
                "Finance | Lead | executive | -",
            ])
        #expect(result.lines(.missingValue) == [5])
        #expect(
            result.messages(.missingValue) == [
                "The row names nobody by address, number or id. It is left out; export it with one of them."
            ])
    }

    @Test(arguments: ["rosters/bamboohr-report.csv", "rosters/bamboohr-custom-report.json"])
    func `of the samples are read`(name: String) throws {
        guard let text = try sample(name) else { return }
        let result = try read(exports: ["b": text])
        #expect(result.people == ["Finance | Analyst | contributor | - | 2023-09-14"])
        #expect(result.messages(.managerUnknown).count == 1)
    }
}

@Suite struct `HiBob people` {
    /// A flat key: section and field, each after a slash.
    private static func key(_ section: String, _ field: String) -> String {
        ["", section, field].joined(separator: "/")
    }

    @Test func `nested are read, and former ones have a last day`() throws {
        let text = """
            {"employees": [
              {"id": "22", "email": "ada@example.com", "displayName": "Ada", "work": {"title": "Analyst", "department": "Finance", "site": "London", "startDate": "2023-09-14", "isManager": false, "reportsTo": {"id": "21", "email": "grace@example.com"}, "employeeIdInCompany": 7}, "internal": {"status": "Active", "lifecycleStatus": "Employed"}, "personal": {"birthDate": "03-14", "shortBirthDate": "03-14"}},
              {"id": "21", "email": "grace@example.com", "work": {"title": "Lead", "department": "Finance", "startDate": "2020-01-02", "reportsTo": null}, "internal": {"status": "Active"}},
              {"id": "23", "email": "old@example.com", "work": {"title": "Clerk", "department": "Finance", "reportsTo": {"id": "21"}}, "internal": {"status": "Inactive", "lifecycleStatus": "Terminated", "terminationDate": "2026-02-28"}}
            ]}
            """
        let result = try read(exports: ["h.json": bytes(text)])
        #expect(
            result.people == [
                "Finance | Analyst | contributor | 1 | 2023-09-14",
                "Finance | Lead | executive | - | 2020-01-02",
                "Finance | Clerk | contributor | 1 | to 2026-02-28",
            ])
        #expect(result.messages(.badDate) == [])
    }

    @Test func `under flat keys are the same`() throws {
        let text = """
            {"employees": [
              {"\(Self.key("root", "id"))": {"value": "22"}, "\(Self.key("root", "email"))": {"value": "ada@example.com"}, "\(Self.key("work", "title"))": {"value": "Analyst"}, "\(Self.key("work", "department"))": {"value": "Finance"}, "\(Self.key("work", "reportsTo"))": {"value": {"id": "21", "email": "grace@example.com"}}, "\(Self.key("internal", "terminationDate"))": {"value": ""}},
              {"\(Self.key("root", "id"))": {"value": "21"}, "\(Self.key("root", "email"))": {"value": "grace@example.com"}, "\(Self.key("work", "title"))": {"value": "Lead"}, "\(Self.key("work", "department"))": {"value": "Finance"}}
            ]}
            """
        let result = try read(exports: ["h.json": bytes(text)])
        #expect(result.people == ["Finance | Analyst | contributor | 1", "Finance | Lead | executive | -"])
    }

    @Test func `with numbers in place of names say so, and readable values go first`() throws {
        func text(_ readable: String) -> String {
            "{\"employees\": [{\"id\": \"1\", \"email\": \"a@example.com\", \"work\": {\"department\": \"234567\", \"title\": \"1357911\"}\(readable)}]}"
        }
        let coded = try read(exports: ["h.json": bytes(text(""))])
        #expect(
            coded.messages(.rosterCodes) == [
                "Teams are told by numbers in place of names. They are used as they stand; export the file again with readable values."
            ])
        let readable = try read(
            exports: [
                "h.json": bytes(
                    text(", \"humanReadable\": {\"work\": {\"department\": \"Sales\", \"title\": \"Rep\"}}"))
            ])
        #expect(readable.people == ["Sales | Rep | contributor | -"])
        #expect(readable.messages(.rosterCodes) == [])
    }
}

@Suite struct `A Workday report` {
    private static let csv = """
        Start_Date,Full_Name,Employee_ID,Manager_Name,Manager_ID,Team_ID,Team_Name,Termination_Date,Location,Email,Employee_Type
        2023-09-14,Ada Lovelace,101,Grace Hopper,100,T-7,Finance Analysis,,London,ada@example.com,Full_Time
        2021-02-01,Grace Hopper,100,,,T-7,Finance Analysis,2026-03-31,London,grace@example.com,Full_Time

        """

    @Test func `is read by the names one vendor requires, and has no role unless one is mapped`() throws {
        let result = try read(exports: ["w.csv": bytes(Self.csv)])
        #expect(
            result.people == [
                "Finance Analysis | Without a role | contributor | 1 | 2023-09-14",
                "Finance Analysis | Without a role | executive | - | 2021-02-01 | to 2026-03-31",
            ])
        #expect(result.messages(.rosterColumnMissing).count == 1)
        let later = try read(exports: ["w.csv": bytes(Self.csv)], settings: "asOf: 2026-06-01")
        #expect(later.lines(.managerLeft) == [2])
        #expect(
            later.notices.filter { $0.id == "intake.managerLeft" }.map(\.file) == ["exports/w.csv"])
        let mapped = try read(
            exports: ["w.csv": bytes(Self.csv)], settings: "columns: {exports/w.csv: {Employee_Type: role}}")
        #expect(mapped.people.first?.contains("| Full_Time |") == true)
    }

    @Test func `of any other design is read once its columns are mapped`() throws {
        let text = """
            Wrk,Mgr Wrk,Org,Job,Mail,Band
            101,100,Finance,Analyst,ada@example.com,IC
            100,,Finance,Head,grace@example.com,exec

            """
        let unknown = { try read(exports: ["w.csv": bytes(text)]) }
        #expect(throws: IntakeFailure.self) { try unknown() }
        let result = try read(
            exports: ["w.csv": bytes(text)],
            settings:
                "columns: {exports/w.csv: {Wrk: employee_id, Mgr Wrk: manager, Org: team, Job: role, Mail: email, Band: layer}}"
        )
        #expect(result.people == ["Finance | Analyst | contributor | 1", "Finance | Head | executive | -"])
    }

    @Test func `may be JSON`() throws {
        let text = """
            {"Report_Entry": [
              {"Employee_ID": "101", "Full_Name": "Ada Lovelace", "Manager_ID": "100", "Team_Name": "Finance", "Start_Date": "2023-09-14", "Email": "ada@example.com", "Grade": "Analyst"},
              {"Employee_ID": "100", "Team_Name": "Finance", "Grade": "Lead"}
            ]}
            """
        let result = try read(
            exports: ["w.json": bytes(text)], settings: "columns: {exports/w.json: {Grade: role}}")
        #expect(
            result.people == [
                "Finance | Analyst | contributor | 1 | 2023-09-14", "Finance | Lead | executive | -",
            ])
    }

    @Test(arguments: ["rosters/workday-raas.csv", "rosters/workday-raas.json"])
    func `of the samples is read`(name: String) throws {
        guard let text = try sample(name) else { return }
        let result = try read(exports: ["w": text])
        #expect(result.people.first?.hasPrefix("Finance Analysis | Without a role | contributor") == true)
    }
}

@Suite struct `A SCIM list` {
    private static let extended = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"

    private static let text = """
        {"schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], "totalResults": 4, "startIndex": 1, "itemsPerPage": 3, "Resources": [
          {"id": "id-a", "userName": "adal", "name": {"familyName": "Lovelace", "givenName": "Ada"}, "title": "Analyst", "active": true, "emails": [{"value": "private@example.org", "type": "home"}, {"value": "ada@example.com", "type": "work", "primary": true}], "\(extended)": {"employeeNumber": "101", "department": "Finance", "division": "EMEA", "manager": {"value": "id-g", "$ref": "../Users/id-g", "displayName": "Grace"}}},
          {"id": "id-g", "userName": "grace@example.com", "active": "True", "\(extended)": {"department": "Finance", "title": "Lead", "manager": "id-of-nobody"}},
          {"id": "id-l", "userName": "left@example.com", "active": "False", "title": "Clerk", "\(extended)": {"department": "Finance", "manager": "id-g"}}
        ]}
        """

    @Test func `finds managers by id, whether wrapped or bare`() throws {
        let result = try read(exports: ["s.json": bytes(Self.text)])
        #expect(result.people == ["Finance | Analyst | contributor | 1", "Finance | Lead | manager | -"])
        #expect(result.messages(.rosterDisabled).count == 1)
        #expect(result.lines(.managerUnknown) == [3])
        #expect(
            result.messages(.morePages) == [
                "The file lists 3 people of 4. Fetch the other pages and put them beside it."
            ])
        #expect(result.evidence.teams.map(\.name) == ["EMEA", "Finance"])
    }

    @Test func `makes all addresses known`() throws {
        let events =
            "timestamp,person,tool\n2026-05-07,ADA@example.com,t\n2026-05-08,private@example.org,t\n2026-05-09,adal,t\n"
        let result = try read(exports: ["s.json": bytes(Self.text), "e.csv": bytes(events)])
        #expect(result.days(of: 0) == ["2026-05-07", "2026-05-08", "2026-05-09"])
    }

    @Test func `of the samples is read`() throws {
        guard let text = try sample("rosters/scim-list-response.json") else { return }
        let result = try read(exports: ["s": text])
        #expect(
            result.people == [
                "Finance | Analyst | contributor | 1", "Finance | Without a role | manager | -",
            ])
    }
}
