/// What to make: an illness, a world and a seed.
package struct SpecimenPlan: Hashable, Sendable {
    package let illness: Illness
    /// A second cause; nil in the world `twoCauses` means one is drawn from the seed.
    package let second: Illness?
    package let world: World
    package let seed: UInt64
    /// Whether part of the evidence is written as vendor exports, people then carrying e-mail addresses.
    package let withExports: Bool

    /// A plan.
    /// - Parameters:
    ///   - illness: The cause to plant; `healthy` plants nothing.
    ///   - second: A second cause; ignored where it equals the first or is `healthy`.
    ///   - world: The make of the organisation.
    ///   - seed: The same seed makes the same bytes.
    ///   - withExports: Off for evaluation, on for a demonstration.
    package init(
        illness: Illness, second: Illness? = nil, world: World = .base, seed: UInt64,
        withExports: Bool = false
    ) {
        self.illness = illness
        self.second = second == illness || second == .healthy ? nil : second
        self.world = world
        self.seed = seed
        self.withExports = withExports
    }
}
