/// What a roster of any source can say of a person.
enum RosterField: Hashable, CaseIterable {
    case address, otherAddresses, employeeID, objectID, accountID, login
    case name, givenName, familyName
    case team, parentTeam, role, layer
    /// Steps from the top.
    case depth
    case managerAddress, managerEmployeeID, managerObjectID, managerAccountID, managerName
    /// A manager given by whatever the source has: an address, an id or a name.
    case manager
    case from, to
    /// The day the row speaks of.
    case effective
    case enabled, status, userType, licence

    /// Fields that hold days.
    static let days: [RosterField] = [.from, .to, .effective]

    /// The name under which `columns` in `case.yaml` maps a column of theirs; nil: the vendor's names only.
    var mappedName: String? {
        switch self {
        case .address: "email"
        case .employeeID: "employeeid"
        case .team: "team"
        case .parentTeam: "parentteam"
        case .role: "role"
        case .layer: "layer"
        case .manager: "manager"
        case .from: "from"
        case .to: "to"
        default: nil
        }
    }

    /// A title as it is compared: letters, digits and `#` of its normalised name.
    ///
    /// `Work Email`, `work_email` and `workEmail` are one.
    static func key(_ title: String) -> String {
        String(ColumnName.normalised(title).filter { $0.isLetter || $0.isNumber || $0 == "#" })
    }
}

/// A kind of roster: what its columns or keys are called, and how much its word counts.
struct RosterKind {
    /// The reader's id.
    let source: String
    let standing: RosterRow.Standing
    /// Names by field, as `RosterField.key` makes them, in the order in which they are looked at.
    private let names: [RosterField: [String]]
    /// Whether rows only complete what other rosters say.
    let isSupplement: Bool

    /// - Parameter names: The source's names by field, in the order in which they are looked at; of JSON, keys
    ///   with those above them, joined by points.
    init(
        source: String, standing: RosterRow.Standing, isSupplement: Bool = false,
        names: [RosterField: [String]]
    ) {
        self.source = source
        self.standing = standing
        self.isSupplement = isSupplement
        var all: [RosterField: [String]] = [:]
        for field in RosterField.allCases {
            // What somebody mapped goes before what the vendor calls it.
            var known = [field.mappedName].compactMap { $0 } + (names[field] ?? []).map(RosterField.key)
            // A source may call the distance from the top a layer, which is no word for one.
            let depths = (names[.depth] ?? []).map(RosterField.key)
            if field == .layer { known.removeAll(where: depths.contains) }
            if !known.isEmpty { all[field] = known }
        }
        self.names = all
    }

    /// The names of a field, in the order in which they are looked at.
    func names(of field: RosterField) -> [String] { names[field] ?? [] }
}
