import Archive
import GRDB
import Measures
import Rollout

/// Name, calendar and thresholds of a case, kept as settings under names of their own.
enum EvidenceSettings {
    /// Keeps what a filing says beyond the defaults; a filing that says nothing changes nothing.
    static func keep(_ evidence: Evidence, _ database: Database) throws {
        if evidence.name != "Organisation" {
            try SQLiteArchive.set(evidence.name, for: "evidence.name", database)
        }
        let calendar = evidence.calendar
        if calendar != WorkCalendar() {
            let weekdays = calendar.weekdays.sorted().map { String($0) }.joined(separator: " ")
            let holidays = calendar.holidays.sorted().map { String($0.number) }.joined(separator: " ")
            try SQLiteArchive.set(weekdays, for: "evidence.weekdays", database)
            try SQLiteArchive.set(holidays, for: "evidence.holidays", database)
        }
        let known = evidence.thresholds
        if known != Thresholds() {
            let numbers = [
                known.habit, known.supply, Double(known.horizonWeeks), known.habitWeeks, known.decided,
            ]
            try SQLiteArchive.set(
                numbers.map { String($0) }.joined(separator: " "), for: "evidence.thresholds", database)
        }
    }

    /// Puts what is kept into holdings.
    static func fill(_ holdings: inout Holdings, _ database: Database) throws {
        holdings.name = try get("evidence.name", database)
        if let weekdays = try get("evidence.weekdays", database) {
            let holidays = try get("evidence.holidays", database) ?? ""
            holdings.calendar = WorkCalendar(
                weekdays: Set(weekdays.split(separator: " ").compactMap { Int($0) }),
                holidays: Set(
                    holidays.split(separator: " ").compactMap { Int($0) }.map { Day(number: $0) }))
        }
        if let text = try get("evidence.thresholds", database) {
            let numbers = text.split(separator: " ").compactMap { Double($0) }
            guard numbers.count == 5 else {
                throw ArchiveFailure(.damaged, "The thresholds cannot be read. Import case.yaml again.")
            }
            holdings.thresholds = Thresholds(
                habit: numbers[0], supply: numbers[1], horizonWeeks: Int(numbers[2]), habitWeeks: numbers[3],
                decided: numbers[4])
        }
    }

    private static func get(_ name: String, _ database: Database) throws -> String? {
        try String.fetchOne(database, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    }
}
