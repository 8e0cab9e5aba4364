import Foundation
import Intake
import Measures
import Rollout

/// A small case by file, for tests: text in, bytes out.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// Reads a case of texts.
func read(_ files: [String: String], asOf: Day? = nil) throws -> ReadResult {
    try CaseReader().read(MemoryCase(files: files.mapValues(bytes)), asOf: asOf)
}

/// A day that is known to be right.
func day(_ text: String) -> Day { Day(text)! }

let threePeople = """
    person,team,role
    ada,Blue,Engineer
    grace,Blue,Engineer
    linus,Green,Analyst

    """

/// Three people with layers, whom surveys can look up.
let surveyed = """
    person,team,role,layer,email
    ada,Blue,Engineer,contributor,ada@example.com
    grace,Blue,Lead,manager,grace@example.com
    linus,Green,Analyst,executive,

    """

/// The bytes of a sample export that may lie beside the project; nil, with a word, where there is none.
func sample(_ name: String) throws -> [UInt8]? {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.pathComponents.count > 1 {
        folder.deleteLastPathComponent()
        let file = folder.appendingPathComponent("shared/formats/\(name)")
        if FileManager.default.fileExists(atPath: file.path) { return Array(try Data(contentsOf: file)) }
    }
    print("skipped: no shared/formats/\(name) above the project")
    return nil
}

/// Reads a case of nothing but exports, and perhaps settings.
func read(exports: [String: [UInt8]], settings: String = "name: X", people: String? = nil) throws
    -> ReadResult
{
    var files = ["case.yaml": bytes(settings)]
    for (name, content) in exports { files["exports/\(name)"] = content }
    files["people.csv"] = people.map(bytes)
    return try CaseReader().read(MemoryCase(files: files))
}

extension ReadResult {
    /// Everybody of the roster in its order: team, role, layer, manager's place, first and last day.
    var people: [String] {
        evidence.people.map { person in
            let parts: [String?] = [
                evidence.teams[person.team].name, evidence.roles[person.role], person.layer.rawValue,
                person.manager.map { "\($0.ordinal)" } ?? "-", person.from?.description,
                person.to.map { "to \($0)" },
            ]
            return parts.compactMap { $0 }.joined(separator: " | ")
        }
    }

    /// The messages of one kind, in order.
    func messages(_ id: IntakeNotice) -> [String] {
        notices.filter { $0.id == id.rawValue }.map(\.message)
    }

    /// The lines of one kind's notices, in order.
    func lines(_ id: IntakeNotice) -> [Int?] {
        notices.filter { $0.id == id.rawValue }.map(\.line)
    }

    /// The days of use of a person, whatever the tool.
    func days(of person: Int) -> [String] {
        var set = DaySet()
        for row in evidence.use.rows where row.person == Int32(person) { set.merge(row.block) }
        return set.days.map(\.description)
    }

    /// Rows read and refused of a file.
    func rows(_ file: String) -> [Int] {
        statistics.files.filter { $0.file == file }.flatMap { [$0.rowsRead, $0.rowsRefused] }
    }
}

/// Everything evidence holds, field by field, so that two can be compared.
func contents(_ evidence: Evidence) -> [AnyHashable] {
    [
        evidence.name, evidence.asOf, evidence.calendar, evidence.thresholds, evidence.sources,
        evidence.people, evidence.teams, evidence.roles, evidence.use, evidence.depth, evidence.coverage,
        evidence.activity, evidence.useCases, evidence.champions, evidence.pulse, evidence.changes,
        evidence.messages, evidence.mandates, evidence.ties, evidence.examples,
    ]
}
