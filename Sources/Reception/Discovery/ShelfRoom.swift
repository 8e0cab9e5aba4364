import Archive
import Casework
import Discovery
import Hummingbird
import Measures
import Pages
import Rollout

extension FrontDoor {
    /// The shelf and the ledger of roles.
    func addShelf(_ routes: RouteList) {
        routes.get("/shelf") { request, context in
            let visitor = try visitor(request, context, for: .shelf)
            guard try await reading() != nil else { return Answer.redirect("/start") }
            let (reading, edition) = try await edition()
            let all = try await ShelfDesk(installation).shown(in: reading)
            // Somebody's own role first, where it has something; "every role" is one tap away.
            let asked = Form(request.uri.query ?? "")["role"]
            let own = visitor.standing.flatMap { standing in
                all.contains { $0.role == standing.role } ? standing.role : nil
            }
            let chosen = (asked ?? own).flatMap { $0.isEmpty ? nil : $0 }
            let shown = all.filter { chosen == nil || $0.role == chosen }
            let titles = FrontDoor.titles(reading)
            let canTry = visitor.standing != nil
            let model = ShelfPageModel(
                examples: shown.map {
                    shelfLine($0, tryHref: canTry ? "/for-me/trials/new?example=\($0.example.id)" : nil)
                },
                sums: edition.aggregates.filter { chosen == nil || $0.role == chosen }.map {
                    FrontDoor.sum($0, titles: titles)
                },
                roles: Set(all.compactMap(\.role) + edition.aggregates.map(\.role)).sorted().map {
                    .init($0, $0, isChosen: $0 == chosen)
                }, since: FrontDoor.since(edition), canTry: canTry, canNoteTools: visitor.mayEnter(.buildWeek)
            )
            return Answer.page(Site.shelf(model, shell: try await shell(context, at: "/shelf")))
        }
        routes.get("/ledger") { request, context in
            let visitor = try visitor(request, context, for: .ledger)
            guard try await reading() != nil else { return Answer.redirect("/start") }
            let (reading, edition) = try await edition()
            let titles = FrontDoor.titles(reading)
            let own = visitor.standing?.role
            let roles = edition.roles.map { role in
                LedgerPageModel.Role(
                    name: role.role,
                    covered: role.isCovered
                        ? "A personal benefit is confirmed." : "No personal benefit is confirmed yet.",
                    themes: role.themes.map { FrontDoor.theme($0, titles: titles) }, isOwn: role.role == own)
            }.sorted { ($0.isOwn ? 0 : 1, $0.name) < ($1.isOwn ? 0 : 1, $1.name) }
            let model = LedgerPageModel(
                roles: roles, covered: edition.covered, of: edition.largeRoles,
                since: FrontDoor.since(edition))
            return Answer.page(Site.ledger(model, shell: try await shell(context, at: "/ledger")))
        }
    }

    /// Titles of use cases by id.
    static func titles(_ reading: CurrentReading) -> [String: String] {
        Dictionary(
            reading.stored.evidence.useCases.map { ($0.id, $0.title) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Since when the figures are what they are.
    static func since(_ edition: DiscoveryEdition) -> String {
        "As of \(Week(number: edition.week).monday.long); counted anew every Monday, so that nobody can watch a figure move."
    }

    private static func sum(
        _ aggregate: DiscoveryEdition.Aggregate, titles: [String: String]
    ) -> ShelfPageModel.Sum {
        var saving = "withheld"
        if let words = aggregate.saving.words {
            saving = "median \(words.replacing(".0", with: ""))"
            if let low = aggregate.low, let high = aggregate.high {
                saving += ", likely \(DiscoveryWords.number(low)) to \(DiscoveryWords.number(high))"
            }
        }
        return ShelfPageModel.Sum(
            useCase: titles[aggregate.useCase] ?? aggregate.useCase, role: aggregate.role,
            kept: aggregate.kept.words ?? "withheld", saving: saving)
    }

    private static func theme(
        _ theme: DiscoveryEdition.Theme, titles: [String: String]
    ) -> LedgerPageModel.Theme {
        let kind = PainKind(rawValue: theme.kind).map { DiscoveryWords.words($0) } ?? ""
        return LedgerPageModel.Theme(
            title: theme.title,
            note:
                "Named by at least \(theme.named); mostly \(kind.replacing("me out of my", with: "them out of their")).",
            statement: theme.statement == theme.title ? nil : theme.statement,
            answers: theme.answers.compactMap { answer in
                answer.confirmed.map {
                    "\(titles[answer.useCase] ?? answer.useCase): confirmed by at least \($0) on their own work."
                }
            })
    }

    /// An example as pages show it.
    func shelfLine(_ shown: ShelfDesk.Shown, tryHref: String?) -> ShelfLine {
        let example = shown.example
        let conditions = example.conditions.sorted { $0.rawValue < $1.rawValue }.map(\.words)
        var notes: [String] = []
        if !example.isKept { notes.append(DiscoveryWords.didNotHelp(example.didNotHelp)) }
        if !conditions.isEmpty {
            notes.append(
                "\(example.isKept ? "Helps" : "Tried") when " + conditions.joined(separator: ", ") + ".")
        }
        if !example.tool.isEmpty { notes.append("With \(example.tool), \(example.shared.long).") }
        return ShelfLine(
            href: "/shelf", task: example.task, useCase: shown.useCase,
            whose: [shown.owner, shown.role].compactMap { $0 }.joined(separator: ", ").nonEmpty
                ?? "a colleague",
            sentence: shown.sentence, conditions: notes.joined(separator: " ").nonEmpty,
            // How often is said from five on: a count of one says that somebody in particular tried it.
            reused: example.reused >= 5 ? "Tried from here at least \(example.reused / 5 * 5) times." : nil,
            expired: shown.expiry.map {
                $0 == .toolChanged
                    ? "Expired: the tool has changed since." : "Expired: it is more than a year old."
            }, isKept: example.isKept, tryHref: tryHref)
    }
}

extension String {
    /// Nil for the empty text.
    var nonEmpty: String? { isEmpty ? nil : self }
}
