import Measures
import Rollout

extension PeopleTable {
    /// The people exports list, where there is no `people.csv`.
    ///
    /// Accounts that are disabled and say not since when stay out. Where any export is a real roster, people
    /// that only a supplement names stay out too.
    init(_ listed: [(key: String, row: RosterRow)], desk: IntakeDesk) {
        let hasRoster = listed.contains { !$0.row.isSupplement }
        var disabled: [String: Int] = [:]
        var strangers: [String: Int] = [:]
        var rows: [Row] = []
        for (key, row) in listed {
            if hasRoster, row.isSupplement {
                strangers[row.file, default: 0] += 1
            } else if row.isEnabled == false, row.to == nil {
                disabled[row.file, default: 0] += 1
            } else {
                rows.append(PeopleTable.row(key, row, desk: desk))
            }
        }
        self.init(rows: rows)
        for (file, count) in disabled {
            desk.book.add(
                .rosterDisabled, file: file,
                "\(Counted.people(count)) with a disabled account and no last day \(count == 1 ? "is" : "are") left out of the roster. Add a last day if their earlier use should count."
            )
        }
        PeopleTable.reportStrangers(strangers, to: "the roster", desk: desk)
    }

    private static func row(_ key: String, _ row: RosterRow, desk: IntakeDesk) -> Row {
        var (from, to) = (row.from, row.to)
        if let first = from, let last = to, first > last {
            desk.book.add(
                .datesReversed, file: row.file, line: row.line,
                "The last day lies before the first. Neither is used; correct them.")
            (from, to) = (nil, nil)
        }
        return Row(
            key: key, team: row.team.map { desk.teamBook.number(of: $0) },
            role: row.role.map { desk.roles.number(of: $0) }, layer: row.layer, manager: nil, from: from,
            to: to, email: nil, occupation: row.occupation,
            parent: row.parentTeam.map { desk.teamBook.number(of: $0) }, line: row.line, file: row.file,
            managerElsewhere: row.manager, aliases: row.identities, content: "")
    }

    /// Completes the people of `people.csv` by what exports list: names first, then what is empty.
    ///
    /// Nobody is added: `people.csv` says who is there.
    mutating func complete(by listed: [(key: String, row: RosterRow)], desk: IntakeDesk) {
        var strangers: [String: Int] = [:]
        var conflicts: [String: Int] = [:]
        for (_, row) in listed {
            let found = Set(row.identities.compactMap { desk.people.find($0) })
            guard found.count == 1, let person = found.first else {
                if found.isEmpty {
                    strangers[row.file, default: 0] += 1
                } else {
                    desk.book.add(
                        .aliasConflict, file: row.file, line: row.line,
                        "The names of this row stand for two people, so it completes neither. Give each name to one of them."
                    )
                }
                continue
            }
            for identity in row.identities where !desk.people.add(identity, for: person) {
                RosterNames.conflict(row.file, row.line, desk)
            }
            if !row.isSupplement, tellsOtherwise(row, of: person, desk: desk) {
                conflicts[row.file, default: 0] += 1
            }
            rows[person].team = rows[person].team ?? row.team.map { desk.teamBook.number(of: $0) }
            rows[person].role = rows[person].role ?? row.role.map { desk.roles.number(of: $0) }
            rows[person].parent = rows[person].parent ?? parent(row, of: person, desk: desk)
            rows[person].layer = rows[person].layer ?? row.layer
            if rows[person].manager == nil { rows[person].managerElsewhere = row.manager }
            if rows[person].from == nil, rows[person].to == nil {
                rows[person].from = row.from
                rows[person].to = row.to
            }
            rows[person].occupation = rows[person].occupation ?? row.occupation
        }
        PeopleTable.reportStrangers(strangers, to: "people.csv", desk: desk)
        for (file, count) in conflicts {
            RosterJoin.report(
                count, of: file, against: "people.csv", because: "what you wrote yourself goes first",
                desk: desk)
        }
    }

    /// Whether an export tells otherwise of a person's team or role than `people.csv` does.
    private func tellsOtherwise(_ row: RosterRow, of person: Int, desk: IntakeDesk) -> Bool {
        if let team = row.team, let known = rows[person].team, desk.teamBook.known(team) != known {
            return true
        }
        if let role = row.role, let known = rows[person].role, desk.roles.known(role) != known { return true }
        return false
    }

    /// The team above, where the export's team is the person's.
    private func parent(_ row: RosterRow, of person: Int, desk: IntakeDesk) -> Int? {
        guard let parent = row.parentTeam, let team = row.team,
            desk.teamBook.known(team) == rows[person].team
        else { return nil }
        return desk.teamBook.number(of: parent)
    }

    private static func reportStrangers(_ strangers: [String: Int], to roster: String, desk: IntakeDesk) {
        for (file, count) in strangers {
            desk.book.add(
                .rosterExtra, file: file,
                "\(Counted.people(count)) listed here \(count == 1 ? "is" : "are") not in \(roster) and \(count == 1 ? "stays" : "stay") out: \(roster) says who is there. Add them if they belong, or an alias under `people` in case.yaml."
            )
        }
    }

    /// Gives a team and a role to whoever has none by now.
    mutating func settle(desk: IntakeDesk) {
        for place in rows.indices {
            let (file, line) = (rows[place].file, rows[place].line)
            if rows[place].team == nil {
                desk.book.add(
                    .withoutTeam, file: file, line: line,
                    "`team` is empty. The person is put into the team \"Without a team\"; fill it in.")
                rows[place].team = desk.teamBook.number(of: "Without a team")
            }
            if rows[place].role == nil {
                desk.book.add(
                    .withoutRole, file: file, line: line,
                    "`role` is empty. The person is given the role \"Without a role\"; fill it in.")
                rows[place].role = desk.roles.number(of: "Without a role")
            }
        }
    }
}
