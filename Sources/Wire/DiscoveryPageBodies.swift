/// A pain with what could be tried for it, for its owner: `firsthand.suggestion/1`.
package struct SuggestionBody: WireDocument {
    package static let schemaName = "firsthand.suggestion/1"

    /// What is suggested.
    package struct Suggested: Codable, Sendable {
        package let useCase: String
        package let title: String
        package let tool: String?
        package let because: String
        package let depends: [String]
        /// Numbers of examples on the shelf.
        package let examples: [Int64]

        package init(
            useCase: String, title: String, tool: String?, because: String, depends: [String],
            examples: [Int64]
        ) {
            self.useCase = useCase
            self.title = title
            self.tool = tool
            self.because = because
            self.depends = depends
            self.examples = examples
        }
    }

    /// A theme the pain can be counted under.
    package struct Theme: Codable, Sendable {
        package let theme: String
        package let title: String

        package init(theme: String, title: String) {
            self.theme = theme
            self.title = title
        }
    }

    package let schema: String
    package let pain: Int64
    /// The theme it is counted under.
    package let theme: String
    /// People of the role who named it at least; null below five.
    package let named: Int?
    /// Null where nothing is left to suggest.
    package let suggested: Suggested?
    package let themes: [Theme]

    package init(pain: Int64, theme: String, named: Int?, suggested: Suggested?, themes: [Theme]) {
        schema = SuggestionBody.schemaName
        self.pain = pain
        self.theme = theme
        self.named = named
        self.suggested = suggested
        self.themes = themes
    }
}

/// Tasks to choose a pain from: `firsthand.tasks/1`.
package struct TasksBody: WireDocument {
    package static let schemaName = "firsthand.tasks/1"

    /// A task.
    package struct Task: Codable, Sendable {
        package let task: String
        package let title: String
        package let kind: String

        package init(task: String, title: String, kind: String) {
            self.task = task
            self.title = title
            self.kind = kind
        }
    }

    package let schema: String
    package let tasks: [Task]
    /// Tasks in ten of such jobs with which a language model could help, judged from descriptions; null: nobody judged.
    package let tasksInTen: Int?

    package init(tasks: [Task], tasksInTen: Int?) {
        schema = TasksBody.schemaName
        self.tasks = tasks
        self.tasksInTen = tasksInTen
    }
}

/// A link that is shown once: `firsthand.link/1`.
package struct LinkBody: WireDocument {
    package static let schemaName = "firsthand.link/1"

    package let schema: String
    package let link: String

    package init(link: String) {
        schema = LinkBody.schemaName
        self.link = link
    }
}

/// Whether a link was counted: `firsthand.followed/1`.
package struct FollowedBody: WireDocument {
    package static let schemaName = "firsthand.followed/1"

    package let schema: String
    /// False where it had been used or was too old.
    package let isCounted: Bool

    package init(isCounted: Bool) {
        schema = FollowedBody.schemaName
        self.isCounted = isCounted
    }
}

/// Demonstrations to come: `firsthand.demonstrations/1`.
package struct DemonstrationsBody: WireDocument {
    package static let schemaName = "firsthand.demonstrations/1"

    /// Half an hour.
    package struct Slot: Codable, Sendable {
        package let id: Int64
        package let title: String
        package let day: String
        /// Minutes after midnight, UTC.
        package let minute: Int
        package let place: String
        package let host: String
        package let isOwn: Bool

        package init(
            id: Int64, title: String, day: String, minute: Int, place: String, host: String, isOwn: Bool
        ) {
            self.id = id
            self.title = title
            self.day = day
            self.minute = minute
            self.place = place
            self.host = host
            self.isOwn = isOwn
        }
    }

    package let schema: String
    package let demonstrations: [Slot]

    package init(demonstrations: [Slot]) {
        schema = DemonstrationsBody.schemaName
        self.demonstrations = demonstrations
    }
}

