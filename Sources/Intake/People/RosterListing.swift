import Measures
import Rollout

/// Gathers the people one file lists and reports what they have in common.
struct RosterListing {
    private struct Draft {
        var row: RosterRow
        let managers: [RosterRow.Manager]
    }

    private let file: CaseFile
    private let desk: IntakeDesk
    private let kind: RosterKind
    private var drafts: [Draft] = []
    private var guests = 0
    private var licences: (with: Int, listed: Int) = (0, 0)

    init(_ file: CaseFile, desk: IntakeDesk, kind: RosterKind) {
        self.file = file
        self.desk = desk
        self.kind = kind
    }

    /// Takes a person.
    /// - Throws: Where the cells name nobody by address, number or id.
    mutating func take(_ cells: RosterCells) throws(RowRefusal) {
        if cells.isGuest {
            guests += 1
            return
        }
        let identities = cells.identities(source: kind.source)
        guard !identities.isEmpty else {
            throw RowRefusal(
                .missingValue,
                "The row names nobody by address, number or id. It is left out; export it with one of them.")
        }
        if let hasLicence = cells.hasLicence {
            licences.listed += 1
            licences.with += hasLicence ? 1 : 0
        }
        var layer: Layer?
        if let word = cells[.layer] {
            layer = desk.settings.pulse.layer(of: word)
            if layer == nil {
                desk.book.add(
                    .badValue, file: file.path, line: cells.line,
                    "`layer` is none of executive, manager, contributor. The layer is found from the line of managers; correct it."
                )
            }
        }
        let row = RosterRow(
            identities: identities, names: cells.names, team: cells[.team], parentTeam: cells[.parentTeam],
            role: cells[.role], layer: layer, from: cells.day(.from), to: cells.day(.to),
            // Whom a register of employees lists is there, unless it says otherwise.
            isEnabled: cells.isEnabled ?? (kind.standing == .hr && !kind.isSupplement ? true : nil),
            asOf: cells.day(.effective), isSupplement: kind.isSupplement, standing: kind.standing,
            source: kind.source, file: file.path, line: cells.line)
        drafts.append(Draft(row: row, managers: cells.managers(source: kind.source)))
    }

    /// Hands the people over.
    mutating func finish(into rows: inout [RosterRow]) {
        var known: Set<Identity> = []
        for draft in drafts { known.formUnion(draft.row.identities) }
        for var draft in drafts {
            // The surest way that leads to somebody listed here; another source may know the first.
            let found = draft.managers.first { manager in
                if case .identity(let identity) = manager { return known.contains(identity) }
                return false
            }
            let named = draft.managers.first { if case .name = $0 { true } else { false } }
            draft.row.manager = found ?? named ?? draft.managers.first
            rows.append(draft.row)
        }
        report()
    }

    private func report() {
        if guests > 0 {
            desk.book.add(
                .rosterGuests, file: file.path,
                "\(guests == 1 ? "1 guest account is" : "\(guests) guest accounts are") left out: guests belong to another organisation."
            )
        }
        if licences.listed > 0 {
            desk.book.add(
                .rosterLicences, file: file.path,
                "\(licences.with) of \(Counted.people(licences.listed)) listed have a licence. Whoever has none cannot use the tool; say so in coverage.csv if whole teams have none."
            )
        }
        guard !kind.isSupplement, !drafts.isEmpty else { return }
        for (name, isMissing) in [
            ("team", drafts.allSatisfy { $0.row.team == nil }),
            ("role", drafts.allSatisfy { $0.row.role == nil }),
        ] where isMissing {
            desk.book.add(
                .rosterColumnMissing, file: file.path,
                "Nothing in the file tells anybody's \(name). Export it with that column, or map yours in case.yaml: `columns: {\(file.path): {THEIR COLUMN: \(name)}}`."
            )
        }
        let teams = drafts.compactMap(\.row.team)
        if !teams.isEmpty, teams.allSatisfy({ $0.count >= 4 && $0.allSatisfy(\.isNumber) }) {
            desk.book.add(
                .rosterCodes, file: file.path,
                "Teams are told by numbers in place of names. They are used as they stand; export the file again with readable values."
            )
        }
    }
}
