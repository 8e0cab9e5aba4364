package import Archive
package import Discovery
import Inference
import Measures
package import Rollout

/// What somebody could try next, and on what ground.
package struct SuggestionDesk: Sendable {
    /// A suggestion with everything that speaks for it.
    package struct Suggestion: Sendable {
        package let useCase: UseCase
        /// Why this one, in one sentence, from disclosed figures only.
        package let because: String
        /// What keeping it depends on, in sentences.
        package let depends: [String]
        /// Examples that can be tried from, of the same role first.
        package let examples: [ShelfDesk.Shown]
        /// What most of the role kept, with its sentence, where something else is suggested about which little is known.
        package let proven: (useCase: UseCase, because: String)?
        /// Whether there is something else to suggest.
        package let hasOthers: Bool
    }

    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// The theme a pain belongs to among those of the role; the same the ledger counts it under.
    package func theme(of pain: PainRecord, in reading: CurrentReading) async throws -> ThemeKey {
        if let chosen = pain.theme { return chosen }
        let (pains, groups) = try await grouped(pain.role, in: reading)
        let group = groups.first { group in group.pains.contains { pains[$0].id == pain.id } }
        return group?.key ?? ThemeKey.words(StatementWords(pain.text))
    }

    /// The theme somebody means by what it goes by: a task of the catalogue, or one that was published for their role.
    ///
    /// - Throws: `Refusal` for any other, so that nobody finds out by trying what few people said.
    package func theme(
        named text: String, role: String, in reading: CurrentReading, edition: DiscoveryEdition
    ) async throws -> ThemeKey {
        let theme = ThemeKey(text)
        if let id = theme.taskID, TaskCatalogue.task(id) != nil { return theme }
        let published = edition.roles.first { $0.role == role }?.themes.contains { $0.key == text } ?? false
        let mask = try await installation.themeMask()
        guard published,
            let group = try await grouped(role, in: reading).groups.first(where: { mask.text($0.key) == text }
            )
        else { throw TrialDesk.Refusal("Choose one of the list.") }
        return group.key
    }

    /// Pains of a role, and their grouping.
    private func grouped(
        _ role: String, in reading: CurrentReading
    ) async throws -> (pains: [Pain], groups: [ThemeGrouping.Group]) {
        let evidence = reading.stored.evidence
        let place = evidence.roles.firstIndex(of: role) ?? 0
        let pains = try await installation.archive.pains(of: nil).filter { $0.role == role }.map {
            Pain(
                id: $0.id, person: PersonID(0), role: place, kind: $0.kind, text: $0.text,
                chosenTheme: $0.theme, named: $0.named)
        }
        let tasks = TaskCatalogue.tasks(forOccupation: Occupations.byRole(evidence)[place])
        return (pains, ThemeGrouping.groups(pains, tasks: tasks))
    }

    /// A suggestion for a pain; nil where no use case is open to the person.
    ///
    /// The same all week for the same pain, unless they have tried it since: a page that changed its mind at each look
    /// would be no advice.
    /// - Parameter passed: Use cases the person has waved away.
    package func suggestion(
        for pain: PainRecord, passed: Set<String>, in reading: CurrentReading, edition: DiscoveryEdition
    ) async throws -> Suggestion? {
        let evidence = reading.stored.evidence
        let day = installation.now().day
        let role = evidence.roles.firstIndex(of: pain.role) ?? -1
        let tried = Set(try await installation.archive.trials(of: pain.member).compactMap(\.useCase))
        let open = evidence.useCases.filter { entry in
            entry.isLive(on: day) && (entry.roles.isEmpty || entry.roles.contains(role))
                && !tried.contains(entry.id)
        }
        let offered = open.filter { !passed.contains($0.id) }
        guard !offered.isEmpty else { return nil }
        let facts = try await DiscoveryFacts(
            reading.stored, archive: installation.archive, before: Week(number: edition.week).monday)
        let outcomes = Dictionary(grouping: facts.outcomes, by: \.useCase)
        let theme = try await theme(of: pain, in: reading)
        let seen = offered.map { entry in
            Suggester.Candidate(
                useCase: entry.id,
                outcomes: NearOutcomes(outcomes[entry.id] ?? [], role: role, theme: theme))
        }
        let totals = outcomes.values.map {
            NearOutcomes($0, role: role, theme: theme).total
        }.sorted { ($0.trials, $0.successes) < ($1.trials, $1.successes) }
        var source = RandomSource(
            seed: UInt64(bitPattern: pain.id), stream: "suggestion.\(edition.week).\(pain.member.number)")
        let minimum = 5
        guard
            let chosen = Suggester(totals: totals, minimum: minimum).suggest(seen, using: &source),
            let useCase = offered.first(where: { $0.id == chosen.useCase })
        else { return nil }
        let shelf = ShelfDesk(installation)
        let examples = try await shelf.shown(in: reading).filter { $0.example.useCase == useCase.id }
            .sorted { ($0.example.role == pain.role ? 0 : 1) < ($1.example.role == pain.role ? 0 : 1) }
        let proven = SuggestionDesk.proven(offered, edition.aggregates, role: pain.role)
        let isKnown = edition.aggregates.contains {
            $0.useCase == useCase.id && $0.role == pain.role && $0.kept.words != nil
        }
        return Suggestion(
            useCase: useCase,
            because: SuggestionDesk.sentence(
                edition.aggregates, useCase: useCase.id, role: pain.role,
                isLittleTried: chosen.ground == .littleTried),
            depends: SuggestionDesk.dependences(edition.aggregates, useCase: useCase.id, role: pain.role),
            examples: Array(examples.prefix(3)), proven: isKnown ? nil : proven,
            hasOthers: offered.count > 1)
    }

    /// The use case of a role that the largest share kept, of those that at least half kept; nil where none is known.
    private static func proven(
        _ offered: [UseCase], _ aggregates: [DiscoveryEdition.Aggregate], role: String
    ) -> (useCase: UseCase, because: String)? {
        let known = aggregates.filter { aggregate in
            aggregate.role == role && (aggregate.kept.value ?? 0) >= 0.5
                && offered.contains { $0.id == aggregate.useCase }
        }.sorted { ($1.kept.value ?? 0, $0.useCase) < ($0.kept.value ?? 0, $1.useCase) }
        guard let best = known.first, let useCase = offered.first(where: { $0.id == best.useCase }) else {
            return nil
        }
        return (useCase, sentence(aggregates, useCase: best.useCase, role: role, isLittleTried: false))
    }

    /// Why a use case is suggested, in one sentence.
    static func sentence(
        _ aggregates: [DiscoveryEdition.Aggregate], useCase: String, role: String, isLittleTried: Bool
    ) -> String {
        func said(_ aggregate: DiscoveryEdition.Aggregate, _ whom: String) -> String? {
            guard let kept = aggregate.kept.words else { return nil }
            let amount =
                switch kept {
                case "nearly everybody": "Nearly everybody"
                case "hardly anybody": "Hardly anybody"
                default: kept.prefix(1).uppercased() + kept.dropFirst() + " of those"
                }
            let saving = aggregate.saving.value.flatMap { value -> String? in
                guard value >= 5 else { return nil }
                return ", and half of them save \(Int(value)) minutes or more each time"
            }
            return "\(amount) \(whom) who tried this and let it be counted kept it\(saving ?? "")."
        }
        if let own = aggregates.first(where: { $0.useCase == useCase && $0.role == role }),
            let sentence = said(own, "in your role")
        {
            return sentence
        }
        if let other = aggregates.first(where: { $0.useCase == useCase && $0.role != role }),
            let sentence = said(other, "in another role")
        {
            return sentence + " In yours few have tried it yet."
        }
        return isLittleTried
            ? "Few people in your role have tried this yet: somebody has to be among the first, and new things get their turn."
            : "Too few people in your role have tried this to say how it went. What use cases come to in general speaks for it."
    }

    private static func dependences(
        _ aggregates: [DiscoveryEdition.Aggregate], useCase: String, role: String
    ) -> [String] {
        guard let own = aggregates.first(where: { $0.useCase == useCase && $0.role == role }) else {
            return []
        }
        return own.dependsOn.compactMap { dependence in
            guard let with = dependence.with.words, let without = dependence.without.words else { return nil }
            return "When \(dependence.condition), \(with) kept it; otherwise \(without)."
        }
    }
}
