/// The exact audit against working backwards: which hidden totals follow from the published ones.
struct RecoverabilityAudit {
    let system: SetSystem
    let minimum: Int
    /// Threes and fours of small atoms are looked at up to this many small atoms.
    static let deepUpTo = 120

    /// Whether no hidden group's total follows from the totals of the published groups.
    ///
    /// Hidden groups are the candidates under the minimum, and every union of up to four atoms
    /// with fewer people than the minimum (`SmallUnions` says when only pairs are looked at).
    /// - Complexity: that of `RowSpace` and `SmallUnions`.
    func isSafe(_ published: [Int]) -> Bool {
        let space = RowSpace(system, published: published)
        for set in system.setSizes.indices where (1..<minimum).contains(system.setSizes[set]) {
            let sum = system.atomsOfSet[set].reduce(0) { Residue.add($0, space.shadow[$1]) }
            if sum == 0 { return false }
        }
        return SmallUnions(sizes: system.sizes, minimum: minimum, deepUpTo: RecoverabilityAudit.deepUpTo)
            .standingStill(
                limit: 1, weight: space.shadow, add: Residue.add, negative: Residue.negative
            ).isEmpty
    }
}
