import Inference
import Spread
import Testing

@Suite struct `Classic diffusion measures` {
    @Test func `a chain of three, by hand`() {
        // 2 names 1, 1 names 0; they adopt in turn; 3 names everybody and never adopts.
        let graph = Graph(nodes: 4, arcs: [(1, 0), (2, 1), (3, 0), (3, 1), (3, 2)], isDirected: true)
        let history = AdoptionHistory(period: [0, 1, 2, nil], periods: 4)
        #expect(history.adoptions == [1, 1, 1, 0])
        #expect(history.cumulative == [1, 2, 3, 3])
        #expect(history.hazard == [0, 1.0 / 3, 1.0 / 2, 0])
        #expect(history.exposure(graph: graph, at: 1) == [0, 1, 1, 2.0 / 3])
        #expect(history.thresholds(graph: graph) == [0, 1, 1, nil])
        #expect(history.infection(graph: graph) == [1, 1, 0, 0])
        #expect(history.susceptibility(graph: graph) == [0, 1, 1, 0])
        #expect(history.cumulativeMatrix[2] == [true, true, true, false])
    }

    @Test(arguments: ClassicData.names)
    func `exposure, thresholds, infection and susceptibility are those of the reference package`(
        _ name: String
    ) {
        guard let data = ClassicData(name) else { return }
        let history = data.history
        let middle = data.summary.count / 2
        func check(_ values: [Double], _ rows: [[String: String]], _ column: String) {
            let difference = largestDifference(values, ClassicData.column(column, of: rows))
            #expect(difference != nil && difference! < 1e-9, "\(name) \(column)")
        }
        check(history.exposure(graph: data.graph, at: 0), data.measures, "exposure_first")
        check(history.exposure(graph: data.graph, at: middle), data.measures, "exposure_mid")
        check(history.exposure(graph: data.graph, at: history.periods - 1), data.measures, "exposure_last")
        check(history.infection(graph: data.graph), data.measures, "infection")
        check(history.susceptibility(graph: data.graph), data.measures, "susceptibility")
        check(history.thresholds(graph: data.graph).compactMap { $0 }, data.nodes, "threshold")
        check(history.hazard, data.summary, "hazard")
        check(history.cumulative.map { Double($0) }, data.summary, "cum_adopt")
    }

    @Test(arguments: [
        ("medinnovations", 125, 294, 18, 0.566, 0.6667, 0.0, 1.0, 0.007790, 0.013608, 0.4595, 0.9120),
        ("kfamily", 1047, 4999, 11, 0.5845, 0.625, 0.2, 1.0, 0.000757, 0.001784, 0.3906, 0.9608),
        ("brfarmers", 692, 1854, 21, 0.6137, 0.6667, 0.25, 1.0, 0.001415, 0.002254, 0.1117, 0.9061),
    ])
    func `summaries match the published run`(
        _ row: (String, Int, Int, Int, Double, Double, Double, Double, Double, Double, Double, Double)
    ) {
        guard let data = ClassicData(row.0) else { return }
        #expect(data.graph.nodeCount == row.1)
        #expect(data.graph.arcCount == row.2)
        #expect(data.history.periods == row.3)
        let thresholds = data.history.thresholds(graph: data.graph).compactMap { $0 }.sorted()
        func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
        func quartile(_ share: Double) -> Double {
            let place = share * Double(thresholds.count - 1)
            let low = thresholds[Int(place)]
            return low + (place - place.rounded(.down)) * (thresholds[Int(place.rounded(.up))] - low)
        }
        #expect(abs(mean(thresholds) - row.4) < 5e-5)
        #expect(abs(quartile(0.5) - row.5) < 5e-5)
        #expect(abs(quartile(0.25) - row.6) < 1e-9)
        #expect(abs(quartile(0.75) - row.7) < 1e-9)
        #expect(abs(mean(data.history.infection(graph: data.graph)) - row.8) < 5e-7)
        #expect(abs(mean(data.history.susceptibility(graph: data.graph)) - row.9) < 5e-7)
        #expect(abs(mean(data.history.exposure(graph: data.graph, at: 4)) - row.10) < 5e-5)
        let last = data.history.periods - 1
        #expect(abs(mean(data.history.exposure(graph: data.graph, at: last)) - row.11) < 5e-5)
    }

