package import Measures
package import Rollout

/// One measure over all the groups of a publication: what is released or withheld together.
package struct Family: Sendable {
    /// How much may be read off the values.
    package enum Kind: Hashable, Sendable {
        /// Shares of people who count: whoever knows the denominator knows the count.
        case counts
        /// Anything else: scores, correlations, composed indices.
        case scores
    }

    /// One figure of the family.
    package struct Member: Sendable {
        /// The scope the figure is shown under.
        package let scope: Scope
        /// Everybody in the scope, who need not all be in the denominator.
        package let everybody: PeopleSet
        package let figure: Sensitive<Measured<Estimate>>
        /// Whether every other member comes first: it may lose, and never costs another its place.
        package let yieldsToAll: Bool

        package init(
            scope: Scope, everybody: PeopleSet, figure: Sensitive<Measured<Estimate>>,
            yieldsToAll: Bool = false
        ) {
            self.yieldsToAll = yieldsToAll
            self.scope = scope
            self.everybody = everybody
            self.figure = figure
        }
    }

    package private(set) var members: [Member]
    package let kind: Kind
    /// Fewest people for a figure to be shown at all.
    package let floor: Int
    /// What is said below the floor.
    package let belowFloor: Reason
    /// Whether even the size of the denominator says what people did ("of those who tried, …").
    package let hasTellingDenominator: Bool

    /// A family.
    /// - Parameters:
    ///   - members: In the order in which they are to be released; two may share a scope.
    ///   - floor: Nil: the policy's minimum group.
    package init(
        _ members: [Member], kind: Kind = .counts, policy: DisclosurePolicy, floor: Int? = nil,
        belowFloor: Reason? = nil, hasTellingDenominator: Bool = false
    ) {
        self.members = members
        self.kind = kind
        self.floor = max(floor ?? 0, policy.minimumGroup)
        self.belowFloor = belowFloor ?? policy.groupTooSmall
        self.hasTellingDenominator = hasTellingDenominator
    }

    /// Takes in one more member, released last.
    package mutating func add(_ member: Member) { members.append(member) }
}
