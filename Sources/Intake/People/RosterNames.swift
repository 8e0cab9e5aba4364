import Rollout

/// Tells the directory of people by which names each can be found.
enum RosterNames {
    /// Adds addresses, names of exports, and the aliases of `case.yaml`.
    static func add(_ table: PeopleTable, desk: IntakeDesk) {
        for (person, row) in table.rows.enumerated() {
            if let email = row.email, !desk.people.add(email, for: person) {
                conflict(row.file, row.line, desk)
            }
            for alias in row.aliases where !desk.people.add(alias, for: person) {
                conflict(row.file, row.line, desk)
            }
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
                    conflict("case.yaml", nil, desk)
                }
            }
        }
        addAliases(desk)
    }

    /// Adds the names of `aliases.csv`, each for one person.
    private static func addAliases(_ desk: IntakeDesk) {
        for alias in desk.aliases {
            guard let person = desk.people.find(alias.person) else {
                desk.book.add(
                    .unknownPerson, file: alias.file, line: alias.line,
                    "`person` names nobody in the roster. The alias is not used; write the person's key or address as people.csv has it."
                )
                continue
            }
            // Whoever the roster or case.yaml gives the name to keeps it.
            let owner = desk.people.find(alias.found)
            if owner == person { continue }
            if owner != nil || !desk.people.add(alias.found, for: person) {
                desk.book.add(
                    .aliasConflict, .error, file: alias.file, line: alias.line,
                    "`found` is a name that the roster or case.yaml gives to somebody else. It is not used for this person; give it to one of them."
                )
            }
        }
    }

    /// Reports a name that two people go by.
    static func conflict(_ file: String, _ line: Int?, _ desk: IntakeDesk) {
        desk.book.add(
            .aliasConflict, file: file, line: line,
            "An address or alias stands for two people, so it finds neither. Give it to one of them.")
    }

    /// People by the spellings of their names, for managers given by name; negative where two share one.
    static func spellings(_ listed: [(key: String, row: RosterRow)], desk: IntakeDesk) -> [String: Int] {
        var result: [String: Int] = [:]
        for (_, row) in listed where !row.names.isEmpty {
            guard let person = row.identities.lazy.compactMap({ desk.people.find($0) }).first else {
                continue
            }
            for name in row.names {
                let key = CellText.key(name)
                if let other = result[key], other != person {
                    result[key] = -1
                } else {
                    result[key] = person
                }
            }
        }
        return result
    }
}
