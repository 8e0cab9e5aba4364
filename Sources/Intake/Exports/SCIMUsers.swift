import Rollout

/// A SCIM 2.0 list response: the users of a directory as one service tells another.
///
/// - Source: RFC 7643, sections 4.1 and 4.3; RFC 7644, section 3.4.2.
enum SCIMUsers: ExportReader {
    static let id = "scim-users"
    static let title = "SCIM list of users"
    static let contributes: Set<ExportPart> = [.roster]
    static let cannotSee = ["When somebody joined or left: only whether the account is active."]

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: ["schemas", "Resources", "Resources.userName"],
            any: ["totalResults", "itemsPerPage", "startIndex", "Resources.active", "Resources.emails"],
            of: head.paths)
    }

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        let pages = PageCheck()
        RosterFile.read(
            file, desk: desk, kind: kind, arrays: [["Resources"]], into: &rows,
            document: { name, value in pages.take(name, value) }
        ) { _ in pages.listed += 1 }
        pages.report(file, to: desk)
    }

    /// Whether a response lists as many as there are.
    private final class PageCheck {
        var listed = 0
        private var total: Int?

        func take(_ name: String, _ value: JSONValue) {
            if name == "totalResults", let whole = value.whole { total = max(total ?? 0, whole) }
        }

        func report(_ file: CaseFile, to desk: IntakeDesk) {
            guard let total, total > listed else { return }
            desk.book.add(
                .morePages, file: file.path,
                "The file lists \(Counted.people(listed)) of \(total). Fetch the other pages and put them beside it."
            )
        }
    }

    private static let kind = RosterKind(
        source: id, standing: .directory,
        names: [
            .address: ["userName"], .otherAddresses: ["emails"], .objectID: ["id"],
            .employeeID: ["enterprise.employeeNumber"], .name: ["displayName", "name.formatted"],
            .givenName: ["name.givenName"], .familyName: ["name.familyName"],
            .team: ["enterprise.department", "department", "enterprise.organization"],
            .parentTeam: ["enterprise.division"], .role: ["title", "enterprise.title"],
            .manager: ["enterprise.manager", "manager"], .managerName: ["enterprise.manager.displayName"],
            .enabled: ["active"],
        ])
}
