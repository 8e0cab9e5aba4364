package import Measures
package import Rollout

/// The organisation-wide pictures behind the report.
package struct Pictures: Sendable {
    /// Weekly habit share of one frozen group of people; nil where it cannot be seen.
    package let trend: Measured<HabitTrend>
    /// People by active days in the last 28.
    package let powerCurve: Measured<PowerCurve>
    /// Covered, tried, habit, and who cannot be seen.
    package let loss: Loss
    /// Felt by layer and believed by leaders, an item a row.
    package let layers: [LayerRow]
    /// Teams and the ties between them.
    package let map: TeamMap
    /// Changes that land on teams, as dated bars.
    package let changes: [ChangeBar]
}

/// The weekly habit share with its forecast.
package struct HabitTrend: Sendable {
    /// One week as it was.
    package struct Point: Sendable {
        package let week: Week
        package let share: Sensitive<Estimate>
        /// Whether use was ordered in the week (for anybody).
        package let isMandated: Bool
    }
    /// One week to come: the middle, and where half and nine tenths of the draws lie.
    package struct ForecastPoint: Sendable {
        package let week: Week
        package let median: Double
        package let inner: Interval
        package let outer: Interval
    }
    package let points: [Point]
    /// From the as-of week to the horizon; empty where no forecast can be made.
    package let forecast: [ForecastPoint]
    /// Days on which the instrument changed, with what changed.
    package let instrumentChanges: [InstrumentChange]

    /// A day on which what is measured changed, not what people do.
    package struct InstrumentChange: Sendable {
        package let day: Day
        package let what: String
    }
}

/// People by number of active days in the last 28, non-users included.
package struct PowerCurve: Sendable {
    /// People with 0, 1, … 28 active days; shape (29).
    package let people: Sensitive<[Int]>
    package let medianDays: Sensitive<Int>
}

/// Where people are lost between a live use case and a habit.
package struct Loss: Sendable {
    /// Managers and contributors at work, those who cannot be seen included.
    package let everybody: Sensitive<Int>
    package let covered: Sensitive<Measured<Int>>
    package let tried: Sensitive<Measured<Int>>
    package let habit: Sensitive<Measured<Int>>
    package let cannotBeSeen: Sensitive<Int>
}

/// One item of the pulse, layer by layer.
package struct LayerRow: Sendable {
    /// One layer on the row.
    package struct Mark: Sendable {
        package let layer: Layer
        /// Share that agrees, 0...1.
        package let felt: Sensitive<Measured<Estimate>>
        /// What the layer believes others feel, where it was asked.
        package let believed: Sensitive<Measured<Estimate>>?
    }
    package let item: PulseItem
    package let label: String
    package let marks: [Mark]
}

/// Teams as places, ties as lines.
package struct TeamMap: Sendable {
    /// A team.
    package struct Node: Sendable {
        package let team: String
        package let people: Sensitive<Int>
        package let habit: Sensitive<Measured<Estimate>>
        /// Share of its non-users without anybody in sight who uses it.
        package let unexposed: Sensitive<Measured<Estimate>>
    }
    /// The ties between two teams.
    package struct Link: Sendable {
        /// Indices into `nodes`.
        package let from: Int
        package let to: Int
        package let weight: Double
    }
    package let nodes: [Node]
    package let links: [Link]
    /// Whether the lines come from real ties or only from the reporting line.
    package let hasTies: Bool
}

/// A change on the time axis.
package struct ChangeBar: Sendable {
    package let initiative: String
    /// Team name; nil: everybody.
    package let team: String?
    package let from: Day
    package let to: Day?
    package let weight: Int
}
