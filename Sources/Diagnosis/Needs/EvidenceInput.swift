import Measures
package import Rollout

/// Something the diagnosis can be given, or has to do without; finer than a file where one file brings
/// several things.
package enum EvidenceInput: String, Hashable, Sendable, CaseIterable {
    /// Days of use that reach to the present, from a source whose silence means "not used".
    case use
    /// How often on a day, not only whether.
    case actionCounts
    /// The register of use cases.
    case register
    /// Who has protected hours, week by week.
    case champions
    /// How many of the promised hours were kept.
    case keptHours
    /// Answers of the last twelve weeks.
    case pulse
    /// What leaders and managers believe of the others (QL).
    case believed
    /// Who reports to whom.
    case managerLine
    /// Who works with whom.
    case ties
    /// Weeks in which use was ordered or counted.
    case mandates
    /// What was said to whom, with its motive.
    case messages
    /// Other changes that land on teams.
    case changes
    /// Days at work.
    case activity

    /// The file of a case folder that brings it; exports bring some of it too.
    package var file: Evidence.Source {
        switch self {
        case .use, .actionCounts: .use
        case .register: .useCases
        case .champions, .keptHours: .champions
        case .pulse, .believed: .pulse
        case .managerLine: .people
        case .ties: .ties
        case .mandates: .mandates
        case .messages: .messages
        case .changes: .changes
        case .activity: .activity
        }
    }

    /// What to bring, as a sentence.
    package var remedy: String {
        switch self {
        case .use:
            "Add use.csv, or a vendor's export that says on which days each person used a tool."
        case .actionCounts:
            "Add the column count to use.csv, or an export that counts prompts or requests by day."
        case .register: "Add use-cases.csv with the days on which use cases were started and went live."
        case .champions: "Add champions.csv: who has protected hours, in which weeks."
        case .keptHours: "Fill in kept_hours in champions.csv."
        case .pulse: "Ask the nine questions of the pulse and add the answers as pulse.csv."
        case .believed: "Ask leaders and managers the extra question QL of the pulse."
        case .managerLine: "Add the column manager to people.csv."
        case .ties: "Add ties.csv, or an export of who works with whom."
        case .mandates:
            "Add mandates.csv: the weeks in which use was ordered or counted, or the header alone if none was."
        case .messages: "Add messages.csv: what was announced to whom, and with which motive."
        case .changes: "Add changes.csv: which other changes land on which team, and when."
        case .activity: "Add activity.csv: days at work, so that leave does not look like a week without use."
        }
    }

    /// Whether a case has it.
    /// - Complexity: O(n) in what is looked through.
    package func isThere(in evidence: Evidence) -> Bool {
        switch self {
        case .use:
            evidence.sources.contains(.use)
                && evidence.coverage.contains {
                    $0.absence == .notUsed
                        && $0.to.distance(to: evidence.asOf) <= 7 * Observation.staleAfterWeeks
                }
        case .actionCounts: evidence.depth != nil
        case .register: !evidence.useCases.isEmpty
        case .champions: evidence.sources.contains(.champions)
        case .keptHours: evidence.champions.contains { $0.keptHours != nil }
        case .pulse: !Asked.recent(evidence).isEmpty
        case .believed: Asked.recent(evidence).contains { $0.item == .believed }
        case .managerLine: evidence.people.contains { $0.manager != nil }
        case .ties: !evidence.ties.isEmpty
        case .mandates: evidence.sources.contains(.mandates)
        case .messages: !evidence.messages.isEmpty
        case .changes: evidence.sources.contains(.changes)
        case .activity: evidence.activity != nil
        }
    }
}
