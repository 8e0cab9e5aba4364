import Archive
import Casework
import Discovery
import Foundation
import Hummingbird
import Measures
import Rollout
import Wire

extension FrontDoor {
    /// The JSON interface of discovery, and its documentation.
    func addInterface(_ routes: RouteList) {
        let entries =
            reading + writing + ownEntries + sharedEntries + teamEntries + messageEntries + toolEntries
        for entry in entries {
            if entry.method == .get {
                routes.get(entry.route, entry.answer)
            } else {
                routes.post(entry.route, entry.answer)
            }
        }
        let product = settings.product
        routes.get("/api/v1/openapi.json") { _, _ in
            try FrontDoor.json(InterfaceDocument.openAPI(entries, version: product))
        }
    }

    static func json(_ value: some Encodable) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return json(try encoder.encode(value))
    }

    static func json(_ data: Data) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: Array(data))))
    }

    private var reading: [InterfaceEntry] {
        [
            InterfaceEntry(
                method: .get, path: "/api/v1/shelf", summary: "Examples people put on the shelf.", fields: [],
                answers: ShelfBody.schemaName
            ) { request, context in
                _ = try visitor(request, context, for: .shelf)
                let (reading, _) = try await edition()
                let shown = try await ShelfDesk(installation).shown(in: reading)
                let body = ShelfBody(
                    examples: shown.map {
                        .init(
                            id: $0.example.id, task: $0.example.task, useCase: $0.useCase, role: $0.role,
                            owner: $0.owner, sentence: $0.sentence, isKept: $0.example.isKept,
                            expired: $0.expiry?.rawValue)
                    })
                return FrontDoor.json(try body.encode())
            },
            InterfaceEntry(
                method: .get, path: "/api/v1/edition",
                summary: "The week's figures: themes by role, what trials came to, stances, crossings.",
                fields: [], answers: "The edition of the week."
            ) { request, context in
                _ = try visitor(request, context, for: .diagnosis)
                return try FrontDoor.json(try await edition().edition)
            },
            InterfaceEntry(
                method: .get, path: "/api/v1/for-me", summary: "Everything one named and tried.", fields: [],
                answers: OwnDiscoveryBody.schemaName
            ) { request, context in
                try await ownBody(try standing(request, context), context)
            },
        ]
    }

    private var writing: [InterfaceEntry] {
        [
            ownChange(
                "/api/v1/for-me/pains", "Names what bothers one.",
                fields: [
                    .init("task", "The id of a task of the catalogue, or"),
                    .init("text", "own words."), .init("kind", "tedious, interrupts or stresses."),
                ]
            ) { owner, form, _ in
                let task = form["task"].flatMap(TaskCatalogue.task)
                _ = try await trialDesk(owner).name(
                    form["text"] ?? "",
                    kind: PainKind(rawValue: form["kind"] ?? "") ?? task?.kind ?? .tedious,
                    task: task?.id)
            },
            ownChange(
                "/api/v1/for-me/trials", "Begins a trial.",
                fields: FrontDoor.strainFields + [
                    .init("task", "The piece of work.", isRequired: true),
                    .init("pain", "The number of a pain of one's own it is for.", type: "integer"),
                    .init("useCase", "Id of a use case."),
                    .init("example", "The number of the example it begins from.", type: "integer"),
                ]
            ) { owner, form, _ in
                _ = try await trialDesk(owner).begin(
                    task: form["task"] ?? "", theme: try await theme(ofPain: form["pain"], owner),
                    useCase: form["useCase"]?.nonEmpty, baseline: try FrontDoor.strain(form),
                    example: form["example"].flatMap { Int64($0) })
            },
            ownChange(
                "/api/v1/for-me/trials/{id}/occasions", "Notes one occasion.",
                fields: FrontDoor.strainFields + [
                    .init("usual", "Minutes this very piece would have taken before.", type: "number")
                ]
            ) { owner, form, context in
                _ = try await trialDesk(owner).note(
                    try FrontDoor.strain(form), usualMinutes: form["usual"].flatMap(Double.init),
                    in: try FrontDoor.id(context))
            },
            ownChange(
                "/api/v1/for-me/trials/{id}/verdict", "Says what came of it.",
                fields: [
                    .init("verdict", "keep, drop or notYet.", isRequired: true),
                    .init("why", "A reason's code."),
                ]
            ) { owner, form, context in
                guard let verdict = TrialVerdict(rawValue: form["verdict"] ?? "") else {
                    throw HTTPError(.badRequest, message: "Say keep, drop or notYet.")
                }
                _ = try await trialDesk(owner).decide(
                    verdict, why: TrialVerdict.Why(rawValue: form["why"] ?? ""), in: try FrontDoor.id(context)
                )
            },
            ownChange(
                "/api/v1/for-me/trials/{id}/consent", "Says who may see it; changed at any time.",
                fields: [
                    .init("consent", "named, roleOnly, counted or none.", isRequired: true),
                    .init("condition", "What it depends on; may stand several times."),
                    .init("tool", "The tool it was tried with."),
                ]
            ) { owner, form, context in
                guard let consent = Consent(rawValue: form["consent"] ?? "") else {
                    throw HTTPError(.badRequest, message: "Say named, roleOnly, counted or none.")
                }
                let hints = try await trialDesk(owner).share(
                    try FrontDoor.id(context), consent: consent,
                    conditions: Set(form.all("condition").compactMap { Condition(rawValue: $0) }),
                    tool: form["tool"] ?? "")
                if let hint = hints.first { throw HTTPError(.badRequest, message: hint.sentence) }
            },
        ]
    }

    /// A change to what is one's own, from a form with the session's token; answered with everything one has then.
    func ownChange(
        _ path: String, _ summary: String, fields: [InterfaceEntry.Field] = [],
        _ change: @escaping @Sendable (Visitor.Standing, Form, FrontContext) async throws -> Void
    ) -> InterfaceEntry {
        InterfaceEntry(
            method: .post, path: path, summary: summary, fields: fields, answers: OwnDiscoveryBody.schemaName
        ) { request, context in
            let owner = try standing(request, context)
            try await change(owner, try await form(request, context), context)
            return try await ownBody(owner, context)
        }
    }

    static let strainFields: [InterfaceEntry.Field] = [
        .init("minutes", "Minutes, 0 to 1440.", type: "number", isRequired: true),
        .init("strain", "0 to 10.", type: "integer"), .init("interruptions", "0 to 100.", type: "integer"),
        .init("tedium", "0 to 10.", type: "integer"),
    ]

    func ownBody(_ owner: Visitor.Standing, _ context: FrontContext) async throws -> Response {
        let desk = trialDesk(owner)
        let shelf = Set(try await archive.examples().filter { $0.member == owner.member }.map(\.trial))
        let marks = try await archive.stanceMarks()[owner.member]
        let mask = try await installation.themeMask()
        func noted(_ strain: Strain, _ day: Day?) -> OwnDiscoveryBody.Noted {
            .init(
                day: day.map { "\($0)" }, minutes: strain.minutes, interruptions: strain.interruptions,
                strain: strain.strain, tedium: strain.tedium)
        }
        let body = OwnDiscoveryBody(
            token: context.session.flatMap(FormToken.of) ?? "",
            pains: try await desk.pains().map {
                .init(
                    id: $0.id, kind: $0.kind.rawValue, text: $0.text, theme: $0.theme.map(mask.text),
                    named: "\($0.named)")
            },
            trials: try await desk.trials().map { trial in
                .init(
                    id: trial.id, task: trial.task, useCase: trial.useCase,
                    baseline: noted(trial.baseline, nil),
                    occasions: trial.occasions.map { noted($0.after, $0.day) },
                    verdict: trial.verdict?.rawValue, why: trial.why?.rawValue,
                    consent: trial.consent.rawValue, isOnShelf: shelf.contains(trial.id))
            }, shown: marks?.shown.map { String("\($0.lastDay)".prefix(7)) },
            declined: marks?.declined?.rawValue)
        return FrontDoor.json(try body.encode())
    }
}
