import Intake
import Measures
import Rollout
import Testing

/// Any table of events can be read once its columns are mapped; what the mapping would be is said.
@Suite struct `Mapped tables` {
    private static let table =
        "Datum;Benutzer;App;Anzahl\n7.5.2026;ADA@example.com;Tracker;3\n8.5.2026;linus;Tracker;1\n"

    private func read(
        _ maps: [String], settings: String = "name: X", table: String = Self.table, name: String = "t.csv"
    ) throws
        -> ReadResult
    {
        let files = [
            "people.csv": bytes(vendorPeople), "case.yaml": bytes(settings), "exports/\(name)": bytes(table),
        ]
        return try CaseReader().read(MemoryCase(files: files), maps: maps.compactMap { ColumnMapping($0) })
    }

    @Test(arguments: [
        ["timestamp=Datum", "person=Benutzer", "tool=App", "count=Anzahl"],
        ["exports/t.csv:timestamp=datum", "t.csv:person=BENUTZER", "EXPORTS/T.CSV:tool=App", "count=Anzahl"],
    ])
    func `are read by mappings of the command line`(maps: [String]) throws {
        let result = try read(maps)
        #expect(result.days(of: 0, "Tracker") == ["2026-05-07"])
        #expect(result.days(of: 2, "Tracker") == ["2026-05-08"])
        #expect(result.actions(of: 0) == ["2026-05-04": 3])
        #expect(result.export("t.csv")?.reader == "generic-events")
        #expect(result.messages(.unknownColumn) == [])
    }

