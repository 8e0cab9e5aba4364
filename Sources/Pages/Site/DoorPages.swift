import Figures

/// The page to sign in on.
package struct SignInModel: Sendable {
    /// Somebody of the demonstration.
    package struct Person: Sendable {
        package let title: String
        package let what: String
        package let emailValue: String
        package let passwordValue: String

        package init(title: String, what: String, email: String, password: String) {
            self.title = title
            self.what = what
            emailValue = Markup.escaped(email)
            passwordValue = Markup.escaped(password)
        }
    }

    package let problem: String?
    package let emailValue: String
    package let nextValue: String
    package let demo: [Person]
    package let hasDemo: Bool

    package init(problem: String? = nil, email: String = "", next: String = "", demo: [Person] = []) {
        self.problem = problem
        emailValue = Markup.escaped(email)
        nextValue = Markup.escaped(next)
        self.demo = demo
        hasDemo = !demo.isEmpty
    }
}

/// The page on which an invitation becomes an account.
package struct InvitationModel: Sendable {
    package let what: String
    package let problem: String?
    package let secret: String
    package let emailValue: String
    package let isFixed: Bool
    package let nameValue: String

    package init(
        what: String, problem: String? = nil, secret: String, email: String, isFixed: Bool, name: String
    ) {
        self.what = what
        self.problem = problem
        self.secret = secret
        emailValue = Markup.escaped(email)
        self.isFixed = isFixed
        nameValue = Markup.escaped(name)
    }
}

/// Somebody's own account.
package struct AccountModel: Sendable {
    package let name: String
    package let email: String
    package let emailValue: String
    package let can: String
    package let problem: String?

    package init(name: String, email: String, can: String, problem: String? = nil) {
        self.name = name
        self.email = email
        emailValue = Markup.escaped(email)
        self.can = can
        self.problem = problem
    }
}

/// The first page while nothing has been brought in.
package struct StartModel: Sendable {
    package let mayImport: Bool

    package init(mayImport: Bool) { self.mayImport = mayImport }
}

/// Everybody who can sign in.
package struct AccountsModel: Sendable {
    /// One account.
    package struct Line: Sendable {
        package let id: Int64
        package let name: String
        package let email: String
        package let may: String
        package let roster: String
        package let isSelf: Bool

        package init(id: Int64, name: String, email: String, may: String, roster: String, isSelf: Bool) {
            self.id = id
            self.name = name
            self.email = email
            self.may = may
            self.roster = roster
            self.isSelf = isSelf
        }
    }

    /// Something an account may be allowed.
    package struct Grant: Sendable {
        package let code: String
        package let label: String

        package init(code: String, label: String) {
            self.code = code
            self.label = label
        }
    }

    package let lead: String
    package let title: String
    package let link: String?
    package let linkText: String
    package let problem: String?
    package let capabilities: [Grant]
    package let accounts: [Line]

    package init(
        accounts: [Line], capabilities: [Grant], link: String? = nil, linkText: String = "",
        problem: String? = nil
    ) {
        lead =
            "What somebody may see follows from the roster. Beyond it an account may be allowed to lead the rollout, to read as a sponsor, to administer, or to watch over it for the council."
        title = accounts.count == 1 ? "One account" : "\(accounts.count) accounts"
        self.accounts = accounts
        self.capabilities = capabilities
        self.link = link
        self.linkText = linkText
        self.problem = problem
    }
}

extension Site {
    /// The page to sign in on.
    package static func signIn(_ model: SignInModel, shell: ShellModel) -> String {
        render("sign-in", title: "Sign in", page: model, shell: shell)
    }

    /// The page on which an invitation becomes an account.
    package static func invitation(_ model: InvitationModel) -> String {
        render("invitation", title: "Welcome", page: model, shell: .stranger)
    }

    /// Somebody's own account.
    package static func account(_ model: AccountModel, shell: ShellModel) -> String {
        render("account", title: "Your account", page: model, shell: shell)
    }

    /// The first page while nothing has been brought in.
    package static func start(_ model: StartModel, shell: ShellModel) -> String {
        render("start", title: "Start", page: model, shell: shell)
    }

    /// Everybody who can sign in.
    package static func accounts(_ model: AccountsModel, shell: ShellModel) -> String {
        render("accounts", title: "Accounts", page: model, shell: shell)
    }
}
