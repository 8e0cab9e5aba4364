import Rollout

/// One sign of a barrier: how much it counts, and what it cannot be read without.
///
/// The severity is computed with these weights and the coverage page says with them what a missing file
/// hides, so the two cannot disagree.
struct Sign: Sendable {
    /// Where a sign comes from.
    enum Kind: Sendable {
        /// What people answer when asked; missing, it stays in the sum as nothing claimed.
        case asked
        /// Logs and calendars; missing, it is left out of the sum.
        case logged
        /// Logs and calendars that have many mothers: they count only as far as answers confirm them.
        case corroborating
    }

    let kind: Kind
    let weight: Double
    /// Each of these must be there for the sign to be read.
    let needs: Set<EvidenceInput>
    /// The items of the pulse it rests on.
    let items: [PulseItem]
    /// Whether the sign counts as nothing, not as unknown, where something is missing.
    let isZeroWithout: Bool
    /// What the sign tells, as a clause that begins with "whether" or "how".
    let tells: String

    /// What people answer when asked.
    static func asked(_ weight: Double, _ items: [PulseItem], _ tells: String) -> Sign {
        Sign(
            kind: .asked, weight: weight, needs: [.pulse], items: items, isZeroWithout: false, tells: tells)
    }

    /// A sign in logs or calendars.
    static func logged(
        _ weight: Double, needs: Set<EvidenceInput>, isZeroWithout: Bool = false, _ tells: String
    ) -> Sign {
        Sign(
            kind: .logged, weight: weight, needs: needs, items: [], isZeroWithout: isZeroWithout,
            tells: tells)
    }

    /// A sign that counts only as far as answers confirm it.
    static func corroborating(
        _ weight: Double, needs: Set<EvidenceInput>, items: [PulseItem] = [], _ tells: String
    ) -> Sign {
        Sign(
            kind: .corroborating, weight: weight, needs: needs, items: items, isZeroWithout: false,
            tells: tells)
    }
}
