import Foundation
import Testing

/// The settings of the server: what `--help` says, and what the guide does.
@Suite struct `Settings of the server` {
    private static let guide = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Guides/Commands/serve.md")

    @Test func `stand in the guide, each with its variable, and nowhere else`() throws {
        guard let house = try Installed() else { return }
        let help = try house.run(["serve", "--help"]).text
        let flags = Set(help.matches(of: /--([a-z-]+) </).map { String($0.output.1) })
        let rows = try String(contentsOf: Self.guide, encoding: .utf8)
            .matches(of: /\n\| `([a-z-]+)` \| `([A-Z_]+)` \|/).map { ($0.output.1, $0.output.2) }
        #expect(rows.count > 10)
        for (setting, variable) in rows {
            #expect(flags.contains(String(setting)), "\(setting) is in the guide and not in --help")
            #expect(
                variable == "FIRSTHAND_" + setting.uppercased().replacing("-", with: "_"),
                "the variable of \(setting)")
        }
        let told = Set(rows.map { String($0.0) })
        #expect(flags.subtracting(told) == ["settings"], "in --help and not in the guide")
    }

    @Test func `are taken from flags before the environment, and refused by name`() throws {
        guard let house = try Installed() else { return }
        let wrong = try house.run(["serve", "--data", house.data, "--night", "24"])
        #expect(wrong.code == 2 && wrong.text.contains("night"), "\(wrong.text)")
        let file = house.root.appendingPathComponent("settings")
        try Data("nihgt: 3\n".utf8).write(to: file)
        let unknown = try house.run(["serve", "--data", house.data, "--settings", file.path])
        #expect(unknown.code == 2 && unknown.text.contains("Line 1"), "\(unknown.text)")
    }
}
