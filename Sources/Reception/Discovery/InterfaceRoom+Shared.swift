import Archive
import Casework
import Discovery
import Hummingbird
import Measures
import Rollout
import Wire

// What people do together and for all, by machine.

/// What is in it for each role and what trials came to, as the pages for everybody show it: `firsthand.ledger/1`.
private struct LedgerBody: Encodable {
    let schema = "firsthand.ledger/1"
    /// The number of the week it stands for.
    let week: Int
    let roles: [DiscoveryEdition.Role]
    let covered: Int
    let largeRoles: Int
    let aggregates: [DiscoveryEdition.Aggregate]
}

extension FrontDoor {
    var sharedEntries: [InterfaceEntry] {
        [
            InterfaceEntry(
                method: .get, path: "/api/v1/ledger",
                summary: "What is in it for each role, and what trials came to.", fields: [],
                answers: "firsthand.ledger/1"
            ) { request, context in
                _ = try visitor(request, context, for: .ledger)
                let (_, edition) = try await edition()
                return try FrontDoor.json(
                    LedgerBody(
                        week: edition.week, roles: edition.roles, covered: edition.covered,
                        largeRoles: edition.largeRoles, aggregates: edition.aggregates))
            },
            InterfaceEntry(
                method: .post, path: "/api/v1/for-me/follow",
                summary: "Follows a colleague's link: the pair of teams is counted, and the link is gone.",
                fields: [.init("secret", "The part of the link after /shown/.", isRequired: true)],
                answers: FollowedBody.schemaName
            ) { request, context in
                let guest = try standing(request, context)
                guard let secret = Secret(try await form(request, context)["secret"] ?? "") else {
                    throw HTTPError(
                        .badRequest, message: "Send the part of the link after /shown/ as secret.")
                }
                return FrontDoor.json(
                    try FollowedBody(isCounted: try await showDesk.follow(secret, by: guest)).encode())
            },
            InterfaceEntry(
                method: .post, path: "/api/v1/for-me/show",
                summary: "Makes a link to show one colleague something; it works once.",
                fields: [.init("example", "The number of an example to show.", type: "integer")],
                answers: LinkBody.schemaName
            ) { request, context in
                let owner = try standing(request, context)
                let form = try await form(request, context)
                return FrontDoor.json(
                    try LinkBody(link: try await showLink(owner, example: form["example"])).encode())
            },
            InterfaceEntry(
                method: .get, path: "/api/v1/demonstrations", summary: "Demonstrations to come.", fields: [],
                answers: DemonstrationsBody.schemaName
            ) { request, context in
                try await demonstrationsBody(try visitor(request, context, for: .shelf))
            },
            InterfaceEntry(
                method: .post, path: "/api/v1/demonstrations",
                summary: "Offers half an hour of one's own work to watch.",
                fields: [
                    .init("title", "The piece of work.", isRequired: true),
                    .init("day", "yyyy-mm-dd", isRequired: true),
                    .init("time", "hh:mm in UTC", isRequired: true), .init("place", "Where, or a link."),
                ], answers: DemonstrationsBody.schemaName
            ) { request, context in
                let host = try standing(request, context)
                try await offer(try await form(request, context), by: host)
                return try await demonstrationsBody(try visitor(request, context))
            },
            InterfaceEntry(
                method: .post, path: "/api/v1/demonstrations/{id}/off",
                summary: "Calls one's own demonstration off.", fields: [],
                answers: DemonstrationsBody.schemaName
            ) { request, context in
                let host = try standing(request, context)
                _ = try await form(request, context)
                try await showDesk.callOff(try FrontDoor.id(context), by: host)
                return try await demonstrationsBody(try visitor(request, context))
            },
        ]
    }

    private func demonstrationsBody(_ visitor: Visitor) async throws -> Response {
        let body = DemonstrationsBody(
            demonstrations: try await showDesk.slots(for: visitor).map {
                .init(
                    id: $0.record.id, title: $0.record.title, day: "\($0.record.starts.day)",
                    minute: $0.record.starts.minute, place: $0.record.place, host: $0.host, isOwn: $0.isOwn)
            })
        return FrontDoor.json(try body.encode())
    }

    var teamEntries: [InterfaceEntry] {
        [
            InterfaceEntry(
                method: .get, path: "/api/v1/for-me/team",
                summary: "What one's team decides or tries together.", fields: [],
                answers: TeamTrialsBody.schemaName
            ) { request, context in
                try await teamBody(try standing(request, context))
            },
            InterfaceEntry(
                method: .post, path: "/api/v1/for-me/team",
                summary: "Proposes that the team try something.",
                fields: [.init("useCase", "Id of a use case.", isRequired: true)],
                answers: TeamTrialsBody.schemaName
            ) { request, context in
                let owner = try standing(request, context)
                let form = try await form(request, context)
                guard let reading = try await reading() else { throw HTTPError(.notFound) }
                try await teamDesk.propose(form["useCase"] ?? "", by: owner, in: reading)
                return try await teamBody(owner)
            },
            InterfaceEntry(
                method: .post, path: "/api/v1/for-me/team/{id}", summary: "Says whether one is in.",
                fields: [.init("in", "yes or no.")], answers: TeamTrialsBody.schemaName
            ) { request, context in
                let owner = try standing(request, context)
                let form = try await form(request, context)
                guard let reading = try await reading() else { throw HTTPError(.notFound) }
                try await teamDesk.say(
                    form["in"] == "yes", plan: try FrontDoor.id(context), by: owner, in: reading)
                return try await teamBody(owner)
            },
        ]
    }

