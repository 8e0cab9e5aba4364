import Archive
import Diagnosis
import Discovery
import Measures
import Rollout

/// Works out where everybody stands, for counts and for nothing else.
struct StanceReading {
    /// Weeks that count, back from the day of the evidence.
    static let window = 26

    private let evidence: Evidence
    private let members: [MemberID]

    init(_ stored: StoredEvidence) {
        evidence = stored.evidence
        members = stored.members
    }

    /// The stance of everybody in the evidence.
    ///
    /// - Parameters:
    ///   - trials: Trials with a verdict that may be counted.
    ///   - sharing: Who has an example on the shelf or offered a demonstration.
    ///   - marks: Whether somebody showed something lately, or said that they do not want to.
    /// - Complexity: O(people × weeks + use).
    func stances(
        trials: [MemberID: TrialVerdict], sharing: Set<MemberID>, marks: [MemberID: StanceMarks]
    ) -> [PersonID: Stance] {
        let index = UseIndex(evidence)
        let last = Week(containing: evidence.asOf)
        let first = last.advanced(by: 1 - StanceReading.window)
        let base = index.days.span.lowerBound.week.number
        var used = [Set<Int>](repeating: [], count: evidence.people.count)
        for active in index.activeWeeks() {
            let week = base + Int(active.week)
            if (first.number...last.number).contains(week) { used[Int(active.person)].insert(week) }
        }
        for use in evidence.weeks where !use.mode.isWeak && use.activeDays != 0 {
            if (first...last).contains(use.week) { used[use.person.ordinal].insert(use.week.number) }
        }
        let ordered = orderedWeeks(first...last)
        let fresh = Month(first.monday)
        var result: [PersonID: Stance] = [:]
        for person in evidence.people {
            let member = members[person.id.ordinal]
            let weeks = (first.number...last.number).filter { week in
                // Before somebody came, no week of theirs could count.
                person.from.map { $0 <= Week(number: week).sunday } ?? true
            }
            let under = ordered[person.team] ?? []
            let free = weeks.filter { !under.contains($0) }
            let mine = used[person.id.ordinal]
            let verdict = trials[member]
            let mark = marks[member]
            result[person.id] =
                StanceSigns(
                    person: person.id, freeUsed: free.count { mine.contains($0) }, freeWeeks: free.count,
                    orderedUsed: weeks.count { under.contains($0) && mine.contains($0) },
                    orderedWeeks: weeks.count - free.count, isSeen: isSeen(person), keeps: verdict == .keep,
                    dropped: verdict == .drop,
                    shows: sharing.contains(member) || (mark?.shown.map { $0 >= fresh } ?? false),
                    declines: mark?.declined != nil
                ).stance
        }
        return result
    }

    /// Weeks under orders, by team; touched by an order for a day is ordered.
    private func orderedWeeks(_ weeks: ClosedRange<Week>) -> [Int: Set<Int>] {
        var result: [Int: Set<Int>] = [:]
        for mandate in evidence.mandates {
            let touched = (weeks.lowerBound.number...weeks.upperBound.number).filter {
                let week = Week(number: $0)
                return mandate.from <= week.sunday && mandate.to >= week.monday
            }
            for team in evidence.teams.indices where mandate.team == nil || mandate.team == team {
                result[team, default: []].formUnion(touched)
            }
        }
        return result
    }

    private func isSeen(_ person: Person) -> Bool {
        evidence.coverage.contains { line in
            guard line.absence != .unknown else { return false }
            if let people = line.people { return people.contains(person.id) }
            return line.team == nil || line.team == person.team
        }
    }
}
