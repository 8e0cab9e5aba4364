import Rollout

/// Attributes of employees by number, as they go with a survey: departments, or last days.
///
/// Completes people whom another roster lists, and lists nobody by itself.
enum EmployeeAttributes: ExportReader {
    static let id = "employee-attributes"
    static let title = "Attributes of employees by number"
    static let contributes: Set<ExportPart> = [.roster]
    static let cannotSee = ["Addresses and managers: it joins rosters that know the employee numbers."]

    static func recognises(_ head: ExportHead) -> Recognition? {
        let columns = Set(head.header.map(RosterField.key))
        let told: Set<String> = ["department", "team", "jobtitle", "role", "terminationdate"]
        guard !told.isDisjoint(with: columns), columns.count <= 12 else { return nil }
        return Recognition(
            all: ["empid"], any: told.union(["gender", "tenuregroup"]), of: columns, isGeneric: true)
    }

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        RosterFile.read(file, desk: desk, kind: kind, into: &rows)
    }

    private static let kind = RosterKind(
        source: id, standing: .hr, isSupplement: true,
        names: [
            .employeeID: ["EMP ID"], .team: ["Department"], .role: ["Job Title"],
            .to: ["Termination Date"], .from: ["Hire Date"],
        ])
}
