import Intake
import Measures
import Rollout
import Testing

@Suite struct `Viva organisation data` {
    private static let header = [
        "PersonId", "EffectiveDate", "ManagerId", "LevelDesignation", "Organization", "HireDate",
        "FunctionType", "Layer",
    ]

    @Test func `comes as a workbook with serial days beside written ones`() throws {
        let bytes = WorkbookFixture.workbook([
            Self.header,
            ["ada@example.com", "43471", "grace@example.com", "IC", "Claims", "05/18/2017", "Clerk", "2"],
            ["grace@example.com", "43471", "top@example.com", "M", "Claims", "42000", "Lead", "1"],
            ["top@example.com", "43471", "top@example.com", "D", "Board", "02/01/2015", "Head", "0"],
        ])
        let result = try read(exports: ["v.xlsx": bytes])
        #expect(
            result.people == [
                "Claims | Clerk | contributor | 1 | 2017-05-18", "Claims | Lead | manager | 2 | 2014-12-27",
                "Board | Head | executive | - | 2015-02-01",
            ])
        #expect(result.messages(.badValue) == [])
    }

    @Test func `keeps the latest day of each person, as history and not as a contradiction`() throws {
        let text =
            Self.header.joined(separator: ",") + """

                ada@example.com,2026-05-01,,IC,Claims,,Clerk,2
                ada@example.com,2026-06-01,,IC,Sales,,Rep,2
                ada@example.com,2026-04-01,,IC,Legal,,Clerk,2

                """
        let result = try read(exports: ["v.csv": bytes(text)])
        #expect(result.people == ["Sales | Rep | contributor | -"])
        #expect(result.messages(.conflictingPerson) == [])
    }

    @Test func `tells layers by the distance from the top where managers are elsewhere`() throws {
        let text =
            Self.header.joined(separator: ",") + """

                a@example.com,2026-05-01,above@example.com,x,T,,R,1
                b@example.com,2026-05-01,a@example.com,x,T,,R,2
                c@example.com,2026-05-01,other@example.com,x,T,,R,4
                d@example.com,2026-05-01,c@example.com,x,T,,R,5
                e@example.com,2026-05-01,else@example.com,x,T,,R,5

                """
        let result = try read(exports: ["v.csv": bytes(text)])
        #expect(
            result.evidence.people.map(\.layer) == [
                .executive, .contributor, .manager, .contributor, .contributor,
            ])
    }

    @Test func `of the samples is read`() throws {
        guard let bytes = try sample("rosters/viva-insights-org-data-sample.xlsx") else { return }
        let result = try read(exports: ["v": bytes])
        #expect(result.evidence.people.count == 370)
        #expect(result.messages(.managerUnknown) == [])
        // Three of the invented people report to each other in a circle.
        #expect(result.messages(.managerCycle).count == 3)
        #expect(result.evidence.people.count { $0.from != nil } > 300)
        let layers = Dictionary(grouping: result.evidence.people, by: \.layer).mapValues(\.count)
        #expect(layers[.executive].map { $0 >= 1 && $0 < 20 } == true)
        #expect(layers[.contributor].map { $0 > 250 } == true)
    }
}

@Suite struct `Viva ties` {
    private static let ada = "00000000-0000-3000-8000-00000000000a"
    private static let grace = "00000000-0000-3000-8000-00000000000b"
    private static let stranger = "00000000-0000-3000-8000-00000000000c"
    private static let header =
        "PrimaryCollaborator_PersonId,SecondaryCollaborator_PersonId,MetricDate,Diverse_tie_score,Diverse_tie_type,Strong_tie_score,Strong_tie_type\n"
    private static let roster =
        "PersonId,EffectiveDate,ManagerId,LevelDesignation,Organization\n\(ada),2026-05-01,\(grace),IC,Blue\n\(grace),2026-05-01,,M,Blue\n"

    private func read(_ rows: String) throws -> ReadResult {
        try IntakeTests.read(
            exports: ["r.csv": bytes(Self.roster), "t.csv": bytes(Self.header + rows)])
    }