/// What somebody's team decides or tries together: `firsthand.team/1`.
package struct TeamTrialsBody: WireDocument {
    package static let schemaName = "firsthand.team/1"

    /// A plan.
    package struct Plan: Codable, Sendable {
        package let id: Int64
        package let useCase: String
        package let closes: String
        package let until: String
        /// Null while it is open.
        package let isAgreed: Bool?
        /// Whether one said oneself that one is in.
        package let isIn: Bool

        package init(
            id: Int64, useCase: String, closes: String, until: String, isAgreed: Bool?, isIn: Bool
        ) {
            self.id = id
            self.useCase = useCase
            self.closes = closes
            self.until = until
            self.isAgreed = isAgreed
            self.isIn = isIn
        }
    }

    package let schema: String
    package let canAgree: Bool
    package let plans: [Plan]

    package init(canAgree: Bool, plans: [Plan]) {
        schema = TeamTrialsBody.schemaName
        self.canAgree = canAgree
        self.plans = plans
    }
}

/// What somebody wants to be told, and whether they were asked "did you watch?": `firsthand.wishes/1`.
package struct WishesBody: WireDocument {
    package static let schemaName = "firsthand.wishes/1"

    package let schema: String
    package let isOn: Bool
    /// Minutes of the day, UTC.
    package let quietFrom: Int
    package let quietTo: Int
    /// mail or chat.
    package let channel: String
    package let hasFeed: Bool
    /// Why somebody does not want to; null: they said nothing.
    package let declined: String?
    /// The month one can say of whether one watched, as yyyy-mm; null: nothing is asked.
    package let watchMonth: String?

    package init(
        isOn: Bool, quietFrom: Int, quietTo: Int, channel: String, hasFeed: Bool, declined: String?,
        watchMonth: String?
    ) {
        schema = WishesBody.schemaName
        self.isOn = isOn
        self.quietFrom = quietFrom
        self.quietTo = quietTo
        self.channel = channel
        self.hasFeed = hasFeed
        self.declined = declined
        self.watchMonth = watchMonth
    }
}

/// What was said about AI, and drafts that stand on evidence: `firsthand.messages/1`.
package struct MessagesBody: WireDocument {
    package static let schemaName = "firsthand.messages/1"

    /// Something that was said.
    package struct Said: Codable, Sendable {
        package let id: Int64
        package let date: String
        package let layer: String
        package let channel: String
        package let motive: String?
        package let hasExample: Bool
        package let isOrder: Bool

        package init(
            id: Int64, date: String, layer: String, channel: String, motive: String?, hasExample: Bool,
            isOrder: Bool
        ) {
            self.id = id
            self.date = date
            self.layer = layer
            self.channel = channel
            self.motive = motive
            self.hasExample = hasExample
            self.isOrder = isOrder
        }
    }

    /// A sentence of a draft.
    package struct Line: Codable, Sendable {
        package let text: String
        /// Where it can be looked up; null where it claims nothing.
        package let source: String?

        package init(text: String, source: String?) {
            self.text = text
            self.source = source
        }
    }

    /// A draft.
    package struct Draft: Codable, Sendable {
        package let audience: String
        package let lines: [Line]

        package init(audience: String, lines: [Line]) {
            self.audience = audience
            self.lines = lines
        }
    }

    package let schema: String
    package let said: [Said]
    package let drafts: [Draft]

    package init(said: [Said], drafts: [Draft]) {
        schema = MessagesBody.schemaName
        self.said = said
        self.drafts = drafts
    }
}

/// Tools, and when each changed so much that older examples are not relied on: `firsthand.tools/1`.
package struct ToolsBody: WireDocument {
    package static let schemaName = "firsthand.tools/1"

    /// A tool.
    package struct Tool: Codable, Sendable {
        package let tool: String
        /// A day; null: no change was noted.
        package let changed: String?

        package init(tool: String, changed: String?) {
            self.tool = tool
            self.changed = changed
        }
    }

    package let schema: String
    package let tools: [Tool]

    package init(tools: [Tool]) {
        schema = ToolsBody.schemaName
        self.tools = tools
    }
}
