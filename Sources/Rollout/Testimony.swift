/// What people let be counted on their own pages, as it was published: shares of many, and nothing finer.
///
/// Made of figures that Disclosure has let through and of no others, so that what the diagnosis makes of them says nothing the
/// week's edition has not said. Who offers it chose to: it is evidence of volunteers, and weighs accordingly.
package struct Testimony: Hashable, Sendable {
    /// A published share of at least so many people.
    package struct Share: Hashable, Sendable {
        /// 0...1, rounded as it was published.
        package let value: Double
        /// Fewest people it can rest on; how many there were is not published.
        package let people: Int

        package init(value: Double, people: Int) {
            self.value = min(1, max(0, value))
            self.people = people
        }
    }

    /// Of those who tried something on their own work and let it be counted, who kept something.
    package let kept: Share?
    /// Of those without firsthand experience who were asked, who have not watched a colleague.
    package let notWatched: Share?
    /// Of those who use it, who hardly do so when nobody orders or counts.
    package let compliers: Share?

    package init(kept: Share? = nil, notWatched: Share? = nil, compliers: Share? = nil) {
        self.kept = kept
        self.notWatched = notWatched
        self.compliers = compliers
    }

    /// Whether it says anything.
    package var isEmpty: Bool { kept == nil && notWatched == nil && compliers == nil }
}