    private func teamBody(_ owner: Visitor.Standing) async throws -> Response {
        guard let reading = try await reading() else { throw HTTPError(.notFound) }
        let body = TeamTrialsBody(
            canAgree: teamDesk.canAgree(owner, in: reading),
            plans: try await teamDesk.seen(by: owner, in: reading).map {
                .init(
                    id: $0.plan.id, useCase: $0.plan.useCase, closes: "\($0.plan.closes)",
                    until: "\($0.plan.until)", isAgreed: $0.plan.isAgreed, isIn: $0.isIn)
            })
        return FrontDoor.json(try body.encode())
    }

    var toolEntries: [InterfaceEntry] {
        [
            InterfaceEntry(
                method: .get, path: "/api/v1/tools", summary: "Tools, and when each changed.", fields: [],
                answers: ToolsBody.schemaName
            ) { request, context in
                _ = try visitor(request, context, for: .buildWeek)
                return try await toolsBody()
            },
            InterfaceEntry(
                method: .post, path: "/api/v1/tools",
                summary: "Notes that a tool changed today: older examples are not relied on.",
                fields: [.init("tool", "A tool of the list.", isRequired: true)],
                answers: ToolsBody.schemaName
            ) { request, context in
                let visitor = try visitor(request, context, for: .buildWeek)
                try await noteChange(try await form(request, context)["tool"] ?? "", by: visitor)
                return try await toolsBody()
            },
        ]
    }

    private func toolsBody() async throws -> Response {
        var lines: [ToolsBody.Tool] = []
        for tool in try await tools() {
            let changed = try await ShelfDesk(installation).toolChanged(tool)
            lines.append(.init(tool: tool, changed: changed.map { "\($0)" }))
        }
        return FrontDoor.json(try ToolsBody(tools: lines).encode())
    }

    var messageEntries: [InterfaceEntry] {
        [
            InterfaceEntry(
                method: .get, path: "/api/v1/messages",
                summary: "What was said, and drafts that stand on evidence.", fields: [],
                answers: MessagesBody.schemaName
            ) { request, context in
                _ = try visitor(request, context, for: .messages)
                return try await messagesBody()
            },
            InterfaceEntry(
                method: .post, path: "/api/v1/messages", summary: "Writes down what was said.",
                fields: [
                    .init("text", "What was said.", isRequired: true),
                    .init("layer", "executive, manager or contributor."), .init("channel", "Where."),
                ], answers: MessagesBody.schemaName
            ) { request, context in
                let visitor = try visitor(request, context, for: .messages)
                let form = try await form(request, context)
                try await messageDesk.log(
                    form["text"] ?? "", to: Layer(rawValue: form["layer"] ?? "") ?? .contributor,
                    channel: form["channel"] ?? "", on: installation.now().day, by: visitor)
                await readingRoom.invalidate()
                return try await messagesBody()
            },
            InterfaceEntry(
                method: .post, path: "/api/v1/messages/check",
                summary: "Says what the rules find in a draft.",
                fields: [.init("text", "The draft.", isRequired: true)], answers: MessageCheckBody.schemaName
            ) { request, context in
                _ = try visitor(request, context, for: .messages)
                let text = String(
                    (try await form(request, context)["text"] ?? "").prefix(MessageDesk.longestText))
                guard text.contains(where: \.isLetter) else {
                    throw HTTPError(.badRequest, message: "Send a draft as text.")
                }
                return FrontDoor.json(try FrontDoor.body(MessageCheck(text)).encode())
            },
            InterfaceEntry(
                method: .post, path: "/api/v1/messages/{id}/remove",
                summary: "Takes a message out of the log.", fields: [], answers: MessagesBody.schemaName
            ) { request, context in
                let visitor = try visitor(request, context, for: .messages)
                _ = try await form(request, context)
                try await messageDesk.forget(try FrontDoor.id(context), by: visitor)
                await readingRoom.invalidate()
                return try await messagesBody()
            },
        ]
    }

    private static func body(_ check: MessageCheck) -> MessageCheckBody {
        MessageCheckBody(
            audience: check.audience?.rawValue, benefit: check.benefit.rawValue,
            motive: check.motive?.rawValue, hasExample: check.hasExample, tone: check.tone.rawValue,
            grade: check.grade, isHeavy: check.isHeavy, fits: nil,
            marks: check.marks.map {
                .init(rule: $0.rule.rawValue, sentence: $0.sentence, text: $0.text, reason: $0.reason)
            })
    }

    private func messagesBody() async throws -> Response {
        var drafts: [MessagesBody.Draft] = []
        if try await reading() != nil {
            let (reading, edition) = try await edition()
            for layer in Layer.allCases {
                guard let draft = try await messageDesk.draft(for: layer, in: reading, edition: edition)
                else { continue }
                drafts.append(
                    .init(
                        audience: layer.rawValue,
                        lines: draft.lines.map { .init(text: $0.text, source: $0.source) }))
            }
        }
        let body = MessagesBody(
            said: try await messageDesk.said().map {
                .init(
                    id: $0.id, date: "\($0.date)", layer: $0.layer, channel: $0.channel, motive: $0.motive,
                    hasExample: $0.hasExample, isOrder: $0.isOrder)
            }, drafts: drafts)
        return FrontDoor.json(try body.encode())
    }
}
