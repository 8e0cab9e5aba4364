import ArgumentParser
import Foundation
import Inference
import Intake
import Spread

/// `Benchmarks cascades`: cascades from the people with most contacts, played forward by each engine.
struct CascadesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cascades",
        abstract: "Print what playing cascades forward costs: one at a time, sixty-four at once, thresholds.",
        discussion: """
            Seeds are the --k people with most contacts, the same for every engine and for other codes beside ours. \
            Arcs counted are those out of everybody reached, in every run. With --json one line an engine, for scripts.
            """)

    enum Engine: String, ExpressibleByArgument, CaseIterable { case ic, together, lt }

    @Option(help: "org:PEOPLE, rmat:SCALE:EDGEFACTOR or a graph file.")
    var graph = "org:100000"

    @Option(help: "ic (one at a time), together (sixty-four at once), lt (linear threshold); all by default.")
    var engine: [Engine] = Engine.allCases

    @Option(help: "wc (one over the arcs into a person) or a probability for every arc.")
    var chance = "wc"

    @Option(help: "Seeds.")
    var k = 50

    @Option(help: "Runs.")
    var runs = 512

    @Option(help: "Times each is done; the median is printed.")
    var times = 3

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let graph = try BenchmarkGraphs.graph(graph)
        let arcs: ArcChance = Double(chance).map { .uniform($0) } ?? .weightedCascade
        let seeds = Array(
            (0..<graph.nodeCount).sorted { (graph.degree(of: $1), $0) < (graph.degree(of: $0), $1) }
                .prefix(k))
        let table = json ? nil : FigureTable(["engine", "CPU s", "M arcs/s", "reach", "±", "runs"])
        for engine in engine {
            var costs: [(cpu: Double, estimate: ReachEstimate)] = []
            for seed in 1...UInt64(times) {
                let before = ResourceUse.now.cpuSeconds
                let estimate: ReachEstimate
                switch engine {
                case .ic, .lt:
                    estimate = ReachEstimate.simulate(
                        graph: graph, model: engine == .lt ? .linearThreshold : .independentCascade,
                        chance: arcs, seeds: seeds, runs: runs, seed: seed)
                case .together:
                    estimate = ReachEstimate.simulateTogether(
                        graph: graph, chance: arcs, seeds: seeds, runs: runs, seed: seed)
                }
                costs.append((ResourceUse.now.cpuSeconds - before, estimate))
            }
            costs.sort { $0.cpu < $1.cpu }
            let (cpu, estimate) = costs[times / 2]
            let rate = Double(estimate.arcVisits) / cpu
            if json {
                print(
                    "{\"engine\":\"\(engine.rawValue)\",\"cpuSeconds\":\(cpu),\"runs\":\(estimate.runs),\"arcsPerSecond\":\(rate),\"reach\":\(estimate.mean),\"halfWidth\":\(estimate.halfWidth ?? 0)}"
                )
            }
            table?.row([
                engine.rawValue, FigureTable.number(cpu, decimals: 3),
                FigureTable.number(rate / 1e6, decimals: 0),
                FigureTable.number(estimate.mean, decimals: 1),
                FigureTable.number(estimate.halfWidth ?? 0, decimals: 1), "\(estimate.runs)",
            ])
        }
    }
}
