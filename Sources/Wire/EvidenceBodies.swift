package import Disclosure
import Measures
package import Rollout

/// One line of what can be seen at all.
package struct CoverageBody: Codable, Hashable, Sendable {
    package var source: String
    /// Null: the whole organisation.
    package var team: String?
    /// Null where the number is withheld.
    package var people: Int?
    package var from: String
    package var to: String
    package var absence: String
    package var note: String?
    /// Why the number of people is withheld, where it is.
    package var reason: String?

    /// A line as published.
    package init(_ published: PublishedCoverage) {
        source = published.source
        team = published.team
        people = published.people.shown
        from = published.from.description
        to = published.to.description
        absence = published.absence.rawValue
        note = published.note
        reason = published.people.withheldBecause?.sentence
    }

    /// A line put together by hand.
    package init(
        source: String, team: String? = nil, people: Int?, from: String, to: String,
        absence: Coverage.Absence, note: String? = nil, reason: String? = nil
    ) {
        self.source = source
        self.team = team
        self.people = people
        self.from = from
        self.to = to
        self.absence = absence.rawValue
        self.note = note
        self.reason = reason
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(source, forKey: .source)
        try container.encode(team, forKey: .team)
        try container.encode(people, forKey: .people)
        try container.encode(from, forKey: .from)
        try container.encode(to, forKey: .to)
        try container.encode(absence, forKey: .absence)
        try container.encodeIfPresent(note, forKey: .note)
        try container.encodeIfPresent(reason, forKey: .reason)
    }
}

/// Recoverable trouble, as it is reported.
package struct NoticeBody: Codable, Hashable, Sendable {
    package var id: String
    package var severity: String
    package var file: String?
    package var line: Int?
    package var message: String

    /// A notice as collected.
    package init(_ notice: Notice) {
        id = notice.id
        severity = notice.severity.rawValue
        file = notice.file
        line = notice.line
        message = notice.message
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(severity, forKey: .severity)
        try container.encode(file, forKey: .file)
        try container.encode(line, forKey: .line)
        try container.encode(message, forKey: .message)
    }
}

/// What counted as a habit, as traction and as supply.
package struct ThresholdsBody: Codable, Hashable, Sendable {
    package var habit: Double
    package var supply: Double
    package var horizonWeeks: Int
    package var habitWeeks: Double
    package var decided: Double

    /// The thresholds of a reading.
    package init(_ thresholds: Thresholds) {
        habit = Rounding.short(thresholds.habit)
        supply = Rounding.short(thresholds.supply)
        horizonWeeks = thresholds.horizonWeeks
        habitWeeks = Rounding.short(thresholds.habitWeeks)
        decided = Rounding.short(thresholds.decided)
    }
}
