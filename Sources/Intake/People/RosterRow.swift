import Measures
import Rollout

/// A person as one row of an export lists them, put into one shape for every source.
///
/// Names stay here: they serve to find managers who are given by name, and go no further.
struct RosterRow {
    /// Whom a person reports to, by the kind of name the source gives.
    enum Manager: Hashable {
        case identity(Identity)
        /// A name as people write it, in any of the spellings of `names`.
        case name(String)
    }

    /// How much the word of a source counts where two tell differently.
    enum Standing: Int, Comparable {
        /// Registers of employees: what the organisation itself keeps of who works where.
        case hr
        /// Directories of accounts, which are told of moves later.
        case directory
        /// Lists that name people in passing.
        case other

        static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
    }

    /// Every name of the person in this source that others may use; the first one is shown nowhere either.
    var identities: [Identity]
    /// The person's name, in every spelling a manager cell of this source may use. Empty where no manager is
    /// given by name.
    var names: [String]
    var team: String?
    var parentTeam: String?
    var role: String?
    var layer: Layer?
    var manager: Manager?
    /// First and last day in the organisation.
    var from: Day?
    var to: Day?
    /// Standard Occupational Classification code.
    var occupation: String?
    /// Whether the account is enabled; nil: not told.
    var isEnabled: Bool?
    /// The day the row speaks of: of two rows of one person, the later one counts.
    var asOf: Day?
    /// Whether the row only completes what a roster says: it makes no person where there is a real roster.
    var isSupplement: Bool
    let standing: Standing
    /// The reader's id: files of one kind are one source, of which the later day counts.
    let source: String
    let file: String
    let line: Int

    init(
        identities: [Identity?], names: [String] = [], team: String? = nil, parentTeam: String? = nil,
        role: String? = nil, layer: Layer? = nil, manager: Manager? = nil, from: Day? = nil, to: Day? = nil,
        occupation: String? = nil, isEnabled: Bool? = nil, asOf: Day? = nil, isSupplement: Bool = false,
        standing: Standing = .other, source: String = "", file: String, line: Int
    ) {
        self.identities = identities.compactMap { $0 }
        self.names = names
        self.team = team
        self.parentTeam = parentTeam
        self.role = role
        self.layer = layer
        self.manager = manager
        self.from = from
        self.to = to
        self.occupation = occupation
        self.isEnabled = isEnabled
        self.asOf = asOf
        self.isSupplement = isSupplement
        self.standing = standing
        self.source = source
        self.file = file
        self.line = line
    }

    /// Completes this row by another of the same person; what this one says stays.
    /// - Returns: Whether the two tell differently of team, role or manager.
    mutating func complete(by other: RosterRow) -> Bool {
        func differ<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
            guard let one, let other else { return false }
            return one != other
        }
        let isConflict =
            differ(team.map(CellText.key), other.team.map(CellText.key))
            || differ(role.map(CellText.key), other.role.map(CellText.key))
            || (file == other.file && differ(manager, other.manager))
        for identity in other.identities where !identities.contains(identity) {
            identities.append(identity)
        }
        for name in other.names where !names.contains(name) { names.append(name) }
        team = team ?? other.team
        parentTeam = parentTeam ?? other.parentTeam
        role = role ?? other.role
        layer = layer ?? other.layer
        manager = manager ?? other.manager
        from = from ?? other.from
        to = to ?? other.to
        occupation = occupation ?? other.occupation
        isEnabled = isEnabled ?? other.isEnabled
        isSupplement = isSupplement && other.isSupplement
        return isConflict
    }
}
