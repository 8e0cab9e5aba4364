/// Chooses what may stand beside each other.
enum SafeSelection {
    /// The longest safe choice that prefers what comes first.
    ///
    /// Takes candidates in order and keeps each whose addition leaves everything safe. The first one that does not is
    /// looked for by halving, the next ones from there on in doubling steps, so few refusals cost few audits.
    /// What is left out is what comes last: the smallest loss. Since a refused candidate stays refused when more
    /// is published, nothing left out could be added back.
    /// - Parameter order: Candidates, most valuable first.
    /// - Parameter isSafe: The audit; adding to an unsafe choice must never make it safe.
    /// - Complexity: O(r log m) audits for r refusals among m candidates.
    static func choose(_ order: [Int], isSafe: ([Int]) -> Bool) -> [Int] {
        var accepted: [Int] = []
        var rest = order[...]
        while !rest.isEmpty, !isSafe(accepted + rest) {
            // The first `safe` candidates of the rest may join, the first `unsafe` may not.
            var safe = 0
            var unsafe = rest.count
            func probe(_ count: Int) {
                if isSafe(accepted + rest.prefix(count)) { safe = count } else { unsafe = count }
            }
            if rest.startIndex > 0 {
                var step = 1
                while step < unsafe, safe < step {
                    probe(step)
                    step *= 2
                }
            }
            while unsafe - safe > 1 { probe(safe + (unsafe - safe) / 2) }
            accepted += rest.prefix(safe)
            rest = rest.dropFirst(unsafe)
        }
        return accepted + rest
    }
}
