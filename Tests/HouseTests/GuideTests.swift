import Casework
import Diagnosis
import Rollout
import Testing

@Suite struct `Guide pages` {
    /// A page cut at its headings.
    struct Page {
        let title: String
        /// What stands between the title and the first heading, as one line.
        let summary: String
        let headings: [String]
        /// Text under each heading, as one line.
        let texts: [String]

        init?(_ path: String) {
            guard let text = House.text(of: path) else { return nil }
            self.init(text: text)
        }

        init(text: String) {
            var parts: [(heading: String, words: [Substring])] = [("", [])]
            var title = ""
            for line in text.split(separator: "\n") {
                if line.hasPrefix("# ") {
                    title = String(line.dropFirst(2))
                } else if line.hasPrefix("## ") {
                    parts.append((String(line.dropFirst(3)), []))
                } else {
                    parts[parts.count - 1].words += line.split(separator: " ")
                }
            }
            self.title = title
            summary = parts[0].words.joined(separator: " ")
            headings = parts.dropFirst().map(\.heading)
            texts = parts.dropFirst().map { $0.words.joined(separator: " ") }
        }
    }

    /// Explanations by the path of their page, so that a log names pages and not whole texts.
    static let explanations: [String: Explanation] = Dictionary(
        uniqueKeysWithValues: [Catalogue.measures, Catalogue.barriers, Catalogue.verdicts]
            .flatMap { $0.values.map { ($0.guide, $0) } })

    @Test func `stand behind every measure, barrier and verdict, and nothing else`() {
        #expect(Catalogue.measures.keys.sorted() == MeasureCode.allCases.map(\.rawValue).sorted())
        #expect(Catalogue.barriers.keys.sorted() == BarrierCode.allCases.map(\.rawValue).sorted())
        #expect(Catalogue.verdicts.keys.sorted() == VerdictCode.allCases.map(\.rawValue).sorted())
        let folders: [Explanation.Kind] = [.measure, .barrier, .verdict]
        let pages = folders.flatMap { House.paths(under: "Guides/\($0.rawValue)", suffix: ".md") }
        #expect(pages.sorted() == Self.explanations.keys.sorted())
    }

    @Test(arguments: explanations.keys.sorted()) func `say what the command explains, word for word`(
        path: String
    ) throws {
        let explanation = try #require(Self.explanations[path])
        let page = try #require(Page(explanation.guide), "there is no \(explanation.guide)")
        #expect(page.title == "\(explanation.code): \(explanation.title)")
        #expect(page.summary == explanation.summary)
        #expect(page.headings == explanation.passages.map(\.heading))
        #expect(page.texts == explanation.passages.map(\.text))
    }

    @Test(arguments: explanations.keys.sorted()) func `have something to say under each heading`(path: String)
        throws
    {
        let explanation = try #require(Self.explanations[path])
        #expect(explanation.passages.allSatisfy { $0.text.hasSuffix(".") })
        #expect(explanation.summary.hasSuffix("."))
        #expect(!explanation.summary.dropLast().contains(". "), "the summary is one sentence")
        #expect(explanation.title.count <= 60)
    }

    @Test func `are cut at their headings, whatever the line breaks`() {
        let page = Page(
            text: "# a: b\n\nOne\ntwo.\n\n## What it says\n\nThree\nfour.\n\n## Source\n\nFive.\n")
        #expect(page.title == "a: b")
        #expect(page.summary == "One two.")
        #expect(page.headings == ["What it says", "Source"])
        #expect(page.texts == ["Three four.", "Five."])
    }

    // MARK: Notices

    /// Ids of notices written as whole string literals.
    static func noticeIDs(in file: SourceFile) -> [String] {
        guard
            let pattern = try? Rule.expression(
                #""((?:intake|git|diagnosis|disclosure|casework)\.[a-z][A-Za-z0-9]*)""#)
        else {
            return []
        }
        let names: Set<String> = ["csv", "yaml", "gz", "json", "zip", "md", "html"]
        return file.uncommented.flatMap { line in
            line.matches(of: pattern).compactMap { $0.output[1].substring.map(String.init) }
        }.filter { id in !names.contains { id.hasSuffix(".\($0)") } }
    }

    @Test func `explain every notice, and no notice that is gone`() {
        let used = Set(House.rooms.flatMap(Self.noticeIDs))
        let pages = House.paths(under: "Guides/Notices", suffix: ".md")
        let explained = pages.compactMap { Page($0) }.flatMap(\.headings).filter { $0.contains(".") }
        #expect(
            used.subtracting(explained).sorted() == [], "these notices have no `## id` under Guides/Notices")
        #expect(
            Set(explained).subtracting(used).sorted() == [], "these headings name no notice of the sources")
        #expect(explained.count == Set(explained).count, "a notice is explained twice")
    }

    @Test func `see a notice only in code`() {
        let text = "Notice(\"intake.badDate\", .warning) // \"intake.gone\"\nlet file = \"git.csv\""
        #expect(
            Self.noticeIDs(in: SourceFile(path: "Sources/Intake/A.swift", text: text)) == ["intake.badDate"])
    }

    // MARK: Commands

    /// Names of subcommands; the root's own name is left out.
    static func commandNames(in file: SourceFile) -> [String] {
        guard let pattern = try? Rule.expression(#"commandName:\s*"([a-z-]+)""#) else { return [] }
        return file.uncommented.flatMap { line in
            line.matches(of: pattern).compactMap { $0.output[1].substring.map(String.init) }
        }.filter { $0 != "firsthand" }
    }

    /// Whether a page speaks of a command: its own, or one of the parent and the child.
    static func isExplained(_ name: String, by stems: [String]) -> Bool {
        stems.contains { $0 == name || $0.hasSuffix("-\(name)") || $0.hasPrefix("\(name)-") }
    }

    @Test func `describe every command`() {
        let stems = House.paths(under: "Guides/Commands", suffix: ".md").map {
            String($0.dropFirst("Guides/Commands/".count).dropLast(3))
        }
        let commands = House.rooms.filter { $0.room == "Commands" }.flatMap(Self.commandNames)
        #expect(commands.filter { !Self.isExplained($0, by: stems) } == [])
    }

    @Test func `count every command, because each one names itself`() throws {
        let pattern = try Rule.expression(#"\bstruct\s+\w+\s*:[^{]*\b(Async)?ParsableCommand\b"#)
        for file in House.rooms where file.room == "Commands" {
            let types = file.code.joined(separator: " ").matches(of: pattern).count
            let names = file.uncommented.filter { $0.contains("commandName:") }.count
            #expect(types == names, "\(file.path): a command without a commandName")
        }
    }

    @Test func `know a command by its parent and by itself`() {
        #expect(Self.isExplained("git", by: ["collect-git"]))
        #expect(Self.isExplained("collect", by: ["collect-git"]))
        #expect(Self.isExplained("diagnose", by: ["diagnose"]))
        #expect(!Self.isExplained("diagnose", by: ["diagnoses", "collect-git"]))
    }

    // MARK: Formats

    @Test(arguments: Evidence.Source.allCases.map(\.file) + ["case.yaml"])
    func `describe every file of a case folder`(file: String) {
        let stem = file.prefix { $0 != "." }
        #expect(House.exists("Guides/Formats/\(stem).md"))
    }
}
