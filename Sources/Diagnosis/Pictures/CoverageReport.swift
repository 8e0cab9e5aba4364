import Measures
import Rollout

/// What can be seen at all, a line a source and team.
enum CoverageReport {
    static func lines(_ groundwork: Groundwork) -> [CoverageLine] {
        let evidence = groundwork.evidence
        let present = groundwork.present
        let byTeam = Dictionary(grouping: present) { groundwork.observation.people[$0].team }
        return evidence.coverage.map { coverage in
            let people: PeopleSet =
                if let listed = coverage.people {
                    listed
                } else if let team = coverage.team {
                    PeopleSet((byTeam[team] ?? []).map { PersonID($0) })
                } else {
                    PeopleSet(present.map { PersonID($0) })
                }
            return CoverageLine(
                source: coverage.source, team: coverage.team.map { evidence.teams[$0].name },
                people: Sensitive(people.count, about: people), from: coverage.from, to: coverage.to,
                absence: coverage.absence, note: coverage.note)
        }
    }
}

/// Trouble the diagnosis itself meets.
package enum DiagnosisNotice: String, Sendable, CaseIterable {
    case cannotBeSeen = "diagnosis.cannotBeSeen"
    case quietPeople = "diagnosis.quietPeople"
    case onlyWeakSigns = "diagnosis.onlyWeakSigns"
    case contagionNotSimulated = "diagnosis.contagionNotSimulated"

    static func notices(_ groundwork: Groundwork) -> [Notice] {
        let standings = groundwork.standings
        let present = standings.filter(\.isPresent)
        var notices: [Notice] = []
        func note(_ id: DiagnosisNotice, _ message: String) {
            notices.append(Notice(id.rawValue, .note, message: message))
        }
        let quiet = present.count { !$0.isAtWork }
        if quiet >= 5 {
            note(
                .quietPeople,
                "\(quiet) people on the roster showed no sign of work in the last twelve weeks. They are left out of every rate; give them a date in the column to if they have left."
            )
        }
        let hidden = present.count { $0.isAtWork && !$0.canBeSeen }
        if hidden >= 5 {
            note(
                .cannotBeSeen,
                "The use of \(hidden) people at work could not be seen in the last four weeks: their source ended or hides it. They are left out, not counted as idle."
            )
        }
        let weak = present.count { $0.isInFrame && $0.hasOnlyWeakSigns }
        if weak >= 5 {
            note(
                .onlyWeakSigns,
                "\(weak) people show only weak signs of use (accepted review suggestions or marks an editor writes by itself). They count as reached, not as having tried."
            )
        }
        if groundwork.echo.gap != nil, groundwork.echo.contagion == nil {
            note(
                .contagionNotSimulated,
                "Ordinary contagion could not be simulated from the first uses seen; the echo score is set against a fixed anchor instead."
            )
        }
        return notices
    }
}
