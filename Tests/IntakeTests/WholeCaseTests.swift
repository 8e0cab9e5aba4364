import Foundation
import Intake
import Measures
import Rollout
import Testing

/// A case with every file, small enough to read through.
enum WholeCase {
    static let files: [String: String] = [
        "people.csv":
            "person,team,role,layer,manager,from,to,email,occupation,parent_team\nada,Blue,Engineer,,,,,ada@example.com,15-1252,All\ngrace,Blue,Engineer,,ada,2025-01-01,,grace@example.com,,All\nlinus,Green,Analyst,,ada,,,,,All\nmargaret,Green,Analyst,,linus,,2026-12-31,,,All\n",
        "use.csv":
            "person,date,tool,use_case,count,mode\nada,2026-01-05,X,UC-1,2,\ngrace,2026-01-06,x,,1,agent\nlinus,2026-02-06,Y,UC-2,,\nada,2026-03-05,X,UC-1,4,\nada,2026-03-05,X,,1,\n",
        "coverage.csv":
            "source,team,from,to,absence,note\nX,,2026-01-01,2026-03-31,notUsed,\nY,Green,2026-01-01,2026-03-31,unknown,dark\n",
        "activity.csv": "person,date\nada,2026-01-05\ngrace,2026-01-06\nlinus,2026-03-02\n",
        "use-cases.csv":
            "use_case,title,tool,roles,builder,idea,started,live,retired\nUC-1,One,X,Engineer,ada,2025-12-01,,2026-01-02,\nUC-2,Two,,Analyst;Engineer,,,,,\n",
        "champions.csv":
            "person,week,promised_hours,kept_hours\nada,2026-01-05,8,6\nada,2026-01-12,8,\ngrace,2026-01-05,4,1\n",
        "pulse.csv":
            "wave,team,role,layer,item,answer,variant,respondent\n2026-03-02,Blue,Engineer,contributor,Q1,3,,b\n2026-03-02,Blue,Engineer,contributor,Q2,4,,b\n2026-03-02,,Analyst,manager,QL,7,,a\n2026-03-02,,Baker,contributor,Q3,?,b,\n",
        "changes.csv":
            "initiative,team,from,to,weight\nERP,Green,2026-01-01,,3\nMove,,2026-02-01,2026-02-20,1\n",
        "messages.csv":
            "date,layer,channel,motive,example,order,text\n2026-01-05,all,mail,advantage,no,yes,x\n2026-01-06,contributor,,personal,yes,,\n",
        "mandates.csv":
            "from,to,team,what\n2026-01-05,2026-01-18,Blue,daily use\n2026-01-05,2026-01-18,,counted\n",
        "ties.csv": "a,b,weight\nada,grace,2\ngrace,linus,0.1\nlinus,grace,0.2\ngrace,linus,0.3\n",
        "examples.csv":
            "role,task,use_case,before_minutes,after_minutes,date,kept\nEngineer,Tests,UC-1,60,20,2026-02-01,yes\nAnalyst,Report,UC-3,60,70,2026-02-02,no\n",
        "case.yaml":
            "name: Whole\npeople: {grace: [gh]}\ntools: {Assistant: [asst]}\ncalendar: {holidays: [2026-01-01]}\n",
        "exports/events.csv":
            "timestamp,person,tool,count\n2026-03-30,gh,asst,2\n2026-03-31,gh,Assistant,1\n",
        "exports/copilot.ndjson":
            "{\"day\":\"2026-03-30\",\"user_login\":\"linus\",\"user_initiated_interaction_count\":3,\"used_chat\":true}\n",
        "exports/detail.csv":
            "Report Refresh Date,User Principal Name,Last Activity Date,Word Copilot Last Activity Date\n2026-03-31,ada@example.com,2026-03-30,2026-03-01\n",
    ]
}

/// A small generator, so that tests are the same every time.
struct TestRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

