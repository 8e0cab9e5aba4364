import ArgumentParser
import Foundation
import Intake
import Spread

/// `Benchmarks graph`: a graph of the benchmarks as a file that other codes can read.
struct GraphCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph",
        abstract:
            "Write a graph of the benchmarks as a text: a line \"nodes arcs\", then a line for each arc.")

    @Argument(help: "org:PEOPLE or rmat:SCALE:EDGEFACTOR.")
    var graph: String

    @Argument(help: "The file to write.", completion: .file())
    var path: String

    func run() throws {
        let graph = try BenchmarkGraphs.graph(graph)
        var text = Array("\(graph.nodeCount) \(graph.arcCount)\n".utf8)
        text.reserveCapacity(graph.arcCount * 14)
        for node in 0..<graph.nodeCount {
            for arc in graph.arcs(of: node) { text += Array("\(node) \(graph.end(at: arc))\n".utf8) }
        }
        try Data(text).write(to: URL(fileURLWithPath: path))
    }
}
