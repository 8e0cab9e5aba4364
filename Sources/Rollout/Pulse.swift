package import Measures

/// The items of the pulse: nine for everybody, one more for leaders and managers.
package enum PulseItem: String, Hashable, Sendable, CaseIterable {
    case experience = "Q1"
    case tedium = "Q2"
    case interruptionsOrStress = "Q3"
    case time = "Q4"
    case managerSupport = "Q5"
    case clarity = "Q6"
    case changeLoad = "Q7"
    case choice = "Q8"
    case advocacy = "Q9"
    /// Out of ten people in your area, how many would say AI made their own work better?
    case believed = "QL"

    /// The answers the item allows.
    package var range: ClosedRange<Int> {
        switch self {
        case .experience: 0...4
        case .advocacy, .believed: 0...10
        default: 1...5
        }
    }
}

/// One answer to one item.
package struct PulseAnswer: Hashable, Sendable {
    /// What a person said.
    package enum Reply: Hashable, Sendable {
        case value(Int)
        /// Shown and left empty.
        case skipped
        /// "Cannot say", which is not the same as silence.
        case cannotSay
    }

    /// Whether a benefit was felt or only hoped for.
    package enum Variant: String, Hashable, Sendable {
        case experienced, expected
    }

    package let wave: Day
    /// Index into `Evidence.teams`, where the answer names a team.
    package let team: Int?
    /// Index into `Evidence.roles`.
    package let role: Int
    package let layer: Layer
    package let item: PulseItem
    package let reply: Reply
    /// Q2 and Q3 only; never pooled over the two kinds.
    package let variant: Variant?
    /// Q3 only: a (interruptions) or b (stress).
    package let form: Character?
    /// A number valid within one wave only, the same for all answers of one respondent.
    package let respondent: Int?

    package init(
        wave: Day, team: Int?, role: Int, layer: Layer, item: PulseItem, reply: Reply,
        variant: Variant? = nil, form: Character? = nil, respondent: Int? = nil
    ) {
        self.wave = wave
        self.team = team
        self.role = role
        self.layer = layer
        self.item = item
        self.reply = reply
        self.variant = variant
        self.form = form
        self.respondent = respondent
    }
}
