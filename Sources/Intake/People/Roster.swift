import Measures
import Rollout

/// The people and teams of a case, once `people.csv` is read.
struct Roster {
    /// A person whose role is still a number of the role book.
    struct Member {
        let team: Int
        let role: Int
        let layer: Layer
        let manager: PersonID?
        let from: Day?
        let to: Day?
        let occupation: String?
    }

    private(set) var members: [Member] = []
    private(set) var teams: [Team] = []
    private var managersGone: [(line: Int, manager: Int, person: Int)] = []

    /// Reads `people.csv` and tells the desk who is who.
    init(_ file: CaseFile, desk: IntakeDesk) throws(IntakeFailure) {
        let table = try PeopleTable(file, desk: desk)
        desk.people = PersonDirectory(keys: table.rows.map(\.key))
        desk.statistics.people = table.rows.count
        addNames(table, file: file, desk: desk)
        makeTeams(table, file: file, desk: desk)
        makeMembers(table, file: file, desk: desk)
    }

    private func addNames(_ table: PeopleTable, file: CaseFile, desk: IntakeDesk) {
        func conflict(_ line: Int?, _ path: String) {
            desk.book.add(
                .aliasConflict, file: path, line: line,
                "An address or alias stands for two people, so it finds neither. Give it to one of them.")
        }
        for (person, row) in table.rows.enumerated() {
            if let email = row.email, !desk.people.add(email, for: person) { conflict(row.line, file.path) }
        }
        for name in desk.settings.people.keys.sorted() {
            for other in desk.settings.people[name] ?? [] {
                // Either side may be the person: `ada: [octocat]` and `octocat: ada` mean the same.
                let (owner, alias) =
                    desk.people.find(name).map { ($0, other) } ?? (desk.people.find(other) ?? -1, name)
                if owner < 0 {
                    desk.book.add(
                        .unknownPerson, file: "case.yaml", line: nil,
                        "An alias under `people` belongs to nobody in people.csv. It is not used; correct it."
                    )
                } else if !desk.people.add(alias, for: owner) {
                    conflict(nil, "case.yaml")
                }
            }
        }
    }

    private mutating func makeTeams(_ table: PeopleTable, file: CaseFile, desk: IntakeDesk) {
        let (names, places) = desk.teamBook.sorted()
        desk.teamPlaces = places
        var parents = [Int?](repeating: nil, count: names.count)
        for row in table.rows {
            guard let parent = row.parent.map({ places[$0] }) else { continue }
            let team = places[row.team]
            if let known = parents[team], known != parent {
                parents[team] = min(known, parent)
                desk.book.add(
                    .parentTeam, file: file.path, line: row.line,
                    "Rows of one team name different teams above it. The first by name is used; make them agree."
                )
            } else {
                parents[team] = parent
            }
        }
        for team in names.indices {
            var above = parents[team]
            var steps = 0
            while let next = above, next != team, steps <= names.count {
                above = parents[next]
                steps += 1
            }
            if above == team {
                // Only those in the circle lose their parent; the first by name cuts it.
                parents[team] = nil
                desk.book.add(
                    .parentTeam, file: file.path,
                    "Teams stand above each other in a circle. One of the links is left out; correct `parent_team`."
                )
            }
        }
        teams = zip(names, parents).map { Team(name: $0, parent: $1) }
    }

    private mutating func makeMembers(_ table: PeopleTable, file: CaseFile, desk: IntakeDesk) {
        let lines = table.rows.enumerated().map { person, row -> Layers.Line in
            guard let name = row.manager else { return .top }
            guard let manager = desk.people.find(name) else {
                desk.book.add(
                    .managerUnknown, file: file.path, line: row.line,
                    "`manager` names nobody in people.csv. The person counts as reporting to somebody outside; add the manager or correct the name."
                )
                return .outside
            }
            return manager == person ? .top : .reportsTo(manager)
        }
        let reading = Layers.derive(lines)
        report(reading, table, file: file, book: desk.book)
        for (person, row) in table.rows.enumerated() {
            var manager: PersonID?
            if case .reportsTo(let number) = reading.lines[person] {
                manager = PersonID(number)
                if table.rows[number].to != nil { managersGone.append((row.line, number, person)) }
            }
            members.append(
                Member(
                    team: desk.teamPlaces[row.team], role: row.role,
                    layer: row.layer ?? (table.hasManagers ? reading.layers[person] : .contributor),
                    manager: manager, from: row.from, to: row.to, occupation: row.occupation))
        }
    }

    private func report(_ reading: Layers.Reading, _ table: PeopleTable, file: CaseFile, book: NoticeBook) {
        for person in reading.circular {
            book.add(
                .managerCycle, file: file.path, line: table.rows[person].line,
                "The line of managers comes back to this person. The link is left out; correct `manager`.")
        }
        guard table.rows.contains(where: { $0.layer == nil }) else { return }
        if !table.hasManagers {
            book.add(
                .layersUnknown, file: file.path,
                "Neither `layer` nor `manager` tells who leads. Who has no layer counts as a contributor; add one of the columns."
            )
        } else if reading.tops.count != 1 {
            let found = reading.tops.isEmpty ? "Nobody with reports" : "More than one person with reports"
            book.add(
                .severalTops, file: file.path,
                "\(found) reports to nobody, so the top is not certain. Fill in `manager`, or add the column `layer`."
            )
        }
    }

    /// Reports managers who had left by a day although people who were there still report to them.
    func reportGoneManagers(asOf: Day, file: String, book: NoticeBook) {
        for (line, manager, person) in managersGone {
            guard let left = members[manager].to, left < asOf else { continue }
            let isThere = (members[person].to.map { $0 >= asOf } ?? true)
            if isThere {
                book.add(
                    .managerLeft, file: file, line: line,
                    "The manager of this person has left. The link is kept; name the new manager.")
            }
        }
    }
}
