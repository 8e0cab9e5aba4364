import ArgumentParser
import Diagnosis
import Foundation
import Measures

/// `Benchmarks analytics`: the index of use from columns in memory, and four questions asked of it.
struct AnalyticsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analytics",
        abstract: "Index columns in memory, ask four questions, and print the CPU seconds of each.",
        discussion: """
            The folder holds raw little-endian 32-bit columns: persons.i32, days.i32 (from day 0, a Monday) \
            and counts.i32, a line each for a row of use, and teams.i32, one for each person. \
            Benchmarks/analytics.py writes them and runs other engines on the same data.
            """)

    @Option(help: "The folder with the columns.", completion: .directory)
    var columns: String

    @Option(help: "Days covered, from day 0 on.")
    var days: Int

    @Option(help: "How often each question is asked; the least CPU time is printed.")
    var times = 3

    @Option(help: "Also write the answers there, as columns of 64-bit numbers.", completion: .directory)
    var answers: String?

    /// Day 0: a Monday, so that weeks counted from it are ISO weeks.
    private static let firstDay = Day(number: 20_458)

    func validate() throws {
        guard days >= 1, times >= 1 else { throw ValidationError("Give at least one day and one time.") }
    }

    func run() throws {
        let teams = try column("teams")
        let persons = try column("persons")
        let when = try column("days").map { $0 + AnalyticsCommand.firstDay.number }
        let counts = try column("counts")
        let last = AnalyticsCommand.firstDay.advanced(by: days - 1)
        // The index is built once and kept, as the product does.
        let index = timed("idx", once: true) {
            persons.withUnsafeBufferPointer { persons in
                when.withUnsafeBufferPointer { when in
                    counts.withUnsafeBufferPointer { counts in
                        UseIndex(
                            people: teams.count, span: AnalyticsCommand.firstDay...last, persons: persons,
                            days: when, actions: counts)
                    }
                }
            }
        }
        let group = teams.map { Int($0) }
        let groups = (group.max() ?? -1) + 1
        let weeks = timed("q1") { index.activeWeeks() }
        let histogram = timed("q2") { index.lastFourWeeks(upTo: last) }
        let cohorts = timed("q3") { index.days.cohorts(weeks: 8) }
        let gini = timed("q4") { index.gini(by: group, count: groups) }
        print(#"{"engine":"firsthand","max_rss_mb":\#(Int(ResourceUse.now.peakMebibytes))}"#)
        guard answers != nil else { return }
        let monday = AnalyticsCommand.firstDay.week
        let offset = index.days.span.lowerBound.week.distance(to: monday)
        try write(
            "q1",
            [
                weeks.map { Double($0.person) }, weeks.map { Double(Int($0.week) - offset) },
                weeks.map { Double($0.days) },
            ])
        let met = histogram.indices.filter { histogram[$0] > 0 }
        try write("q2", [met.map { Double($0) }, met.map { Double(histogram[$0]) }])
        let cells = cohorts.flatMap { cohort in
            cohort.active.indices.filter { cohort.active[$0] > 0 }.map { ahead in
                [monday.distance(to: cohort.week), ahead, cohort.active[ahead]].map { Double($0) }
            }
        }
        try write("q3", (0..<3).map { column in cells.map { $0[column] } })
        // A team without use counts as even there.
        try write("q4", [gini.indices.map { Double($0) }, gini.map { $0 ?? 0 }])
    }

    private func column(_ name: String) throws -> [Int32] {
        let url = URL(fileURLWithPath: columns, isDirectory: true).appendingPathComponent("\(name).i32")
        let data = try Data(contentsOf: url, options: .alwaysMapped)
        return data.withUnsafeBytes { bytes in
            (0..<bytes.count / 4).map {
                Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: Int32.self))
            }
        }
    }

    /// Does something as often as asked and prints the least CPU time.
    private func timed<Answer>(_ name: String, once: Bool = false, _ ask: () -> Answer) -> Answer {
        var best = Double.infinity
        var before = ResourceUse.now.cpuSeconds
        var answer = ask()
        best = ResourceUse.now.cpuSeconds - before
        for _ in 1..<(once ? 1 : times) {
            before = ResourceUse.now.cpuSeconds
            answer = ask()
            best = min(best, ResourceUse.now.cpuSeconds - before)
        }
        let seconds = FigureTable.number(best, decimals: 6)
        print(#"{"engine":"firsthand","query":"\#(name)","cpu_s":\#(seconds)}"#)
        return answer
    }

    private func write(_ name: String, _ columns: [[Double]]) throws {
        guard let answers else { return }
        let folder = URL(fileURLWithPath: answers, isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let data = columns.reduce(into: Data()) { data, column in
            column.withUnsafeBytes { data.append(contentsOf: $0) }
        }
        try data.write(to: folder.appendingPathComponent("\(name).f64"))
    }
}
