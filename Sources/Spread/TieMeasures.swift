/// A score of how believers and others are tied to each other.
///
/// A directed graph is read as given: who names whom. Where a tie is to count alike whoever named it, pass
/// `graph.symmetric`; the two readings differ (Guides/Methods/EchoChamber.md). Formulas count arcs: an undirected tie counts from both ends, which leaves every score what it is by ties.
public enum TieMeasure: Int, Hashable, Sendable, CaseIterable {
    /// (E − I)/(E + I) over ties outside and inside one's own side; −1 when all ties stay inside.
    ///
    /// Source: Krackhardt & Stern (1988), doi:10.2307/2786835.
    case externalInternal
    /// Coleman's homophily of believers, −1...1.
    ///
    /// With s ties inside, t ties sent and e = t(n_k − 1)/(n − 1): (s − e)/(t − e) if s ≥ e, else (s − e)/e.
    /// Source: Coleman (1958), doi:10.17730/humo.17.4.q5604m676260q8n7.
    case colemanBelievers
    /// Coleman's homophily of the others.
    case colemanOthers
    /// Newman's assortativity, (Σ e_kk − Σ a_k b_k)/(1 − Σ a_k b_k).
    ///
    /// Source: Newman (2003), doi:10.1103/PhysRevE.67.026126.
    case assortativity
    /// Inbreeding homophily of believers, (H − w)/(1 − w) with H the share of their ties that stay inside and w their
    /// share of all people.
    ///
    /// Source: Currarini, Jackson & Pin (2009), doi:10.3982/ECTA7528.
    case inbreedingBelievers
    /// Inbreeding homophily of the others.
    case inbreedingOthers
    /// Odds of a tie inside a side over odds of a tie across.
    case oddsRatio
    /// Mean share of believers among the neighbours of others.
    case exposureOfOthers
    /// Mean share of believers among the neighbours of believers.
    case exposureOfBelievers
    /// Share of others with neighbours but no believer among them.
    case unexposedOthers
    /// Share of others with neighbours who have fewer than two believers among them.
    case fewerThanTwo
    /// Random-walk controversy; see `RandomWalkControversy`.
    case controversy

    /// The scores that need one pass over the ties: all but `controversy`.
    public static let counted = allCases.filter { $0 != .controversy }
}

/// The scores of one labelling of one graph.
public enum TieMeasures {
    /// The asked scores, in the order asked; nil where a score is not defined.
    ///
    /// Undefined are: any score of a graph without arcs; Coleman and inbreeding of a side that sends no tie or is
    /// everybody or nobody; assortativity when all arcs end on one side; exposure of an empty side; the odds ratio
    /// when a tie is impossible or certain on either count.
    /// - Parameter believers: who believes, shape (nodes).
    /// - Complexity: O(nodes + arcs), and as said there for `controversy`.
    public static func values(
        _ measures: [TieMeasure], graph: Graph, believers: [Bool]
    ) -> [Double?] {
        precondition(believers.count == graph.nodeCount, "one mark a node")
        let counts = TieCounts(graph: graph, believers: believers)
        return measures.map { measure in
            if measure == .controversy {
                return RandomWalkControversy.value(graph: graph, believers: believers)
            }
            return counts.value(of: measure)
        }
    }

    /// One score; nil where it is not defined.
    public static func value(_ measure: TieMeasure, graph: Graph, believers: [Bool]) -> Double? {
        values([measure], graph: graph, believers: believers)[0]
    }

    /// What (E − I)/(E + I) is on average when the same number of believers stand at random nodes.
    ///
    /// Exact for every graph: each arc is outside with probability 2 n₁n₀/(n(n − 1)). Nil below two nodes.
    public static func expectedExternalInternal(people: Int, believers: Int) -> Double? {
        guard people > 1 else { return nil }
        let outside = 2 * Double(believers) * Double(people - believers)
        return 2 * outside / (Double(people) * Double(people - 1)) - 1
    }

