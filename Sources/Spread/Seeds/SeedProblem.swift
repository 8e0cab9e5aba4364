/// Whom experience could be given to first, so that it reaches as many people as possible.
public struct SeedProblem: Hashable, Sendable {
    /// Along whose arcs experience passes, from source to end.
    public var graph: Graph
    /// How it passes.
    public var model: CascadeModel
    /// With what probability it passes along an arc.
    public var chance: ArcChance
    /// People to choose, at least one.
    public var seeds: Int
    /// People who have the experience today; they count as reached and are never chosen.
    public var users: [Int]
    /// Who may be chosen, shape (nodes); nil for everybody.
    public var candidates: [Bool]?
    /// Whose being reached counts; nil for everybody. A person named twice counts twice.
    public var targets: [UInt32]?

    /// A choice of a number of seeds among all nodes, nobody being a user yet.
    public init(graph: Graph, model: CascadeModel, chance: ArcChance, seeds: Int) {
        precondition(seeds >= 1, "choose at least one seed")
        self.graph = graph
        self.model = model
        self.chance = chance
        self.seeds = seeds
        users = []
        candidates = nil
        targets = nil
    }

    /// How many people, counted as often as `targets` names them, there are to be reached.
    public var targetCount: Int { targets?.count ?? graph.nodeCount }

    /// Whether a person may be chosen; shape (nodes).
    var eligible: [Bool] {
        var marks = candidates ?? [Bool](repeating: true, count: graph.nodeCount)
        for user in users { marks[user] = false }
        return marks
    }
}
