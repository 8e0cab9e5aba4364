import Measures
import Rollout

/// Organisation data of Viva Insights: one row a person and effective day, as CSV or workbook.
///
/// `PersonId` is an address where the data was uploaded and a code where it was exported. Codes meet the codes
/// of Viva's own ties and nothing else.
enum VivaOrganization: ExportReader {
    static let id = "viva-organization"
    static let title = "Viva Insights organisation data"
    static let contributes: Set<ExportPart> = [.roster]
    static let cannotSee = [
        "Names, where people are told by codes: then it joins only what Viva itself exports."
    ]

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: ["personid", "managerid", "organization", "effectivedate"],
            any: ["leveldesignation", "functiontype", "hiredate", "layer", "supervisorindicator"],
            of: Set(head.header.map(RosterField.key)))
    }

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        var added: [RosterRow] = []
        var depths: [Identity: Int] = [:]
        func note(_ cells: inout RosterCells) {
            guard let depth = cells[.depth].flatMap({ Int($0) }) else { return }
            for identity in cells.identities(source: id) { depths[identity] = depth }
        }
        RosterFile.read(file, desk: desk, kind: kind, into: &added, adjust: note)
        rows += VivaOrganization.layered(added, depths: depths)
    }

    /// Layers by the distance from the top, for people whose line of managers does not lead there.
    ///
    /// Where managers stand in the file, the line tells and nothing is set. Elsewhere: who has reports is a
    /// manager, and an executive at a distance of 0 or 1; others are contributors.
    private static func layered(_ rows: [RosterRow], depths: [Identity: Int]) -> [RosterRow] {
        let known = Set(rows.flatMap(\.identities))
        func manager(_ row: RosterRow) -> Identity? {
            if case .identity(let identity)? = row.manager { return identity }
            return nil
        }
        let managers = Set(rows.compactMap(manager))
        return rows.map { row in
            guard let above = manager(row), !known.contains(above),
                let depth = row.identities.lazy.compactMap({ depths[$0] }).first
            else { return row }
            var row = row
            let hasReports = row.identities.contains(where: managers.contains)
            row.layer = row.layer ?? (hasReports ? (depth <= 1 ? .executive : .manager) : .contributor)
            return row
        }
    }

    private static let kind = RosterKind(
        source: id, standing: .hr,
        names: [
            .address: ["PersonId"], .manager: ["ManagerId"], .team: ["Organization"],
            .role: ["JobTitle", "FunctionType"], .from: ["HireDate"], .effective: ["EffectiveDate"],
            .employeeID: ["EmplID", "EmployeeId"], .depth: ["Layer"],
        ])
}
