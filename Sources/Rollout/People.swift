package import Measures

/// A person of the case: the place in the sorted roster, and nothing else.
///
/// Names, logins and addresses never come past Intake; what is left is a number.
package struct PersonID: Hashable, Comparable, Sendable {
    /// The person's place in the roster, from 0.
    package let ordinal: Int

    /// A person by place in the roster.
    package init(_ ordinal: Int) { self.ordinal = ordinal }

    package static func < (left: PersonID, right: PersonID) -> Bool { left.ordinal < right.ordinal }
}

/// A person's place in the line: who decides, who leads a team, who does the work.
package enum Layer: String, Hashable, Sendable, CaseIterable, Comparable {
    case executive, manager, contributor

    private var rank: Int { Layer.allCases.firstIndex(of: self) ?? 0 }

    package static func < (left: Layer, right: Layer) -> Bool { left.rank < right.rank }
}

/// One person of the roster.
package struct Person: Hashable, Sendable {
    package let id: PersonID
    /// Index into `Evidence.teams`.
    package let team: Int
    /// Index into `Evidence.roles`.
    package let role: Int
    package let layer: Layer
    /// Whom the person reports to, where known.
    package let manager: PersonID?
    /// First day in the organisation; nil: before the evidence begins.
    package let from: Day?
    /// Last day in the organisation; nil: still there.
    package let to: Day?
    /// Standard Occupational Classification code, where known.
    package let occupation: String?
    /// Whether the person has agreed to be invited to show or to try something; nil: not told.
    package let mayBeInvited: Bool?

    package init(
        id: PersonID, team: Int, role: Int, layer: Layer, manager: PersonID? = nil,
        from: Day? = nil, to: Day? = nil, occupation: String? = nil,
        mayBeInvited: Bool? = nil
    ) {
        self.id = id
        self.team = team
        self.role = role
        self.layer = layer
        self.manager = manager
        self.from = from
        self.to = to
        self.occupation = occupation
        self.mayBeInvited = mayBeInvited
    }

    /// Whether the person belongs to the organisation on a day.
    package func isPresent(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
}

/// A team of the roster.
package struct Team: Hashable, Sendable {
    package let name: String
    /// Index of the team above, where known.
    package let parent: Int?

    package init(name: String, parent: Int? = nil) {
        self.name = name
        self.parent = parent
    }
}