    @Test func `join the codes of Viva's roster, the greater of the two scores as weight`() throws {
        let result = try read(
            """
            \(Self.ada),\(Self.grace),2026-05-03,0.125,0,0.5,1
            \(Self.grace),\(Self.ada),2026-05-03,0.25,1,0.125,0
            \(Self.ada),\(Self.grace),2026-05-10,0.25,1,0,0
            \(Self.ada),\(Self.stranger),2026-05-03,0.5,1,0.5,1
            \(Self.ada),\(Self.ada),2026-05-03,0.5,1,0.5,1
            \(Self.ada),\(Self.grace),2026-05-17,0,0,0,0

            """)
        #expect(result.evidence.ties == [Tie(PersonID(0), PersonID(1), weight: 0.75)])
        #expect(result.evidence.sources.contains(.ties))
        #expect(result.lines(.selfTie) == [6])
        #expect(result.messages(.namesConcealed).count == 1)
    }

    @Test func `of days that could be months are kept, period by period`() throws {
        let result = try read(
            """
            \(Self.ada),\(Self.grace),01/04/2026,0.5,0,0,1
            \(Self.ada),\(Self.grace),02/04/2026,0.25,0,0,1

            """)
        #expect(result.evidence.ties == [Tie(PersonID(0), PersonID(1), weight: 0.75)])
        #expect(result.messages(.ambiguousDates) == [])
        #expect(
            result.exports.flatMap(\.remarks).contains(
                "Its dates can be read day first or month first. That does no harm: they only keep periods apart."
            ))
    }

    @Test(arguments: [
        // Sundays only if the day comes first; firsts of months only if the month does; a thirteenth decides.
        (["01/02/2026", "08/02/2026"], false), (["01/05/2026", "01/06/2026"], false),
        (["01/04/2026", "13/04/2026"], false), (["02/04/2026", "03/04/2026"], true),
    ])
    func `find the order of day and month by weeks and months`(days: [String], isUncertain: Bool) throws {
        let rows = days.map { "\(Self.ada),\(Self.grace),\($0),0.5,0,0,1\n" }.joined()
        let remarks = try read(rows).exports.flatMap(\.remarks)
        #expect(remarks.contains { $0.hasPrefix("Its dates can be read") } == isUncertain)
    }

    @Test func `between groups are explained and tie nobody`() throws {
        let text = """
            PrimaryCollaborator_Organization,PrimaryCollaborator_GroupSize,SecondaryCollaborator_Organization,SecondaryCollaborator_GroupSize,MetricDate,Percent_Group_collaboration_time_invested,Group_collaboration_time_invested
            Blue,137,HR,137,01/04/2023,16.2,23362
            Blue,137,Unclassified Collaborators,21,01/04/2023,0.1,12

            """
        let result = try IntakeTests.read(exports: ["r.csv": bytes(Self.roster), "g.csv": bytes(text)])
        #expect(result.evidence.ties == [])
        #expect(!result.evidence.sources.contains(.ties))
        #expect(
            result.messages(.totalsOnly) == [
                "The file tells of time between 2 groups and of nobody in them, so it ties no two people and is not used. For who works with whom export the person-to-person query, or write ties.csv."
            ])
        #expect(
            result.exports.flatMap(\.remarks) == [
                "1 of its 2 groups are teams of the roster.",
                "Unclassified Collaborators, whom Viva cannot place, stand in 1 row.",
            ])
    }

    @Test func `of the samples are recognised`() throws {
        guard let ties = try sample("viva/person-to-person-edges.csv"),
            let groups = try sample("viva/group-to-group-edges.csv")
        else { return }
        let roster =
            "PersonId,EffectiveDate,ManagerId,LevelDesignation,Organization\n00014d52-6545-3d9a-80be-dfb892e9fa16,2023-01-01,,x,A\n7d3ae47a-ea85-3bb2-8463-4648aee7d87f,2023-01-01,,x,B\n"
        let result = try IntakeTests.read(exports: ["r": bytes(roster), "t": ties, "g": groups])
        #expect(result.evidence.ties.map(\.weight) == [0.128658268])
        #expect(result.messages(.totalsOnly).count == 1)
        #expect(result.messages(.ambiguousDates) == [])
    }
}
