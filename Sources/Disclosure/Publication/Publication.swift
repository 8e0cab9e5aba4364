package import Diagnosis
package import Measures
package import Rollout

/// A diagnosis as it may be shown: the one source of terminal, JSON and report.
package struct Publication: Sendable {
    package let name: String
    package let asOf: Day
    package let seed: UInt64
    package let thresholds: Thresholds
    /// False where the analyst asked for `--unprotected`; every page says so.
    package let isProtected: Bool
    package let coverage: [PublishedCoverage]
    /// Organisation first, then teams, roles, layers, each by name.
    package let scopes: [PublishedScope]
    package let pictures: PublishedPictures
    package let notices: [Notice]

    /// The organisation's own reading.
    package var organization: PublishedScope? { scopes.first { $0.scope.kind == .organization } }
}

/// One line of what can be seen.
package struct PublishedCoverage: Sendable {
    package let source: String
    package let team: String?
    package let people: Disclosed<Int>
    package let from: Day
    package let to: Day
    package let absence: Coverage.Absence
    package let note: String?
}

/// One scope as it may be shown.
package struct PublishedScope: Sendable {
    package let scope: Scope
    /// Headcount: a fact of the roster, not of anybody's behaviour.
    package let people: Int
    package let verdict: PublishedVerdict?
    package let measures: [PublishedMeasure]
    package let barriers: [PublishedBarrier]
    package let unnamed: [PublishedBarrier]
    /// For a team: the organisation's barrier that its people raise most; nil where none may be said.
    package let raised: PublishedRaisedBarrier?
    /// For the organisation: what rests on who answered the pulse; nil where nobody was asked.
    package let nonResponse: PublishedNonResponse?

    /// A measure by its code.
    package subscript(code: MeasureCode) -> Disclosed<Measured<PublishedEstimate>>? {
        measures.first { $0.code == code }?.value
    }
}

/// One measure as it may be shown.
package struct PublishedMeasure: Sendable {
    package let code: MeasureCode
    package let value: Disclosed<Measured<PublishedEstimate>>
}

/// A verdict with its sentences filled in.
package struct PublishedVerdict: Sendable {
    package let code: VerdictCode
    package let headline: String
    package let probabilities: Verdict.Probabilities
    package let because: [String]
    package let missing: [String]
    package let wouldFlip: [String]
    package let sensitivity: [Verdict.Sensitivity]
}

/// A barrier with its sentences filled in.
package struct PublishedBarrier: Sendable {
    package let code: BarrierCode
    /// 1 is the strongest; 0 where the barrier is not named.
    package let rank: Int
    package let headline: String
    package let severity: Disclosed<Measured<PublishedEstimate>>
    package let firstProbability: Double
    package let restsOn: [String]
    package let missing: [String]
    package let cure: String
    package let refutedIf: String
}

/// The barrier that a team raises most, as it may be shown.
package struct PublishedRaisedBarrier: Sendable {
    package let code: BarrierCode
    /// Probability that it is the one raised most, with the number of answers behind it.
    package let probability: PublishedEstimate
}

/// What rests on who answered the pulse, as it may be shown.
package struct PublishedNonResponse: Sendable {
    package let shifts: [NonResponse.Shift]
    package let words: [String]
}

/// The pictures as they may be shown; shapes follow `Diagnosis.Pictures`.
package struct PublishedPictures: Sendable {
    /// One week of the trend.
    package struct TrendPoint: Sendable {
        package let week: Week
        package let share: Disclosed<PublishedEstimate>
        package let isMandated: Bool
    }
    /// The weekly habit share with its forecast.
    package struct Trend: Sendable {
        package let points: [TrendPoint]
        package let forecast: [HabitTrend.ForecastPoint]
        package let instrumentChanges: [HabitTrend.InstrumentChange]
    }
    /// People by number of active days in the last 28.
    package struct PowerCurve: Sendable {
        /// People by active days, in steps wide enough to hold no small group.
        package let steps: Disclosed<[DayStep]>
        package let medianDays: Disclosed<Int>
    }
    /// Where people are lost between a live use case and a habit.
    package struct Loss: Sendable {
        package let everybody: Disclosed<Int>
        package let covered: Disclosed<Measured<Int>>
        package let tried: Disclosed<Measured<Int>>
        package let habit: Disclosed<Measured<Int>>
        package let cannotBeSeen: Disclosed<Int>
    }
    /// One layer on a row.
    package struct LayerMark: Sendable {
        package let layer: Layer
        package let felt: Disclosed<Measured<PublishedEstimate>>
        package let believed: Disclosed<Measured<PublishedEstimate>>?
    }
    /// One item of the pulse, layer by layer.
    package struct LayerRow: Sendable {
        package let item: PulseItem
        package let label: String
        package let marks: [LayerMark]
    }
    /// A team on the map.
    package struct MapNode: Sendable {
        package let team: String
        package let people: Disclosed<Int>
        package let habit: Disclosed<Measured<PublishedEstimate>>
        package let unexposed: Disclosed<Measured<PublishedEstimate>>
    }
    package let trend: Measured<Trend>
    package let powerCurve: Measured<PowerCurve>
    package let loss: Loss
    package let layers: [LayerRow]
    package let mapNodes: [MapNode]
    package let mapLinks: [TeamMap.Link]
    package let mapHasTies: Bool
    package let changes: [ChangeBar]
}
