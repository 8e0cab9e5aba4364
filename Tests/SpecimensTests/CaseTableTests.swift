import Foundation
import Measures
import Rollout
import Specimens
import Testing

@Suite struct `Case tables` {
    static let columns: [String: [String]] = [
        "people.csv": [
            "person", "team", "role", "layer", "manager", "from", "to", "occupation", "parent_team", "email",
        ],
        "use.csv": ["person", "date", "tool", "use_case", "count", "mode"],
        "coverage.csv": ["source", "team", "from", "to", "absence", "note"],
        "activity.csv": ["person", "date"],
        "use-cases.csv": [
            "use_case", "title", "tool", "roles", "builder", "idea", "started", "live", "retired",
        ],
        "champions.csv": ["person", "week", "promised_hours", "kept_hours"],
        "pulse.csv": ["wave", "team", "role", "layer", "item", "answer", "variant", "respondent"],
        "changes.csv": ["initiative", "team", "from", "to", "weight"],
        "messages.csv": ["date", "layer", "channel", "motive", "example", "order"],
        "mandates.csv": ["from", "to", "team", "what"],
        "ties.csv": ["a", "b", "weight"],
        "examples.csv": [
            "role", "task", "use_case", "before_minutes", "after_minutes", "interruptions_before",
            "interruptions_after", "stress_before", "stress_after", "date", "kept",
        ],
    ]

    @Test(arguments: World.allCases)
    func `hold every file of the case folder under its promised columns`(world: World) {
        let reading = CaseReading(.superficialCompliance, world: world, withExports: true)
        let expected = Self.columns.filter { world != .noPulse || $0.key != "pulse.csv" }
        #expect(reading.specimen.files.map(\.file).sorted() == expected.keys.sorted())
        #expect(reading.specimen.files.first?.file == "people.csv")
        for table in reading.specimen.files {
            #expect(table.columns == expected[table.file])
            #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.file)")
            #expect(!table.rows.isEmpty, "\(table.file)")
        }
    }

    @Test(arguments: World.allCases)
    func `resolve every key`(world: World) {
        let reading = CaseReading(.enthusiasmGap, world: world)
        let people = Set(reading.column("person", of: "people.csv"))
        #expect(people.count == reading.column("person", of: "people.csv").count)
        let named = [
            ("use.csv", "person"), ("activity.csv", "person"), ("champions.csv", "person"), ("ties.csv", "a"),
            ("ties.csv", "b"), ("people.csv", "manager"), ("use-cases.csv", "builder"),
        ]
        for (file, column) in named {
            #expect(people.union([""]).isSuperset(of: reading.column(column, of: file)), "\(file) \(column)")
        }
        let teams = Set(reading.column("team", of: "people.csv")).union([""])
        for file in ["pulse.csv", "changes.csv", "mandates.csv", "coverage.csv"] {
            #expect(teams.isSuperset(of: reading.column("team", of: file)), "\(file)")
        }
        let roles = Set(reading.column("role", of: "people.csv"))
        #expect(roles.isSuperset(of: reading.column("role", of: "pulse.csv")))
        #expect(roles.isSuperset(of: reading.column("roles", of: "use-cases.csv")))
        #expect(roles.isSuperset(of: reading.column("role", of: "examples.csv")))
        let cases = Set(reading.column("use_case", of: "use-cases.csv"))
        #expect(cases.count == reading.column("use_case", of: "use-cases.csv").count)
        #expect(cases.union([""]).isSuperset(of: reading.column("use_case", of: "use.csv")))
        #expect(cases.isSuperset(of: reading.column("use_case", of: "examples.csv")))
    }

    @Test(arguments: World.allCases)
    func `say nothing of any day after the last`(world: World) {
        let reading = CaseReading(.noTimeOrFocus, world: world)
        #expect(reading.asOf.description == "2026-06-28")
        #expect(reading.asOf.weekday == 7)
        let dated = ["from", "to", "date", "wave", "week", "idea", "started", "live", "retired"]
        for table in reading.specimen.files {
            for (place, column) in table.columns.enumerated() where dated.contains(column) {
                // Most dates repeat: each is looked at once.
                let outside = Set(table.rows.map { $0[place] }).subtracting([""]).filter { text in
                    guard let day = Day(text) else { return true }
                    return day > reading.asOf || day <= reading.asOf.advanced(by: -500)
                }
                #expect(outside.isEmpty, "\(table.file) \(column)")
            }
        }
    }

