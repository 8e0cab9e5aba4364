import Measures
import Rollout
import Specimens

/// A case folder read back by hand, apart from the room that wrote it.
struct CaseReading {
    let specimen: Specimen

    init(_ specimen: Specimen) { self.specimen = specimen }

    init(
        _ illness: Illness, world: World = .base, seed: UInt64 = 7, second: Illness? = nil,
        withExports: Bool = false
    ) {
        specimen = SpecimenFactory.make(
            SpecimenPlan(
                illness: illness, second: second, world: world, seed: seed, withExports: withExports))
    }

    func table(_ file: String) -> CaseTable? { specimen.files.first { $0.file == file } }

    /// The values of a column; empty where there is no such file.
    func column(_ name: String, of file: String) -> [String] {
        guard let table = table(file), let place = table.columns.firstIndex(of: name) else { return [] }
        return table.rows.map { $0[place] }
    }

    /// One row, read by column name.
    struct Record {
        let places: [String: Int]
        let cells: [String]

        subscript(_ column: String) -> String? { places[column].map { cells[$0] } }
    }

    /// The rows of a file by column name.
    func records(_ file: String) -> [Record] {
        guard let table = table(file) else { return [] }
        let places = Dictionary(uniqueKeysWithValues: zip(table.columns, table.columns.indices))
        return table.rows.map { Record(places: places, cells: $0) }
    }

    var asOf: Day {
        let line = specimen.yaml.split(separator: "\n").first { $0.hasPrefix("asOf: ") }
        return line.flatMap { Day($0.dropFirst(6)) } ?? Day(number: 0)
    }

    /// Mean of the values of an item's answers, executives left out.
    func mean(_ item: String, variant: String? = nil) -> Double {
        let values = records("pulse.csv").filter {
            $0["item"] == item && $0["layer"] != "executive" && (variant == nil || $0["variant"] == variant)
        }.compactMap { Double($0["answer"] ?? "") }
        return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }

    /// Weeks with real use, by person.
    var activeWeeks: [String: Set<Int>] {
        var weeks: [String: Set<Int>] = [:]
        for use in records("use.csv") where use["mode"] == "assist" || use["mode"] == "agent" {
            guard let day = Day(use["date"] ?? "") else { continue }
            weeks[use["person"] ?? "", default: []].insert(day.week.number)
        }
        return weeks
    }

    /// Weeks under an order, by team; the empty name stands for everybody.
    var mandateWeeks: [String: Set<Int>] {
        var weeks: [String: Set<Int>] = [:]
        for order in records("mandates.csv") {
            guard let day = Day(order["from"] ?? "") else { continue }
            weeks[order["team"] ?? "", default: []].insert(day.week.number)
        }
        return weeks
    }

    /// Habit share on the last day, computed from the tables alone (SCIENCE 2.2).
    var habitShare: Double {
        var daysAtWork: [String: [Int: Int]] = [:]
        for sign in records("activity.csv") {
            guard let day = Day(sign["date"] ?? "") else { continue }
            daysAtWork[sign["person"] ?? "", default: [:]][day.week.number, default: 0] += 1
        }
        let active = activeWeeks
        let mandates = mandateWeeks
        var people = 0
        var habits = 0
        for person in records("people.csv") where person["layer"] != "executive" && person["to"] == "" {
            let key = person["person"] ?? ""
            let ordered = (mandates[""] ?? []).union(mandates[person["team"] ?? ""] ?? [])
            let seen = (daysAtWork[key] ?? [:]).filter { $0.value >= 2 && !ordered.contains($0.key) }.keys
                .sorted().suffix(10)
            guard seen.count >= 6 else { continue }
            people += 1
            let used = seen.count { active[key]?.contains($0) ?? false }
            if Double(used) >= 0.6 * Double(seen.count) { habits += 1 }
        }
        return people == 0 ? 0 : Double(habits) / Double(people)
    }

    /// Live use cases per champion-week over the last 26 weeks.
    var supply: Double {
        let first = asOf.advanced(by: -26 * 7)
        let live = column("live", of: "use-cases.csv").compactMap { Day($0) }.count { $0 > first }
        let weeks = column("week", of: "champions.csv").compactMap { Day($0) }.count { $0 > first }
        return weeks == 0 ? 0 : Double(live) / Double(weeks)
    }
}
