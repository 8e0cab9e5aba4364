import Intake
import Measures
import Rollout
import Testing

@Suite struct `An Entra user download` {
    private static let columns =
        "userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled,usageLocation,streetAddress,state,country,officeLocation,city,postalCode,telephoneNumber,mobilePhone,alternateEmailAddress,ageGroup,consentProvidedForMinor,legalAgeGroupClassification,companyName,creationType,directorySynced,invitationState,identityIssuer,createdDateTime\n"

    private func row(
        _ address: String, _ name: String, type: String = "Member", role: String = "", team: String = "",
        enabled: String = "True", mail: String = ""
    ) -> String {
        "\(address),\(name),,\(mail),,,\(type),\(role),\(team),\(enabled)\(String(repeating: ",", count: 19))9/14/2023 4:05:59 PM\n"
    }

    @Test func `lists accounts without guests and disabled ones, and says that layers are unknown`() throws {
        let text =
            Self.columns + row("Ada@Example.com", "Ada Lovelace", role: "Analyst", team: "Finance")
            + row("partner_x#EXT#@example.com", "\"Partner, External\"", type: "Guest")
            + row("odd@example.com", "=1+3", role: "Clerk", team: "Finance")
            + row("gone@example.com", "Gone", enabled: "False") + row("bare@example.com", "Bare")
        let result = try read(exports: ["anything.dat": bytes(text)])
        #expect(
            result.people == [
                "Finance | Analyst | contributor | -",
                "Without a team | Without a role | contributor | -", "Finance | Clerk | contributor | -",
            ])
        #expect(
            result.messages(.rosterGuests) == [
                "1 guest account is left out: guests belong to another organisation."
            ])
        #expect(result.messages(.rosterDisabled).count == 1)
        #expect(result.messages(.layersUnknown).count == 1)
        #expect(result.messages(.unknownColumn) == [])
        for word in ["Lovelace", "example.com", "=1+3"] {
            #expect(!"\(result)".contains(word), "\(word) is kept")
        }
    }

    @Test func `without departments says how to map one`() throws {
        let text = Self.columns + row("a@example.com", "A", role: "Clerk")
        let result = try read(exports: ["e.csv": bytes(text)])
        #expect(
            result.messages(.rosterColumnMissing) == [
                "Nothing in the file tells anybody's team. Export it with that column, or map yours in case.yaml: `columns: {exports/e.csv: {THEIR COLUMN: team}}`."
            ])
        let mapped = try read(
            exports: ["e.csv": bytes(text.replacing(",True,,", with: ",True,Oslo,"))],
            settings: "columns: {exports/e.csv: {usageLocation: team}}")
        #expect(mapped.people == ["Oslo | Clerk | contributor | -"])
        #expect(mapped.messages(.rosterColumnMissing) == [])
    }

    @Test func `of the samples is read`() throws {
        guard let text = try sample("rosters/entra-download-users.csv") else { return }
        let result = try read(exports: ["e.csv": text])
        #expect(result.people == ["Finance | Analyst | contributor | -"])
        #expect(result.messages(.rosterGuests).count == 1)
        #expect(result.messages(.rosterDisabled).count == 1)
        #expect(result.messages(.badDate) == [])
    }
}

@Suite struct `Entra users with managers` {
    private static let script =
        "\u{FEFF}\"userPrincipalName\",\"displayName\",\"department\",\"jobTitle\",\"companyName\",\"officeLocation\",\"city\",\"country\",\"accountEnabled\",\"managerUPN\"\r\n"

    private func row(_ name: String, team: String, role: String, manager: String) -> String {
        "\"\(name)@example.com\",\"\(name)\",\"\(team)\",\"\(role)\",\"X\",\"HQ\",\"\",\"\",\"True\",\"\(manager)\"\r\n"
    }

    @Test func `give layers by the line of managers`() throws {
        let text =
            Self.script + row("ceo", team: "Board", role: "CEO", manager: "")
            + row("cfo", team: "Finance", role: "CFO", manager: "CEO@example.com")
            + row("lead", team: "Finance", role: "Lead", manager: "cfo@example.com")
            + row("ada", team: "Finance", role: "Analyst", manager: "lead@example.com")
        let result = try read(exports: ["s": bytes(text)])
        #expect(
            result.people == [
                "Finance | Analyst | contributor | 3", "Board | CEO | executive | -",
                "Finance | CFO | executive | 1", "Finance | Lead | manager | 2",
            ])
        #expect(result.notices.map(\.id) == [IntakeNotice.noAsOf.rawValue])
    }

    @Test func `with circles, strangers and several tops are told of and never crash`() throws {
        let text =
            Self.script + row("a", team: "T", role: "R", manager: "b@example.com")
            + row("b", team: "T", role: "R", manager: "a@example.com")
            + row("c", team: "T", role: "R", manager: "nobody@example.com")
            + row("d", team: "T", role: "R", manager: "")
            + row("e", team: "T", role: "R", manager: "d@example.com")
            + row("f", team: "T", role: "R", manager: "")
            + row("g", team: "T", role: "R", manager: "f@example.com")
            + row("h", team: "T", role: "R", manager: "h@example.com")
        let result = try read(exports: ["s": bytes(text)])
        #expect(result.lines(.managerCycle) == [2, 3])
        #expect(result.lines(.managerUnknown) == [4])
        #expect(result.messages(.severalTops).count == 1)
        #expect(result.evidence.people.count == 8)
    }

    @Test func `may be the answer of Graph`() throws {
        let text = """
            {"@odata.context": "x", "value": [
              {"userPrincipalName": "ada@example.com", "displayName": "Ada", "jobTitle": "Analyst", "department": "Finance", "accountEnabled": true, "manager": {"id": "11111111-2222-3333-4444-555555555555"}},
              {"id": "11111111-2222-3333-4444-555555555555", "userPrincipalName": "grace@example.com", "jobTitle": "Lead", "department": "Finance", "accountEnabled": true, "manager": null}
            ]}
            """
        let result = try read(exports: ["g.json": bytes(text)])
        #expect(result.people == ["Finance | Analyst | contributor | 1", "Finance | Lead | executive | -"])
    }

    @Test func `of the samples are read`() throws {
        guard let text = try sample("rosters/entra-org-data.csv") else { return }
        let result = try read(exports: ["e.csv": text])
        #expect(
            result.people == [
                "Finance | Analyst | contributor | 2", "Finance | Chief Financial Officer | executive | -",
                "Finance | Finance Manager | manager | 1",
            ])
    }
}

