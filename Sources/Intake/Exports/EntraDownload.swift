import Rollout

/// "Download users" of the Microsoft Entra admin centre: every account, without its manager.
enum EntraDownload: ExportReader {
    static let id = "entra-download-users"
    static let title = "Microsoft Entra user download"
    static let contributes: Set<ExportPart> = [.roster]
    static let cannotSee = [
        "Who reports to whom: the download has no managers, so layers need another roster or a column.",
        "When somebody joined or left: only when the account was made.",
    ]

    static func recognises(_ head: ExportHead) -> Recognition? {
        let columns = Set(head.header.map(RosterField.key))
        // With managers or licences it is another table.
        guard columns.isDisjoint(with: ["managerupn", "haslicense", "manager", "managerid"]) else {
            return nil
        }
        return Recognition(
            all: ["userprincipalname", "usertype", "accountenabled"],
            any: [
                "creationtype",
                "displayname", "surname", "mail", "givenname", "id", "jobtitle", "department",
                "usagelocation",
                "alternateemailaddress", "agegroup", "directorysynced", "invitationstate", "identityissuer",
                "createddatetime",
            ], of: columns)
    }

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        RosterFile.read(file, desk: desk, kind: kind, into: &rows)
    }

    private static let kind = RosterKind(
        source: id, standing: .directory,
        names: [
            .address: ["userPrincipalName"], .otherAddresses: ["mail", "alternateEmailAddress"],
            .objectID: ["id"], .name: ["displayName"], .givenName: ["givenName"], .familyName: ["surname"],
            .team: ["department"], .role: ["jobTitle"], .enabled: ["accountEnabled"],
            .userType: ["userType"],
        ])
}
