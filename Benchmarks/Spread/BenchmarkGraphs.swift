import ArgumentParser
import Foundation
import Intake
import Spread

/// Graphs by name: made here, or read from a file.
enum BenchmarkGraphs {
    /// `org:PEOPLE`, `rmat:SCALE:EDGEFACTOR`, each with seed 1, or the path of a graph file.
    static func graph(_ name: String) throws -> Graph {
        let parts = name.split(separator: ":")
        let numbers = parts.dropFirst().compactMap { Int($0) }
        switch (parts.first, numbers.count) {
        case ("org", 1): return HashedGraph.organization(people: numbers[0], seed: 1)
        case ("rmat", 2):
            return HashedGraph.recursiveMatrix(scale: numbers[0], edgeFactor: numbers[1], seed: 1)
        default:
            let text = try GraphText(reading: CaseFile(atPath: name))
            return Graph(rows: text.starts, ends: text.ends)
        }
    }
}
