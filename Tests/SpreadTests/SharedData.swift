import Foundation
import Spread

/// The classic diffusion data beside the project; nil, with a word on the console, where they are absent.
struct ClassicData {
    let name: String
    let graph: Graph
    let valued: Graph
    let history: AdoptionHistory
    let groups: [Int]
    let nodes: [[String: String]]
    let measures: [[String: String]]
    let summary: [[String: String]]

    init?(_ name: String) {
        let folder = Self.folder
        func rows(_ part: String) -> [[String: String]]? {
            guard let file = folder?.appending(path: "\(name)_\(part).csv"),
                let text = try? String(contentsOf: file, encoding: .utf8)
            else { return nil }
            let lines = text.split(whereSeparator: \.isNewline).map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
        }
        guard let edges = rows("edges"), let nodes = rows("nodes"), let measures = rows("measures"),
            let summary = rows("summary")
        else {
            print(
                "Skipped: no classic diffusion data beside the project (../shared/diffusion-data/\(name)_*.csv)."
            )
            return nil
        }
        let arcs = edges.map { (Int($0["source"]!)! - 1, Int($0["target"]!)! - 1) }
        let first = Int(summary[0]["period"]!)!
        self.name = name
        self.nodes = nodes
        self.measures = measures
        self.summary = summary
        graph = Graph(nodes: nodes.count, arcs: arcs, isDirected: true)
        valued = Graph(
            nodes: nodes.count, arcs: arcs, weights: edges.map { Double($0["weight"]!)! }, isDirected: true)
        history = AdoptionHistory(
            period: nodes.map { Int($0["time_of_adoption"]!)! - first }, periods: summary.count)
        groups = nodes.map { Int($0["group"]!) ?? 0 }
    }

    /// A column of numbers, nil where the file has none.
    static func column(_ name: String, of rows: [[String: String]]) -> [Double?] {
        rows.map { Double($0[name]!) }
    }

    /// The nearest `shared/diffusion-data` beside the package or beside a folder that holds it.
    static let folder: URL? = {
        var place = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        for _ in 0..<3 {
            place.deleteLastPathComponent()
            let folder = place.appending(path: "shared/diffusion-data")
            if FileManager.default.fileExists(atPath: folder.path()) { return folder }
        }
        return nil
    }()

    static let names = ["medinnovations", "kfamily", "brfarmers"]
}

/// The largest absolute difference of two columns; nil if one has a number where the other has none.
func largestDifference(_ one: [Double?], _ other: [Double?]) -> Double? {
    guard one.count == other.count else { return nil }
    var largest = 0.0
    for (left, right) in zip(one, other) {
        switch (left, right) {
        case (nil, nil): continue
        case (let left?, let right?): largest = max(largest, abs(left - right))
        default: return nil
        }
    }
    return largest
}
