/// What we made an organisation ill with: the seven barriers of the diagnosis, or nothing.
///
/// - Source: SCIENCE 10.1. The names are the barrier codes of the JSON contract.
package enum Illness: String, Hashable, Sendable, CaseIterable {
    /// Nothing was planted.
    case healthy
    /// Daily business crowds the work out: champions lose their hours, people their tries.
    case noTimeOrFocus
    /// The use cases help the company and nobody's own working day.
    case noPersonalValue
    /// Believers sit in two teams and nobody else sees them at it.
    case echoChamber
    /// Leaders are keen, managers withhold their support.
    case enthusiasmGap
    /// Messages speak of what moves somebody else.
    case messageMisalignment
    /// Too many other changes land on the same people.
    case changeFatigue
    /// Use is ordered and counted, and little is felt.
    case superficialCompliance

    /// The illnesses that can be planted, in the order of the barriers.
    package static let causes: [Illness] = allCases.filter { $0 != .healthy }
}
