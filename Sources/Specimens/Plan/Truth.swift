/// What a specimen's maker knows: the twelve weeks after the last day written, and what each cause took.
package struct Truth: Hashable, Sendable {
    /// The phases of SCIENCE 9.3.
    package enum Phase: String, Hashable, Sendable, CaseIterable {
        case moving, phase1, phase2
    }

    /// One planted cause and what it took.
    package struct Loss: Hashable, Sendable {
        package let cause: Illness
        /// Planted severity in 0...1.
        package let severity: Double
        /// Later habit share had the cause been absent, less what it was, in points (hundredths); same
        /// random numbers in both.
        package let points: Double

        package init(cause: Illness, severity: Double, points: Double) {
            self.cause = cause
            self.severity = severity
            self.points = points
        }
    }

    /// Habit share of managers and contributors on the last day written, in 0...1, from what was really
    /// done, seen or not.
    package let habitShareNow: Double
    /// The same twelve weeks later (end of week 42).
    package let habitShareLater: Double
    /// Expected live use cases per champion-week over the last 26 weeks written.
    package let supply: Double
    /// Whether `supply` reaches .25.
    package let suppliesEnough: Bool
    package let phase: Phase
    /// The planted cause that took most; nil: nothing was planted.
    package let firstCause: Illness?
    /// The planted cause that took second most; nil: fewer than two were planted.
    package let secondCause: Illness?
    /// One entry a planted cause, most points first.
    package let losses: [Loss]

    /// The truth of a history; the phase follows SCIENCE 9.3 with h0 = .35 and lambda0 = .25.
    package init(habitShareNow: Double, habitShareLater: Double, supply: Double, losses: [Loss]) {
        self.habitShareNow = habitShareNow
        self.habitShareLater = habitShareLater
        self.supply = supply
        suppliesEnough = supply >= 0.25
        phase = habitShareLater >= 0.35 ? .moving : supply >= 0.25 ? .phase2 : .phase1
        let ordered = losses.sorted { ($0.points, $0.severity) > ($1.points, $1.severity) }
        self.losses = ordered
        firstCause = ordered.first?.cause
        secondCause = ordered.dropFirst().first?.cause
    }
}