    @Test func `the mean threshold of the physicians is what rewired ties give too`() throws {
        guard let data = ClassicData("medinnovations") else { return }
        var random = RandomSource(seed: 1)
        let test = try #require(
            StructureTest.meanThreshold(history: data.history, graph: data.graph, draws: 400, using: &random))
        print("structure test: observed \(test.observed), expected \(test.mean), p \(test.pTwoSided)")
        #expect(abs(test.observed - 0.5660) < 5e-5)
        // The reference run: expected .5562 over 200 rewirings, p .66; both are random numbers.
        #expect(abs(test.mean - 0.5562) < 0.006)
        #expect(test.pTwoSided > 0.4)
    }
}

@Suite struct `Moran's index` {
    @Test func `neighbours alike give one, neighbours opposed minus one`() throws {
        let pairs = Graph(nodes: 8, undirectedEdges: [(0, 1), (2, 3), (4, 5), (6, 7)])
        let alike = try #require(Moran([1, 1, 0, 0, 1, 1, 0, 0], weights: pairs))
        #expect(abs(alike.value - 1) < 1e-12)
        let opposed = try #require(Moran([1, 0, 1, 0, 1, 0, 1, 0], weights: pairs))
        #expect(abs(opposed.value - -1) < 1e-12)
        #expect(alike.expected == -1.0 / 7)
    }

    @Test func `mean and standard deviation are those over all orders of the values`() throws {
        let graph = Graph(nodes: 6, arcs: [(0, 1), (1, 2), (2, 0), (3, 0), (4, 1), (4, 3)], isDirected: true)
        let values = [3.0, 1, 4, 1, 5, 9]
        var all: [Double] = []
        func permute(_ left: [Double], _ chosen: [Double]) {
            if left.isEmpty { all.append(Moran(chosen, weights: graph)!.value) }
            for index in left.indices {
                var rest = left
                let next = rest.remove(at: index)
                permute(rest, chosen + [next])
            }
        }
        permute(values, [])
        let mean = all.reduce(0, +) / Double(all.count)
        let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
        let moran = try #require(Moran(values, weights: graph))
        #expect(all.count == 720)
        #expect(abs(mean - moran.expected) < 1e-12)
        #expect(abs(variance.squareRoot() - moran.sd!) < 1e-12)
    }

    @Test func `is not defined without ties, and has no spread where nothing varies`() throws {
        #expect(Moran([1, 2, 3, 4], weights: Graph(nodes: 4, arcs: [], isDirected: true)) == nil)
        let flat = try #require(
            Moran([1, 1, 1, 1], weights: Graph(nodes: 4, undirectedEdges: [(0, 1), (2, 3)])))
        #expect(flat.value == 0 && flat.sd == nil && flat.p == nil)
    }

    @Test(arguments: ClassicData.names)
    func `on inverse distances it is that of the reference summary`(_ name: String) {
        guard let data = ClassicData(name) else { return }
        let weights = Geodesics.inverseDistances(graph: data.graph, steps: 6)
        var found: [Moran] = []
        for period in 0..<data.history.periods {
            found.append(Moran(data.history.adopted(by: period).map { $0 ? 1 : 0 }, weights: weights)!)
        }
        for (column, values) in [
            ("moran_obs", found.map { $0.value as Double? }),
            ("moran_exp", found.map { $0.expected as Double? }),
            ("moran_sd", found.map(\.sd)), ("moran_pval", found.map(\.p)),
        ] {
            let difference = largestDifference(values, ClassicData.column(column, of: data.summary))
            #expect(difference != nil && difference! < 1e-9, "\(name) \(column)")
        }
    }

    @Test(arguments: [
        (3, 0.001489, 0.075755, 0.900), (9, 0.033182, 0.076047, 0.588), (15, 0.097426, 0.075095, 0.160),
    ])
    func `on the ties themselves it is that of the reference run`(_ row: (Int, Double, Double, Double)) throws
    {
        guard let data = ClassicData("medinnovations") else { return }
        let moran = try #require(
            Moran(data.history.adopted(by: row.0 - 1).map { $0 ? 1 : 0 }, weights: data.valued))
        #expect(abs(moran.value - row.1) < 5e-7)
        #expect(abs(try #require(moran.sd) - row.2) < 5e-7)
        #expect(abs(try #require(moran.p) - row.3) < 5e-4)
    }
}
