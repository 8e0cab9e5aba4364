import Measures
package import Rollout

/// Somebody's finding that a use case takes some of a pain away: a kept trial in which their own day got better.
package struct ConfirmedGain: Hashable, Sendable {
    package let person: PersonID
    /// Index into `Evidence.roles`.
    package let role: Int
    package let theme: ThemeKey
    /// Id of the use case.
    package let useCase: String
    /// What got better for the person; a gain for the company alone is none.
    package let gains: Set<PersonalGain>

    package init(person: PersonID, role: Int, theme: ThemeKey, useCase: String, gains: Set<PersonalGain>) {
        self.person = person
        self.role = role
        self.theme = theme
        self.useCase = useCase
        self.gains = gains
    }
}

/// What is in it for the people of one role: what they named, what answers it, who confirmed it, what is open.
package struct RoleLedger: Sendable {
    /// A use case that answers a theme.
    package struct Answer: Sendable {
        /// Id of the use case.
        package let useCase: String
        /// People of the role who confirmed it.
        package let confirmed: Sensitive<Int>
        /// How many that are: for rules inside the room, never for showing.
        let people: Int
    }

    /// A theme of the role.
    package struct Theme: Sendable {
        package let key: ThemeKey
        /// Title of the task where it is one of the catalogue; else words at least five people used, or nil.
        package let title: Sensitive<String?>
        /// People of the role who named it.
        package let named: Sensitive<Int>
        /// What it does to most who named it.
        package let kind: PainKind
        /// The statement most like the others, for ten people and more.
        package let statement: Sensitive<String>
        /// By confirmations, the most first, then by id.
        package let answers: [Answer]
        let people: Int
    }

    /// Index into `Evidence.roles`.
    package let role: Int
    /// Everybody in the role.
    package let everybody: PeopleSet
    /// By people, the most first, then by key.
    package let themes: [Theme]

    /// Whether at least one personal benefit is confirmed by enough people to be said.
    ///
    /// Fewer confirmations count for nothing here, since a role "covered" by one person would be news about that person;
    /// an example somebody has put on the shelf counts by itself, since it was given to be seen.
    package func isCovered(minimum: Int, hasSharedExample: Bool) -> Bool {
        hasSharedExample || themes.contains { $0.answers.contains { $0.people >= minimum } }
    }

    /// Ledgers of all roles.
    ///
    /// - Parameters:
    ///   - people: Who is in which role now; others' pains and confirmations are left out.
    ///   - occupations: Occupation most people of a role have, by role.
    ///   - minimum: Fewest people who must share a word of a title.
    /// - Returns: One for each role with people, in the order of the roles.
    /// - Complexity: that of the grouping, role by role.
    package static func all(
        pains: [Pain], confirmations: [ConfirmedGain], people: [PersonID: Int], occupations: [Int: String],
        minimum: Int = 5
    ) -> [RoleLedger] {
        var members: [Int: [PersonID]] = [:]
        for (person, role) in people { members[role, default: []].append(person) }
        let named = Dictionary(grouping: pains.filter { people[$0.person] == $0.role }, by: \.role)
        let confirmed = Dictionary(
            grouping: confirmations.filter { people[$0.person] == $0.role && !$0.gains.isEmpty }, by: \.role)
        return members.keys.sorted().map { role in
            RoleLedger(
                role: role, everybody: PeopleSet(members[role]!.sorted()), pains: named[role] ?? [],
                confirmations: confirmed[role] ?? [],
                tasks: TaskCatalogue.tasks(forOccupation: occupations[role]), minimum: minimum)
        }
    }

    init(
        role: Int, everybody: PeopleSet, pains: [Pain], confirmations: [ConfirmedGain],
        tasks: [CatalogueTask],
        minimum: Int
    ) {
        self.role = role
        self.everybody = everybody
        let pains = pains.sorted { ($0.named, $0.id) < ($1.named, $1.id) }
        themes = ThemeGrouping.groups(pains, tasks: tasks).map { group in
            RoleLedger.theme(
                group.key, pains: group.pains.map { pains[$0] },
                confirmations: confirmations.filter { $0.theme == group.key }, minimum: minimum)
        }.sorted { $0.people == $1.people ? $0.key < $1.key : $0.people > $1.people }
    }

    private static func theme(
        _ key: ThemeKey, pains: [Pain], confirmations: [ConfirmedGain], minimum: Int
    ) -> Theme {
        let group = PeopleSet(Set(pains.map(\.person)).sorted())
        let words = ThemeWords.shared(pains, minimum: minimum)
        let title =
            key.taskID.flatMap(TaskCatalogue.task)?.title
            ?? (words.isEmpty ? nil : words.joined(separator: " · "))
        let kinds = Dictionary(grouping: pains, by: \.kind).mapValues { Set($0.map(\.person)).count }
        let kind = PainKind.allCases.max { (kinds[$0] ?? 0) < (kinds[$1] ?? 0) } ?? .tedious
        let answers = Dictionary(grouping: confirmations, by: \.useCase).map { id, given -> Answer in
            let who = PeopleSet(Set(given.map(\.person)).sorted())
            return Answer(useCase: id, confirmed: Sensitive(who.count, about: who), people: who.count)
        }.sorted { $0.people == $1.people ? $0.useCase < $1.useCase : $0.people > $1.people }
        return Theme(
            key: key, title: Sensitive(title, about: group), named: Sensitive(group.count, about: group),
            kind: kind, statement: Sensitive(middle(of: pains, minimum: minimum), about: group),
            answers: answers,
            people: group.count)
    }

    /// The statement that shares most words with the others; the shortest, then the first in the alphabet, of equals.
    ///
    /// Only among those of which enough people used every telling word: what one person alone said may name a
    /// customer, or them. Empty where there is none.
    private static func middle(of pains: [Pain], minimum: Int) -> String {
        var users: [String: Set<PersonID>] = [:]
        for pain in pains {
            for stem in StatementWords(pain.text).stems { users[stem, default: []].insert(pain.person) }
        }
        let pains = pains.filter { pain in
            let stems = StatementWords(pain.text).stems
            return !stems.isEmpty && stems.allSatisfy { (users[$0]?.count ?? 0) >= minimum }
        }
        var counts: [String: Int] = [:]
        let words = pains.map { StatementWords($0.text).stems }
        for stems in words { for stem in stems { counts[stem, default: 0] += 1 } }
        let scored = zip(pains, words).map { pain, stems in
            (
                pain.text,
                stems.isEmpty ? 0 : Double(stems.reduce(0) { $0 + counts[$1]! }) / Double(stems.count)
            )
        }
        return scored.min {
            if $0.1 != $1.1 { return $0.1 > $1.1 }
            return ($0.0.count, $0.0) < ($1.0.count, $1.0)
        }?.0 ?? ""
    }
}

/// Roles for which somebody has confirmed a personal benefit, of all roles large enough to be spoken of.
package struct LedgerCoverage: Hashable, Sendable {
    package let covered: Int
    package let roles: Int

    /// Counts the covered roles.
    ///
    /// - Parameters:
    ///   - sharedExamples: Roles with a kept example on the shelf that gained its owner something.
    ///   - minimum: Fewest people in a role, and fewest confirmations.
    package init(_ ledgers: [RoleLedger], sharedExamples: Set<Int>, minimum: Int) {
        let large = ledgers.filter { $0.everybody.count >= minimum }
        roles = large.count
        covered = large.count {
            $0.isCovered(minimum: minimum, hasSharedExample: sharedExamples.contains($0.role))
        }
    }
}
