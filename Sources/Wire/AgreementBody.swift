import Diagnosis
package import Disclosure
import Measures
import Rollout

/// How far two files agree that speak of the same use.
package struct AgreementBody: Codable, Hashable, Sendable {
    /// One of the two files.
    package struct Source: Codable, Hashable, Sendable {
        package var name: String
        package var kind: String
        package var absence: String
    }

    /// Person-days to two significant digits.
    package struct PersonDays: Codable, Hashable, Sendable {
        package var both: Int
        package var onlyFirst: Int
        package var onlySecond: Int
    }

    /// One week: of the person-days either marks, the share both mark.
    package struct Week: Codable, Hashable, Sendable {
        package var monday: String
        package var share: Double?

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(monday, forKey: .monday)
            try container.encode(share, forKey: .share)
        }
    }

    /// A cause found in the days.
    package struct Cause: Codable, Hashable, Sendable {
        package var cause: String
        package var sentence: String
    }

    package var tool: String
    package var first: Source
    package var second: Source
    package var from: String
    package var to: String
    /// People both speak of.
    package var people: CoverageSurveyBody.Count
    /// Of the person-days either marks, the share both mark (Jaccard).
    package var agreement: FigureBody
    /// Agreement beyond chance over worked days (Cohen's kappa).
    package var kappa: FigureBody
    /// Of the first file's person-days, the share the second has too.
    package var secondHasOfFirst: FigureBody
    /// Of the second file's person-days, the share the first has too.
    package var firstHasOfSecond: FigureBody
    /// Null where the group is too small.
    package var personDays: PersonDays?
    /// Empty where the group is too small.
    package var weeks: [Week]
    package var causes: [Cause]

    /// An agreement as published.
    package init(_ pair: PublishedAgreement) {
        tool = pair.tool
        first = Source(name: pair.first.name, kind: pair.first.kind, absence: pair.first.absence)
        second = Source(name: pair.second.name, kind: pair.second.kind, absence: pair.second.absence)
        from = pair.from.description
        to = pair.to.description
        people = CoverageSurveyBody.Count(pair.people)
        agreement = FigureBody(pair.agreement)
        kappa = FigureBody(pair.kappa)
        secondHasOfFirst = FigureBody(pair.secondHasOfFirst)
        firstHasOfSecond = FigureBody(pair.firstHasOfSecond)
        personDays = pair.personDays.shown.map {
            PersonDays(both: $0.both, onlyFirst: $0.onlyFirst, onlySecond: $0.onlySecond)
        }
        weeks = (pair.weeks.shown ?? []).map {
            Week(monday: $0.week.monday.description, share: $0.share.value.map { Rounding.short($0) })
        }
        causes = pair.reasons.map { Cause(cause: $0.cause.rawValue, sentence: $0.sentence) }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(tool, forKey: .tool)
        try container.encode(first, forKey: .first)
        try container.encode(second, forKey: .second)
        try container.encode(from, forKey: .from)
        try container.encode(to, forKey: .to)
        try container.encode(people, forKey: .people)
        try container.encode(agreement, forKey: .agreement)
        try container.encode(kappa, forKey: .kappa)
        try container.encode(secondHasOfFirst, forKey: .secondHasOfFirst)
        try container.encode(firstHasOfSecond, forKey: .firstHasOfSecond)
        try container.encode(personDays, forKey: .personDays)
        try container.encode(weeks, forKey: .weeks)
        try container.encode(causes, forKey: .causes)
    }
}
