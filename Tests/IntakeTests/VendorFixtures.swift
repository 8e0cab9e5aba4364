import Intake
import Measures
import Rollout

/// People of the invented organisation that vendors' exports speak of.
let vendorPeople = """
    person,team,role,layer,email
    ada,Blue,Engineer,contributor,ada@example.com
    grace,Blue,Engineer,manager,grace@example.com
    linus,Green,Analyst,contributor,linus@example.com

    """

/// Reads a case of exports by name.
func readExports(
    _ files: [String: String], settings: String = "name: X", people: String? = vendorPeople, asOf: Day? = nil
) throws -> ReadResult {
    var all = ["case.yaml": settings]
    all["people.csv"] = people
    for (name, text) in files { all["exports/\(name)"] = text }
    return try read(all, asOf: asOf)
}

extension ReadResult {
    /// What one export was found to be.
    func export(_ name: String) -> ExportReading? { exports.first { $0.file == "exports/\(name)" } }

    /// The days of use of a person with a tool in a mode.
    func days(of person: Int, _ tool: String, _ mode: UseMode = .assist) -> [String] {
        var set = DaySet()
        for row in evidence.use.rows where row.person == Int32(person) {
            let key = evidence.use.keys[Int(row.key)]
            if key.tool == tool, key.mode == mode { set.merge(row.block) }
        }
        return set.days.map(\.description)
    }

    /// Actions of a person by the Monday of each week.
    func actions(of person: Int) -> [String: Int] {
        var result: [String: Int] = [:]
        for tally in evidence.depth ?? [] where tally.person.ordinal == person {
            result["\(tally.week.monday)", default: 0] += tally.actions
        }
        return result
    }

    /// The coverage in few words: source, people, days and what absence means.
    var coveredPeople: [String] {
        evidence.coverage.map { line in
            let who = line.people.map { $0.people.map { String($0.ordinal) }.joined(separator: "+") } ?? "all"
            return "\(line.source) \(who) \(line.from)/\(line.to) \(line.absence.rawValue)"
        }.sorted()
    }

    /// Totals in few words.
    func totals(_ name: String) -> [String] {
        (export(name)?.totals ?? []).map {
            "\($0.tool) \($0.part ?? "all") \($0.quantity.rawValue) \($0.from)/\($0.to) \($0.value)"
        }
    }

    /// Whether any of some words stands anywhere in what was read.
    func tells(_ words: [String]) -> [String] {
        let text = "\(self)".lowercased()
        return words.filter { text.contains($0.lowercased()) }
    }
}

/// The samples of vendors' exports that may lie beside the project.
enum VendorSamples {
    /// Reads samples as a case; nil where they are not there, which is said.
    static func read(_ names: [String], people: String, settings: String = "name: X") throws -> ReadResult? {
        var files = ["people.csv": bytes(people), "case.yaml": bytes(settings)]
        for name in names {
            guard let sample = try ExportCase.sample(name) else { return nil }
            files["exports/\(name.split(separator: "/").last ?? "")"] = sample
        }
        return try CaseReader().read(MemoryCase(files: files))
    }
}
