import Measures

extension JSONRow {
    /// The day of a date or time that must be there, for a value at hand.
    /// - Parameters:
    ///   - name: What to call it where it is no time.
    ///   - isUTC: Whether a time without a zone is known to be UTC; otherwise its day stands as written.
    func requiredDay(_ value: JSONValue?, _ name: String, isUTC: Bool = false) throws(RowRefusal) -> Day {
        guard let day = try day(value, name, isUTC: isUTC) else { throw JSONRow.missing(name) }
        return day
    }

    /// The day as a field has it, whatever the zone of the case: of sources that count by days of UTC, the midnight
    /// of a day is no instant to convert.
    /// - Returns: Nil where the field is not there, null, or empty.
    func writtenDay(_ name: StaticString) throws(RowRefusal) -> Day? {
        guard let value = self[name] else { return nil }
        switch value.isText ? CellDate.read(value.bytes) : .malformed {
        case .day(let day): return day
        case .absent: return nil
        case .outOfRange, .slashed, .malformed: return try day(name)
        }
    }
}