@Suite struct `A whole case` {
    @Test func `is read without a word of trouble`() throws {
        let result = try read(WholeCase.files)
        #expect(result.notices.filter { $0.id != "intake.unknownRole" } == [])
        #expect(result.evidence.sources == Set(Evidence.Source.allCases))
        #expect(result.evidence.asOf == day("2026-03-31"))
        #expect(result.evidence.name == "Whole")
        #expect(result.evidence.people.map(\.layer) == [.executive, .contributor, .manager, .contributor])
        #expect(
            result.evidence.coverage.map(\.source) == ["GitHub Copilot", "Microsoft 365 Copilot", "X", "Y"])
        #expect(
            result.statistics.files.map(\.file) == WholeCase.files.keys.sorted().filter { $0 != "case.yaml" })
        #expect(result.statistics.people == 4)
        #expect(result.statistics.events == 10)
    }

    @Test(arguments: 1...20)
    func `is the same whatever the order of rows and files`(seed: Int) throws {
        var random = TestRandom(state: UInt64(seed))
        let expected = try read(WholeCase.files)
        let shuffled = WholeCase.files.map { name, text -> CaseFile in
            guard name.hasSuffix(".csv") || name.hasSuffix(".ndjson") else {
                return CaseFile(path: name, bytes: bytes(text))
            }
            var rows = text.split(separator: "\n").map(String.init)
            let header = name.hasSuffix(".csv") ? rows.removeFirst() + "\n" : ""
            rows.shuffle(using: &random)
            return CaseFile(path: name, bytes: bytes(header + rows.joined(separator: "\n") + "\n"))
        }.shuffled(using: &random)
        let found = try CaseReader().read(MemoryCase(shuffled))
        #expect(contents(found.evidence) == contents(expected.evidence))
    }

    @Test func `is the same where every row but a count and a tie is there twice`() throws {
        var files = WholeCase.files
        for (name, text) in files where name.hasSuffix(".csv") {
            // Counts and ties add up, anonymous answers and messages are people's own.
            guard !["use.csv", "ties.csv", "pulse.csv", "messages.csv", "examples.csv"].contains(name),
                !name.hasPrefix("exports/events")
            else { continue }
            let rows = text.split(separator: "\n", maxSplits: 1)
            files[name] = rows[0] + "\n" + rows[1] + rows[1]
        }
        #expect(try contents(read(files).evidence) == contents(read(WholeCase.files).evidence))
    }

    @Test func `is the same in pieces of any size, and tells its progress`() throws {
        let expected = try read(WholeCase.files)
        for size in [1, 2, 3, 7, 64] {
            let files = WholeCase.files.map { name, text in
                CaseFile(path: name) {
                    var rest = bytes(text)[...]
                    return ByteStream { target in
                        let piece = rest.prefix(min(size, target.count))
                        rest = rest.dropFirst(piece.count)
                        target.copyBytes(from: piece)
                        return piece.count
                    }
                }
            }
            var seen: Set<String> = []
            let found = try CaseReader().read(MemoryCase(files), progress: { seen.insert($0.file) })
            #expect(contents(found.evidence) == contents(expected.evidence))
            #expect(seen.contains("use.csv"))
        }
    }

    @Test func `is the same from a folder`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "intake-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("exports"), withIntermediateDirectories: true)
        for (name, text) in WholeCase.files {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        try Data("x".utf8).write(to: folder.appendingPathComponent("notes.xlsx"))
        let found = try CaseReader().read(FolderCase(folder.path))
        #expect(try contents(found.evidence) == contents(read(WholeCase.files).evidence))
        #expect(
            found.messages(.fileNotUsed) == [
                "The file has no known name, no known export looks like it, and it is not read. See the guide on formats for what can be read."
            ])
    }

    @Test func `must be a folder that is there`() throws {
        let failure = #expect(throws: IntakeFailure.self) {
            try CaseReader().read(FolderCase("/nowhere/at/all"))
        }
        #expect(failure?.code == .folderUnreadable)
        #expect(failure?.description == "/nowhere/at/all: The case folder does not exist. Check the path.")
        let file = #expect(throws: IntakeFailure.self) { try CaseReader().read(FolderCase(#filePath)) }
        #expect(file?.message == "The case is a file, not a folder. Name the folder that holds people.csv.")
    }

    @Test func `may hold a file twice and uses one`() throws {
        let result = try read([
            "people.csv": threePeople, "use.csv": "person,date,tool\nada,2026-01-05,X\n",
            "Use.csv": "person,date,tool\ngrace,2026-01-05,X\n",
        ])
        #expect(result.messages(.duplicateFile).count == 1)
        #expect(result.days(of: 1) == ["2026-01-05"])
        #expect(result.days(of: 0) == [])
    }

    @Test func `loses a file that cannot be read, and nothing else`() throws {
        struct Broken: Error {}
        let result = try CaseReader().read(
            MemoryCase([
                CaseFile(path: "people.csv", bytes: bytes(threePeople)),
                CaseFile(path: "use.csv") { throw Broken() },
                CaseFile(path: "exports/a") { throw Broken() },
                CaseFile(path: "activity.csv", bytes: bytes("person,date\nada,2026-01-05\n")),
            ]))
        #expect(
            result.messages(.unreadableFile)
                == Array(
                    repeating: "The file cannot be read. Check its permissions and try again.", count: 2))
        #expect(result.evidence.sources == [.people, .activity])
    }

    @Test func `has a heading in the guide for each notice`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let guide = try String(contentsOfFile: root.path + "/Guides/Notices/Intake.md", encoding: .utf8)
        let headings = guide.split(separator: "\n").filter { $0.hasPrefix("## ") }.map {
            String($0.dropFirst(3))
        }
        #expect(headings.sorted() == IntakeNotice.allCases.map(\.rawValue).sorted())
    }
}

