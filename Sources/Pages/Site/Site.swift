import Figures
import Mustache

/// The pages of the server: each a model and a template of its own, within one shell.
package enum Site {
    /// What every template sees.
    private struct Sheet {
        let title: String
        let shell: ShellModel
        let token: String
        let page: Any
    }

    /// Names of templates, each with the file of its name.
    private static let templates: [(String, [UInt8])] = [
        ("shell", PackageResources.shell_mustache), ("figure", PackageResources.figure_mustache),
        ("barrier", PackageResources.barrier_mustache), ("verdict", PackageResources.verdict_mustache),
        ("message", PackageResources.message_mustache), ("sign-in", PackageResources.sign_in_mustache),
        ("invitation", PackageResources.invitation_mustache), ("account", PackageResources.account_mustache),
        ("where-we-stand", PackageResources.where_we_stand_mustache),
        ("diagnosis", PackageResources.diagnosis_mustache), ("scope", PackageResources.scope_mustache),
        ("my-team", PackageResources.my_team_mustache), ("for-me", PackageResources.for_me_mustache),
        ("build-week", PackageResources.build_week_mustache),
        ("use-cases", PackageResources.use_cases_mustache),
        ("evidence", PackageResources.evidence_mustache), ("import", PackageResources.import_mustache),
        ("privacy", PackageResources.privacy_mustache), ("accounts", PackageResources.accounts_mustache),
        ("pulse", PackageResources.pulse_mustache), ("ballot", PackageResources.ballot_mustache),
        ("were-we-right", PackageResources.were_we_right_mustache),
        ("interview", PackageResources.interview_mustache),
        ("interview-result", PackageResources.interview_result_mustache),
        ("compare", PackageResources.compare_mustache),
        ("for-me-discovery", PackageResources.for_me_discovery_mustache),
        ("pains", PackageResources.pains_mustache),
        ("example-line", PackageResources.example_line_mustache),
        ("suggestion", PackageResources.suggestion_mustache),
        ("trial-begin", PackageResources.trial_begin_mustache),
        ("trial", PackageResources.trial_mustache),
        ("shelf", PackageResources.shelf_mustache),
        ("ledger", PackageResources.ledger_mustache),
        ("show", PackageResources.show_mustache),
        ("shown", PackageResources.shown_mustache),
        ("demonstrations", PackageResources.demonstrations_mustache),
        ("reminders", PackageResources.reminders_mustache),
        ("answer", PackageResources.answer_mustache),
        ("team-trial", PackageResources.team_trial_mustache),
        ("tools", PackageResources.tools_mustache),
        ("draft", PackageResources.draft_mustache),
        ("messages", PackageResources.messages_mustache),
        ("plan", PackageResources.plan_mustache),
        ("plan-section", PackageResources.plan_section_mustache),
        ("travel", PackageResources.travel_mustache),
        ("design", PackageResources.design_mustache), ("start", PackageResources.start_mustache),
    ]

    private static let library: MustacheLibrary = {
        var library = MustacheLibrary()
        for (name, bytes) in templates {
            do {
                try library.register(String(decoding: bytes, as: UTF8.self), named: name)
            } catch {
                preconditionFailure("the template \(name) cannot be parsed: \(error)")
            }
        }
        return library
    }()

    /// A page by its template.
    static func render(_ template: String, title: String, page: Any, shell: ShellModel) -> String {
        let sheet = Sheet(title: title, shell: shell, token: shell.token, page: page)
        guard let html = library.render(sheet, withTemplate: template) else {
            preconditionFailure("the template \(template) is registered under its name")
        }
        return html
    }

    /// The style sheet all pages share with the report.
    package static let stylesheet: String =
        Palette.stylesheet + "\n" + String(decoding: PackageResources.report_css, as: UTF8.self) + "\n"
        + String(decoding: PackageResources.site_css, as: UTF8.self)

    /// The little script that reveals values on hover and focus; every page works without it.
    package static let script = String(decoding: PackageResources.site_js, as: UTF8.self)

    /// The sign in the browser's tab.
    package static let icon = String(decoding: PackageResources.icon_svg, as: UTF8.self)

    /// A page that says one thing: an error, or that something was done.
    package static func message(_ model: MessageModel, shell: ShellModel) -> String {
        render("message", title: model.title, page: model, shell: shell)
    }
}

/// A page that says one thing.
package struct MessageModel: Sendable {
    package let title: String
    package let text: String
    /// Where to go from here; nil: to the first page.
    package let link: String?
    package let linkText: String

    package init(title: String, text: String, link: String? = nil, linkText: String = "To the first page") {
        self.title = title
        self.text = text
        self.link = link ?? "/"
        self.linkText = linkText
    }
}
