package import Measures
package import Rollout

/// The whole reading of an organisation: every scope, still unprotected.
///
/// Nothing in it can be shown before Disclosure has been through it: figures are `Sensitive`.
package struct Diagnosis: Sendable {
    package let name: String
    package let asOf: Day
    package let seed: UInt64
    package let thresholds: Thresholds
    /// What can be seen at all, a line a source and team.
    package let coverage: [CoverageLine]
    /// Organisation first, then teams, roles, layers, each by name.
    package let scopes: [ScopeReading]
    /// Pictures only the organisation as a whole gets.
    package let pictures: Pictures
    package let notices: [Notice]

    package init(
        name: String, asOf: Day, seed: UInt64, thresholds: Thresholds, coverage: [CoverageLine],
        scopes: [ScopeReading], pictures: Pictures, notices: [Notice]
    ) {
        self.name = name
        self.asOf = asOf
        self.seed = seed
        self.thresholds = thresholds
        self.coverage = coverage
        self.scopes = scopes
        self.pictures = pictures
        self.notices = notices
    }
}

/// One stretch of time in which a source sees a group of people.
package struct CoverageLine: Sendable {
    package let source: String
    /// Team name; nil: the whole organisation.
    package let team: String?
    package let people: Sensitive<Int>
    package let from: Day
    package let to: Day
    package let absence: Coverage.Absence
    package let note: String?
}

/// What is said of one scope.
package struct ScopeReading: Sendable {
    package let scope: Scope
    /// Everybody in the scope on the as-of day.
    package let people: PeopleSet
    /// The verdict; nil where a scope is too small to have one of its own.
    package let verdict: Verdict?
    /// One value a measure, in the order of `MeasureCode`.
    package let measures: [MeasureReading]
    /// Named barriers, strongest first; empty where none deserves a name.
    package let barriers: [BarrierFinding]
    /// Barriers weighed and not named, with what was missing.
    package let unnamed: [BarrierFinding]
    /// For a team: the organisation's barrier that its people raise most; nil where none is sure enough.
    package var raised: RaisedBarrier?
    /// For the organisation: what rests on who answered the pulse; nil where nobody was asked.
    package var nonResponse: NonResponse?
}

/// One measure of one scope.
package struct MeasureReading: Sendable {
    package let code: MeasureCode
    package let value: Sensitive<Measured<Estimate>>
}

/// A verdict with its argument.
package struct Verdict: Sendable {
    package let code: VerdictCode
    package let probabilities: Probabilities
    /// Sentences with slots for figures: why.
    package let because: [Phrase]
    /// What is missing, and what it would settle.
    package let missing: [String]
    /// What would make the verdict another.
    package let wouldFlip: [Phrase]
    package let sensitivity: [Sensitivity]
    /// Headline for a sponsor, for example "Phase 2: the real wall".
    package let headline: String

    /// Probabilities of the three phases; they add to one.
    package struct Probabilities: Hashable, Sendable {
        package let moving: Double
        package let phase1: Double
        package let phase2: Double
    }

    /// The verdict at other thresholds.
    package struct Sensitivity: Hashable, Sendable {
        package let habitThreshold: Double
        package let supplyThreshold: Double
        package let code: VerdictCode
    }
}

/// A barrier, weighed.
package struct BarrierFinding: Sendable {
    package let code: BarrierCode
    /// 1 is the strongest; 0 where the barrier is not named.
    package let rank: Int
    /// 0 at or better than the reference, 1 as bad as the scale goes.
    package let severity: Sensitive<Measured<Estimate>>
    /// Probability that it ranks first.
    package let firstProbability: Double
    /// What the finding rests on: sentences with slots for figures.
    package let restsOn: [Phrase]
    package let missing: [String]
    package let cure: String
    package let refutedIf: String
    /// One sentence for a sponsor.
    package let headline: String
}
