import Measures
import Rollout

/// The people and teams of a case, once `people.csv` and the rosters among the exports are read.
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
        let mayBeInvited: Bool?
    }

    private(set) var members: [Member] = []
    /// Key and address of each member, for whoever keeps contacts.
    private(set) var contacts: [RosterContact] = []
    private(set) var teams: [Team] = []
    private var managersGone: [(place: (file: String, line: Int), manager: Int, person: Int)] = []

    /// Puts the roster together and tells the desk who is who.
    ///
    /// Where there is a `people.csv`, it says who is there, and exports complete it; without one, they are the
    /// roster.
    /// - Parameters:
    ///   - file: `people.csv`, where there is one.
    ///   - exports: The people exports list.
    init(_ file: CaseFile?, exports: [RosterRow], desk: IntakeDesk) throws(IntakeFailure) {
        let listed = RosterJoin(exports, desk: desk).people
        var table =
            try file.map { (file) throws(IntakeFailure) in try PeopleTable(file, desk: desk) }
            ?? PeopleTable(listed, desk: desk)
        desk.people = PersonDirectory(keys: table.rows.map(\.key))
        desk.statistics.people = table.rows.count
        RosterNames.add(table, desk: desk)
        if file != nil { table.complete(by: listed, desk: desk) }
        table.settle(desk: desk)
        let names = RosterNames.spellings(listed, desk: desk)
        makeTeams(table, desk: desk)
        makeMembers(table, names: names, file: file?.path, desk: desk)
        desk.roster = members
        contacts = table.rows.map { RosterContact(key: $0.key, email: $0.email) }
    }

    private mutating func makeTeams(_ table: PeopleTable, desk: IntakeDesk) {
        let (names, places) = desk.teamBook.sorted()
        desk.teamPlaces = places
        var parents = [Int?](repeating: nil, count: names.count)
        for row in table.rows {
            guard let parent = row.parent.map({ places[$0] }) else { continue }
            let team = places[row.team ?? 0]
            if let known = parents[team], known != parent {
                parents[team] = min(known, parent)
                desk.book.add(
                    .parentTeam, file: row.file, line: row.line,
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
                    .parentTeam, file: table.rows.first?.file,
                    "Teams stand above each other in a circle. One of the links is left out; correct `parent_team`."
                )
            }
        }
        teams = zip(names, parents).map { Team(name: $0, parent: $1) }
    }

    private mutating func makeMembers(
        _ table: PeopleTable, names: [String: Int], file: String?, desk: IntakeDesk
    ) {
        let lines = table.rows.enumerated().map { person, row -> Layers.Line in
            let manager: Int?
            switch (row.manager, row.managerElsewhere) {
            case (let name?, _): manager = desk.people.find(name)
            case (nil, .identity(let identity)?): manager = desk.people.find(identity)
            case (nil, .name(let name)?): manager = names[CellText.key(name)].flatMap { $0 < 0 ? nil : $0 }
            case (nil, nil): return .top
            }
            guard let manager else {
                desk.book.add(
                    .managerUnknown, file: row.file, line: row.line,
                    "`manager` names nobody in \(file == nil ? "the roster" : "people.csv"). The person counts as reporting to somebody outside; add the manager or correct the name."
                )
                return .outside
            }
            return manager == person ? .top : .reportsTo(manager)
        }
        let reading = Layers.derive(lines)
        report(reading, table, file: file, book: desk.book)
        let hasManagers = table.hasManagers
        for (person, row) in table.rows.enumerated() {
            var manager: PersonID?
            if case .reportsTo(let number) = reading.lines[person] {
                manager = PersonID(number)
                if table.rows[number].to != nil {
                    managersGone.append(((row.file, row.line), number, person))
                }
            }
            members.append(
                Member(
                    team: desk.teamPlaces[row.team ?? 0], role: row.role ?? 0,
                    layer: row.layer ?? (hasManagers ? reading.layers[person] : .contributor),
                    manager: manager, from: row.from, to: row.to, occupation: row.occupation,
                    mayBeInvited: row.mayBeInvited))
        }
    }

    private func report(
        _ reading: Layers.Reading, _ table: PeopleTable, file: String?, book: NoticeBook
    ) {
        for person in reading.circular {
            book.add(
                .managerCycle, file: table.rows[person].file, line: table.rows[person].line,
                "The line of managers comes back to this person. The link is left out; correct `manager`.")
        }
        guard table.rows.contains(where: { $0.layer == nil }) else { return }
        if !table.hasManagers {
            book.add(
                .layersUnknown, file: file,
                "Neither `layer` nor `manager` tells who leads. Who has no layer counts as a contributor; add one of the columns."
            )
        } else if reading.tops.count != 1 {
            let found = reading.tops.isEmpty ? "Nobody with reports" : "More than one person with reports"
            book.add(
                .severalTops, file: file,
                "\(found) reports to nobody, so the top is not certain. Fill in `manager`, or add the column `layer`."
            )
        }
    }

    /// Reports managers who had left by a day although people who were there still report to them.
    func reportGoneManagers(asOf: Day, book: NoticeBook) {
        for (place, manager, person) in managersGone {
            guard let left = members[manager].to, left < asOf else { continue }
            let isThere = (members[person].to.map { $0 >= asOf } ?? true)
            if isThere {
                book.add(
                    .managerLeft, file: place.file, line: place.line,
                    "The manager of this person has left. The link is kept; name the new manager.")
            }
        }
    }
}
