import Testing

@Suite struct `The import table` {
    private func file(_ room: String, _ text: String) -> SourceFile {
        SourceFile(path: "Sources/\(room)/File.swift", text: text)
    }

    @Test func `holds in every room`() {
        #expect(House.rooms.count > 30)
        #expect(House.rooms.flatMap(ImportTable.breaches) == [])
    }

    @Test func `knows every room that has a folder`() {
        let rooms = Set(House.rooms.compactMap(\.room))
        #expect(rooms == Set(ImportTable.entries.keys))
    }

    @Test func `says what the manifest says`() throws {
        let manifest = try #require(House.text(of: "Package.swift"))
        let pattern = try Rule.expression(#"\broom\(\s*"(\w+)"(?:,\s*imports:\s*\[([^\]]*)\])?"#)
        var declared: [String: Set<String>] = [:]
        for match in manifest.matches(of: pattern) {
            let room = String(match.output[1].substring ?? "")
            let words = match.output[2].substring?.split { !$0.isLetter } ?? []
            declared[room] = Set(words.map(String.init))
        }
        let table = ImportTable.entries.filter { $0.key != "firsthand" }
        #expect(declared == table.mapValues(\.rooms))
    }

    @Test func `never points back up: no room reaches itself`() {
        for start in ImportTable.entries.keys.sorted() {
            var seen: Set<String> = []
            var open = Array(ImportTable.entries[start]?.rooms ?? [])
            while let room = open.popLast() {
                if seen.insert(room).inserted { open += ImportTable.entries[room]?.rooms ?? [] }
            }
            #expect(!seen.contains(start))
        }
    }

    @Test func `gives each outside library one room`() {
        var homes: [String: [String]] = [:]
        let system: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin"]
        for (room, entry) in ImportTable.entries {
            for module in entry.outside.subtracting(system) {
                homes[module, default: []].append(room)
            }
        }
        #expect(homes.filter { $0.value.count > 1 } == [:])
    }

    @Test func `refuses a room that lies above`() {
        let found = ImportTable.breaches(in: file("Measures", "\npackage import Rollout\n"))
        #expect(
            found.map(\.description) == ["Sources/Measures/File.swift:2: Measures may not import Rollout"])
    }

    @Test func `refuses a library that lives elsewhere`() {
        let found = ImportTable.breaches(in: file("Wire", "import Yams"))
        #expect(found.map(\.message) == ["Wire may not import Yams"])
    }

    @Test func `refuses Foundation in a pure room, however it is written`() {
        for line in [
            "import Foundation", "public import struct Foundation.Data", "internal import Foundation",
        ] {
            #expect(
                ImportTable.breaches(in: file("Spread", line)).map(\.message) == [
                    "Spread may not import Foundation"
                ])
        }
    }

    @Test func `refuses a room nobody planned`() {
        let found = ImportTable.breaches(in: file("Attic", ""))
        #expect(found.map(\.message) == ["the room Attic is not in the import table"])
    }

    @Test func `is not fooled by comments and text`() {
        #expect(
            ImportTable.breaches(in: file("Measures", "// import Foundation\nlet a = \"import Yams\"")) == [])
    }
}
