/// What the shelf holds, as it may be shown: `firsthand.shelf/1`.
package struct ShelfBody: WireDocument {
    package static let schemaName = "firsthand.shelf/1"

    /// One example.
    package struct Example: Codable, Sendable {
        package let id: Int64
        package let task: String
        package let useCase: String
        /// Null where the role has fewer than five people.
        package let role: String?
        /// Null unless its owner lets their name be shown.
        package let owner: String?
        package let sentence: String
        package let isKept: Bool
        /// tooOld or toolChanged; null: it is relied on.
        package let expired: String?

        package init(
            id: Int64, task: String, useCase: String, role: String?, owner: String?, sentence: String,
            isKept: Bool, expired: String?
        ) {
            self.id = id
            self.task = task
            self.useCase = useCase
            self.role = role
            self.owner = owner
            self.sentence = sentence
            self.isKept = isKept
            self.expired = expired
        }
    }

    package let schema: String
    package let examples: [Example]

    package init(examples: [Example]) {
        schema = ShelfBody.schemaName
        self.examples = examples
    }
}

/// What somebody named and tried, for themselves: `firsthand.discovery/1`.
package struct OwnDiscoveryBody: WireDocument {
    package static let schemaName = "firsthand.discovery/1"

    /// A pain.
    package struct Pain: Codable, Sendable {
        package let id: Int64
        package let kind: String
        package let text: String
        package let theme: String?
        package let named: String

        package init(id: Int64, kind: String, text: String, theme: String?, named: String) {
            self.id = id
            self.kind = kind
            self.text = text
            self.theme = theme
            self.named = named
        }
    }

    /// What doing a task once was like.
    package struct Noted: Codable, Sendable {
        /// Null for the baseline.
        package let day: String?
        package let minutes: Double
        package let interruptions: Int?
        package let strain: Int?
        package let tedium: Int?

        package init(day: String?, minutes: Double, interruptions: Int?, strain: Int?, tedium: Int?) {
            self.day = day
            self.minutes = minutes
            self.interruptions = interruptions
            self.strain = strain
            self.tedium = tedium
        }
    }

    /// A trial.
    package struct Trial: Codable, Sendable {
        package let id: Int64
        package let task: String
        package let useCase: String?
        package let baseline: Noted
        package let occasions: [Noted]
        /// keep, drop or notYet; null: not said.
        package let verdict: String?
        package let why: String?
        /// named, roleOnly, counted or none.
        package let consent: String
        package let isOnShelf: Bool

        package init(
            id: Int64, task: String, useCase: String?, baseline: Noted, occasions: [Noted], verdict: String?,
            why: String?, consent: String, isOnShelf: Bool
        ) {
            self.id = id
            self.task = task
            self.useCase = useCase
            self.baseline = baseline
            self.occasions = occasions
            self.verdict = verdict
            self.why = why
            self.consent = consent
            self.isOnShelf = isOnShelf
        }
    }

    package let schema: String
    /// What a form has to send back as `token`.
    package let token: String
    package let pains: [Pain]
    package let trials: [Trial]
    /// The last month in which something was shown, as yyyy-mm; null: none.
    package let shown: String?
    package let declined: String?

    package init(token: String, pains: [Pain], trials: [Trial], shown: String?, declined: String?) {
        schema = OwnDiscoveryBody.schemaName
        self.token = token
        self.pains = pains
        self.trials = trials
        self.shown = shown
        self.declined = declined
    }
}