    /// (E − I)/(E + I) of any grouping, for example teams; nil without arcs.
    public static func externalInternal(graph: Graph, groups: [Int]) -> Double? {
        precondition(groups.count == graph.nodeCount, "one group a node")
        guard graph.arcCount > 0 else { return nil }
        var outside = 0
        for node in 0..<graph.nodeCount {
            for arc in graph.arcs(of: node) where groups[graph.end(at: arc)] != groups[node] { outside += 1 }
        }
        return Double(2 * outside - graph.arcCount) / Double(graph.arcCount)
    }
}

/// Everything the counting scores need, taken in one pass over the arcs.
struct TieCounts {
    private let nodes: Double
    /// Nodes on each side; 0 others, 1 believers.
    private var side = [0.0, 0.0]
    /// Arcs from side to side, at index 2 × from + to.
    private var arcs = [0.0, 0.0, 0.0, 0.0]
    /// Sum of exposures and people with neighbours, by side.
    private var exposure = [0.0, 0.0]
    private var exposed = [0.0, 0.0]
    private var unexposed = 0.0
    private var few = 0.0

    init(graph: Graph, believers: [Bool]) {
        nodes = Double(graph.nodeCount)
        for node in 0..<graph.nodeCount {
            let own = believers[node] ? 1 : 0
            side[own] += 1
            let row = graph.arcs(of: node)
            if row.isEmpty { continue }
            var seen = 0
            for arc in row where believers[graph.end(at: arc)] { seen += 1 }
            arcs[2 * own + 1] += Double(seen)
            arcs[2 * own] += Double(row.count - seen)
            exposure[own] += Double(seen) / Double(row.count)
            exposed[own] += 1
            if own == 0 {
                if seen == 0 { unexposed += 1 }
                if seen < 2 { few += 1 }
            }
        }
    }

    /// One score; nil where it is not defined.
    func value(of measure: TieMeasure) -> Double? {
        let all = arcs[0] + arcs[1] + arcs[2] + arcs[3]
        guard all > 0 else { return nil }
        let inside = arcs[0] + arcs[3]
        switch measure {
        case .externalInternal: return (all - 2 * inside) / all
        case .colemanBelievers: return coleman(1)
        case .colemanOthers: return coleman(0)
        case .assortativity:
            let sent = [(arcs[0] + arcs[1]) / all, (arcs[2] + arcs[3]) / all]
            let received = [(arcs[0] + arcs[2]) / all, (arcs[1] + arcs[3]) / all]
            let chance = sent[0] * received[0] + sent[1] * received[1]
            return chance < 1 ? (inside / all - chance) / (1 - chance) : nil
        case .inbreedingBelievers: return inbreeding(1)
        case .inbreedingOthers: return inbreeding(0)
        case .oddsRatio:
            let insideRoom = side[0] * (side[0] - 1) + side[1] * (side[1] - 1)
            let outside = all - inside
            let outsideRoom = 2 * side[0] * side[1]
            guard inside < insideRoom, outside > 0, outside < outsideRoom else { return nil }
            return (inside / (insideRoom - inside)) / (outside / (outsideRoom - outside))
        case .exposureOfOthers: return exposed[0] > 0 ? exposure[0] / exposed[0] : nil
        case .exposureOfBelievers: return exposed[1] > 0 ? exposure[1] / exposed[1] : nil
        case .unexposedOthers: return exposed[0] > 0 ? unexposed / exposed[0] : nil
        case .fewerThanTwo: return exposed[0] > 0 ? few / exposed[0] : nil
        case .controversy: return nil
        }
    }

    /// Coleman's index of one side.
    private func coleman(_ own: Int) -> Double? {
        let sent = arcs[2 * own] + arcs[2 * own + 1]
        let inside = arcs[3 * own]
        let expected = sent * (side[own] - 1) / (nodes - 1)
        guard sent > 0, side[own] < nodes, expected > 0 || inside >= expected else { return nil }
        return inside >= expected ? (inside - expected) / (sent - expected) : (inside - expected) / expected
    }

    /// Inbreeding homophily of one side.
    private func inbreeding(_ own: Int) -> Double? {
        let sent = arcs[2 * own] + arcs[2 * own + 1]
        let share = side[own] / nodes
        guard sent > 0, share < 1 else { return nil }
        return (arcs[3 * own] / sent - share) / (1 - share)
    }
}
