package import Measures

/// A week in which a person used a tool, told by a source that does not tell the days.
///
/// Kept apart from the sets of days, because no day is known: a week with use counts for a habit, and every
/// measure of days is not known over people whose use is told in this way.
package struct WeekUse: Hashable, Sendable {
    package let person: PersonID
    package let tool: String
    package let mode: UseMode
    package let week: Week
    /// Days used in the week, 1 to 7, where the source counts them.
    package let activeDays: Int?

    package init(person: PersonID, tool: String, mode: UseMode = .assist, week: Week, activeDays: Int? = nil)
    {
        self.person = person
        self.tool = tool
        self.mode = mode
        self.week = week
        self.activeDays = activeDays
    }
}
