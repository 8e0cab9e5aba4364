import Archive
import Casework
import Disclosure
import Hummingbird
import Pages

extension FrontDoor {
    /// The areas of the house, in the order of the navigation.
    private static let areas: [(room: Visitor.Room, label: String, href: String)] = [
        (.whereWeStand, "Where we stand", "/where-we-stand"), (.diagnosis, "Diagnosis", "/diagnosis"),
        (.myTeam, "My team", "/my-team"), (.forMe, "For me", "/for-me"),
        (.shelf, "Shelf", "/shelf"), (.ledger, "What’s in it", "/ledger"),
        (.messages, "Messages", "/messages"),
        (.buildWeek, "Build week", "/build-week"), (.useCases, "Use cases", "/use-cases"),
        (.pulse, "Pulse", "/pulse"), (.wereWeRight, "Were we right?", "/were-we-right"),
        (.evidence, "Evidence", "/evidence"), (.accounts, "Accounts", "/accounts"),
        (.privacy, "Privacy", "/privacy"),
    ]

    /// Where somebody begins: the first room they may enter.
    static func home(of visitor: Visitor) -> String {
        if visitor.standing == nil, visitor.account.capabilities == [.administrator] { return "/evidence" }
        if visitor.account.capabilities.contains(.rolloutLead) { return "/diagnosis" }
        return areas.first { visitor.mayEnter($0.room) }?.href ?? "/use-cases"
    }

    /// What surrounds a page.
    func shell(
        _ context: FrontContext, at href: String, crumbs: [ShellModel.Crumb] = [], done: String? = nil
    ) async throws -> ShellModel {
        let name = await readingRoom.latest()?.publication.name ?? "your organisation"
        guard let visitor = context.visitor else {
            return ShellModel(organisation: name, done: done, isDemo: !settings.demo.isEmpty)
        }
        return ShellModel(
            organisation: name,
            areas: FrontDoor.areas.filter { visitor.mayEnter($0.room) }.map {
                .init(label: $0.label, href: $0.href, isCurrent: $0.href == href)
            }, crumbs: crumbs, who: visitor.account.name,
            token: context.session.flatMap(FormToken.of) ?? "", done: done, isDemo: !settings.demo.isEmpty)
    }

    /// Who is signed in; sends strangers to the sign-in page.
    func visitor(_ request: Request, _ context: FrontContext) throws -> Visitor {
        guard let visitor = context.visitor else { throw SignInFirst(path: request.uri.path) }
        return visitor
    }

    /// Who is signed in and may enter a room.
    func visitor(
        _ request: Request, _ context: FrontContext, for room: Visitor.Room
    ) throws -> Visitor {
        let visitor = try visitor(request, context)
        guard visitor.mayEnter(room) else { throw HTTPError(.forbidden) }
        return visitor
    }

    /// The form of somebody who is signed in, from one of our own pages.
    func form(_ request: Request, _ context: FrontContext) async throws -> Form {
        let form = try await Form(request)
        guard FormToken.isRight(form["token"], session: context.session) else {
            throw HTTPError(
                .forbidden,
                message: "This form is too old, or not ours. Go back, reload the page and try again.")
        }
        return form
    }

    /// The latest reading; nil where nobody is on the roster yet.
    func reading() async throws -> CurrentReading? { try await readingRoom.reading() }
}

/// A page that needs somebody to sign in first.
struct SignInFirst: Error {
    let path: String
}
