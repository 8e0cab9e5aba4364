import Measures
import Rollout

/// What must be there before any verdict is given; below it, the missing thing is named.
///
/// - Source: SCIENCE 9.3 (gates), evidence that cannot be seen added.
enum Gates {
    static let weeksOfEvents = 8
    static let peopleOfOrganization = 30
    static let teamsOfOrganization = 6
    static let peopleOfRole = 12
    /// At least this share of the people at work must be visible.
    static let visibleShare = 0.5

    /// What a scope lacks; empty where a verdict may be given.
    static func missing(
        kind: Scope.Kind, tally: Tally, teams: Int, eventWeeks: Int, visible: Double, supply: Supply,
        evidence: Evidence
    ) -> [String] {
        var missing: [String] = []
        if !evidence.hasUse {
            missing.append(
                "No use is known: add use.csv or an export with days of use. It settles whether anybody has a habit."
            )
        } else if eventWeeks < weeksOfEvents {
            missing.append(
                "Only \(eventWeeks) weeks of use can be seen; a verdict needs \(weeksOfEvents). Wait, or add older exports."
            )
        }
        let people = Int(tally[.known])
        switch kind {
        case .organization:
            if people < peopleOfOrganization {
                missing.append(
                    "Habits are known for \(countWord(people)) managers and contributors; a verdict needs \(peopleOfOrganization)."
                )
            }
            if teams < teamsOfOrganization {
                missing.append(
                    "People are known in \(countWord(teams)) teams; a verdict needs \(teamsOfOrganization).")
            }
        case .role, .team, .layer:
            if people < peopleOfRole {
                missing.append(
                    "Habits are known for fewer than \(peopleOfRole) people here; a verdict needs \(peopleOfRole)."
                )
            }
        }
        if visible < visibleShare {
            missing.append(
                "The use of more than half of the people at work cannot be seen. Connect the sources that cover them."
            )
        }
        if !supply.isKnown {
            missing.append(
                "The use-case register is empty: add use-cases.csv. It settles whether the rollout is short of use "
                    + "cases (phase 1) or of people who take them up (phase 2).")
        }
        return missing
    }

    /// A count as text; small groups are not counted out.
    private static func countWord(_ count: Int) -> String { count < 5 ? "fewer than 5" : "\(count)" }
}
