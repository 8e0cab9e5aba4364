import Foundation
import Testing

@Suite struct `The only door` {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func swiftFiles() -> [URL] {
        let all = FileManager.default.enumerator(
            at: root.appending(path: "Sources").resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
        return (all?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    }

    @Test func `to sensitive figures is this room`() throws {
        var users: [String] = []
        for file in Self.swiftFiles() {
            let text = try String(contentsOf: file, encoding: .utf8)
            if text.contains("@_spi(Disclosure) import") || text.contains("@_spi(Disclosure) package import")
            {
                users.append(file.path(percentEncoded: false))
            }
        }
        #expect(!users.isEmpty)
        #expect(users.allSatisfy { $0.contains("/Sources/Disclosure/") }, "\(users)")
    }

    @Test func `to disclosed figures has no handle outside`() throws {
        let file = Self.root.appending(path: "Sources/Disclosure/Disclosed.swift")
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("    init(shown value: Value)"))
        #expect(text.contains("    init(withheld reason: Reason)"))
        #expect(!text.contains("package init") && !text.contains("public init"))
    }
}
