package import Discovery
package import Measures

/// A pain as it is kept: with its member, and the role's name.
package struct PainRecord: Hashable, Sendable {
    package let id: Int64
    package let member: MemberID
    /// The role its owner had when they named it.
    package let role: String
    package let kind: PainKind
    package let text: String
    /// The theme its owner says it belongs to; nil: let the grouping decide.
    package let theme: ThemeKey?
    package let named: Day

    package init(
        id: Int64 = 0, member: MemberID, role: String, kind: PainKind, text: String, theme: ThemeKey? = nil,
        named: Day
    ) {
        self.id = id
        self.member = member
        self.role = role
        self.kind = kind
        self.text = text
        self.theme = theme
        self.named = named
    }
}

/// A trial as it is kept; nobody's but its owner's until `consent` says otherwise.
package struct TrialRecord: Hashable, Sendable {
    /// Zero for one that is not kept yet.
    package let id: Int64
    package let member: MemberID
    /// The role its owner had when they began it.
    package let role: String
    package let task: String
    package let theme: ThemeKey?
    package let useCase: String?
    package let baseline: Strain
    package let began: Day
    /// In the order in which they were noted.
    package let occasions: [Occasion]
    package let verdict: TrialVerdict?
    package let why: TrialVerdict.Why?
    package let decided: Day?
    /// How far its owner lets it be seen; `none` at first.
    package let consent: Consent

    package init(
        id: Int64 = 0, member: MemberID, role: String, task: String, theme: ThemeKey? = nil,
        useCase: String? = nil, baseline: Strain, began: Day, occasions: [Occasion] = [],
        verdict: TrialVerdict? = nil, why: TrialVerdict.Why? = nil, decided: Day? = nil,
        consent: Consent = .none
    ) {
        self.id = id
        self.member = member
        self.role = role
        self.task = task
        self.theme = theme
        self.useCase = useCase
        self.baseline = baseline
        self.began = began
        self.occasions = occasions
        self.verdict = verdict
        self.why = why
        self.decided = decided
        self.consent = consent
    }
}

/// An example on the shelf as it is kept.
package struct ExampleRecord: Hashable, Sendable {
    /// Zero for one that is not kept yet.
    package let id: Int64
    package let member: MemberID
    /// The trial it was made from; a trial has one example at most.
    package let trial: Int64
    package let role: String
    package let task: String
    package let useCase: String
    package let tool: String
    package let minutesBefore: Double
    package let minutesAfter: Double
    package let strainBefore: Double?
    package let strainAfter: Double?
    package let occasions: Int
    package let conditions: Set<Condition>
    package let didNotHelp: TrialVerdict.Why?
    package let isKept: Bool
    /// `named` or `roleOnly`.
    package let consent: Consent
    package let shared: Day
    /// Trials begun from it.
    package let reused: Int

    package init(
        id: Int64 = 0, member: MemberID, trial: Int64, role: String, task: String, useCase: String,
        tool: String, minutesBefore: Double, minutesAfter: Double, strainBefore: Double? = nil,
        strainAfter: Double? = nil, occasions: Int, conditions: Set<Condition> = [],
        didNotHelp: TrialVerdict.Why? = nil, isKept: Bool, consent: Consent, shared: Day, reused: Int = 0
    ) {
        self.id = id
        self.member = member
        self.trial = trial
        self.role = role
        self.task = task
        self.useCase = useCase
        self.tool = tool
        self.minutesBefore = minutesBefore
        self.minutesAfter = minutesAfter
        self.strainBefore = strainBefore
        self.strainAfter = strainAfter
        self.occasions = occasions
        self.conditions = conditions
        self.didNotHelp = didNotHelp
        self.isKept = isKept
        self.consent = consent
        self.shared = shared
        self.reused = reused
    }
}

/// An invitation from a person to a person that nobody has followed yet. It has no inviter (Decisions/0012).
package struct ShowInvitation: Hashable, Sendable {
    package let secretHash: [UInt8]
    /// Name of the inviting team.
    package let team: String
    /// The last day of a month, until which it can be followed.
    package let lastDay: Day

    package init(secretHash: [UInt8], team: String, lastDay: Day) {
        self.secretHash = secretHash
        self.team = team
        self.lastDay = lastDay
    }
}

/// A half hour in which somebody does their own work and others may watch.
package struct DemonstrationRecord: Hashable, Sendable {
    /// Zero for one that is not kept yet.
    package let id: Int64
    /// Who shows; their name is shown, since they offer it.
    package let host: MemberID
    package let title: String
    package let place: String
    package let starts: CalendarTime
    package let isCancelled: Bool
    /// When it was last changed.
    package let changed: Moment

    package init(
        id: Int64 = 0, host: MemberID, title: String, place: String, starts: CalendarTime,
        isCancelled: Bool = false, changed: Moment
    ) {
        self.id = id
        self.host = host
        self.title = title
        self.place = place
        self.starts = starts
        self.isCancelled = isCancelled
        self.changed = changed
    }
}

/// A month of the calendar, as fine as marks about people are kept.
package struct Month: Hashable, Comparable, Sendable {
    /// Months since January of the year 0.
    package let number: Int

    package init(number: Int) { self.number = number }

    /// The month of a day.
    package init(_ day: Day) {
        let (year, month, _) = day.components
        number = year * 12 + month - 1
    }

    /// The first day of the month after.
    package var next: Day { Day(year: (number + 1) / 12, month: (number + 1) % 12 + 1, day: 1)! }

    /// The last day.
    package var lastDay: Day { next.advanced(by: -1) }

    package static func < (left: Month, right: Month) -> Bool { left.number < right.number }
}

/// Something that was said about AI, as the log of messages keeps it.
package struct SaidMessage: Hashable, Sendable {
    /// Zero for one that is not kept yet.
    package let id: Int64
    package let date: Day
    package let layer: String
    package let channel: String
    package let motive: String?
    package let hasExample: Bool
    package let isOrder: Bool
    package let text: String

    package init(
        id: Int64 = 0, date: Day, layer: String, channel: String, motive: String?, hasExample: Bool,
        isOrder: Bool, text: String
    ) {
        self.id = id
        self.date = date
        self.layer = layer
        self.channel = channel
        self.motive = motive
        self.hasExample = hasExample
        self.isOrder = isOrder
        self.text = text
    }
}

/// Marks about one person that stances are made of; months are as fine as they get.
package struct StanceMarks: Hashable, Sendable {
    /// The last month in which they made a link to show something.
    package var shown: Month?
    /// Why they do not want to, where they have said so.
    package var declined: TrialVerdict.Why?
    /// The last month of which they said that they watched somebody, and the last they were asked about.
    package var watched: Month?
    package var asked: Month?

    package init(
        shown: Month? = nil, declined: TrialVerdict.Why? = nil, watched: Month? = nil, asked: Month? = nil
    ) {
        self.shown = shown
        self.declined = declined
        self.watched = watched
        self.asked = asked
    }
}
