import Archive
package import Diagnosis
import Disclosure
import Foundation
import Intake
import Measures
import Rollout

/// Keeps the house: nightly readings and their score, deletion by schedule, a copy as a case folder.
package struct Keeper: Sendable {
    /// How long things are kept (SCIENCE 8.3): shorter is always possible.
    package struct Schedule: Hashable, Sendable {
        /// Months after which single days of use are forgotten.
        package let useMonths: Int
        /// Months after which answers are forgotten.
        package let answerMonths: Int

        package init(useMonths: Int = 13, answerMonths: Int = 24) {
            self.useMonths = max(1, min(13, useMonths))
            self.answerMonths = max(1, min(24, answerMonths))
        }
    }

    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    // MARK: Verdicts

    /// Keeps a reading's verdict, and judges those that are due by its day.
    ///
    /// - Parameter document: The reading in the JSON promised to others.
    /// - Returns: How many verdicts were judged.
    package func record(_ reading: CurrentReading, document: [UInt8]) async throws -> Int {
        let publication = reading.publication
        guard let scope = publication.organization, let verdict = scope.verdict else { return 0 }
        let habit = scope[.habit]?.shown?.value?.value
        try await installation.archive.keep(
            VerdictRecord(
                asOf: publication.asOf,
                dueOn: publication.asOf.advanced(by: 7 * publication.thresholds.horizonWeeks),
                kind: "diagnosis", code: verdict.code.rawValue, moving: verdict.probabilities.moving,
                phase1: verdict.probabilities.phase1, phase2: verdict.probabilities.phase2, habit: habit,
                document: document, membership: reading.membership.name))
        return try await judge(publication)
    }

    /// Judges what is due by the day of a publication.
    private func judge(_ publication: Publication) async throws -> Int {
        guard let scope = publication.organization, let habit = scope[.habit]?.shown?.value?.value else {
            return 0
        }
        let supply = scope[.supply]?.shown?.value?.value
        let thresholds = publication.thresholds
        let fact = Keeper.fact(
            habit: habit, supply: supply, threshold: thresholds.habit, supplyThreshold: thresholds.supply)
        let all = try await installation.archive.verdicts()
        var judged = 0
        for verdict in all where verdict.outcome == nil && verdict.dueOn <= publication.asOf {
            // Long after it was due the fact is another one: such a verdict stays open.
            guard publication.asOf.number - verdict.dueOn.number <= 28 else { continue }
            let earlier = all.last { $0.kind == verdict.kind && $0.dueOn <= verdict.asOf }
            let naive: VerdictRecord? = verdict.habit.map { share in
                var copy = verdict
                copy.outcome = nil
                let isMoving = share >= thresholds.habit
                return VerdictRecord(
                    asOf: copy.asOf, dueOn: copy.dueOn, kind: copy.kind, code: copy.code,
                    moving: isMoving ? 1 : 0, phase1: 0, phase2: isMoving ? 0 : 1, habit: share,
                    document: [])
            }
            try await installation.archive.judge(
                kind: verdict.kind, asOf: verdict.asOf,
                outcome: VerdictRecord.Outcome(
                    scoredOn: publication.asOf, code: fact.rawValue, habit: habit,
                    brier: Keeper.brier(verdict, fact),
                    brierOfHabit: naive.map { Keeper.brier($0, fact) } ?? 1,
                    brierOfLast: earlier.map { Keeper.brier($0, fact) }))
            judged += 1
        }
        return judged
    }

    /// What the facts bear out, by the rule of the phases.
    package static func fact(
        habit: Double, supply: Double?, threshold: Double, supplyThreshold: Double
    ) -> VerdictCode {
        if habit >= threshold { return .moving }
        return (supply ?? supplyThreshold) < supplyThreshold ? .phase1 : .phase2
    }

    /// Sum of squares between three probabilities and the fact, 0...2.
    /// - Source: Brier (1950).
    static func brier(_ verdict: VerdictRecord, _ fact: VerdictCode) -> Double {
        let parts: [(VerdictCode, Double)] = [
            (.moving, verdict.moving), (.phase1, verdict.phase1), (.phase2, verdict.phase2),
        ]
        return parts.reduce(0) { sum, part in
            let miss = part.1 - (part.0 == fact ? 1 : 0)
            return sum + miss * miss
        }
    }

    // MARK: Schedule

    /// Forgets what is older than the schedule allows.
    /// - Returns: A sentence on what was forgotten; nil where nothing was.
    package func forget(_ schedule: Schedule) async throws -> String? {
        let today = installation.now().day
        let days = try await installation.archive.forgetUse(
            before: today.advanced(by: -Int((Double(schedule.useMonths) * 30.44).rounded())))
        let answers = try await installation.archive.forgetAnswers(
            before: today.advanced(by: -Int((Double(schedule.answerMonths) * 30.44).rounded())))
        guard days + answers > 0 else { return nil }
        let sentence = "Forgot \(days) days of use and \(answers) answers by schedule"
        try await installation.log(.kept, sentence)
        return sentence
    }

    // MARK: Case folder

    /// Writes everything that is evidence as a case folder.
    /// - Throws: What the file system says; `ArchiveFailure`.
    package func export(to folder: String) async throws {
        let archive = installation.archive
        let stored = try await archive.evidence(asOf: nil, withObjectors: true).without(archive.unnamed())
        let contacts = Dictionary(
            uniqueKeysWithValues: try await installation.archive.contacts().map { ($0.member, $0.contact) })
        let tables = EvidenceTables(stored, contacts: contacts)
        try CaseFolderWriter.write(
            tables: tables.tables, texts: ["case.yaml": Keeper.settings(stored.evidence)], to: folder)
        let root = URL(fileURLWithPath: folder, isDirectory: true)
        if stored.evidence.sources.contains(.use) {
            try RowWriter.write(EvidenceTables.useColumns, to: root.appendingPathComponent("use.csv")) {
                writer in try tables.forEachUse(writer)
            }
        }
        if stored.evidence.activity != nil {
            try RowWriter.write(["person", "date"], to: root.appendingPathComponent("activity.csv")) {
                writer in try tables.forEachWorkDay(writer)
            }
        }
        try await installation.log(.exported, "Wrote everything as a case folder")
    }

    /// `case.yaml` of evidence: name, day, calendar, thresholds.
    static func settings(_ evidence: Evidence) -> String {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        let days = evidence.calendar.weekdays.sorted().map { names[$0 - 1] }.joined(separator: ", ")
        let holidays = evidence.calendar.holidays.sorted().map(EvidenceTables.iso).joined(separator: ", ")
        let name = evidence.name.replacing("\"", with: "\\\"")
        let thresholds = evidence.thresholds
        return """
            name: "\(name)"
            asOf: \(EvidenceTables.iso(evidence.asOf))
            calendar:
              workdays: [\(days)]
              holidays: [\(holidays)]
            thresholds:
              habit: \(thresholds.habit)
              supply: \(thresholds.supply)
              horizonWeeks: \(thresholds.horizonWeeks)
              habitWeeks: \(thresholds.habitWeeks)
              decided: \(thresholds.decided)

            """
    }
}

/// Writes long tables row by row.
enum RowWriter {
    /// Writes a header and what the body hands out; the file appears whole or not at all.
    static func write(
        _ header: [String], to file: URL, _ body: (([String]) throws -> Void) throws -> Void
    ) throws {
        let partial = file.appendingPathExtension("partial")
        try Data().write(to: partial)
        let handle = try FileHandle(forWritingTo: partial)
        var held: [UInt8] = []
        CSVWriter.append(header, to: &held)
        try body { row in
            CSVWriter.append(row, to: &held)
            if held.count > 1 << 20 {
                try handle.write(contentsOf: Data(held))
                held.removeAll(keepingCapacity: true)
            }
        }
        try handle.write(contentsOf: Data(held))
        try handle.close()
        // Replacing takes a file that is there.
        if FileManager.default.fileExists(atPath: file.path) {
            _ = try FileManager.default.replaceItemAt(file, withItemAt: partial)
        } else {
            try FileManager.default.moveItem(at: partial, to: file)
        }
    }
}
