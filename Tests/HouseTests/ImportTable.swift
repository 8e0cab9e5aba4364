/// What a room may import: other rooms, and modules from outside the house.
///
/// This is the floor plan. A change here is a Decision (see Decisions/0001).
enum ImportTable {
    struct Entry {
        let rooms: Set<String>
        let outside: Set<String>
    }

    static let entries: [String: Entry] = [
        "Measures": Entry(rooms: [], outside: []),
        "Inference": Entry(rooms: ["Measures"], outside: ["RealModule"]),
        "Spread": Entry(rooms: ["Measures", "Inference"], outside: []),
        "Rollout": Entry(rooms: ["Measures"], outside: []),
        "Discovery": Entry(rooms: ["Measures", "Inference", "Rollout"], outside: []),
        "Diagnosis": Entry(rooms: ["Measures", "Inference", "Spread", "Rollout"], outside: []),
        "Disclosure": Entry(rooms: ["Measures", "Rollout", "Diagnosis"], outside: []),
        "Intake": Entry(rooms: ["Measures", "Rollout"], outside: foundation.union(["Yams", "CZlib"])),
        "Figures": Entry(rooms: ["Measures"], outside: []),
        "Wire": Entry(rooms: ["Measures", "Rollout", "Diagnosis", "Disclosure"], outside: foundation),
        "Pages": Entry(
            rooms: ["Measures", "Rollout", "Discovery", "Diagnosis", "Disclosure", "Figures"],
            outside: foundation.union(["Mustache"])),
        "Specimens": Entry(rooms: ["Measures", "Inference", "Spread", "Rollout"], outside: []),
        "Archive": Entry(rooms: ["Measures", "Rollout", "Discovery", "Diagnosis"], outside: []),
        "ArchiveSQLite": Entry(
            rooms: ["Measures", "Rollout", "Discovery", "Diagnosis", "Archive"],
            outside: foundation.union(["GRDB", "GRDBSQLite"])),
        "Casework": Entry(
            rooms: [
                "Measures", "Inference", "Spread", "Rollout", "Discovery", "Diagnosis", "Disclosure",
                "Intake",
                "Archive",
            ], outside: foundation.union(["CArgon2"])),
        "Reception": Entry(
            rooms: [
                "Measures", "Rollout", "Discovery", "Diagnosis", "Disclosure", "Archive", "Casework", "Pages",
                "Wire",
            ],
            outside: foundation.union([
                "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "Logging", "NIOCore", "NIOPosix",
                "NIOSSL",
                "ServiceLifecycle",
            ])),
        "Commands": Entry(
            rooms: [
                "Measures", "Inference", "Spread", "Rollout", "Discovery", "Diagnosis", "Disclosure",
                "Intake",
                "Figures", "Wire", "Pages", "Specimens", "Casework", "Archive", "ArchiveSQLite", "Reception",
            ], outside: foundation.union(["ArgumentParser"])),
        "firsthand": Entry(rooms: ["Commands"], outside: []),
    ]

    /// Foundation and the C libraries below it, which it would let in anyway.
    private static let foundation: Set<String> = [
        "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin",
    ]

    /// Rooms that run without files, clock, tasks or ambient randomness.
    static let pure: Set<String> = [
        "Measures", "Inference", "Spread", "Rollout", "Discovery", "Diagnosis", "Disclosure", "Figures",
        "Specimens",
    ]

    /// The modules a file imports, each with its line; `import struct A.B` imports A.
    static func imports(of file: SourceFile) -> [(module: String, line: Int)] {
        let modifiers: Set<Substring> = [
            "public", "package", "internal", "fileprivate", "private", "@preconcurrency", "@_spi(Disclosure)",
            "@testable", "@_exported",
        ]
        let kinds: Set<Substring> = [
            "struct", "class", "enum", "protocol", "typealias", "func", "var", "let",
        ]
        var found: [(module: String, line: Int)] = []
        for (index, line) in file.code.enumerated() {
            var words = line.split(separator: " ").drop { modifiers.contains($0) }
            guard words.popFirst() == "import" else { continue }
            words = words.drop { kinds.contains($0) }
            if let module = words.first?.split(separator: ".").first {
                found.append((String(module), index + 1))
            }
        }
        return found
    }

    /// Imports that break the table.
    static func breaches(in file: SourceFile) -> [Finding] {
        guard let room = file.room else { return [] }
        guard let entry = entries[room] else {
            return [Finding(path: file.path, line: 1, message: "the room \(room) is not in the import table")]
        }
        let allowed = entry.rooms.union(entry.outside)
        return imports(of: file).filter { !allowed.contains($0.module) }.map {
            Finding(path: file.path, line: $0.line, message: "\(room) may not import \($0.module)")
        }
    }
}
