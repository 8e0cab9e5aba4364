import Archive
import Casework
import Hummingbird
import Pages

extension FrontDoor {
    /// Signing in and out, invitations, one's own account, accounts for administrators.
    func addDoor(_ routes: RouteList) {
        routes.get("/") { _, context in
            guard let visitor = context.visitor else { return Answer.redirect("/sign-in") }
            guard try await reading() != nil else { return Answer.redirect("/start") }
            return Answer.redirect(FrontDoor.home(of: visitor))
        }
        routes.get("/start") { request, context in
            let visitor = try visitor(request, context)
            guard try await reading() == nil else { return Answer.redirect("/") }
            let model = StartModel(mayImport: visitor.mayEnter(.evidence))
            return Answer.page(Site.start(model, shell: try await shell(context, at: "/start")))
        }
        routes.get("/sign-in") { request, context in
            if context.visitor != nil { return Answer.redirect("/") }
            let next = Form(request.uri.query ?? "")["next"] ?? ""
            return try await signInPage(context, next: next)
        }
        routes.post("/sign-in") { request, context in
            let form = try await Form(request)
            let (email, next) = (form["email"] ?? "", form["next"] ?? "")
            do {
                let (_, session) = try await doorkeeper.signIn(
                    email: email, password: form["password"] ?? "", from: context.place)
                let path = FrontDoor.isOurPath(next) ? next : "/"
                return Answer.redirect(path, cookie: SessionCookie.set(session.text))
            } catch let refusal as Doorkeeper.Refusal {
                return try await signInPage(context, problem: refusal.message, email: email, next: next)
            }
        }
        routes.post("/sign-out") { request, context in
            let visitor = try visitor(request, context)
            _ = try await form(request, context)
            try await doorkeeper.signOut(visitor)
            return Answer.redirect("/sign-in", cookie: SessionCookie.remove)
        }
        addInvitations(routes)
        addOwnAccount(routes)
        addAccounts(routes)
    }

    /// Whether a path is one of this house, so that nobody is sent elsewhere after signing in.
    static func isOurPath(_ path: String) -> Bool {
        path.hasPrefix("/") && !path.hasPrefix("//") && !path.contains("\\")
            && path.unicodeScalars.allSatisfy { $0.value > 32 && $0.value < 127 }
    }

    private func signInPage(
        _ context: FrontContext, problem: String? = nil, email: String = "", next: String
    ) async throws -> Response {
        let demo = settings.demo.map { person in
            let parts = person.what.split(separator: ":", maxSplits: 1).map(String.init)
            return SignInModel.Person(
                title: parts[0], what: parts.count > 1 ? String(parts[1].dropFirst()) : "",
                email: person.email, password: person.password)
        }
        let model = SignInModel(problem: problem, email: email, next: next, demo: demo)
        return Answer.page(
            Site.signIn(model, shell: try await shell(context, at: "/sign-in")),
            status: problem == nil ? .ok : .unauthorized)
    }

    private func addInvitations(_ routes: RouteList) {
        routes.get("/invitation/:secret") { _, context in
            let secret = try context.parameters.require("secret")
            guard let invitation = try await doorkeeper.invitation(secret) else {
                throw HTTPError(
                    .gone, message: "This invitation has been used or has expired. Ask for a new one.")
            }
            return invitationPage(secret, invitation)
        }
        routes.post("/invitation/:secret") { request, context in
            let secret = try context.parameters.require("secret")
            guard let invitation = try await doorkeeper.invitation(secret) else {
                throw HTTPError(
                    .gone, message: "This invitation has been used or has expired. Ask for a new one.")
            }
            let form = try await Form(request)
            do {
                let (_, session) = try await doorkeeper.accept(
                    secret, email: form["email"] ?? "", name: form["name"] ?? "",
                    password: form["password"] ?? "")
                return Answer.redirect("/", cookie: SessionCookie.set(session.text))
            } catch let refusal as Doorkeeper.Refusal {
                return invitationPage(
                    secret, invitation, problem: refusal.message, email: form["email"] ?? "",
                    name: form["name"] ?? "")
            }
        }
    }

    private func invitationPage(
        _ secret: String, _ invitation: Invitation, problem: String? = nil, email: String = "",
        name: String = ""
    ) -> Response {
        let what =
            invitation.capabilities.contains(.administrator)
            ? "Make the account that administers this installation." : "Make your account. It takes a minute."
        let model = InvitationModel(
            what: what, problem: problem, secret: secret, email: invitation.email ?? email,
            isFixed: invitation.email != nil, name: name)
        return Answer.page(Site.invitation(model), status: problem == nil ? .ok : .badRequest)
    }

    private func addOwnAccount(_ routes: RouteList) {
        routes.get("/account") { request, context in
            let visitor = try visitor(request, context)
            return try await accountPage(visitor, context)
        }
        routes.post("/account/password") { request, context in
            let visitor = try visitor(request, context)
            let form = try await form(request, context)
            do {
                let session = try await doorkeeper.changePassword(
                    of: visitor, from: form["old"] ?? "", to: form["new"] ?? "")
                return Answer.redirect("/account", cookie: SessionCookie.set(session.text))
            } catch let refusal as Doorkeeper.Refusal {
                return try await accountPage(visitor, context, problem: refusal.message)
            }
        }
    }

    private func accountPage(
        _ visitor: Visitor, _ context: FrontContext, problem: String? = nil
    ) async throws -> Response {
        let can = Visitor.Room.allCases.filter { visitor.mayEnter($0) }.map(\.label)
        let model = AccountModel(
            name: visitor.account.name, email: visitor.account.email,
            can: can.joined(separator: ", "), problem: problem)
        return Answer.page(
            Site.account(model, shell: try await shell(context, at: "/account")),
            status: problem == nil ? .ok : .badRequest)
    }
}

extension Visitor.Room {
    /// What the room is called.
    var label: String {
        switch self {
        case .whereWeStand: "Where we stand"
        case .diagnosis: "Diagnosis"
        case .myTeam: "My team"
        case .forMe: "For me"
        case .buildWeek: "Build week"
        case .useCases: "Use cases"
        case .evidence: "Evidence"
        case .privacy: "Privacy"
        case .accounts: "Accounts"
        case .pulse: "Pulse"
        case .wereWeRight: "Were we right?"
        case .shelf: "Shelf"
        case .ledger: "What’s in it"
        case .messages: "Messages"
        }
    }
}
