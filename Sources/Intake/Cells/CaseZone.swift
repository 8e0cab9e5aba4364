import Foundation
import Measures

/// The time zone in which a case counts its days.
///
/// An instant (a time that names its zone, or seconds since 1970) belongs to the day it had there. A date
/// without a time, and a time without a zone, stand as written.
final class CaseZone {
    private enum Rule {
        case fixed(seconds: Int)
        case changing(TimeZone)
    }

    /// The zone's name, as shown: `UTC`, `Europe/Berlin`, `+05:30`.
    let name: String
    private let rule: Rule
    /// Offset by quarter of an hour since 1970; zones change on such borders only.
    private var offsets: [Int: Int] = [:]

    /// Coordinated universal time, the default.
    init() {
        name = "UTC"
        rule = .fixed(seconds: 0)
    }

    /// A zone by its name in the IANA database, or by its distance from UTC such as `+05:30`.
    /// - Returns: Nil where no such zone is known here.
    init?(_ text: String) {
        let name = text.trimmingCharacters(in: .whitespaces)
        if ["UTC", "GMT", "Z"].contains(name.uppercased()) {
            self.name = "UTC"
            rule = .fixed(seconds: 0)
        } else if let seconds = Array(name.utf8).withUnsafeBytes({ InstantText.offset($0, from: 0) }) {
            self.name = name
            rule = .fixed(seconds: seconds)
        } else if name.contains("/"), let zone = TimeZone(identifier: name) {
            self.name = name
            rule = .changing(zone)
        } else {
            return nil
        }
    }

    /// The day an instant has in this zone.
    /// - Parameter seconds: Seconds since 1970-01-01T00:00:00Z.
    func day(epochSeconds seconds: Int) -> CellDate {
        guard abs(seconds) < 1 << 40 else { return .outOfRange }
        let day = Day(number: CaseZone.floor(seconds + offset(at: seconds), 86_400))
        return CellDate.range.contains(day) ? .day(day) : .outOfRange
    }

    /// The day a cell tells of: of an instant the day it has in this zone, of anything else the day as written.
    ///
    /// Instants are `2026-05-07T09:12:44Z`, with any fraction, a blank for the `T`, and `Z`, `UTC` or an
    /// offset; ten digits are seconds since 1970 and thirteen are milliseconds.
    /// - Parameter isUTC: Whether a time without a zone is known to be UTC.
    func day(of cell: UnsafeRawBufferPointer, isUTC: Bool = false) -> CellDate {
        if cell.count > 10 {
            if let instant = InstantText.read(cell, isUTC: isUTC) { return day(epochSeconds: instant) }
        } else if cell.count < 10 {
            return CellDate.read(cell)
        }
        if cell.count == 10 || cell.count == 13, cell.allSatisfy({ (48...57).contains($0) }) {
            let number = cell.reduce(0) { $0 * 10 + Int($1 - 48) }
            return day(epochSeconds: cell.count == 10 ? number : CaseZone.floor(number, 1000))
        }
        return CellDate.read(cell)
    }

    private func offset(at seconds: Int) -> Int {
        switch rule {
        case .fixed(let offset): return offset
        case .changing(let zone):
            let quarter = CaseZone.floor(seconds, 900)
            if let known = offsets[quarter] { return known }
            let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
            offsets[quarter] = offset
            return offset
        }
    }

    private static func floor(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : (value - divisor + 1) / divisor
    }
}

/// Times that name their zone.
enum InstantText {
    /// Seconds since 1970 of `2026-05-07T09:12:44.5+02:00` and the like; nil where the text is none.
    /// - Parameter isUTC: Whether a time without a zone is UTC; otherwise it is no instant.
    static func read(_ cell: UnsafeRawBufferPointer, isUTC: Bool) -> Int? {
        guard cell.count >= 16, cell[4] == 45, cell[7] == 45, [32, 84, 116].contains(cell[10]),
            cell[13] == 58,
            let year = number(cell, 0, 4), let month = number(cell, 5, 7), let date = number(cell, 8, 10),
            let hour = number(cell, 11, 13), let minute = number(cell, 14, 16), hour < 25, minute < 60,
            let day = Day(year: year, month: month, day: date)
        else { return nil }
        var place = 16
        var second = 0
        if place + 2 < cell.count, cell[place] == 58 {
            guard let value = number(cell, place + 1, place + 3), value <= 60 else { return nil }
            second = value
            place += 3
            if place < cell.count, cell[place] == 46 || cell[place] == 44 {
                place += 1
                while place < cell.count, (48...57).contains(cell[place]) { place += 1 }
            }
        }
        let local = Int(day.number) * 86_400 + hour * 3600 + minute * 60 + min(second, 59)
        if place == cell.count { return isUTC ? local : nil }
        if cell[place] == 32 { place += 1 }
        let rest = String(decoding: UnsafeRawBufferPointer(rebasing: cell[place...]), as: UTF8.self)
            .uppercased()
        if ["Z", "UTC", "GMT"].contains(rest) { return local }
        return offset(cell, from: place).map { local - $0 }
    }

    /// Seconds east of UTC of `+05:30`, `-0800` or `+2`; nil where the bytes are anything else.
    static func offset(_ cell: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard start < cell.count, cell[start] == 43 || cell[start] == 45 else { return nil }
        let digits = cell[(start + 1)...].filter { $0 != 58 }
        let colons = cell.count - start - 1 - digits.count
        guard digits.allSatisfy({ (48...57).contains($0) }), [1, 2, 4].contains(digits.count),
            colons <= (digits.count == 4 ? 1 : 0)
        else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        let (hours, minutes) = digits.count == 4 ? (value / 100, value % 100) : (value, 0)
        guard hours <= 14, minutes < 60 else { return nil }
        return (cell[start] == 45 ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    private static func number(_ cell: UnsafeRawBufferPointer, _ from: Int, _ to: Int) -> Int? {
        var value = 0
        for index in from..<to {
            guard (48...57).contains(cell[index]) else { return nil }
            value = value * 10 + Int(cell[index] - 48)
        }
        return value
    }
}
