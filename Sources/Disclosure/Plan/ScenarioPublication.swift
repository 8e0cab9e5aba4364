package import Diagnosis
package import Measures
@_spi(Disclosure) package import Rollout

/// Scenarios as they may be shown: the organisation as a whole, and no smaller group.
package struct ScenarioPublication: Sendable {
    /// What becomes of one scenario.
    package struct Line: Sendable {
        package let name: String
        /// Share with a habit by week; shape (weeks).
        package let habit: [Disclosed<Measured<PublishedEstimate>>]
        /// Share with firsthand experience by week; shape (weeks).
        package let tried: [Disclosed<Measured<PublishedEstimate>>]
        /// Shares at the end by state.
        package let ends: [(code: String, share: Disclosed<Measured<PublishedEstimate>>)]
        package let gain: Disclosed<Measured<PublishedEstimate>>
        package let betterProbability: Double
    }

    package let name: String
    package let asOf: Day
    package let isProtected: Bool
    package let people: Int
    package let lines: [Line]
    package let firstWeek: Week
    package let weeks: Int
    package let seed: UInt64
    package let runs: Int
    package let wasStopped: Bool
    package let unknowns: [String]

    /// Which scenarios cannot be told from the first by what is known, as sentences.
    package var undecided: [String] {
        guard let first = lines.first else { return [] }
        return lines.dropFirst().filter { (0.1...0.9).contains($0.betterProbability) }.map {
            "“\($0.name)” and “\(first.name)” cannot be told apart by what is known."
        }
    }

    /// Releases scenarios: the only way from one to the other.
    package static func publish(
        _ reading: ScenarioReading, of evidence: Evidence, policy: DisclosurePolicy
    ) -> ScenarioPublication {
        var office = FamilyRelease(policy: policy)
        func one(_ figure: Sensitive<Measured<Estimate>>) -> Disclosed<Measured<PublishedEstimate>> {
            office.release(
                Family(
                    [
                        Family.Member(
                            scope: Scope(.organization, evidence.name), everybody: reading.everybody,
                            figure: figure)
                    ], kind: .scores, policy: policy))[0]
        }
        return ScenarioPublication(
            name: evidence.name, asOf: evidence.asOf, isProtected: policy.isProtected,
            people: reading.everybody.count,
            lines: reading.lines.map { line in
                Line(
                    name: line.name, habit: line.habit.map(one), tried: line.tried.map(one),
                    ends: line.ends.map { ($0.code, one($0.share)) }, gain: one(line.gain),
                    betterProbability: line.betterProbability)
            }, firstWeek: reading.firstWeek, weeks: reading.weeks, seed: reading.seed, runs: reading.runs,
            wasStopped: reading.wasStopped, unknowns: reading.unknowns)
    }
}
