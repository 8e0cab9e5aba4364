import Rollout

/// An organisation tree of Microsoft Entra as JSON: people with their `directReports` within them.
enum EntraOrgTree: ExportReader {
    static let id = "entra-org-tree"
    static let title = "Microsoft Entra organisation tree"
    static let contributes: Set<ExportPart> = [.roster]
    static let cannotSee = ["People outside the tree, and when somebody joined or left."]

    /// Levels of the tree that are gone down; nobody has more, and a file that does is broken.
    static let deepest = 64

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: ["directReports", "id"],
            any: [
                "displayName", "mail", "userPrincipalName", "jobTitle", "department", "githubLogin",
                "directReports.userPrincipalName", "directReports.mail",
            ], of: head.paths)
    }

    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {
        var listing = RosterListing(file, desk: desk, kind: kind)
        var top: [String: String] = [:]
        var first: [RosterCells] = []
        let keys = RosterDocument.Keys(renames: desk.settings.renames(for: file))
        // The top's own fields may stand before or after those who report to it.
        JSONRows.forEach(
            in: file, desk: desk, arrays: [["directReports"]],
            document: { name, value in top[name] = JSONRow.text(value) }
        ) { (row) throws(RowRefusal) in
            var waiting: [(object: JSONObject, manager: String?, depth: Int)] = [(row.object, nil, 0)]
            while let (object, manager, depth) = waiting.popLast() {
                guard depth < deepest else {
                    throw RowRefusal(
                        .badValue,
                        "The tree has more than \(deepest) levels. What lies below is left out; export it again."
                    )
                }
                var cells = RosterDocument.cells(
                    object, line: row.line, kind: kind, keys: keys, file: file, desk: desk)
                cells.add(manager, to: .managerObjectID)
                if depth == 0 { first.append(cells) } else { try listing.take(cells) }
                for report in object["directReports"]?.array ?? [] {
                    if let report = report.object { waiting.append((report, cells[.objectID], depth + 1)) }
                }
            }
        }
        finish(&listing, top: top, first: first, into: &rows, file: file, desk: desk)
    }

    /// Takes the top and those who report to it.
    private static func finish(
        _ listing: inout RosterListing, top: [String: String], first: [RosterCells],
        into rows: inout [RosterRow], file: CaseFile, desk: IntakeDesk
    ) {
        var people: [RosterCells] = []
        if top["id"] != nil {
            var cells = RosterCells(line: 1)
            for field in RosterField.allCases {
                for name in kind.names(of: field) {
                    for (key, text) in top where RosterField.key(key) == name { cells.add(text, to: field) }
                }
            }
            people.append(cells)
        }
        for var cells in first {
            cells.add(top["id"], to: .managerObjectID)
            people.append(cells)
        }
        for cells in people {
            do throws(RowRefusal) {
                try listing.take(cells)
            } catch {
                desk.book.add(error.notice, file: file.path, line: cells.line, error.message)
            }
        }
        listing.finish(into: &rows)
    }

    private static let kind = RosterKind(
        source: id, standing: .directory,
        names: [
            .address: ["userPrincipalName"], .otherAddresses: ["mail"], .objectID: ["id"],
            .login: ["githubLogin"], .name: ["displayName"], .team: ["department"], .role: ["jobTitle"],
            .enabled: ["accountEnabled"],
        ])
}
