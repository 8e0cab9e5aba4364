import Diagnosis
import Foundation
import Rollout
import Testing

@Suite struct `Documents` {
    /// Links of a page that lead nowhere.
    static func brokenLinks(in path: String, text: String, exists: (String) -> Bool) -> [Finding] {
        guard let pattern = try? Rule.expression(#"\]\(([^)\s]+)(?:\s+"[^"]*")?\)"#) else { return [] }
        var found: [Finding] = []
        var isCode = false
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("```") { isCode.toggle() }
            if isCode { continue }
            for match in line.matches(of: pattern) {
                let link = String(match.output[1].substring ?? "")
                if ["http://", "https://", "mailto:", "#"].contains(where: link.hasPrefix) { continue }
                let target = link.prefix { $0 != "#" }
                if !exists(resolve(String(target), from: path)) {
                    found.append(Finding(path: path, line: index + 1, message: "\(link) leads nowhere"))
                }
            }
        }
        return found
    }

    /// A link's path from the root, seen from a page.
    static func resolve(_ link: String, from path: String) -> String {
        var parts = path.split(separator: "/").dropLast().map(String.init)
        for part in link.split(separator: "/") {
            if part == ".." {
                if parts.isEmpty { return "../\(link)" }
                parts.removeLast()
            } else if part != "." {
                parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    @Test func `link only to what is there`() {
        #expect(House.pages.count > 60)
        let broken = House.pages.flatMap {
            Self.brokenLinks(in: $0, text: House.text(of: $0) ?? "", exists: House.exists)
        }
        #expect(broken == [])
    }

    @Test func `are caught when a link leads nowhere`() {
        let text = "[a](B.md) [b](../Gone.md#part) [c](https://example.org)\n```\n[d](Gone.md)\n```\n"
        let found = Self.brokenLinks(in: "Guides/A.md", text: text) { $0 == "Guides/B.md" }
        #expect(found.map(\.description) == ["Guides/A.md:1: ../Gone.md#part leads nowhere"])
        #expect(Self.resolve("../../Up.md", from: "Guides/A.md") == "../../../Up.md")
    }

    @Test func `are all found from the index of guides`() throws {
        let index = try #require(House.text(of: "Guides/README.md"))
        let entries = Set(
            House.paths(under: "Guides", suffix: ".md").map { $0.split(separator: "/")[1] }
        ).subtracting(["README.md"])
        #expect(entries.filter { !index.contains("](\($0)") }.sorted() == [])
    }

    @Test func `begin with one title each`() {
        let untitled = House.pages.filter { !(House.text(of: $0) ?? "").hasPrefix("# ") }
        #expect(untitled == [])
    }

    @Test func `carry no open ends and no machine's own paths`() throws {
        let patterns = try [#"\b(TO"# + #"DO|FIX"# + #"ME)\b"#, #"(^|[\s"'(`])/(work|root|Users)/"#].map {
            try Rule.expression($0)
        }
        let found = (House.pages + House.paths(under: "scripts", suffix: ".sh") + ["Makefile", ".ci/run"])
            .filter { path in
                let text = House.text(of: path) ?? ""
                return patterns.contains { text.firstMatch(of: $0) != nil }
            }
        #expect(found == [])
    }

    @Test func `tell newcomers the two commands they need`() throws {
        let readme = try #require(House.text(of: "README.md"))
        #expect(readme.contains("make demo"))
        #expect(readme.contains("make test"))
        let makefile = try #require(House.text(of: "Makefile"))
        for target in ["setup", "build", "demo", "test", "lint", "check", "bench", "clean", "help"] {
            #expect(makefile.contains("\n\(target):"))
        }
    }

    @Test func `keep a changelog with room for what is new`() throws {
        let changelog = try #require(House.text(of: "CHANGELOG.md"))
        #expect(changelog.contains("\n## Unreleased\n"))
    }

    @Test(
        arguments: Scope.Kind.allCases.map(\.rawValue) + Layer.allCases.map(\.rawValue)
            + VerdictCode.allCases.map(\.rawValue) + BarrierCode.allCases.map(\.rawValue))
    func `define each word of the readings in the glossary`(word: String) throws {
        let glossary = try #require(House.text(of: "GLOSSARY.md"))
        #expect(glossary.contains("**\(word)**"))
    }

    @Test func `number each decision once, from 0001`() {
        let numbers = House.paths(under: "Decisions", suffix: ".md").map { path in
            Int(path.dropFirst("Decisions/".count).prefix(4)) ?? -1
        }
        #expect(!numbers.isEmpty)
        #expect(numbers.first == 1)
        #expect(numbers == Array(Set(numbers)).sorted())
    }
}
