import Figures

/// Making a link to show a colleague something.
package struct ShowPageModel: Sendable {
    package let examples: [DiscoveryWords.Choice]
    package let hasExamples: Bool
    package let link: String?
    package let linkValue: String
    package let mailHref: String
    package let until: String

    /// - Parameters:
    ///   - link: The link just made; nil before.
    ///   - mail: The address of a new mail with it, escaped for an attribute.
    package init(examples: [DiscoveryWords.Choice], link: String?, mail: String, until: String) {
        self.examples = examples
        hasExamples = !examples.isEmpty
        self.link = link
        linkValue = Markup.escaped(link ?? "")
        mailHref = Markup.escaped(mail)
        self.until = until
    }
}

/// Where a colleague's link leads.
package struct ShownPageModel: Sendable {
    package let secret: String
    package let example: ShelfLine?
    package let exampleID: String
    package let isOpen: Bool

    package init(secret: String, example: ShelfLine?, exampleID: String, isOpen: Bool) {
        self.secret = secret
        self.example = example
        self.exampleID = exampleID
        self.isOpen = isOpen
    }
}

/// Demonstrations to come, and offering one.
package struct DemonstrationsModel: Sendable {
    /// One demonstration.
    package struct Slot: Sendable {
        package let id: Int64
        package let title: String
        package let when: String
        package let place: String?
        package let host: String
        package let isOwn: Bool

        package init(id: Int64, title: String, when: String, place: String?, host: String, isOwn: Bool) {
            self.id = id
            self.title = title
            self.when = when
            self.place = place
            self.host = host
            self.isOwn = isOwn
        }
    }

    package let slots: [Slot]
    package let hasSlots: Bool
    package let canOffer: Bool
    package let problem: String?
    package let earliest: String

    package init(slots: [Slot], canOffer: Bool, earliest: String, problem: String? = nil) {
        self.slots = slots
        hasSlots = !slots.isEmpty
        self.canOffer = canOffer
        self.earliest = earliest
        self.problem = problem
    }
}

/// What somebody wants to be told, and their calendar feed.
package struct RemindersModel: Sendable {
    package let isOn: Bool
    package let from: String
    package let to: String
    package let feed: String?
    package let hasFeed: Bool
    package let declines: [DiscoveryWords.Choice]
    package let declined: String?
    /// Ways to choose from; empty where there is one at most.
    package let ways: [DiscoveryWords.Choice]
    package let hasWays: Bool
    /// Said where the house can send nothing.
    package let nothingSent: String?

    /// - Parameters:
    ///   - channel: `mail` or `chat`, as the person wants.
    ///   - channels: Those the house has set up.
    package init(
        isOn: Bool, from: String, to: String, feed: String?, hasFeed: Bool, channel: String,
        channels: [String], declined: String?
    ) {
        ways =
            channels.count < 2
            ? []
            : [
                .init("mail", "by mail", isChosen: channel == "mail"),
                .init("chat", "in the chat", isChosen: channel == "chat"),
            ]
        hasWays = !ways.isEmpty
        nothingSent =
            channels.isEmpty
            ? "Whoever runs Firsthand here has set up neither mail nor chat, so nothing can be sent yet. The calendar below works without."
            : nil
        self.isOn = isOn
        self.from = from
        self.to = to
        self.feed = feed
        self.hasFeed = hasFeed
        declines = DiscoveryWords.whys(DiscoveryWords.against)
        self.declined = declined
    }
}

extension Site {
    /// Making a link to show a colleague something.
    package static func show(_ model: ShowPageModel, shell: ShellModel) -> String {
        render("show", title: "Show a colleague", page: model, shell: shell)
    }

    /// Where a colleague's link leads.
    package static func shown(_ model: ShownPageModel, shell: ShellModel) -> String {
        render("shown", title: "A colleague shows you something", page: model, shell: shell)
    }

    /// Demonstrations to come.
    package static func demonstrations(_ model: DemonstrationsModel, shell: ShellModel) -> String {
        render("demonstrations", title: "Watch a colleague", page: model, shell: shell)
    }

    /// What somebody wants to be told.
    package static func reminders(_ model: RemindersModel, shell: ShellModel) -> String {
        render("reminders", title: "Reminders and leaving", page: model, shell: shell)
    }
}
