/// The make of an organisation: what surrounds the planted cause, and how hard it is to see.
package enum World: String, Hashable, Sendable, CaseIterable {
    /// Twelve to forty teams, severity U(.5, 1), everything connected.
    case base
    /// As `base`, severity U(.2, .5).
    case mild
    /// Seven to ten teams.
    case small
    /// As `base`, and nobody was ever asked: no `pulse.csv`.
    case noPulse
    /// Two causes planted at once.
    case twoCauses
    /// Another make altogether: thresholds on an explicit network, utility less friction (SCIENCE 10.4).
    case thresholds
    /// A third of the people change teams half-way.
    case reorganisation
    /// Half of the teams move to the other tool, whose log begins weeks later.
    case twoTools
    /// One team of forty.
    case bigTeam
    /// A busy season presses use down shortly before the day of the diagnosis, then passes.
    case seasonalDip
    /// The cause is present in one unit only.
    case oneUnit
}