    @Test(arguments: World.allCases)
    func `put ideas before starts, starts before going live`(world: World) {
        for one in CaseReading(.noTimeOrFocus, world: world).records("use-cases.csv") {
            let days = ["idea", "started", "live", "retired"].compactMap { Day(one[$0] ?? "") }
            #expect(days == days.sorted())
            #expect(one["live"] == "" || one["started"] != "")
        }
    }

    @Test(arguments: World.allCases)
    func `keep to the answers each item allows`(world: World) {
        let wrong = CaseReading(.messageMisalignment, world: world).records("pulse.csv").filter { answer in
            guard let item = PulseItem(rawValue: answer["item"] ?? "") else { return true }
            if item == .believed, answer["layer"] == "contributor" { return true }
            let variants =
                item == .tedium
                ? ["experienced", "expected"] : item == .interruptionsOrStress ? ["a", "b"] : [""]
            guard variants.contains(answer["variant"] ?? "?") else { return true }
            guard let text = answer["answer"], text != "", text != "?" else { return false }
            return Int(text).map { item.range.contains($0) } != true
        }
        #expect(wrong.map(\.cells).isEmpty)
    }

    @Test func `ask about felt benefit only those with firsthand use`() {
        let records = CaseReading(.healthy).records("pulse.csv")
        var firsthand: [String: Bool] = [:]
        for answer in records where answer["item"] == "Q1" {
            guard let value = Int(answer["answer"] ?? "") else { continue }
            firsthand["\(answer["wave"] ?? "")/\(answer["respondent"] ?? "")"] = value >= 2
        }
        var checked = 0
        var wrong = 0
        for answer in records where answer["item"] == "Q2" {
            guard let used = firsthand["\(answer["wave"] ?? "")/\(answer["respondent"] ?? "")"] else {
                continue
            }
            if (answer["variant"] == "experienced") != used { wrong += 1 }
            checked += 1
        }
        #expect(wrong == 0)
        #expect(checked > 200)
    }

    @Test func `draw new respondent keys in every wave`() {
        // If keys were kept, the team behind each key would be the same in all eight waves.
        let records = CaseReading(.healthy, seed: 12).records("pulse.csv").filter { $0["item"] == "Q1" }
        let waves = Set(records.compactMap { $0["wave"] })
        #expect(waves.count == 8)
        let teams = (1...20).map { key in
            Set(records.filter { $0["respondent"] == "r\(key)" }.compactMap { $0["team"] }).count
        }
        #expect(teams.allSatisfy { $0 > 1 })
    }

    @Test(arguments: World.allCases)
    func `use nothing on days away from work`(world: World) {
        let reading = CaseReading(.healthy, world: world)
        let atWork = Set(reading.records("activity.csv").map { "\($0["person"] ?? "")\($0["date"] ?? "")" })
        let used = reading.records("use.csv").map { "\($0["person"] ?? "")\($0["date"] ?? "")" }
        #expect(atWork.isSuperset(of: used))
        let holidays = reading.specimen.yaml.split(separator: "\n").compactMap { line in
            line.hasPrefix("    - ") ? Day(line.dropFirst(6)) : nil
        }
        #expect(holidays.count == 8)
        #expect(Set(reading.column("date", of: "activity.csv")).isDisjoint(with: holidays.map(\.description)))
    }

    @Test(arguments: [World.base, .small])
    func `staff organisations of the size promised`(world: World) {
        for seed in UInt64(0)..<20 {
            let reading = CaseReading(.healthy, world: world, seed: seed)
            var teams: [String: [String]] = [:]
            for person in reading.records("people.csv") {
                teams[person["team"] ?? "", default: []].append(person["layer"] ?? "")
            }
            let leadership = teams.removeValue(forKey: "Leadership") ?? []
            #expect((4...7).contains(leadership.count))
            #expect(leadership.allSatisfy { $0 == "executive" })
            #expect((world == .small ? 7...10 : 12...40).contains(teams.count))
            #expect(teams.values.allSatisfy { (5...12).contains($0.count) })
            #expect(teams.values.allSatisfy { layers in layers.count { $0 == "manager" } == 1 })
            #expect((4...6).contains(Set(reading.column("role", of: "people.csv")).count))
        }
    }
}
