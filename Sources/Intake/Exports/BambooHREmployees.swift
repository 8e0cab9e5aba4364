import Rollout

/// Employees of BambooHR: a report as CSV, or the answer of its interface as JSON.
///
/// A day that is not there is written as `0000-00-00`. The supervisor is an id, an address, or a name with the
/// family name first.
enum BambooHREmployees: ExportReader {
    static let id = "bamboohr"
    static let title = "BambooHR employees"
    static let contributes: Set<ExportPart> = [.roster]
    static let cannotSee = ["Fields the person who exported it may not see: they are missing without a word."]

    static func recognises(_ head: ExportHead) -> Recognition? {
        if let table = Recognition(
            all: ["employee#"],
            any: [
                "displayname", "workemail", "jobtitle", "department", "division", "location", "reportingto",
                "supervisor", "supervisoreid", "hiredate", "employmentstatus", "terminationdate",
            ], of: Set(head.header.map(RosterField.key))), table.marks.count >= 4
        {
            return table
        }
        return Recognition(
            all: ["employees", "fields", "fields.id"],
            any: [
                "employees.displayName", "employees.workEmail", "employees.jobTitle", "employees.department",
                "employees.supervisor", "employees.supervisorEId", "employees.supervisorEid",
                "employees.supervisorEmail", "employees.terminationDate", "employees.employmentHistoryStatus",
            ], of: head.paths)
    }

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        RosterFile.read(file, desk: desk, kind: kind, arrays: [["employees"]], into: &rows)
    }

    private static let kind = RosterKind(
        source: id, standing: .hr,
        names: [
            .address: ["Work Email"], .employeeID: ["Employee #", "employeeNumber"],
            .accountID: ["id", "EEID"],
            .name: ["displayName", "Name"], .givenName: ["First Name"], .familyName: ["Last Name"],
            .team: ["Department"], .parentTeam: ["Division"], .role: ["Job Title"],
            .managerAddress: ["supervisorEmail", "Supervisor Email"],
            .managerAccountID: ["supervisorEId", "Supervisor EID", "supervisorId"],
            .managerName: ["supervisor", "Reporting to", "Reports To", "Manager"],
            .from: ["hireDate", "originalHireDate"], .to: ["terminationDate"],
            .status: ["status", "employmentHistoryStatus"],
        ])
}
