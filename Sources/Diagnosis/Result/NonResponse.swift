/// What would be said if those who did not answer the pulse were less favourable than those who did.
package struct NonResponse: Sendable {
    /// The conclusions at one shift.
    package struct Shift: Hashable, Sendable {
        /// Shift of the logit among the silent: 0 says that they think like the others.
        package let delta: Double
        /// The most severe barrier; nil where none has any severity.
        package let firstBarrier: BarrierCode?
        /// Whether leaders are clearly keener than the rest; nil with fewer than five answers on a side.
        package let leadersKeener: Bool?

        package init(delta: Double, firstBarrier: BarrierCode?, leadersKeener: Bool?) {
            self.delta = delta
            self.firstBarrier = firstBarrier
            self.leadersKeener = leadersKeener
        }
    }

    /// From no shift to the largest one.
    package let shifts: [Shift]
    /// The same in sentences with slots for figures.
    package let words: [Phrase]
}
