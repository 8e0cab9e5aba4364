import Measures

/// How the parts of a date stand to each other.
package enum DateStyle: String, Hashable, Sendable, CaseIterable {
    /// Day first: 26/03/2024.
    case dayFirst = "dmy"
    /// Month first: 03/26/2024.
    case monthFirst = "mdy"
}

/// What a date cell says.
enum CellDate: Equatable {
    case day(Day)
    case absent
    /// Day and month stand in an order the cell does not tell; both readings.
    case slashed(first: Int, second: Int, year: Int)
    case malformed
    case outOfRange

    /// The days that can be told of: 2000-01-01 to 2100-12-31.
    static let range: ClosedRange<Day> =
        Day(year: 2000, month: 1, day: 1)!...Day(year: 2100, month: 12, day: 31)!

    /// First day of each month from 2000-01 to 2101-01, so that a date costs two look-ups.
    private static let months: [Int32] = (0...1212).map { index in
        Day(year: 2000 + index / 12, month: index % 12 + 1, day: 1)!.number
    }

    /// Reads `2026-06-28`, `2026/06/28`, `28.6.2026`, `28/06/2026` and `28-06-2026`, each with or without a time.
    ///
    /// A time is passed over: the day stands as written. `0000-00-00` counts as absent.
    static func read(_ cell: UnsafeRawBufferPointer) -> CellDate {
        if cell.isEmpty { return .absent }
        if cell.count == 10, cell[4] == 45, cell[7] == 45 {
            let year = number(cell, 0, 4)
            let month = number(cell, 5, 7)
            let day = number(cell, 8, 10)
            if year >= 0, month >= 0, day >= 0 { return make(year: year, month: month, day: day) }
        }
        return readOther(cell)
    }

    @inline(__always)
    private static func number(_ cell: UnsafeRawBufferPointer, _ from: Int, _ to: Int) -> Int {
        var value = 0
        for index in from..<to {
            let digit = Int(cell[index]) - 48
            if digit < 0 || digit > 9 { return -1 }
            value = value * 10 + digit
        }
        return value
    }

    /// A date of its parts.
    static func make(year: Int, month: Int, day: Int) -> CellDate {
        if year == 0, month == 0, day == 0 { return .absent }
        guard month >= 1, month <= 12, day >= 1, day <= 31 else { return .malformed }
        guard year >= 2000, year <= 2100 else {
            return Day(year: year, month: month, day: day) == nil ? .malformed : .outOfRange
        }
        let index = (year - 2000) * 12 + month - 1
        let number = months[index] + Int32(day) - 1
        return number < months[index + 1] ? .day(Day(number: number)) : .malformed
    }

    private static func readOther(_ cell: UnsafeRawBufferPointer) -> CellDate {
        var parts = [0, 0, 0]
        var widths = [0, 0, 0]
        var part = 0
        var separator: UInt8 = 0
        var place = 0
        scan: while place < cell.count {
            let byte = cell[place]
            switch byte {
            case 48...57:
                widths[part] += 1
                guard widths[part] <= 4 else { return .malformed }
                parts[part] = parts[part] * 10 + Int(byte - 48)
            case 45, 46, 47:
                guard part < 2, separator == 0 || separator == byte else { return .malformed }
                separator = byte
                part += 1
            case 32, 84, 116: break scan
            default: return .malformed
            }
            place += 1
        }
        guard part == 2, widths.allSatisfy({ $0 > 0 }), isTime(cell, from: place) else { return .malformed }
        if widths[0] == 4, widths[1] <= 2, widths[2] <= 2 {
            return make(year: parts[0], month: parts[1], day: parts[2])
        }
        guard widths[2] == 4, widths[0] <= 2, widths[1] <= 2 else { return .malformed }
        if separator == 46 { return make(year: parts[2], month: parts[1], day: parts[0]) }
        return .slashed(first: parts[0], second: parts[1], year: parts[2])
    }

    /// Whether the rest of a cell is a time of day, or nothing.
    private static func isTime(_ cell: UnsafeRawBufferPointer, from place: Int) -> Bool {
        guard place < cell.count else { return true }
        guard place + 1 < cell.count, cell.count - place <= 40 else { return false }
        let allowed: Set<UInt8> = Set("0123456789:.+-Zz AaPpMmUTCutc".utf8)
        return (48...57).contains(cell[place + 1]) && cell[(place + 1)...].allSatisfy(allowed.contains)
    }
}

/// What a whole column of slashed dates can be.
struct DateColumn: Equatable {
    /// The greatest number in the first and the second place.
    var first = 0
    var second = 0

    /// Whether some dates have the day first and others the month.
    var isContradictory: Bool { first > 12 && second > 12 }

    /// The only order that fits every date; nil where both or neither do.
    var style: DateStyle? {
        switch (first > 12, second > 12) {
        case (true, false): .dayFirst
        case (false, true): .monthFirst
        default: nil
        }
    }
}
