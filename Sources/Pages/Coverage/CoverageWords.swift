package import Diagnosis
package import Disclosure
import Figures
import Measures
import Rollout

/// What can be seen and what cannot, sentence by sentence; the same in terminal and report.
package enum CoverageWords {
    /// Measures named in a sentence before the rest is only counted.
    private static let listed = 6

    /// A source and its team.
    package static func name(_ row: CoveragePublication.SourceRow) -> String {
        Wording.source(row.source, team: row.team)
    }

    /// Whom a source sees, and what it means that somebody has no use there.
    package static func sees(_ row: CoveragePublication.SourceRow) -> String {
        let people =
            switch row.people.state {
            case .withheld: "fewer than five people"
            case .shown(let count):
                row.listsPeople ? Printed.people(count) + " listed" : Printed.people(count)
            }
        switch row.absence {
        case .notUsed: return "\(people) · use and its absence"
        case .lastSeenOnly: return "\(people) · last days of use only"
        case .unknown: return "\(people) · cannot see use"
        }
    }

    /// Who is there, and where that comes from.
    package static func roster(_ publication: CoveragePublication) -> String {
        let roster = publication.roster
        let groups =
            "\(Printed.people(publication.people)) in \(roster.teams == 1 ? "1 team" : "\(roster.teams) teams") and \(roster.roles == 1 ? "1 role" : "\(roster.roles) roles")"
        let named = 4
        let files =
            roster.files.count > named + 1
            ? roster.files.prefix(named) + ["\(roster.files.count - named) more files"] : roster.files
        return roster.files.isEmpty
            ? "\(groups), from no list of people." : "\(groups), from \(list(files))."
    }

    /// From when to when a source speaks, with its breaks.
    package static func spans(_ row: CoveragePublication.SourceRow) -> String {
        row.stretches.map { $0.from == $0.to ? $0.from.long : "\($0.from.long) to \($0.to.long)" }
            .joined(separator: ", ")
    }

    /// A mark of trust, with its sentence.
    package static func mark(_ mark: CoveragePublication.Mark) -> String {
        "\(mark.kind.words): \(mark.sentence)"
    }

    /// Gaps that do the same, each in a line, and once for all what they do.
    package struct GapGroup: Sendable {
        package let gaps: [String]
        package let says: String
    }

    /// Gaps with what they do: what hides most comes first.
    package static func gaps(_ gaps: [CoveragePublication.GapRow]) -> [GapGroup] {
        func kind(_ gap: CoveragePublication.GapRow) -> Int {
            gap.isBridged ? 3 : gap.isStale ? 0 : gap.measures.isEmpty ? 2 : 1
        }
        let groups = Dictionary(grouping: gaps) { GapKey(kind: kind($0), measures: $0.measures) }
        return groups.sorted { left, right in
            (left.key.kind, -left.key.measures.count) < (right.key.kind, -right.key.measures.count)
        }.map { key, gaps in
            let touched = "Touched: \(measures(key.measures))."
            let says =
                switch key.kind {
                case 0:
                    "Whom nobody has seen for four weeks is left out of every rate of use, and not counted as idle. \(touched)"
                case 1: "Who was not seen then is judged by the weeks that are left. \(touched)"
                case 2: "No measure looks back that far."
                default: "Other sources see the same people meanwhile, so nothing is lost."
                }
            return GapGroup(gaps: gaps.map { line($0, isBridged: key.kind == 3) }, says: says)
        }
    }

    private struct GapKey: Hashable {
        let kind: Int
        let measures: [MeasureCode]
    }

    /// A gap in a line: where, since when, and whom it hides.
    private static func line(_ gap: CoveragePublication.GapRow, isBridged: Bool) -> String {
        let name = Wording.source(gap.source, team: gap.team)
        let days = gap.from.distance(to: gap.to) + 1
        let weeks = max(1, (days + 3) / 7)
        let length = weeks == 1 ? "about a week" : "\(weeks) weeks"
        let when =
            gap.isEnd
            ? "\(name): nothing since \(gap.from.advanced(by: -1).long), \(length) now"
            : "\(name): nothing from \(gap.from.long) to \(gap.to.long), \(length)"
        if isBridged { return "\(when)." }
        switch gap.unseen.state {
        case .shown(let count): return "\(when); \(Printed.people(count)) not seen."
        case .withheld: return "\(when); a few people not seen."
        }
    }

    /// What a missing thing hides, as one sentence; nil where it hides nothing.
    package static func hides(_ missing: BlindSpots.Missing) -> String? {
        var parts: [String] = []
        let whole = missing.barriers.filter { $0.share > 0.999 }.map { Wording.name($0.code).lowercased() }
        if !whole.isEmpty { parts.append("without it nothing can be read of \(list(whole))") }
        let part = missing.barriers.filter { $0.share <= 0.999 }.map {
            "\(Printed.percent($0.share)) of \(Wording.name($0.code).lowercased())"
        }
        if !part.isEmpty { parts.append("it hides \(list(part))") }
        if !missing.measures.isEmpty {
            parts.append("not known for want of it: \(measures(missing.measures))")
        }
        return parts.isEmpty ? nil : Wording.sentence(parts.joined(separator: "; ")) + "."
    }

    /// Names of measures; many are counted.
    package static func measures(_ codes: [MeasureCode]) -> String {
        let names = codes.map { Wording.name($0).lowercased() }
        return names.count > listed + 1
            ? names.prefix(listed).joined(separator: ", ") + " and \(names.count - listed) more measures"
            : list(names)
    }

    /// How much of a barrier can be read.
    package static func sight(_ barrier: CoveragePublication.BarrierSight) -> String {
        if barrier.isInvisible {
            return "cannot be seen: nobody knows \(list(barrier.hidden))"
        }
        if barrier.hidden.isEmpty { return "all of it can be read" }
        return "\(Printed.percent(barrier.share)) of it can be read; not \(list(barrier.hidden))"
    }

    // MARK: Agreement

    /// Which two files are compared, on what.
    package static func pair(_ pair: PublishedAgreement) -> String {
        let when =
            pair.from == pair.to ? pair.from.long : "\(pair.from.long) to \(pair.to.long)"
        let files =
            pair.first.kind == pair.second.kind
            ? "\(pair.first.name) and \(pair.second.name), both \(pair.first.kind)"
            : "\(pair.first.name) (\(pair.first.kind)) and \(pair.second.name) (\(pair.second.kind))"
        return "\(pair.tool), \(when): \(files)"
    }

    /// The pairs whose agreement is shown, and a sentence on the others; nil where there are none.
    package static func agreements(
        _ pairs: [PublishedAgreement]
    ) -> (shown: [PublishedAgreement], withheld: String?) {
        let shown = pairs.filter { $0.agreement.shown != nil }
        let held = pairs.filter { $0.agreement.shown == nil }
        guard let first = held.first else { return (shown, nil) }
        let tools = list(Set(held.map(\.tool)).sorted())
        let reason = first.agreement.withheldBecause?.sentence ?? ""
        let isOne = Set(held.map { $0.agreement.withheldBecause?.code }).count == 1
        return (
            shown,
            "\(held.count == 1 ? "1 pair" : "\(held.count) pairs") of files on \(tools) \(shown.isEmpty ? "" : "more ")\(held.count == 1 ? "is" : "are") compared and not shown. "
                + (isOne ? reason : "Withheld: a few people would be given away.")
        )
    }

    /// How far two files agree, as sentences.
    package static func agreement(_ pair: PublishedAgreement) -> [String] {
        guard case .shown(let agreement) = pair.agreement.state else {
            return [pair.agreement.withheldBecause?.sentence ?? ""]
        }
        guard case .known(let share) = agreement else {
            return ["Neither marks a day in this time for the people both speak of."]
        }
        var sentences: [String] = []
        let whom = pair.people.shown.map { "Of \(Printed.people($0)) both speak of, " } ?? ""
        var first =
            "\(whom)\(Wording.value(share)) of the person-days that either marks are marked by both"
        if case .known(let kappa)? = pair.kappa.shown {
            first += "; beyond chance the agreement is \(Printed.decimal(kappa.value)) (kappa, 1 is full)"
        }
        sentences.append(Wording.sentence(first + "."))
        if case .known(let second)? = pair.secondHasOfFirst.shown,
            case .known(let other)? = pair.firstHasOfSecond.shown
        {
            sentences.append(
                "\(pair.second.name) has \(Wording.value(second)) of the days of \(pair.first.name), which has \(Wording.value(other)) of the days of \(pair.second.name)."
            )
        }
        if let days = pair.personDays.shown {
            sentences.append(
                "Person-days in both about \(Printed.count(days.both)), in the first alone \(Printed.count(days.onlyFirst)), in the second alone \(Printed.count(days.onlySecond))."
            )
        }
        if let weeks = pair.weeks.shown, let words = range(of: weeks) { sentences.append(words) }
        return sentences
    }

    private static func range(of weeks: [PublishedAgreement.WeekShare]) -> String? {
        let known = weeks.compactMap { week in week.share.value.map { (week: week.week, share: $0) } }
        guard known.count >= 3, let low = known.min(by: { $0.share < $1.share }),
            let high = known.max(by: { $0.share < $1.share })
        else { return nil }
        return
            "By week the share runs from \(Printed.percent(low.share)) (week of \(low.week.monday.long)) to \(Printed.percent(high.share)) (week of \(high.week.monday.long))."
    }

    // MARK: Files

    /// How the names of an export met the roster; nil where all did.
    package static func unmatched(_ file: CoveragePublication.FileRow) -> String? {
        var parts: [String] = []
        if file.unmatchedNames > 0 {
            parts.append(
                "\(file.unmatchedNames == 1 ? "1 name meets" : "\(Printed.count(file.unmatchedNames)) names meet") nobody in the roster, \(file.unmatchedRows == 1 ? "1 row stays" : "\(Printed.count(file.unmatchedRows)) rows stay") out"
            )
        }
        if file.concealed > 0 {
            parts.append(
                "\(file.concealed == 1 ? "1 code stands" : "\(Printed.count(file.concealed)) codes stand") in place of names"
            )
        }
        return parts.isEmpty ? nil : "\(file.file): \(parts.joined(separator: "; "))."
    }

    /// What to do about names that met nobody.
    package static let unmatchedRemedy =
        "firsthand inspect FILE --case CASE --unmatched CASE/aliases.csv writes them as a table to fill in."

    /// Things joined as people do.
    static func list(_ items: [String]) -> String {
        items.count < 2 ? items.first ?? "" : items.dropLast().joined(separator: ", ") + " and " + items.last!
    }
}
