package import Measures

/// What to make: an illness, a world and a seed.
package struct SpecimenPlan: Hashable, Sendable {
    package let illness: Illness
    /// A second cause; nil in the world `twoCauses` means one is drawn from the seed.
    package let second: Illness?
    package let world: World
    package let seed: UInt64
    /// Whether part of the evidence is written as vendor exports, people then carrying e-mail addresses.
    package let withExports: Bool
    /// Weeks of evidence that are written down, at least twenty-six.
    package let weeks: Int
    /// The last day written, a Sunday.
    package let lastSunday: Day

    /// A plan.
    /// - Parameters:
    ///   - illness: The cause to plant; `healthy` plants nothing.
    ///   - second: A second cause; ignored where it equals the first or is `healthy`.
    ///   - world: The make of the organisation.
    ///   - seed: The same seed makes the same bytes.
    ///   - withExports: Off for evaluation, on for a demonstration.
    ///   - weeks: Weeks to write down; fewer than twenty-six count as twenty-six.
    ///   - lastSunday: The last day written; another day of the week stands for the Sunday before it.
    package init(
        illness: Illness, second: Illness? = nil, world: World = .base, seed: UInt64,
        withExports: Bool = false, weeks: Int = 30, lastSunday: Day = Day(year: 2026, month: 6, day: 28)!
    ) {
        self.illness = illness
        self.second = second == illness || second == .healthy ? nil : second
        self.world = world
        self.seed = seed
        self.withExports = withExports
        self.weeks = max(26, weeks)
        self.lastSunday = lastSunday.advanced(by: -(lastSunday.weekday % 7))
    }
}