@Suite struct `Users with licences` {
    @Test(arguments: ["HasLicense", "Has license", "Has Copilot License (Assigned)", "isUser"])
    func `are known by any name of the licence`(column: String) throws {
        let text =
            "UserPrincipalName,DisplayName,Department,JobTitle,ManagerUpn,\(column)\nada@example.com,Ada,Sales,Rep,grace@example.com,TRUE\ngrace@example.com,Grace,Sales,Lead,,no\n"
        let result = try read(exports: ["c.csv": bytes(text)])
        #expect(result.people == ["Sales | Rep | contributor | 1", "Sales | Lead | executive | -"])
        #expect(
            result.messages(.rosterLicences) == [
                "1 of 2 people listed have a licence. Whoever has none cannot use the tool; say so in coverage.csv if whole teams have none."
            ])
    }

    @Test func `may name the manager by id or by name`() throws {
        let text = """
            UserPrincipalName,DisplayName,Department,JobTitle,EmployeeId,Manager,ManagerDisplayName,ManagerID,AccountEnabled,UserType,AssignedLicenses,HasLicense
            ada@example.com,Ada Lovelace,Sales,Rep,7,Grace Hopper,Grace Hopper,,True,Member,A;B,Yes
            grace@example.com,Grace Hopper,Sales,Lead,8,,,,True,Member,,No
            alan@example.com,Alan,Sales,Rep,9,8,,,True,Member,,

            """
        let result = try read(exports: ["p.csv": bytes(text)])
        #expect(
            result.people == [
                "Sales | Rep | contributor | 2", "Sales | Rep | contributor | 2",
                "Sales | Lead | executive | -",
            ])
    }

    @Test func `of the samples are read`() throws {
        guard let text = try sample("rosters/copilotscope-orgdata-template.csv") else { return }
        let result = try read(exports: ["c.csv": text])
        #expect(result.people.count == 4)
        #expect(result.messages(.managerUnknown) == [])
        #expect(result.evidence.people.map(\.layer).count { $0 == .contributor } == 2)
    }
}

@Suite struct `An Entra organisation tree` {
    private static let tree = """
        {"id": "1", "displayName": "Top", "userPrincipalName": "top@example.com", "jobTitle": "VP", "department": "All", "directReports": [
          {"id": "2", "userPrincipalName": "lead@example.com", "githubLogin": "Leadlogin", "jobTitle": "Lead", "department": "A", "directReports": [
            {"id": "3", "userPrincipalName": "ada@example.com", "jobTitle": "Engineer", "department": "A", "directReports": []}]},
          {"id": "4", "userPrincipalName": "solo@example.com", "jobTitle": "Assistant", "department": "All", "directReports": []}
        ]}
        """

    private static let expected = [
        "A | Engineer | contributor | 1", "A | Lead | manager | 3", "All | Assistant | contributor | 3",
        "All | VP | executive | -",
    ]

    @Test func `gives everybody the manager above`() throws {
        #expect(try read(exports: ["t.json": bytes(Self.tree)]).people == Self.expected)
        // Two trees in a list are two tops.
        let list = try read(exports: ["t.json": bytes("[\(Self.tree)]")])
        #expect(list.people == Self.expected)
    }

    @Test func `gives logins by which other exports find people`() throws {
        let use =
            "{\"day\":\"2026-03-30\",\"user_id\":7,\"user_login\":\"leadlogin\",\"user_initiated_interaction_count\":3,\"used_chat\":true}\n"
        let result = try read(exports: ["t.json": bytes(Self.tree), "u.ndjson": bytes(use)])
        #expect(result.days(of: 1) == ["2026-03-30"])
    }

    @Test func `may not be deeper than any organisation is`() throws {
        var text = "{\"id\":\"0\",\"mail\":\"p0@example.com\",\"directReports\":["
        for depth in 1...80 {
            text += "{\"id\":\"\(depth)\",\"mail\":\"p\(depth)@example.com\",\"directReports\":["
        }
        text += String(repeating: "]}", count: 81)
        let result = try read(exports: ["t.json": bytes(text)])
        #expect(result.messages(.badValue).count == 1)
        #expect(result.evidence.people.count == EntraDepth.kept)
    }

    /// The top and sixty-four levels below it.
    private enum EntraDepth { static let kept = 65 }

    @Test func `of the samples is read`() throws {
        guard let text = try sample("rosters/entra-org-tree-mock.json") else { return }
        let result = try read(exports: ["t.json": text])
        #expect(
            result.evidence.people.map(\.layer).sorted() == [.executive]
                + Array(repeating: .manager, count: 2) + Array(repeating: .contributor, count: 5))
        #expect(result.evidence.people.count { $0.manager == nil } == 1)
    }
}
