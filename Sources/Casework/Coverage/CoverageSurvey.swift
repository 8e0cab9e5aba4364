import Diagnosis
package import Disclosure
package import Intake
package import Measures
import Rollout

/// What a case can see and cannot: every source on one axis, gaps, disagreements and what is unknowable.
package struct CoverageSurvey: Sendable {
    package let investigation: Investigation
    /// What each export was found to be, with its days.
    package let exports: [ExportReading]
    /// The days `use.csv` tells of for tools an export tells of too.
    package let ownDays: [ToolDays]

    /// Reads a case, each export's days kept apart.
    ///
    /// - Parameters:
    ///   - source: A folder, or tables in memory.
    ///   - asOf: The day to speak of; nil: the case's own, or the last day seen.
    ///   - maps: Columns by our names, said on the command line.
    ///   - progress: Told how far each file has been read.
    /// - Throws: `IntakeFailure` where the roster or the folder cannot be read.
    package init(
        reading source: some CaseSource, asOf: Day? = nil, maps: [ColumnMapping] = [],
        progress: ((ReadProgress) -> Void)? = nil
    ) throws {
        let result = try CaseReader().read(
            source, asOf: asOf, keepsDays: true, maps: maps, progress: progress)
        investigation = Investigation(result)
        exports = result.exports
        ownDays = result.ownDays
    }

    /// Looks over the case and releases what may be shown.
    ///
    /// The diagnosis itself is run, so that what is called unknown here is what it does not know.
    /// - Complexity: That of a diagnosis, and O(days) for each pair of exports of one tool.
    package func publish(
        policy: DisclosurePolicy = .protected, progress: (String, Double) -> Void = { _, _ in }
    ) -> CoveragePublication {
        let evidence = investigation.evidence
        let diagnosed = investigation.publish(policy: policy, progress: progress)
        let blind = BlindSpots(
            evidence,
            hasUnmappedSurveys: investigation.notices.contains {
                $0.id == IntakeNotice.questionsNotMapped.rawValue
            })
        let heads = HeadcountRelease(policy: policy)
        let visibility = Visibility(evidence)
        let unknown = (diagnosed.organization?.measures ?? []).compactMap {
            measure -> CoveragePublication.UnknownMeasure? in
            guard let reason = measure.value.shown?.reason, reason.code != "notForScope",
                MeasureNeed.of(measure.code).inputs.isSubset(of: blind.present)
            else { return nil }
            return CoveragePublication.UnknownMeasure(code: measure.code, reason: reason)
        }
        let comparisons = SourceComparison.pairs(
            SourceUse.own(ownDays) + SourceUse.all(of: exports), calendar: evidence.calendar)
        return CoveragePublication(
            name: evidence.name, asOf: evidence.asOf,
            people: evidence.people.count { $0.isPresent(on: evidence.asOf) },
            isProtected: policy.isProtected,
            roster: RosterSurvey.roster(investigation, exports: exports),
            sources: SourceRows(evidence: evidence, exports: exports, heads: heads).rows,
            others: OtherRows.rows(evidence),
            weeks: visibility.weeks.map {
                CoveragePublication.WeekRow(
                    week: $0.week, visible: heads.share($0.visible, of: $0.atWork))
            },
            gaps: visibility.gaps.map {
                CoveragePublication.GapRow($0, unseen: heads.count($0.unseen))
            },
            files: exports.map(CoveragePublication.FileRow.init), missing: blind.missing,
            barriers: BarrierNeed.all.map { CoverageSurvey.sight($0, blind) }, unknown: unknown,
            agreements: AgreementRelease(policy: policy).release(comparisons),
            notices: diagnosed.notices)
    }

    private static func sight(_ need: BarrierNeed, _ blind: BlindSpots) -> CoveragePublication.BarrierSight {
        CoveragePublication.BarrierSight(
            code: need.code, share: need.visible(with: blind.present),
            isInvisible: need.isInvisible(with: blind.present),
            hidden: need.parts.filter { !$0.inputs.isSubset(of: blind.present) }.map(\.tells))
    }
}

extension CoveragePublication.FileRow {
    /// An export as it was read; its names stay behind.
    init(_ reading: ExportReading) {
        self.init(
            file: reading.file, kind: reading.reader, title: reading.title,
            rows: reading.statistics?.rowsRead ?? 0, refused: reading.statistics?.rowsRefused ?? 0,
            unmatchedNames: reading.unmatched.names.count, unmatchedRows: reading.unmatched.rows,
            concealed: reading.concealedPeople, cannotSee: reading.cannotSee, lateBy: reading.lateBy)
    }
}

extension SourceUse {
    /// What `use.csv` tells of tools that an export tells of too; it lists nobody who did not use them.
    static func own(_ days: [ToolDays]) -> [SourceUse] {
        days.compactMap { days -> SourceUse? in
            let all = days.rows.map(\.block)
            let first = all.map { DaySet.day(block: $0.index, bit: $0.bits.trailingZeroBitCount) }.min()
            let last = all.map { DaySet.day(block: $0.index, bit: 63 - $0.bits.leadingZeroBitCount) }.max()
            guard let first, let last else { return nil }
            return SourceUse(
                name: Evidence.Source.use.file, kind: "use.csv of the case folder", tool: days.tool,
                listed: nil, from: first, to: last, absence: .notUsed, lateBy: nil,
                rows: days.rows.map { SourceUse.Row(person: $0.person, block: $0.block) })
        }
    }

    /// The use each export tells of, tool by tool; files without days of use have none.
    static func all(of exports: [ExportReading]) -> [SourceUse] {
        exports.flatMap { reading in
            reading.days.compactMap { days -> SourceUse? in
                let lines = reading.coverage.filter { $0.source == days.tool }
                guard let from = lines.map(\.from).min() ?? reading.span?.lowerBound,
                    let to = lines.map(\.to).max() ?? reading.span?.upperBound
                else { return nil }
                let lists = lines.compactMap(\.people)
                return SourceUse(
                    name: reading.file, kind: reading.title, tool: days.tool,
                    listed: lists.isEmpty ? nil : lists.reduce(PeopleSet()) { $0.union($1) },
                    from: from, to: to,
                    absence: lines.contains { $0.absence == .lastSeenOnly }
                        ? .lastSeenOnly : lines.contains { $0.absence == .unknown } ? .unknown : .notUsed,
                    lateBy: reading.lateBy,
                    rows: days.rows.map { SourceUse.Row(person: $0.person, block: $0.block) })
            }
        }
    }
}
