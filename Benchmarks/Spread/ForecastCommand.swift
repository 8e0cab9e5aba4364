import ArgumentParser
import Casework
import Diagnosis
import Foundation
import Inference
import Intake
import Measures
import Rollout
import Spread

/// `Benchmarks forecast`: rollouts played forward from an early day, scored by what happened.
struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract:
            "Score rollouts played forward from early periods by what happened, beside naive forecasts.",
        discussion: """
            Scores are continuous ranked probability scores in per cent of everybody: 0 is perfect, and of a single number \
            it is the absolute error. --diffusion takes a folder of NAME_nodes.csv and NAME_edges.csv, cases are case folders.
            """)

    @Option(help: "A folder of classic diffusion data.")
    var diffusion: String?

    @Argument(help: "Case folders.")
    var cases: [String] = []

    @Option(help: "Runs of each forecast.")
    var runs = 1_000

    @Option(help: "Weeks ahead, for cases.")
    var weeks = 12

    func run() throws {
        let table = FigureTable([
            "history", "from", "ahead", "happened", "played", "last", "linear", "Bass", "inside 90 %",
        ])
        if let diffusion {
            for name in ["medinnovations", "kfamily", "brfarmers"] { try classic(name, in: diffusion, table) }
        }
        for path in cases { try organization(path, table) }
    }

    /// One forecast beside the naive ones; counts of adopters up to the origin, and what happened.
    private func score(
        _ name: String, _ origin: String, ahead: Int, curve: [Int], people: Int, draws: [Double],
        outcome: Double,
        _ table: FigureTable
    ) {
        let last = Double(curve.last ?? 0)
        let back = min(3, curve.count - 1)
        let slope = back > 0 ? (last - Double(curve[curve.count - 1 - back])) / Double(back) : 0
        let linear = min(Double(people), last + slope * Double(ahead))
        let adopters = zip(curve, [0] + curve).map { $0 - $1 }
        let bass: Double? =
            (try? Bass.fit(adopters: adopters, rest: people - Int(last)))
            .map {
                last + Double(people)
                    * ($0.curve.share(by: Double(curve.count + ahead))
                        - $0.curve.share(by: Double(curve.count)))
            }
        let scale = 100 / Double(people)
        func text(_ error: Double) -> String { FigureTable.number(error * scale, decimals: 2) }
        let sorted = draws.sorted()
        let isInside =
            outcome >= sorted[Int(0.05 * Double(sorted.count - 1))]
            && outcome <= sorted[Int((0.95 * Double(sorted.count - 1)).rounded(.up))]
        table.row([
            name, origin, "\(ahead)", text(outcome) + " %",
            text(RankedProbability.score(draws: draws, outcome: outcome)), text(abs(last - outcome)),
            text(abs(linear - outcome)), bass.map { text(abs($0 - outcome)) } ?? "–", isInside ? "yes" : "no",
        ])
    }

    private func classic(_ name: String, in folder: String, _ table: FigureTable) throws {
        func rows(_ part: String) throws -> [[String: String]] {
            let text = try String(
                contentsOf: URL(fileURLWithPath: folder).appendingPathComponent("\(name)_\(part).csv"),
                encoding: .utf8)
            let lines = text.split(whereSeparator: \.isNewline).map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
        }
        func number(_ row: [String: String], _ column: String) -> Int { Int(row[column] ?? "") ?? 0 }
        let times = try rows("nodes").map { number($0, "time_of_adoption") }
        let (first, end) = (times.min() ?? 0, times.max() ?? 0)
        // The last period is a code for "not by the end".
        let period = times.map { $0 == end ? nil : $0 - first as Int? }
        let sees = Graph(
            nodes: times.count,
            arcs: try rows("edges").map { (number($0, "source") - 1, number($0, "target") - 1) },
            isDirected: true)
        let periods = end - first
        for origin in [periods / 4, periods / 3, periods / 2] where origin >= 2 {
            for ahead in [periods / 6, periods / 3] where ahead >= 1 && origin + ahead <= periods {
                let history = RolloutHistory(adoptionSeenBy: sees, period: period, periods: 0..<origin)
                let places = period.map { $0.map { $0 < origin } ?? false ? RolloutPlace.tried : .unaware }
                let ground = RolloutGround(
                    seenBy: sees.reversed, places: places, team: [Int](repeating: 0, count: times.count),
                    teams: 1)
                let walk = TrialWalk(history.trialByWeek)
                let forecast = RolloutForecast(ground, plan: RolloutPlan(weeks: ahead), runs: runs, seed: 1) {
                    let drawn = history.rates(using: &$0)
                    var rates = RolloutRates(trial: drawn.trial, keep: 0, drop: 0, lose: 0, again: 0)
                    rates.trialLevels = walk.multipliers(weeks: ahead, using: &$0)
                    return rates
                }
                let curve = (0..<origin).map { now in period.count { $0.map { $0 <= now } ?? false } }
                score(
                    name, "\(origin) of \(periods)", ahead: ahead, curve: curve, people: times.count,
                    draws: forecast.people(.everTried, week: ahead - 1),
                    outcome: Double(period.count { $0.map { $0 < origin + ahead } ?? false }), table)
            }
        }
    }

    private func organization(_ path: String, _ table: FigureTable) throws {
        let investigation = try Investigation(reading: FolderCase(path))
        let end = investigation.evidence.asOf
        for back in [3, 2, 1] {
            let day = end.advanced(by: -7 * weeks * back)
            func prospect(_ weeksLater: Int) throws -> Prospect {
                try Prospect(Investigation(investigation, asOf: day.advanced(by: 7 * weeksLater)).evidence)
            }
            let (early, late) = (try prospect(0), try prospect(weeks))
            let later = Dictionary(uniqueKeysWithValues: zip(late.people, late.ground.places))
            let both = early.people.indices.filter { later[early.people[$0]] != nil }
            // People who left are in neither count; the runs are brought down in proportion.
            let share = Double(both.count) / Double(early.people.count)
            var plan = RolloutPlan(weeks: weeks)
            plan.off = early.off(weeks)
            let forecast = RolloutForecast(
                early.ground, history: early.history, plan: plan, runs: runs, seed: 1)
            let curve = try stride(from: -8, through: 0, by: 1).map { step in
                let then = try prospect(step)
                let known = Dictionary(uniqueKeysWithValues: zip(then.people, then.ground.places))
                return both.count { known[early.people[$0]]?.hasTried ?? false }
            }
            score(
                "\(investigation.evidence.name), tried", day.description, ahead: weeks, curve: curve,
                people: both.count, draws: forecast.people(.everTried, week: weeks - 1).map { $0 * share },
                outcome: Double(both.count { later[early.people[$0]]?.hasTried ?? false }), table)
            let habits = both.count { early.ground.places[$0] == .habit }
            score(
                "\(investigation.evidence.name), habit", day.description, ahead: weeks, curve: [habits],
                people: both.count, draws: forecast.people(.everyHabit, week: weeks - 1).map { $0 * share },
                outcome: Double(both.count { later[early.people[$0]] == .habit }), table)
        }
    }
}
