import Foundation

/// A rule about single lines of Swift: where it holds, what it looks for, and what it says.
struct Rule: Sendable {
    enum Text: Sendable {
        /// Code alone.
        case code
        /// Everything, comments and strings too.
        case all
    }

    let message: String
    /// A regular expression; a line that holds a match breaks the rule.
    let pattern: String
    let reads: Text
    /// Whether the rule holds in a file.
    let applies: @Sendable (SourceFile) -> Bool

    init(
        _ message: String, _ pattern: String, reads: Text = .code,
        applies: @escaping @Sendable (SourceFile) -> Bool = { _ in true }
    ) {
        self.message = message
        self.pattern = pattern
        self.reads = reads
        self.applies = applies
    }

    /// A regular expression whose `\b` is the plain one: Unicode's own sees none inside `Date.now`.
    static func expression(_ pattern: String) throws -> Regex<AnyRegexOutput> {
        try Regex(pattern).wordBoundaryKind(.simple)
    }

    /// The places in a file that break the rule.
    ///
    /// The whole text is searched at once, and by Foundation's engine, because every rule reads every file.
    func breaches(in file: SourceFile) -> [Finding] {
        guard applies(file),
            let engine = try? NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
        else { return [] }
        let text = reads == .code ? file.code.joined(separator: "\n") : file.text
        let matches = engine.matches(in: text, range: NSRange(text.startIndex..., in: text))
        return matches.map { match in
            // A match may begin with the line break before it; its end lies on its line.
            let end = Range(match.range, in: text)?.upperBound ?? text.startIndex
            let line = text[..<end].utf8.count { $0 == UInt8(ascii: "\n") } + 1
            return Finding(path: file.path, line: line, message: message)
        }
    }
}

extension Rule {
    /// The house rules that can be seen in one line.
    static let all: [Rule] = everywhere + inPureRooms

    private static let everywhere: [Rule] = [
        // Written in two pieces, so that the rule does not break itself.
        Rule(
            "open ends belong in an issue, not in the code", #"\b(TO"# + #"DO|FIX"# + #"ME)\b"#,
            reads: .all),
        Rule("tests use `package` access; they also run in release", #"@testable\b"#),
        Rule("tests are written with swift-testing", #"\bXCT(est|Assert)"#),
        Rule("an unchecked Sendable needs a Decision; there are none", #"@unchecked\s+Sendable"#),
        Rule("unsafe isolation needs a Decision; there is none", #"nonisolated\(unsafe\)"#),
        Rule("no room passes another room's words on", #"@_exported\b"#),
        Rule(
            "only Disclosure opens a sensitive figure", #"@_spi\(Disclosure\)\s+(\w+\s+)?import\b"#,
            applies: { file in
                let open = [
                    "Sources/Disclosure/", "Tests/DisclosureTests/", "Tests/DiagnosisTests/",
                    "Tests/DiscoveryTests/",
                ]
                return !open.contains { file.path.hasPrefix($0) }
            }),
        Rule(
            "only Commands speaks to the terminal", #"(^|[^\w.])(print|debugPrint|dump|NSLog)\("#,
            applies: { $0.room != nil && $0.room != "Commands" }),
        Rule(
            "`try?` hides a failure: catch it and say what happened", #"\btry\?"#,
            applies: { ImportTable.pure.contains($0.room ?? "") }),
        Rule(
            "a machine's own path is nobody else's business", #"(^|[\s"'(`])/(work|root|Users)/"#, reads: .all
        ),
    ]

    private static let inPureRooms: [Rule] = [
        (
            "no clock in a pure room: pass the day",
            #"\bDate\(\)|\bDate\.now\b|\b(Continuous|Suspending)Clock\b"#
        ),
        (
            "no ambient randomness: pass a RandomSource",
            #"\bSystemRandomNumberGenerator\b|\.random\(|\.(shuffle|shuffled|randomElement)\(\)"#
        ),
        ("hash values differ from run to run", #"\.hashValue\b|(^|\W)Hasher\(\)"#),
        ("pure rooms do not wait", #"\b(async|await|actor)\b|\bTask\s*(\.|\{|\()"#),
        (
            "pure rooms read no files and no environment",
            #"\b(FileManager|FileHandle|ProcessInfo|CommandLine|getenv|fopen)\b"#
        ),
    ].map { message, pattern in
        Rule(message, pattern, applies: { ImportTable.pure.contains($0.room ?? "") })
    }
}
