import Archive
import Casework
import Discovery
import Hummingbird
import Measures
import Rollout
import Wire

// What somebody does with their own pains, trials and wishes, by machine.

extension FrontDoor {
    var ownEntries: [InterfaceEntry] { painEntries + trialEntries + wishEntries }

    private var painEntries: [InterfaceEntry] {
        [
            InterfaceEntry(
                method: .get, path: "/api/v1/tasks", summary: "Tasks of one's kind of job to choose from.",
                fields: [], answers: TasksBody.schemaName
            ) { request, context in
                let owner = try standing(request, context)
                let occupation = try await occupation(of: owner)
                let group = TaskCatalogue.group(ofOccupation: occupation)
                let body = TasksBody(
                    tasks: TaskCatalogue.tasks(forOccupation: occupation).map {
                        .init(task: $0.id, title: $0.title, kind: $0.kind.rawValue)
                    }, tasksInTen: group?.tasksInTen)
                return FrontDoor.json(try body.encode())
            },
            InterfaceEntry(
                method: .get, path: "/api/v1/for-me/pains/{id}",
                summary: "A pain of one's own and what could be tried for it.", fields: [],
                answers: SuggestionBody.schemaName
            ) { request, context in
                try await suggestionBody(try standing(request, context), context)
            },
            ownChange(
                "/api/v1/for-me/pains/{id}/theme", "Says which theme a pain belongs to.",
                fields: [
                    .init("theme", "A theme the pain can be counted under; empty: the grouping decides.")
                ]
            ) { owner, form, context in
                try await trialDesk(owner).correct(
                    try FrontDoor.id(context), to: try await theme(form["theme"], owner))
            },
            ownChange(
                "/api/v1/for-me/pains/{id}/remove", "Takes a pain back."
            ) { owner, _, context in
                try await trialDesk(owner).forget(pain: try FrontDoor.id(context))
            },
        ]
    }

    private func suggestionBody(_ owner: Visitor.Standing, _ context: FrontContext) async throws -> Response {
        let id = try FrontDoor.id(context)
        guard let pain = try await trialDesk(owner).pains().first(where: { $0.id == id }) else {
            throw HTTPError(.notFound)
        }
        let (reading, edition) = try await edition()
        let desk = SuggestionDesk(installation)
        let theme = try await installation.themeMask().text(try await desk.theme(of: pain, in: reading))
        let published = edition.roles.first { $0.role == pain.role }?.themes ?? []
        let suggestion = try await desk.suggestion(for: pain, passed: [], in: reading, edition: edition)
        let tasks = TaskCatalogue.tasks(forOccupation: try await occupation(of: owner))
        let body = SuggestionBody(
            pain: id, theme: theme, named: published.first { $0.key == theme }?.named,
            suggested: suggestion.map {
                .init(
                    useCase: $0.useCase.id, title: $0.useCase.title, tool: $0.useCase.tool,
                    because: $0.because, depends: $0.depends, examples: $0.examples.map(\.example.id))
            },
            themes: tasks.map { .init(theme: $0.key.text, title: $0.title) }
                + published.filter { !$0.key.hasPrefix("task:") }
                .map { .init(theme: $0.key, title: $0.title) })
        return FrontDoor.json(try body.encode())
    }

    private var trialEntries: [InterfaceEntry] {
        [
            ownChange(
                "/api/v1/for-me/trials/{id}/back", "Takes the last occasion back."
            ) { owner, _, context in
                _ = try await trialDesk(owner).takeBack(in: try FrontDoor.id(context))
            },
            ownChange(
                "/api/v1/for-me/trials/{id}/remove", "Removes a trial with everything it said."
            ) { owner, _, context in
                try await trialDesk(owner).forget(trial: try FrontDoor.id(context))
            },
            ownChange(
                "/api/v1/for-me/leave", "Deletes everything one named, tried and showed.",
                fields: [.init("sure", "LEAVE, to be sure.", isRequired: true)]
            ) { owner, form, _ in
                guard form["sure"] == "LEAVE" else {
                    throw HTTPError(.badRequest, message: "Nothing was deleted: send sure=LEAVE to be sure.")
                }
                try await trialDesk(owner).leave()
            },
        ]
    }

    private var wishEntries: [InterfaceEntry] {
        [
            InterfaceEntry(
                method: .get, path: "/api/v1/for-me/wishes", summary: "What one wants to be told.",
                fields: [], answers: WishesBody.schemaName
            ) { request, context in
                try await wishesBody(try standing(request, context))
            },
            InterfaceEntry(
                method: .post, path: "/api/v1/for-me/wishes",
                summary: "Says what one wants to be told, and when not.",
                fields: [
                    .init("on", "yes or no."), .init("from", "Quiet from, as hh:mm in UTC."),
                    .init("to", "Quiet until."), .init("channel", "mail or chat."),
                ], answers: WishesBody.schemaName
            ) { request, context in
                let owner = try standing(request, context)
                try await keepWishes(of: owner, try await form(request, context))
                return try await wishesBody(owner)
            },
            InterfaceEntry(
                method: .post, path: "/api/v1/for-me/wishes/feed",
                summary: "Makes a new address for one's calendar feed; the one before ends.", fields: [],
                answers: LinkBody.schemaName
            ) { request, context in
                let owner = try standing(request, context)
                _ = try await form(request, context)
                let secret = try await showDesk.newFeed(of: owner.member)
                let link = "\(settings.baseURL)/feed/\(secret.text)/firsthand.ics"
                return FrontDoor.json(try LinkBody(link: link).encode())
            },
            InterfaceEntry(
                method: .post, path: "/api/v1/for-me/decline",
                summary: "Says that one does not want to, and why.",
                fields: [.init("why", "A reason's code; empty takes it back.")],
                answers: WishesBody.schemaName
            ) { request, context in
                let owner = try standing(request, context)
                let why = TrialVerdict.Why(rawValue: try await form(request, context)["why"] ?? "")
                try await trialDesk(owner).decline(why)
                return try await wishesBody(owner)
            },
            InterfaceEntry(
                method: .post, path: "/api/v1/for-me/watched",
                summary: "Says whether one watched a colleague this month.",
                fields: [.init("watched", "yes or no.")], answers: WishesBody.schemaName
            ) { request, context in
                let owner = try standing(request, context)
                let form = try await form(request, context)
                try await showDesk.noteWatched(form["watched"] == "yes", by: owner.member)
                return try await wishesBody(owner)
            },
        ]
    }

    private func wishesBody(_ owner: Visitor.Standing) async throws -> Response {
        let wish = try await archive.noticePreference(of: owner.member)
        let month = try await showDesk.monthToAskAbout(owner.member)
        let body = WishesBody(
            isOn: wish.isOn, quietFrom: wish.quietFrom, quietTo: wish.quietTo,
            channel: wish.channel.rawValue, hasFeed: wish.feedHash != nil,
            declined: try await archive.stanceMarks()[owner.member]?.declined?.rawValue,
            watchMonth: month.map { String("\($0.lastDay)".prefix(7)) })
        return FrontDoor.json(try body.encode())
    }
}
