import Disclosure
import Intake
import Rollout

/// Where it comes from who is there.
enum RosterSurvey {
    /// The files of the roster, and what was worked out because they do not say it.
    static func roster(
        _ investigation: Investigation, exports: [ExportReading]
    ) -> CoveragePublication.Roster {
        let evidence = investigation.evidence
        let own = investigation.statistics.files.map(\.file).filter {
            CaseFile(path: $0, bytes: []).plainPath == Evidence.Source.people.file
        }
        let others = exports.filter { $0.contributes.contains(.roster) }
        var marks: [CoveragePublication.Mark] = []
        func mark(_ id: IntakeNotice, _ kind: CoveragePublication.Mark.Kind, _ sentence: String) {
            if investigation.notices.contains(where: { $0.id == id.rawValue }) {
                marks.append(CoveragePublication.Mark(kind, sentence))
            }
        }
        mark(
            .rosterFromUse, .derived,
            "It was made from everybody the exports name: who uses nothing may be missing, and nobody's team is known."
        )
        mark(
            .layersUnknown, .assumed,
            "Nobody says who leads, so everybody counts as a contributor.")
        mark(
            .severalTops, .derived,
            "Layers were worked out from the line of managers, and its top is not certain.")
        mark(
            .managerUnknown, .partial, "Managers are named who are not in it.")
        mark(
            .rosterConflict, .partial, "Its files tell differently of some people.")
        return CoveragePublication.Roster(
            files: own + others.map(\.file), teams: evidence.teams.count, roles: evidence.roles.count,
            marks: marks)
    }
}
