import Rollout

/// A worker report of Workday, as CSV or as JSON under `Report_Entry`.
///
/// Every organisation designs its own; the names that one vendor requires are known, others are mapped under
/// `columns` in `case.yaml`.
enum WorkdayReport: ExportReader {
    static let id = "workday"
    static let title = "Workday worker report"
    static let contributes: Set<ExportPart> = [.roster]
    static let cannotSee = ["Whatever the report leaves out: there is no standard one."]

    static func recognises(_ head: ExportHead) -> Recognition? {
        let others: Set<String> = [
            "fullname", "managername", "managerid", "teamid", "teamname", "startdate", "terminationdate",
            "location", "email", "employeetype", "team", "role", "manager", "layer", "from", "to",
        ]
        if head.keys.contains("Report_Entry") {
            let keys = head.paths.filter { $0.hasPrefix("Report_Entry.") }
                .map { RosterField.key(String($0.dropFirst(13))) }
            return Recognition(marks: others.intersection(keys).union(["Report_Entry"]))
        }
        let columns = Set(head.header.map(RosterField.key))
        guard let found = Recognition(all: ["employeeid"], any: others, of: columns, isGeneric: true) else {
            return nil
        }
        return found.marks.count >= 4 ? found : nil
    }

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        RosterFile.read(file, desk: desk, kind: kind, arrays: [["Report_Entry"]], into: &rows)
    }

    private static let kind = RosterKind(
        source: id, standing: .hr,
        names: [
            .address: ["Email", "Work_Email", "Email_-_Primary_Work"],
            .employeeID: ["Employee_ID", "Worker_ID"],
            .name: ["Full_Name", "Worker"], .team: ["Team_Name", "Supervisory_Organization", "Team_ID"],
            .role: ["Job_Title", "Business_Title", "Job_Profile", "Position"],
            .managerEmployeeID: ["Manager_ID", "Manager_Employee_ID"],
            .managerName: ["Manager_Name", "Manager"],
            .from: ["Start_Date", "Hire_Date"], .to: ["Termination_Date"],
            .status: ["Worker_Status", "Status"],
        ])
}
