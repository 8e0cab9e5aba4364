import ArgumentParser
import Foundation
import Inference
import Intake
import Spread

/// `Benchmarks spread`: choosing seeds and playing cascades on graphs that anybody can make again.
struct SpreadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spread",
        abstract: "Print what choosing seeds and playing cascades cost, and how far the seeds reach.")

    @Option(help: "org:PEOPLE, rmat:SCALE:EDGEFACTOR or a graph file.")
    var graph: [String] = ["org:100000"]

    @Option(help: "Seeds to choose.")
    var k = 50

    @Option(help: "Distance to the guaranteed ratio 1 − 1/e.")
    var epsilon = 0.1

    @Option(help: "Times each is done, with seeds of the generator 1, 2, 3 and so on; medians are printed.")
    var times = 5

    @Option(help: "Threads.")
    var threads = 1

    @Option(help: "ic or lt.")
    var model = "ic"

    @Option(help: "Forward runs that check the seeds.")
    var runs = 2000

    func run() throws {
        let table = FigureTable([
            "graph", "CPU s", "least", "most", "sets", "reach", "±", "M arcs/s", "peak MiB",
        ])
        for name in graph {
            let graph = try BenchmarkGraphs.graph(name)
            try measure(name, graph, table)
        }
    }

    private func measure(_ name: String, _ graph: Graph, _ table: FigureTable) throws {
        let model: CascadeModel = model == "lt" ? .linearThreshold : .independentCascade
        let crew = threads == 1 ? Crew.alone : Crew(workers: threads, each: Concurrently.each)
        let problem = SeedProblem(graph: graph, model: model, chance: .weightedCascade, seeds: k)
        var costs: [(cpu: Double, choice: SeedChoice)] = []
        for seed in 1...times {
            let before = ResourceUse.now.cpuSeconds
            let choice = SeedSearch.choose(
                problem, effort: .init(epsilon: epsilon), seed: UInt64(seed), crew: crew)
            costs.append((ResourceUse.now.cpuSeconds - before, choice))
        }
        costs.sort { $0.cpu < $1.cpu }
        let peak = ResourceUse.now.peakMebibytes
        let reaches = costs.map { cost in
            ReachEstimate.simulate(
                graph: graph, model: model, chance: .weightedCascade, seeds: cost.choice.seeds, runs: runs,
                seed: 9, crew: crew)
        }
        let before = ResourceUse.now.cpuSeconds
        let again = ReachEstimate.simulate(
            graph: graph, model: model, chance: .weightedCascade, seeds: costs[0].choice.seeds, runs: runs,
            seed: 10)
        let cost = ResourceUse.now.cpuSeconds - before
        let sorted = reaches.map(\.mean).sorted()
        table.row([
            name, FigureTable.number(costs[times / 2].cpu, decimals: 4),
            FigureTable.number(costs[0].cpu, decimals: 4),
            FigureTable.number(costs[times - 1].cpu, decimals: 4),
            "\(costs.map(\.choice.samples).sorted()[times / 2])",
            "\(Int(sorted[0]))/\(Int(sorted[times / 2]))/\(Int(sorted[times - 1]))",
            FigureTable.number(reaches[0].halfWidth ?? 0, decimals: 1),
            FigureTable.number(Double(again.arcVisits) / cost / 1e6, decimals: 0),
            FigureTable.number(peak, decimals: 0),
        ])
    }
}
