package import Discovery
import Figures
import Rollout

/// A draft with where each sentence comes from.
package struct DraftModel: Sendable {
    /// A sentence.
    package struct Line: Sendable {
        package let text: String
        package let source: String?
    }

    package let audience: String
    package let lines: [Line]
    /// The whole as one text.
    package let text: String

    package init(_ draft: Draft) {
        audience =
            switch draft.audience {
            case .executive: "executives"
            case .manager: "managers"
            case .contributor: "everybody who does the work"
            }
        lines = draft.lines.map { Line(text: $0.text, source: $0.source) }
        text = draft.text
    }
}

/// Checking a message, the log, and drafts.
package struct MessagesModel: Sendable {
    /// A sentence that was marked.
    package struct Mark: Sendable {
        package let text: String
        package let reason: String

        package init(text: String, reason: String) {
            self.text = text
            self.reason = reason
        }
    }

    /// What the check found.
    package struct Checked: Sendable {
        package let facts: [Fact]
        package let marks: [Mark]
        package let hasMarks: Bool

        package init(facts: [Fact], marks: [Mark]) {
            self.facts = facts
            self.marks = marks
            hasMarks = !marks.isEmpty
        }
    }

    /// A line of the log.
    package struct Said: Sendable {
        package let id: Int64
        package let when: String
        package let layer: String
        package let motive: String
        package let example: String
        package let order: String
        package let fits: String

        package init(
            id: Int64, when: String, layer: String, motive: String, example: String, order: String,
            fits: String
        ) {
            self.id = id
            self.when = when
            self.layer = layer
            self.motive = motive
            self.example = example
            self.order = order
            self.fits = fits
        }
    }

    package let text: String
    package let checked: Checked?
    package let layers: [DiscoveryWords.Choice]
    package let said: [Said]
    package let hasSaid: Bool
    package let drafts: [DraftModel]
    package let hasDrafts: Bool
    package let problem: String?
    /// A piece of HTML for a page of the intranet: links and nothing else.
    package let snippet: String

    package init(
        text: String = "", checked: Checked? = nil, said: [Said], drafts: [DraftModel],
        problem: String? = nil, baseURL: String = ""
    ) {
        let base = Markup.escaped(baseURL)
        snippet =
            "<p>Is there anything in it for me? <a href=\"\(base)/for-me\">Name a task that bores you</a>, <a href=\"\(base)/shelf\">see what helped people in your job</a>, or <a href=\"\(base)/demonstrations\">watch a colleague</a>.</p>"
        self.text = text
        self.checked = checked
        layers = [
            .init("contributor", "Everybody who does the work"), .init("manager", "Managers"),
            .init("executive", "Executives"),
        ]
        self.said = said
        hasSaid = !said.isEmpty
        self.drafts = drafts
        hasDrafts = !drafts.isEmpty
        self.problem = problem
    }

    /// What the rules say of a draft, in facts and marks.
    package static func checked(_ check: MessageCheck) -> Checked {
        Checked(
            facts: facts(check), marks: check.marks.map { Mark(text: $0.text, reason: $0.reason) })
    }

    /// What the rules say of a draft, line by line; the same in page, terminal and guide.
    package static func facts(_ check: MessageCheck) -> [Fact] {
        let audience =
            switch check.audience {
            case .executive: "executives"
            case .manager: "managers"
            case .contributor: "those who do the work"
            case nil: "it does not say"
            }
        let benefit =
            switch check.benefit {
            case .company: "the company's only"
            case .reader: "the reader's"
            case .both: "both the company's and the reader's"
            case .none: "nobody's"
            }
        let tone =
            switch check.tone {
            case .orders: "it orders"
            case .invites: "it invites"
            case .neither: "neither"
            }
        let grade = check.grade.map { "\(DiscoveryWords.number(max(0, $0))) school years" } ?? "no words"
        return [
            Fact("Reads as written for", audience), Fact("Whose benefit", benefit),
            Fact("A before and an after", check.hasExample ? "yes" : "no"), Fact("Orders or invites", tone),
            Fact("How heavy it reads", grade, note: check.isHeavy ? "over twelve: cut sentences" : nil),
        ]
    }
}

extension Site {
    /// Checking a message, the log, and drafts.
    package static func messages(_ model: MessagesModel, shell: ShellModel) -> String {
        render("messages", title: "Messages", page: model, shell: shell)
    }
}
