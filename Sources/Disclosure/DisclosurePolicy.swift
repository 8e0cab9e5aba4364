/// The minima a publication is held to; they may be raised, never lowered below the protected ones.
package struct DisclosurePolicy: Hashable, Sendable {
    /// Fewest people in a denominator, and fewest answers behind a figure from the pulse.
    package let minimumGroup: Int
    /// Fewest people before anything they wrote may be shown.
    package let minimumText: Int
    /// Groups below this size get rounded figures; bands instead of unanimity stand at every size.
    package let roundingBelow: Int
    /// Fewest people before a response rate is shown: below, the silent could be named.
    package let responseRateMinimum: Int
    /// False only for `--unprotected`: everything is shown as measured, and every page says so.
    package let isProtected: Bool

    /// The rules of the house: five, ten, twenty, ten.
    package static let protected = DisclosurePolicy(
        minimumGroup: 5, minimumText: 10, roundingBelow: 20, responseRateMinimum: 10, isProtected: true)

    /// Everything as measured: for an analyst's own files, on the analyst's own responsibility.
    package static let unprotected = DisclosurePolicy(
        minimumGroup: 0, minimumText: 0, roundingBelow: 0, responseRateMinimum: 0, isProtected: false)

    /// The protected rules with higher minima; a lower one than the house's is raised to it.
    package static func stricter(
        minimumGroup: Int = 5, minimumText: Int = 10, roundingBelow: Int = 20,
        responseRateMinimum: Int = 10
    ) -> DisclosurePolicy {
        DisclosurePolicy(
            minimumGroup: max(5, minimumGroup), minimumText: max(10, minimumText),
            roundingBelow: max(20, roundingBelow), responseRateMinimum: max(10, responseRateMinimum),
            isProtected: true)
    }
}
