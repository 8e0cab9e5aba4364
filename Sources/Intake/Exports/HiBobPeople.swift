import Rollout

/// People of HiBob as JSON: nested (`work`, `department`), or under flat keys that join section and field.
enum HiBobPeople: ExportReader {
    static let id = "hibob"
    static let title = "HiBob people"
    static let contributes: Set<ExportPart> = [.roster]
    static let cannotSee = ["Fields the service account may not see."]

    static func recognises(_ head: ExportHead) -> Recognition? {
        let nested = Recognition(
            all: ["employees", "employees.work"],
            any: [
                "employees.work.title", "employees.work.department", "employees.work.site",
                "employees.work.reportsTo", "employees.work.employeeIdInCompany", "employees.internal",
                "employees.email", "employees.humanReadable",
            ], of: head.paths)
        if let nested { return nested }
        let flat = head.paths.filter { path in
            ["work", "internal", "root"].contains { path.hasPrefix("employees.\(key($0, ""))") }
        }
        return flat.count >= 2 ? Recognition(marks: flat.union(["employees"])) : nil
    }

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        RosterFile.read(file, desk: desk, kind: kind, arrays: [["employees"]], into: &rows)
    }

    /// A flat key: section and field, each after a slash.
    static func key(_ section: String, _ field: String) -> String {
        ["", section, field].joined(separator: "/")
    }

    /// The readable value of a list's entry, then the value as it stands, which may be the entry's number.
    private static func readable(_ field: String) -> [String] {
        ["humanReadable.work.\(field)", "work.\(field)"]
    }

    private static let kind = RosterKind(
        source: id, standing: .hr,
        names: [
            .address: ["email", "root.email"], .employeeID: ["work.employeeIdInCompany"],
            .accountID: ["id", "root.id"],
            .name: ["displayName", "root.displayName", "fullName", "root.fullName"],
            .givenName: ["firstName", "root.firstName"], .familyName: ["surname", "root.surname"],
            .team: readable("department"), .role: readable("title"),
            .managerAddress: ["work.reportsTo.email"],
            .managerAccountID: ["work.reportsTo.id", "work.reportsTo"],
            .managerName: ["work.reportsTo.displayName"],
            .from: ["work.startDate"], .to: ["internal.terminationDate"],
            .status: ["internal.lifecycleStatus", "internal.status"],
        ])
}
