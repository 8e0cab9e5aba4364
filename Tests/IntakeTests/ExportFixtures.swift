import Foundation
import Intake
import Measures
import Rollout

/// A case of exports, for tests of their readers.
enum ExportCase {
    /// Reads exports beside a roster of people who are all of one team.
    /// - Parameters:
    ///   - people: Keys of the roster; nil: there is no `people.csv`.
    ///   - files: Texts by name within `exports/`.
    static func read(
        people: [String]? = ["ada@example.com", "grace@example.com", "alan@example.com"],
        _ files: [String: String], settings: String = "name: X", asOf: Day? = nil
    ) throws -> ReadResult {
        try read(people: people, bytes: files.mapValues { Array($0.utf8) }, settings: settings, asOf: asOf)
    }

    /// The same for bytes.
    static func read(
        people: [String]?, bytes files: [String: [UInt8]], settings: String = "name: X", asOf: Day? = nil
    ) throws -> ReadResult {
        var all: [String: [UInt8]] = ["case.yaml": bytes(settings)]
        if let people {
            all["people.csv"] = bytes("person,team,role\n" + people.map { "\($0),T,R\n" }.joined())
        }
        for (name, content) in files { all["exports/\(name)"] = content }
        return try CaseReader().read(MemoryCase(files: all), asOf: asOf, keepsDays: true)
    }

    /// A sample export that may lie beside the project; nil, with a word on the console, where it does not.
    static func sample(_ name: String) throws -> [UInt8]? {
        guard let folder else {
            print("skipped: ../shared/formats is not beside the project")
            return nil
        }
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    private static let folder: URL? = {
        var place = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        for _ in 0..<3 {
            place.deleteLastPathComponent()
            let folder = place.appending(path: "shared/formats")
            if FileManager.default.fileExists(atPath: folder.path()) { return folder }
        }
        return nil
    }()
}

extension ReadResult {
    /// Days of use by key of the roster, for people who have any.
    func days(_ people: [String]) -> [String: [String]] {
        var result: [String: [String]] = [:]
        for (place, person) in people.sorted().enumerated() {
            let days = days(of: place)
            if !days.isEmpty { result[person] = days }
        }
        return result
    }

    /// Coverage as one line each.
    var coverageLines: [String] {
        evidence.coverage.map {
            "\($0.source), \($0.people.map { "\($0.count) people" } ?? "everybody"), \($0.from) to \($0.to), \($0.absence.rawValue)"
        }
    }

    /// Totals of all exports as one line each, in ascending order.
    var totalLines: [String] {
        exports.flatMap(\.totals).map {
            "\($0.part.map { $0 + " " } ?? "")\($0.quantity.rawValue) \($0.from) to \($0.to): \($0.value)"
        }.sorted()
    }
}
