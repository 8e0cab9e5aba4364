import Archive
import Foundation
import GRDB
import Measures
import Rollout

// How values stand in columns. A value that cannot be read back is a sign of damage and stops the reading.

extension Day {
    /// Days since 1970.
    var column: Int64 { Int64(number) }

    init(column: Int64) { self.init(number: Int(column)) }
}

/// Reads columns by name and says where one cannot be understood.
struct Columns {
    let row: Row

    func text(_ name: String) -> String { row[name] }
    func maybeText(_ name: String) -> String? { row[name] }
    /// A text whose absence is the empty text.
    func named(_ name: String) -> String? {
        let text: String = row[name]
        return text.isEmpty ? nil : text
    }
    func number(_ name: String) -> Int64 { row[name] }
    func maybeNumber(_ name: String) -> Int64? { row[name] }
    func count(_ name: String) -> Int { row[name] }
    func real(_ name: String) -> Double { row[name] }
    func maybeReal(_ name: String) -> Double? { row[name] }
    func day(_ name: String) -> Day { Day(column: row[name]) }
    func maybeDay(_ name: String) -> Day? { maybeNumber(name).map(Day.init(column:)) }
    func moment(_ name: String) -> Moment { Moment(seconds: row[name]) }
    func maybeMoment(_ name: String) -> Moment? { maybeNumber(name).map(Moment.init(seconds:)) }
    func week(_ name: String) -> Week { Week(number: row[name]) }
    func member(_ name: String) -> MemberID { MemberID(row[name]) }
    func maybeMember(_ name: String) -> MemberID? { maybeNumber(name).map(MemberID.init) }
    func bytes(_ name: String) -> [UInt8] {
        let data: Data = row[name]
        return [UInt8](data)
    }
    func maybeBytes(_ name: String) -> [UInt8]? {
        let data: Data? = row[name]
        return data.map { [UInt8]($0) }
    }
    func flag(_ name: String) -> Bool { row[name] }

    /// A value of a closed list of words.
    func word<Word: RawRepresentable>(_ name: String) throws -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: row[name]) else {
            throw ArchiveFailure(
                .damaged,
                "The column \(name) holds a word that this version does not know. Restore a backup, or update."
            )
        }
        return word
    }

    /// The same, where it may be missing or the empty text.
    func maybeWord<Word: RawRepresentable>(_ name: String) throws -> Word? where Word.RawValue == String {
        let text: String? = row[name]
        guard let text, !text.isEmpty else { return nil }
        return try word(name)
    }
}

extension Capability {
    /// Capabilities as one text, in alphabetical order.
    static func column(_ capabilities: Set<Capability>) -> String {
        capabilities.sorted().map(\.rawValue).joined(separator: " ")
    }

    static func set(column: String) -> Set<Capability> {
        Set(column.split(separator: " ").compactMap { Capability(rawValue: String($0)) })
    }
}

extension PulseAnswer.Reply {
    /// A number, empty for skipped, `?` for cannot say: the words of pulse.csv.
    var column: String {
        switch self {
        case .value(let value): String(value)
        case .skipped: ""
        case .cannotSay: "?"
        }
    }

    init(column: String) throws {
        switch column {
        case "": self = .skipped
        case "?": self = .cannotSay
        default:
            guard let value = Int(column) else {
                throw ArchiveFailure(.damaged, "An answer is no number. Restore the latest backup.")
            }
            self = .value(value)
        }
    }
}

/// Yes, no or not said, as a text that can stand in a key.
enum Flag {
    static func column(_ flag: Bool?) -> String { flag.map { $0 ? "yes" : "no" } ?? "" }
    static func value(_ column: String) -> Bool? { column.isEmpty ? nil : column == "yes" }
}
