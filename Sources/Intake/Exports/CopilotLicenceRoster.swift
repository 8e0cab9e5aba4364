import Rollout

/// Users with their licences: the EntraUsers table of PAX, and the template of CopilotScope.
enum CopilotLicenceRoster: ExportReader {
    static let id = "copilot-licence-roster"
    static let title = "Users with Copilot licences"
    static let contributes: Set<ExportPart> = [.roster]
    static let cannotSee = ["Since when somebody has had a licence."]

    /// What the column of the licence is called.
    private static let licence: Set<String> = [
        "haslicense", "hascopilotlicenseassigned", "hascopilotlicense", "isuser",
    ]

    static func recognises(_ head: ExportHead) -> Recognition? {
        let columns = Set(head.header.map(RosterField.key))
        guard !licence.isDisjoint(with: columns) else { return nil }
        return Recognition(
            all: ["userprincipalname"],
            any: licence.union([
                "displayname", "department", "jobtitle", "managerupn", "manager", "managerid",
                "assignedlicenses", "licensecount", "employeeid", "accountenabled", "usertype",
            ]), of: columns)
    }

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        RosterFile.read(file, desk: desk, kind: kind, into: &rows)
    }

    private static let kind = RosterKind(
        source: id, standing: .directory,
        names: [
            .address: ["UserPrincipalName"], .otherAddresses: ["Email", "Mail"], .employeeID: ["EmployeeId"],
            .name: ["DisplayName"], .givenName: ["GivenName"], .familyName: ["Surname"],
            .team: ["Department"], .role: ["JobTitle"], .managerAddress: ["ManagerUpn", "ManagerEmail"],
            .managerObjectID: ["ManagerID"], .manager: ["Manager"], .managerName: ["ManagerDisplayName"],
            .enabled: ["AccountEnabled"], .userType: ["UserType"], .licence: Array(licence).sorted(),
        ])
}