    @Test func `may be of one tool that no column names`() throws {
        let table = "at,who\n2026-05-07T10:00:00Z,ada\n"
        let maps = ["timestamp=at", "person=who", "tool==Ask Acme", "use_case==UC-1"]
        #expect(try read(maps, table: table).evidence.use.keys == [UseKey(tool: "Ask Acme", useCase: "UC-1")])
        let settings =
            "columns: {exports/t.csv: {at: timestamp, who: person, =Ask Acme: tool, '=UC-1': use_case}}"
        #expect(
            try read([], settings: settings, table: table).evidence.use.keys == [
                UseKey(tool: "Ask Acme", useCase: "UC-1")
            ])
    }

    @Test func `of the command line win over the settings`() throws {
        let settings = "columns: {t.csv: {Datum: timestamp, App: person, Benutzer: tool}}"
        let result = try read(["t.csv:person=Benutzer", "t.csv:tool=App"], settings: settings)
        #expect(result.days(of: 0, "Tracker") == ["2026-05-07"])
    }

    @Test func `leave the exports of vendors as they are`() throws {
        let members = "name,email,role,seat tier,status\nAda,ada@example.com,Owner,Premium,Active\n"
        let result = try read(["person=email", "timestamp=name", "tool=role"], table: members)
        #expect(result.export("t.csv")?.reader == "claude-members")
        #expect(result.export("t.csv")?.people.count == 1)
    }

    @Test func `also mean the tables of the case itself`() throws {
        let files = [
            "people.csv": bytes("wer,team,role\nada,Blue,Engineer\n"),
            "use.csv": bytes("wer,date,tool\nada,2026-05-07,X\n"),
        ]
        let result = try CaseReader().read(
            MemoryCase(files: files), maps: [ColumnMapping(ours: "person", theirs: "Wer")])
        #expect(result.days(of: 0) == ["2026-05-07"])
    }

    @Test(arguments: ["person", "=x", "person=", "person==", ":person=x", ""])
    func `refuse what is no mapping`(text: String) { #expect(ColumnMapping(text) == nil) }

    @Test func `are said where a table is not known`() throws {
        #expect(
            try read([]).messages(.exportNotRecognised) == [
                "No known export has the columns `Datum`, `Benutzer`, `App`, `Anzahl`, and the file is not read. If each row is use by one person, read it with --map exports/t.csv:timestamp=Datum --map exports/t.csv:person=Benutzer --map exports/t.csv:tool=App, or keep that with: firsthand map exports/t.csv timestamp=Datum person=Benutzer tool=App --case CASE."
            ])
    }

    @Test func `are said of a table beside the others too`() throws {
        let result = try IntakeTests.read([
            "people.csv": vendorPeople, "log.csv": "When,User\n2026-05-07,ada\n",
        ])
        #expect(
            result.messages(.fileNotUsed) == [
                "No known export has the columns `When`, `User`, and the file is not read. If each row is use by one person, read it with --map log.csv:timestamp=When --map log.csv:person=User --map log.csv:tool==NAME_OF_THE_TOOL, or keep that with: firsthand map log.csv timestamp=When person=User tool==NAME_OF_THE_TOOL --case CASE."
            ])
    }

    @Test func `that are said make the file readable`() throws {
        let plain = "Event Date,User E-Mail,Minutes\n2026-05-07,ada@example.com,3\n"
        let hint = try #require(
            try read([], table: plain, name: "my table.csv").messages(.exportNotRecognised).first)
        let words = hint.split(separator: "--map ").dropFirst().map { part -> String in
            let text = part.split(separator: "'").first.map(String.init) ?? ""
            return part.hasPrefix("'") ? text : String(part.prefix { $0 != " " && $0 != "," })
        }
        #expect(
            words == [
                "exports/my table.csv:timestamp=Event Date", "exports/my table.csv:person=User E-Mail",
                "exports/my table.csv:tool==NAME_OF_THE_TOOL",
            ])
        let result = try read(words, table: plain, name: "my table.csv")
        #expect(result.days(of: 0, "NAME_OF_THE_TOOL") == ["2026-05-07"])
    }

    @Test func `never show a title that may be a name`() throws {
        let hint = try read([], table: "Date,User,Quorlix,App\n2026-05-07,ada,1,X\n").messages(
            .exportNotRecognised)
        #expect(
            hint.count == 1
                && hint[0].hasPrefix("No known export has the columns `Date`, `User`, one not shown, `App`,"))
    }

    @Test(arguments: [
        "a,b\n1,2\n", "Ada Lovelace,Sales,London\nGrace Hopper,IT,York\n", "ada@example.com,2026-05-07\n",
        "user,user\n", "time\n1\n",
        "Event Date,Ada's E-Mail\n2026-05-07,ada@example.com\n",
    ])
    func `never show a first row that may be data`(table: String) throws {
        #expect(
            try read([], table: table).messages(.exportNotRecognised) == [
                "No known export looks like this file, and it is not read. Turn it into use.csv, or see the guide on formats for what can be read."
            ])
    }

    @Test func `for a file that is not there are told of`() throws {
        let result = try read(["exports/other.csv:person=x"])
        #expect(
            result.messages(.mappingUnused) == [
                "Columns are mapped for this file, and it is not in the case. Check its name under `columns` in case.yaml, or after --map."
            ])
    }

    @Test func `forced on a table without a tool lose the file with one error`() throws {
        let result = try read(
            ["t.csv:timestamp=Datum", "t.csv:person=Benutzer"], settings: "exports: {t.csv: generic-events}")
        #expect(
            result.messages(.missingColumn) == [
                "Column `tool` is missing, and nothing can be read without. Add it, map your column under `columns` in case.yaml, or name the tool of the whole file there: `=My tool: tool`."
            ])
    }
}

/// Mappings are written into `case.yaml` and nothing else in it changes.
@Suite struct `Mappings kept in case.yaml` {
    private let maps = [
        ColumnMapping(file: "exports/t.csv", ours: "timestamp", theirs: "Datum"),
        ColumnMapping(file: "exports/t.csv", ours: "person", theirs: "User's mail"),
        ColumnMapping(file: "exports/t.csv", ours: "tool", theirs: "=Ask Acme"),
    ]

