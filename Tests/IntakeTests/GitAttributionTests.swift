import Foundation
import Intake
import Rollout
import Testing

@Suite struct `Attribution table` {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private func guide(_ path: String) throws -> String {
        try String(contentsOf: `Attribution table`.root.appendingPathComponent(path), encoding: .utf8)
    }

    @Test func `stands in its guide, rule for rule`() throws {
        let lines = try guide("Guides/Formats/git-attribution.md").split(separator: "\n").map(String.init)
        var expected: Set<String> = []
        for rule in AttributionTable.current.rules {
            let (kind, text) =
                switch rule.pattern {
                case .address(let text): ("address", text)
                case .login(let text): ("login", text)
                case .name(let text): ("name", text)
                case .trailer(let key, let value): ("trailer", value.isEmpty ? "\(key):" : "\(key): \(value)")
                case .footer(let text): ("footer", text)
                case .tick(let text): ("tick", text)
                }
            expected.insert("| \(rule.tool) | \(rule.mode.rawValue) | \(kind) | `\(text)` |")
        }
        let written = lines.filter { line in
            ["address", "login", "name", "trailer", "footer", "tick"].contains {
                line.contains("| \($0) | `")
            }
        }
        #expect(Set(written) == expected)
        #expect(lines.contains { $0.contains("**\(AttributionTable.current.asOf)**") })
        for change in GitInstrumentChange.known {
            #expect(lines.contains { $0.hasPrefix("| \(change.day)".prefix(9)) && $0.contains(change.tool) })
        }
    }

    @Test func `covers no whole domain`() {
        for rule in AttributionTable.current.rules {
            if case .address(let address) = rule.pattern {
                #expect(address.split(separator: "@").count == 2, "\(address)")
            }
        }
    }

    @Test func `prefers the organisation's own agents and matches them exactly`() {
        let table = AttributionTable.current.adding(agents: ["Helper", "x@acme.test", "acme-ai[bot]"])
        func tool(_ name: String, _ address: String) -> String? {
            table.rule(for: GitContact(name: name, address: address))?.tool
        }
        #expect(tool("helper", "any@acme.test") == "inhouse")
        #expect(tool("any", "X@acme.test") == "inhouse")
        #expect(tool("any", "5+acme-ai[bot]@users.noreply.github.com") == "inhouse")
        #expect(tool("Helper Ann", "ann@acme.test") == nil)
        #expect(tool("any", "noreply@anthropic.com") == "claude")
    }

    @Test(arguments: [
        ("Claude", "claude"), ("claude code 2.1", "claude"), ("GitHub Copilot: model", "copilot"),
        ("OpenCode", "opencode"), ("Codex (gpt 9)", "codex"),
    ]) func `reads the tool a value names`(value: String, tool: String) {
        #expect(AttributionTable.current.tool(named: value) == tool)
    }

    @Test(arguments: ["", "Renovate", "Claude Dupont", "protoc 3", "Ann", "claudette", "9"])
    func `reads no tool from other values`(value: String) {
        #expect(AttributionTable.current.tool(named: value) == nil)
    }

    @Test func `has a heading for every notice in the guide`() throws {
        let headings = try guide("Guides/Notices/Git.md").split(separator: "\n").filter {
            $0.hasPrefix("## ")
        }
        for notice in GitNotice.allCases {
            #expect(headings.contains("## \(notice.rawValue)"), "\(notice.rawValue)")
        }
    }
}
