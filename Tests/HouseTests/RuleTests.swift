import Foundation
import Testing

@Suite struct `House rules` {
    @Test(arguments: Rule.all.indices) func `hold in every file`(index: Int) {
        #expect(House.swift.flatMap(Rule.all[index].breaches) == [])
    }

    @Test(arguments: Rule.all.indices) func `are regular expressions that compile`(index: Int) {
        #expect(throws: Never.self) { try NSRegularExpression(pattern: Rule.all[index].pattern) }
    }

    /// Each line breaks a rule in the file named; the sentence is the one that is said.
    static let planted: [(path: String, line: String, message: String)] = [
        ("Sources/Wire/A.swift", "// TO" + "DO later", "open ends belong in an issue, not in the code"),
        (
            "Tests/WireTests/A.swift", "@testable" + " import Wire",
            "tests use `package` access; they also run in release"
        ),
        ("Tests/WireTests/A.swift", "import XC" + "Test", "tests are written with swift-testing"),
        (
            "Sources/Intake/A.swift", "final class A: @unchecked" + " Sendable {",
            "an unchecked Sendable needs a Decision; there are none"
        ),
        (
            "Sources/Intake/A.swift", "nonisolated(unsafe) var a = 1",
            "unsafe isolation needs a Decision; there is none"
        ),
        ("Sources/Intake/A.swift", "@_exported import Measures", "no room passes another room's words on"),
        (
            "Sources/Pages/A.swift", "@_spi(Disclosure) import Rollout",
            "only Disclosure opens a sensitive figure"
        ),
        (
            "Sources/Wire/A.swift", "@_spi(Disclosure) package import Rollout",
            "only Disclosure opens a sensitive figure"
        ),
        ("Sources/Casework/A.swift", "    print(a)", "only Commands speaks to the terminal"),
        (
            "Sources/Spread/A.swift", "let a = try? b()",
            "`try?` hides a failure: catch it and say what happened"
        ),
        (
            "Sources/Wire/A.swift", "let a = \"/wo" + "rk/a\"",
            "a machine's own path is nobody else's business"
        ),
        ("Sources/Diagnosis/A.swift", "let now = Date()", "no clock in a pure room: pass the day"),
        ("Sources/Diagnosis/A.swift", "let now = Date.now", "no clock in a pure room: pass the day"),
        ("Sources/Spread/A.swift", "Double.random(in: 0...1)", "no ambient randomness: pass a RandomSource"),
        ("Sources/Spread/A.swift", "a.shuffled()", "no ambient randomness: pass a RandomSource"),
        ("Sources/Figures/A.swift", "a.hashValue", "hash values differ from run to run"),
        ("Sources/Inference/A.swift", "func a() async {", "pure rooms do not wait"),
        ("Sources/Specimens/A.swift", "FileManager.default", "pure rooms read no files and no environment"),
    ]

    @Test(arguments: planted.indices) func `find what breaks them`(index: Int) {
        let (path, line, message) = Self.planted[index]
        let file = SourceFile(path: path, text: line)
        #expect(Rule.all.flatMap { $0.breaches(in: file) }.map(\.message) == [message])
    }

    @Test func `are each broken by one planted line at least`() {
        let missed = Set(Rule.all.map(\.message)).subtracting(Self.planted.map(\.message))
        #expect(missed == [])
    }

    @Test(arguments: [
        ("Sources/Commands/A.swift", "print(a)"),
        ("Sources/Disclosure/A.swift", "@_spi(Disclosure) import Rollout"),
        ("Sources/Intake/A.swift", "let a = try? b()"),
        ("Sources/Intake/A.swift", "let now = Date()"),
        ("Sources/Diagnosis/A.swift", "let a = \"print(b) at Date()\" // .random(in: x)"),
        ("Sources/Spread/A.swift", "page.print(a)"),
        ("Sources/Diagnosis/A.swift", "let fingerprint = footprint(a)"),
    ])
    func `leave alone what they allow`(path: String, line: String) {
        let file = SourceFile(path: path, text: line)
        #expect(Rule.all.flatMap { $0.breaches(in: file) } == [])
    }

    @Test func `name the line, counted from one`() {
        let file = SourceFile(
            path: "Sources/Spread/A.swift", text: "let a = 1\n\nlet b = Hasher()\nlet c = 2\n")
        #expect(Rule.all.flatMap { $0.breaches(in: file) }.map(\.line) == [3])
    }
}
