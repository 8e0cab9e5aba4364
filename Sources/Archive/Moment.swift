package import Measures

/// A moment, in whole seconds since 1970-01-01 UTC; always given, never read from a clock here.
package struct Moment: Hashable, Comparable, Sendable {
    package let seconds: Int64

    package init(seconds: Int64) { self.seconds = seconds }

    package static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

    /// The calendar day in UTC.
    package var day: Day {
        Day(number: Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400))
    }

    /// A moment later (or earlier, for a negative number of seconds).
    package func advanced(by seconds: Int64) -> Moment { Moment(seconds: self.seconds + seconds) }
}

/// A person as the archive knows them over all imports: a number that is never given to anybody else.
package struct MemberID: Hashable, Comparable, Sendable {
    package let number: Int64

    package init(_ number: Int64) { self.number = number }

    package static func < (left: MemberID, right: MemberID) -> Bool { left.number < right.number }
}
