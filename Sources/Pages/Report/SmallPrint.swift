import Diagnosis
package import Disclosure
import Figures
package import Measures
package import Rollout

/// The verdict at other thresholds.
package struct SensitivityModel: Sendable {
    /// One setting of the thresholds.
    package struct Cell: Sendable {
        package let code: String
        package let sign: String
        package let word: String
        /// Whether the thresholds are the report's own or the verdict is another.
        package let isOther: Bool
    }

    /// The settings of one supply threshold.
    package struct Row: Sendable {
        package let supply: String
        package let cells: [Cell]
    }

    package let title: String
    package let hasTable: Bool
    package let habits: [String]
    package let rows: [Row]

    package init(_ verdict: PublishedVerdict?) {
        let all = verdict?.sensitivity ?? []
        let own = verdict?.code
        title = Findings.sensitivity(same: all.filter { $0.code == own }.count, all: all.count)
        let habits = Set(all.map(\.habitThreshold)).sorted()
        let supplies = Set(all.map(\.supplyThreshold)).sorted()
        self.habits = habits.map { Printed.percent($0) }
        rows = supplies.map { supply in
            Row(
                supply: Printed.decimal(supply),
                cells: habits.map { habit in
                    let code = all.first { $0.habitThreshold == habit && $0.supplyThreshold == supply }?.code
                    return Cell(
                        code: code?.rawValue ?? "", sign: code.map(Wording.sign) ?? "",
                        word: code.map(Wording.name) ?? "not tried", isOther: code != own)
                })
        }
        hasTable = !all.isEmpty
    }
}

/// Trouble met while reading the evidence.
package struct NoticesModel: Sendable {
    /// One notice.
    package struct Line: Sendable {
        package let severity: String
        package let place: String
        package let message: String
    }

    package let title: String
    package let hasLines: Bool
    package let lines: [Line]

    package init(_ notices: [Notice]) {
        // Worst first; the order given otherwise.
        let sorted = notices.sorted { $0.severity > $1.severity }
        lines = sorted.map { notice in
            Line(
                severity: notice.severity.rawValue,
                place: Self.place(file: notice.file, line: notice.line), message: notice.message)
        }
        hasLines = !lines.isEmpty
        let lost = notices.filter { $0.severity == .error }.count
        let rows = notices.filter { $0.severity == .warning }.count
        title = Self.title(errors: lost, warnings: rows, all: notices.count)
    }

    /// File and line, where there are any.
    package static func place(file: String?, line: Int?) -> String {
        switch (file, line) {
        case (let file?, let line?): "\(file), line \(line)"
        case (let file?, nil): file
        case (nil, _): "–"
        }
    }

    /// How well the evidence could be read.
    package static func title(errors: Int, warnings: Int, all: Int) -> String {
        if all == 0 { return "The evidence was read without any notice" }
        if errors > 0 { return "\(errors == 1 ? "1 file" : "\(errors) files") could not be used" }
        if warnings > 0 {
            return "\(warnings == 1 ? "1 warning" : "\(warnings) warnings") while reading the evidence"
        }
        return "Nothing was lost while reading the evidence"
    }
}

/// How the report was made.
package struct MethodModel: Sendable {
    /// A term and what it was set to.
    package struct Setting: Sendable {
        package let term: String
        package let setting: String
    }

    package let settings: [Setting]
    package let rules: [String]

    package init(thresholds: Thresholds, seed: UInt64, asOf: Day, isProtected: Bool) {
        settings = [
            Setting(
                term: "Traction", setting: "\(Printed.percent(thresholds.habit)) of everybody with a habit"),
            Setting(
                term: "Supply",
                setting: "\(Printed.decimal(thresholds.supply)) live use cases per champion-week"),
            Setting(term: "Horizon", setting: "\(thresholds.horizonWeeks) weeks"),
            Setting(
                term: "Habit",
                setting:
                    "active in \(Printed.percent(thresholds.habitWeeks)) of the work weeks in which use was not ordered"
            ),
            Setting(
                term: "A verdict needs", setting: "a probability of \(Printed.decimal(thresholds.decided))"),
            Setting(term: "Seed", setting: "\(seed)"),
            Setting(term: "As of", setting: asOf.long),
        ]
        rules =
            isProtected
            ? [
                "No figure is about fewer than five people, and no difference between two figures is.",
                "Shares of fewer than twenty people are rounded to five points, and unanimity is told as a band.",
                "What a rule withholds is shown as withheld, with the reason.",
                "Nobody’s own use is shown to anybody else.",
            ]
            : ["The rules of disclosure were switched off for this page. It must not be passed on."]
    }
}