    private func add(to text: String, _ maps: [ColumnMapping]? = nil) throws -> String {
        try MappingEditor.adding(maps ?? self.maps, for: "exports/t.csv", to: text)
    }

    private let section = """
        columns:
          exports/t.csv:
            Datum: timestamp
            'User''s mail': person
            '=Ask Acme': tool

        """

    @Test(arguments: ["", "\n", "\n\n"]) func `begin a file that is empty`(text: String) throws {
        #expect(try add(to: text) == section)
    }

    @Test func `come at the end where there is no such section`() throws {
        #expect(
            try add(to: "name: X # ours\ntools: {A: [b]}\n") == "name: X # ours\ntools: {A: [b]}\n\n"
                + section)
        #expect(try add(to: "name: X") == "name: X\n\n" + section)
    }

    @Test func `join the files that are there, and comments stay`() throws {
        let text = """
            # Our case
            columns:   # maps
              # the log
              use.csv: {who: person} # old
              exports/other.csv:
                a: person
            # the end
            name: X

            """
        #expect(
            try add(to: text) == """
                # Our case
                columns:   # maps
                  exports/t.csv:
                    Datum: timestamp
                    'User''s mail': person
                    '=Ask Acme': tool
                  # the log
                  use.csv: {who: person} # old
                  exports/other.csv:
                    a: person
                # the end
                name: X

                """)
    }

    @Test func `replace what the file said of the same column`() throws {
        let text = """
            columns:
                "Exports/T.csv":
                      # when
                      At: timestamp # local
                      Login: person
                      Rate: count
            name: X

            """
        #expect(
            try add(to: text) == """
                columns:
                    "Exports/T.csv":
                          # when
                          Datum: timestamp
                          'User''s mail': person
                          '=Ask Acme': tool
                          Rate: count
                name: X

                """)
    }

    @Test func `fit into braces`() throws {
        #expect(
            try add(to: "columns: {use.csv: {who: person}} # x\n")
                == "columns: {exports/t.csv: {Datum: timestamp, 'User''s mail': person, '=Ask Acme': tool}, use.csv: {who: person}} # x\n"
        )
        #expect(
            try add(to: "name: \u{E9}\u{1F600}\ncolumns:\n  exports/t.csv: {Rate: count}\n")
                == "name: \u{E9}\u{1F600}\ncolumns:\n  exports/t.csv: {Datum: timestamp, 'User''s mail': person, '=Ask Acme': tool, Rate: count}\n"
        )
        #expect(try add(to: "columns:\nname: X\n") == section + "name: X\n")
    }

    @Test func `twice change nothing more`() throws {
        let once = try add(to: "name: X\n")
        #expect(try add(to: once) == once)
    }

    @Test func `that cannot be added are handed out to add by hand`() {
        let text = "columns: {exports/t.csv: {At: timestamp}}\n"
        #expect(throws: MappingEditor.Refusal.byHand(String(section.dropLast()))) { try add(to: text) }
        #expect(throws: MappingEditor.Refusal.unreadable) { try add(to: "a: [") }
    }

    @Test func `are read back as they were written, whatever the title`() throws {
        for title in [
            "a: b", "# x", "- y", "true", "{z}", "o'clock", "\u{E4}\u{F6}", "1", "a #b", "\"q\"", "x:", "*a",
            "@b", "100%",
        ] {
            let map = ColumnMapping(file: "exports/t.csv", ours: "timestamp", theirs: title)
            let text = try add(
                to: "name: X\n",
                [
                    map, ColumnMapping(ours: "person", theirs: "who"),
                    ColumnMapping(ours: "tool", theirs: "=X"),
                ])
            let quoted = title.replacing("\"", with: "\"\"")
            let result = try read([
                "people.csv": vendorPeople, "case.yaml": text,
                "exports/t.csv": "\"\(quoted)\",who\n2026-05-07,ada\n",
            ])
            #expect(result.days(of: 0) == ["2026-05-07"], "\(title)")
        }
    }
}
