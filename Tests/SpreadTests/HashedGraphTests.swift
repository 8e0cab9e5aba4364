import Spread
import Testing

@Suite struct `A hashed graph` {
    @Test(arguments: [
        (10_000, 182_744, 0xa426_ad3a_77ae_bcfd as UInt64), (100_000, 1_826_292, 0x030a_ecab_1f7f_90c7),
    ])
    func `of an organisation is the same bit for bit as in other languages`(
        people: Int, arcs: Int, check: UInt64
    ) {
        let graph = HashedGraph.organization(people: people, seed: 1)
        #expect(graph.arcCount == arcs)
        #expect(HashedGraph.checkValue(of: graph) == check)
        #expect(!graph.isDirected)
    }

    @Test func `of a recursive matrix is the same bit for bit as in other languages`() {
        let graph = HashedGraph.recursiveMatrix(scale: 17, edgeFactor: 8, seed: 1)
        #expect(graph.arcCount == 999_621)
        #expect(HashedGraph.checkValue(of: graph) == 0x46b6_3326_72eb_6ab3)
    }

    @Test func `of another seed is another graph`() {
        let one = HashedGraph.organization(people: 500, seed: 1)
        let other = HashedGraph.organization(people: 500, seed: 2)
        #expect(HashedGraph.checkValue(of: one) != HashedGraph.checkValue(of: other))
    }
}
