import Measures

/// What stands in which field of a table of people and days, for those who read many rows at once.
struct BulkPlan {
    /// What a field is read as.
    enum Role: UInt8 {
        case other, person, date, tool, useCase, count, mode
    }

    /// The byte between fields.
    let delimiter: UInt8
    /// What each field of a row is read as, in the order of the header.
    let roles: [Role]
    /// The last day that is looked at.
    let lastDay: Day
    /// The order of day and month in slashed dates; nil: not known, or not yet.
    var dateStyle: DateStyle?

    /// Whether rows name a tool; where they do not, all days are of one kind.
    var hasTools: Bool { roles.contains(.tool) }
    /// Whether rows count actions.
    var hasCounts: Bool { roles.contains(.count) }
}
