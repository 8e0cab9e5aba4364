package import Measures
package import Rollout

/// The barrier that the people of one team raise most, among those named for the organisation.
package struct RaisedBarrier: Sendable {
    package let code: BarrierCode
    /// Probability that it is the one raised most; rests on the team's answers.
    package let probability: Sensitive<Measured<Estimate>>
}