/// Damage of every kind: nothing may crash, hang or reach out of memory.
@Suite struct `A damaged case` {
    /// Damaged versions of each file; a build for debugging is ten times slower.
    #if DEBUG
        static let rounds = 30
    #else
        static let rounds = 200
    #endif

    @Test(arguments: WholeCase.files.keys.sorted())
    func `is always read or refused`(name: String) throws {
        var random = TestRandom(state: UInt64(name.count) &* 7919)
        let pieces: [[UInt8]] = [
            bytes("\""), bytes(","), bytes("\n"), bytes("\r"), [0], [0xFF], [0xFE, 0xFF], bytes(";"),
            bytes("\"\""),
            bytes("2026-13-45"), bytes("9999999999999999999"), bytes("-"), bytes("ada"), [0x1F, 0x8B, 8],
            bytes("{"), bytes("]"), bytes("é"), bytes("sep=;\n"), bytes("=1+2"), bytes("NaN"), bytes("\\"),
            bytes("13/13/2026"), bytes("- - "), bytes("&a *a "), bytes("!!binary "),
        ]
        for round in 0..<Self.rounds {
            var files = WholeCase.files.mapValues(bytes)
            var text = files[name]!
            for _ in 0...(round % 12) {
                let place = Int.random(in: 0...text.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: text.insert(contentsOf: pieces.randomElement(using: &random)!, at: place)
                case 1:
                    text.removeSubrange(
                        place..<min(text.count, place + Int.random(in: 0..<20, using: &random)))
                case 2: if place < text.count { text[place] = UInt8.random(in: 0...255, using: &random) }
                case 3: text.insert(contentsOf: text.suffix(from: place).prefix(40), at: place)
                default: if round % 7 == 0 { text = Array(text.prefix(place)) }
                }
            }
            files[name] = text
            do {
                let result = try CaseReader().read(MemoryCase(files: files))
                let evidence = result.evidence
                #expect(evidence.people.indices.allSatisfy { evidence.people[$0].id.ordinal == $0 })
                #expect(
                    evidence.people.allSatisfy {
                        $0.team < evidence.teams.count && $0.role < evidence.roles.count
                    })
                #expect(evidence.pulse.allSatisfy { $0.role < evidence.roles.count })
                #expect(evidence.ties.allSatisfy { $0.a < $0.b && $0.weight > 0 })
                #expect(evidence.use.rows.allSatisfy { Int($0.person) < evidence.people.count })
            } catch let failure as IntakeFailure {
                #expect(name == "people.csv" && !failure.message.isEmpty)
            }
        }
    }

    @Test func `of damaged gzip is always read or refused`() throws {
        var random = TestRandom(state: 3)
        let packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3]
        for _ in 0..<500 {
            let tail = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let result = try CaseReader().read(
                MemoryCase(files: ["people.csv": bytes(threePeople), "use.csv": packed + tail]))
            #expect(result.notices.contains { $0.file == "use.csv" })
        }
    }

    @Test func `full of open quotes is still read in time`() throws {
        let text = "person,date,tool\n" + String(repeating: "\"x\"\"\n", count: 50_000) + "ada,2026-01-05,X\n"
        let result = try read(["people.csv": threePeople, "use.csv": text])
        #expect(result.days(of: 0) == ["2026-01-05"])
    }
}
