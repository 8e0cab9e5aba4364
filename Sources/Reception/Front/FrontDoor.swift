import Archive
package import Casework
package import Hummingbird
import Pages

/// Everything the pages need, and the routes that lead to them.
package struct FrontDoor: Sendable {
    let installation: Installation
    let doorkeeper: Doorkeeper
    let readingRoom: ReadingRoom
    let importDesk: ImportDesk
    let pulseDesk: PulseDesk
    let personalDesk: PersonalDesk
    let planDesk: PlanDesk
    let settings: FrontSettings
    let reports = ReportShelf()

    package init(
        installation: Installation, doorkeeper: Doorkeeper, readingRoom: ReadingRoom,
        importDesk: ImportDesk, settings: FrontSettings
    ) {
        self.installation = installation
        self.doorkeeper = doorkeeper
        self.readingRoom = readingRoom
        self.importDesk = importDesk
        pulseDesk = PulseDesk(installation)
        personalDesk = PersonalDesk(installation)
        planDesk = PlanDesk(installation)
        self.settings = settings
    }

    var archive: any Archive { installation.archive }

    /// The routes, every one with its answer for methods it does not have.
    package func router() -> Router<FrontContext> { routed().router }

    /// Methods by path as it is written in a route, for example `/diagnosis/:kind/:name`.
    package var methodsByPath: [String: [String]] {
        routed().routes.methods.mapValues { $0.map(\.rawValue).sorted() }
    }

    private func routed() -> (router: Router<FrontContext>, routes: RouteList) {
        let router = Router(context: FrontContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: SafetyHeaders(isBehindTLS: settings.isBehindTLS))
        router.add(middleware: FriendlyErrors())
        router.add(middleware: SameOriginOnly())
        router.add(middleware: WhoAsks(door: self))
        let routes = RouteList(router)
        addAssets(routes)
        addDoor(routes)
        addRooms(routes)
        addComparison(routes)
        addPlan(routes)
        addDiagnosis(routes)
        addOwn(routes)
        addTrials(routes)
        addShelf(routes)
        addShowing(routes)
        addMessages(routes)
        addAnswers(routes)
        addTeamTrials(routes)
        addTools(routes)
        addInterface(routes)
        addEvidence(routes)
        addPulse(routes)
        addPrivacy(routes)
        addInterview(routes)
        routes.refuseOtherMethods()
        return (router, routes)
    }
}

/// Routes as they are added, so that what they do not answer to is known.
final class RouteList {
    private let router: Router<FrontContext>
    private(set) var methods: [String: Set<HTTPRequest.Method>] = [:]

    init(_ router: Router<FrontContext>) { self.router = router }

    /// A page.
    func get(
        _ path: String, _ answer: @escaping @Sendable (Request, FrontContext) async throws -> Response
    ) {
        methods[path, default: []].formUnion([.get, .head])
        router.get(RouterPath(path), use: answer)
    }

    /// Something that is done.
    func post(
        _ path: String, _ answer: @escaping @Sendable (Request, FrontContext) async throws -> Response
    ) {
        methods[path, default: []].insert(.post)
        router.post(RouterPath(path), use: answer)
    }

    /// Answers 405 with what is allowed, for every path and every method it does not have.
    func refuseOtherMethods() {
        let all: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete, .options, .trace]
        for (path, known) in methods {
            let allowed = known.map(\.rawValue).sorted().joined(separator: ", ")
            for method in all where !known.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in
                    let words = FriendlyErrors.words(HTTPError(.methodNotAllowed))
                    var answer =
                        path.hasPrefix(Problem.prefix)
                        ? Problem.answer(
                            .init(title: words.title, text: "Allowed here: \(allowed)."),
                            status: .methodNotAllowed)
                        : Answer.message(words, status: .methodNotAllowed)
                    answer.headers[.allow] = allowed
                    return answer
                }
            }
        }
    }
}

/// Finds out who asks, before anything is answered.
struct WhoAsks: RouterMiddleware {
    let door: FrontDoor

    @concurrent func handle(
        _ request: Request, context: FrontContext,
        next: @concurrent (Request, FrontContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let secret = SessionCookie.secret(of: request), !request.uri.path.hasPrefix("/assets/") {
            let reading = try await door.readingRoom.reading()
            context.visitor = try await door.doorkeeper.visitor(session: secret, in: reading?.roster)
            if context.visitor != nil { context.session = secret }
        }
        return try await next(request, context)
    }
}
