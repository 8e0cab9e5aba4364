/// Chooses what may stand beside each other.
enum SafeSelection {
    /// The longest safe choice that prefers what comes first.
    ///
    /// Takes candidates in order and keeps each whose addition leaves everything safe; blocks are
    /// tried whole and halved only where they fail, so few refusals cost few audits. What is left
    /// out is what comes last: the smallest loss. Since a refused candidate stays refused when more
    /// is published, nothing left out could be added back.
    /// - Parameter order: Candidates, most valuable first.
    /// - Parameter isSafe: The audit; adding to an unsafe choice must never make it safe.
    /// - Complexity: O(r log m) audits for r refusals among m candidates.
    static func choose(_ order: [Int], isSafe: ([Int]) -> Bool) -> [Int] {
        var accepted: [Int] = []
        func add(_ block: ArraySlice<Int>) {
            if block.isEmpty { return }
            if isSafe(accepted + block) {
                accepted += block
            } else if block.count > 1 {
                let middle = block.startIndex + block.count / 2
                add(block[..<middle])
                add(block[middle...])
            }
        }
        add(order[...])
        return accepted
    }
}
