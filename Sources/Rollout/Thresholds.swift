/// What counts as a habit, as traction and as supply: shown, and adjustable in `case.yaml`.
package struct Thresholds: Hashable, Sendable {
    /// h0: the habit share that counts as traction.
    package var habit: Double
    /// lambda0: live use cases per champion-week that count as supply.
    package var supply: Double
    /// Weeks ahead a verdict speaks of.
    package var horizonWeeks: Int
    /// Share of work weeks with use that makes a habit.
    package var habitWeeks: Double
    /// The probability a verdict needs.
    package var decided: Double

    package init(
        habit: Double = 0.35, supply: Double = 0.25, horizonWeeks: Int = 12, habitWeeks: Double = 0.6,
        decided: Double = 0.8
    ) {
        self.habit = habit
        self.supply = supply
        self.horizonWeeks = horizonWeeks
        self.habitWeeks = habitWeeks
        self.decided = decided
    }
}
