import Archive
import Casework
import Hummingbird
import Pages

extension Capability {
    /// What it allows, in words.
    var label: String {
        switch self {
        case .rolloutLead: "Lead the rollout: diagnosis, pulse, plans"
        case .sponsor: "Read as a sponsor: where we stand"
        case .administrator: "Administer: imports, settings, accounts"
        case .council: "Watch over it: privacy pages and audit log"
        }
    }
}

extension FrontDoor {
    func addAccounts(_ routes: RouteList) {
        routes.get("/accounts") { request, context in
            let visitor = try visitor(request, context, for: .accounts)
            return try await accountsPage(visitor, context)
        }
        routes.post("/accounts/invite") { request, context in
            let visitor = try visitor(request, context, for: .accounts)
            let form = try await form(request, context)
            let email = (form["email"] ?? "").lowercased()
            guard email.contains("@"), !email.contains(" "), email.utf8.count <= 254 else {
                return try await accountsPage(visitor, context, problem: "This is no e-mail address.")
            }
            guard try await archive.account(email: email) == nil else {
                return try await accountsPage(
                    visitor, context, problem: "There is an account with this address already.")
            }
            let member = try await archive.contacts().first {
                $0.contact.email?.lowercased() == email || $0.contact.key.lowercased() == email
            }?.member
            let capabilities = Set(form.all("capability").compactMap(Capability.init))
            let secret = try await doorkeeper.invite(
                email: email, member: member, capabilities: capabilities, by: visitor)
            return try await accountsPage(
                visitor, context, link: "\(settings.baseURL)/invitation/\(secret.text)",
                linkText: member == nil
                    ? "The link for somebody who is not on the roster."
                    : "The link for somebody on the roster.")
        }
        routes.post("/accounts/:id/remove") { request, context in
            let visitor = try visitor(request, context, for: .accounts)
            _ = try await form(request, context)
            guard let number = Int64(try context.parameters.require("id")) else { throw HTTPError(.notFound) }
            guard AccountID(number) != visitor.account.id else {
                return try await accountsPage(
                    visitor, context,
                    problem: "You cannot remove your own account: nobody could administer any more.")
            }
            try await archive.removeAccount(AccountID(number))
            try await installation.log(.accounts, "Removed an account", by: visitor)
            return Answer.redirect("/accounts")
        }
    }

    private func accountsPage(
        _ visitor: Visitor, _ context: FrontContext, link: String? = nil, linkText: String = "",
        problem: String? = nil
    ) async throws -> Response {
        let accounts = try await archive.accounts().sorted { $0.email < $1.email }
        let lines = accounts.map { account in
            AccountsModel.Line(
                id: account.id.number, name: account.name, email: account.email,
                may: account.capabilities.isEmpty
                    ? "what the roster says"
                    : account.capabilities.sorted().map(\.label).joined(separator: "; "),
                roster: account.member == nil ? "no" : "yes", isSelf: account.id == visitor.account.id)
        }
        let model = AccountsModel(
            accounts: lines,
            capabilities: Capability.allCases.map { .init(code: $0.rawValue, label: $0.label) }, link: link,
            linkText: linkText, problem: problem)
        return Answer.page(
            Site.accounts(model, shell: try await shell(context, at: "/accounts")),
            status: problem == nil ? .ok : .badRequest)
    }
}
