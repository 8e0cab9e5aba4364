import ArgumentParser
import Foundation
import Inference
import Intake
import Spread

/// `Benchmarks rollout`: people × weeks × runs of a rollout, with one thread and with several.
struct RolloutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollout",
        abstract: "Print what playing a rollout forward costs, with one thread and with several.")

    @Option(help: "org:PEOPLE, rmat:SCALE:EDGEFACTOR or a graph file.")
    var graph = "org:100000"

    @Option(help: "Runs.")
    var runs = 1_000

    @Option(help: "Weeks.")
    var weeks = 52

    @Option(help: "Threads, one measurement each.")
    var threads: [Int] = [1, 2]

    func run() throws {
        let sees = try BenchmarkGraphs.graph(graph)
        let people = sees.nodeCount
        // Three of a hundred use it; two thirds come to it within the year.
        let places = (0..<people).map { $0 % 33 == 0 ? RolloutPlace.habit : .unaware }
        let ground = RolloutGround(
            seenBy: sees.reversed, places: places, team: (0..<people).map { $0 / 8 }, teams: people / 8 + 1)
        let rates = RolloutRates(
            trial: [0.002, 0.01, 0.03], keep: 0.1, drop: 0.05, lose: 0.02, again: 0.03, advocate: 0.25,
            shows: 0.1)
        let table = FigureTable([
            "threads", "wall s", "CPU s", "M arcs/s and CPU", "tried at the end", "peak MiB",
        ])
        for count in threads {
            let crew = count == 1 ? Crew.alone : Crew(workers: count, each: Concurrently.each)
            let (before, start) = (ResourceUse.now.cpuSeconds, ContinuousClock.now)
            let forecast = RolloutForecast(
                ground, plan: RolloutPlan(weeks: weeks), runs: runs, seed: 1, crew: crew
            ) { _ in rates }
            let (wall, cpu) = (ContinuousClock.now - start, ResourceUse.now.cpuSeconds - before)
            table.row([
                "\(count)", FigureTable.number(wall / .seconds(1), decimals: 1),
                FigureTable.number(cpu, decimals: 1),
                FigureTable.number(Double(forecast.arcVisits) / cpu / 1e6, decimals: 0),
                FigureTable.number(forecast.band(.everTried).mean, decimals: 1),
                FigureTable.number(ResourceUse.now.peakMebibytes, decimals: 0),
            ])
        }
    }
}
