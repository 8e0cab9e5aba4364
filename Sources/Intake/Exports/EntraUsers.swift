import Rollout

/// Users of Microsoft Entra with their managers, as scripts against Graph write them, or as Graph answers.
enum EntraUsers: ExportReader {
    static let id = "entra-users"
    static let title = "Microsoft Entra users with managers"
    static let contributes: Set<ExportPart> = [.roster]
    static let cannotSee = ["Former employees whose accounts are gone."]

    static func recognises(_ head: ExportHead) -> Recognition? {
        let columns = Set(head.header.map(RosterField.key))
        let others: Set<String> = [
            "displayname", "department", "jobtitle", "companyname", "officelocation", "city", "country",
            "accountenabled",
        ]
        if let table = Recognition(all: ["userprincipalname", "managerupn"], any: others, of: columns) {
            return table
        }
        return Recognition(
            all: ["value", "value.userPrincipalName", "value.manager"],
            any: ["value.displayName", "value.jobTitle", "value.department", "value.accountEnabled"],
            of: head.paths)
    }

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        RosterFile.read(file, desk: desk, kind: kind, arrays: [["value"]], into: &rows)
    }

    private static let kind = RosterKind(
        source: id, standing: .directory,
        names: [
            .address: ["userPrincipalName"], .otherAddresses: ["mail"], .objectID: ["id"],
            .employeeID: ["employeeId"], .name: ["displayName"], .givenName: ["givenName"],
            .familyName: ["surname"], .team: ["department"], .role: ["jobTitle"],
            .enabled: ["accountEnabled"], .userType: ["userType"], .from: ["employeeHireDate"],
            .to: ["employeeLeaveDateTime"],
            .managerAddress: ["managerUPN", "manager.userPrincipalName", "manager.mail"],
            .managerObjectID: ["manager.id"],
        ])
}
