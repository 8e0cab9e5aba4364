package import Measures
package import Rollout

/// Everything kept about one person, for that person: `firsthand.personal/1`.
package struct PersonalBody: WireDocument {
    package static let schemaName = "firsthand.personal/1"

    /// Use of one thing.
    package struct Use: Codable, Sendable {
        package let tool: String
        package let useCase: String?
        package let mode: String
        package let days: [String]

        package init(tool: String, useCase: String?, mode: String, days: [String]) {
            self.tool = tool
            self.useCase = useCase
            self.mode = mode
            self.days = days
        }
    }

    /// Hours of one week as a champion.
    package struct Hours: Codable, Sendable {
        package let week: String
        package let promised: Double
        package let kept: Double?

        package init(week: String, promised: Double, kept: Double?) {
            self.week = week
            self.promised = promised
            self.kept = kept
        }
    }

    /// An invitation to the pulse; what was answered is not known.
    package struct Invited: Codable, Sendable {
        package let wave: String
        package let hasAnswered: Bool

        package init(wave: String, hasAnswered: Bool) {
            self.wave = wave
            self.hasAnswered = hasAnswered
        }
    }

    package let schema: String
    package let person: String
    package let email: String?
    package let team: String
    package let role: String
    package let layer: String
    package let from: String?
    package let to: String?
    package let use: [Use]
    package let workDays: [String]
    package let hours: [Hours]
    /// Number of working ties; with whom is the others' data too.
    package let ties: Int
    package let pulse: [Invited]
    package let hasObjected: Bool

    package init(
        key: String, email: String?, team: String, role: String, layer: Layer, from: Day?, to: Day?,
        use: [Use], workDays: [String], hours: [Hours], ties: Int, pulse: [Invited], hasObjected: Bool
    ) {
        schema = PersonalBody.schemaName
        person = key
        self.email = email
        self.team = team
        self.role = role
        self.layer = layer.rawValue
        self.from = from.map { "\($0)" }
        self.to = to.map { "\($0)" }
        self.use = use
        self.workDays = workDays
        self.hours = hours
        self.ties = ties
        self.pulse = pulse
        self.hasObjected = hasObjected
    }
}
