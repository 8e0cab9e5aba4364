/// Numbers modulo the prime 2^61 − 1.
enum Residue {
    static let prime: UInt64 = (1 << 61) - 1

    static func add(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let sum = a + b
        return sum >= prime ? sum - prime : sum
    }

    static func negative(_ a: UInt64) -> UInt64 { a == 0 ? 0 : prime - a }

    static func multiply(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        // 2^61 is 1 here: fold everything above bit 61 back in.
        let folded = (product.low & prime) + ((product.high << 3) | (product.low >> 61))
        return folded >= prime ? folded - prime : folded
    }

    /// The inverse by Fermat; 0 has none.
    static func inverse(_ a: UInt64) -> UInt64 {
        var result: UInt64 = 1
        var base = a
        var exponent = prime - 2
        while exponent > 0 {
            if exponent & 1 == 1 { result = multiply(result, base) }
            base = multiply(base, base)
            exponent >>= 1
        }
        return result
    }

    /// A fixed, well mixed number for a place: the audit uses no randomness from outside.
    static func mixed(_ place: Int) -> UInt64 {
        var word = (UInt64(truncatingIfNeeded: place) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return (word ^ (word >> 31)) % (prime - 1) + 1
    }
}

/// What can be worked out linearly from published totals: the row space of groups over atoms.
///
/// A group that is no combination of the published ones has some change of the atoms' totals that
/// leaves everything published as it is and changes the group. `shadow` is one such change with
/// mixed coefficients: a group's total follows from the published ones exactly if the shadow adds
/// to zero over its atoms.
///
/// Exactness: a sum of zero where nothing can be worked out has a chance of about 2^-61 and only
/// withholds too much. The other error needs the prime to divide a minor of the 0/1 matrix, which
/// is impossible up to 35 groups (Hadamard's bound) and implausible beyond; shares are verified
/// besides, world by world, in `BoundsAudit`.
struct RowSpace {
    /// Shape (atoms), modulo the prime; zero for every atom whose total can be worked out.
    let shadow: [UInt64]
    /// Number of published groups that say something of their own.
    let rank: Int

    /// The row space of some groups of a system.
    ///
    /// - Parameter published: Indices of the published groups.
    /// - Complexity: O(groups² / 64) tests plus O(fill) arithmetic; teams that do not overlap cause
    ///   hardly any fill, so 8,000 teams beside roles and layers take milliseconds.
    /// - Source: Gaussian elimination; the test by a mixed kernel vector is Freivalds' idea (1977).
    init(_ system: SetSystem, published: [Int]) {
        // Small groups first: large ones then meet all pivots as one dense row.
        let order = published.sorted {
            (system.atomsOfSet[$0].count, $0) < (system.atomsOfSet[$1].count, $1)
        }
        var elimination = Elimination(columns: system.sizes.count, rows: order.count)
        for set in order { elimination.add(system.atomsOfSet[set]) }
        shadow = elimination.kernelVector()
        rank = elimination.rank
    }
}
