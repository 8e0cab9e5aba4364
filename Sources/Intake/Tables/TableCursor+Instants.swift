import Measures

extension TableCursor {
    /// The day a cell tells of, which must be there and readable: of a time that names its zone the day it
    /// has in the case's zone, of anything else the day as written.
    /// - Parameter isUTC: Whether a time without a zone is known to be UTC.
    func requiredInstantDay(_ column: Column, isUTC: Bool = false) throws(RowRefusal) -> Day {
        switch desk.zone.day(of: bytes(column), isUTC: isUTC) {
        case .day(let day): return day
        case .absent, .outOfRange, .slashed, .malformed: return try requiredDay(column)
        }
    }

    /// The same for a cell that may be empty; one that cannot be read is reported and counts as empty.
    func instantDay(_ column: Column, isUTC: Bool = false) -> Day? {
        switch desk.zone.day(of: bytes(column), isUTC: isUTC) {
        case .day(let day): day
        case .absent: nil
        case .outOfRange, .slashed, .malformed: day(column)
        }
    }
}
