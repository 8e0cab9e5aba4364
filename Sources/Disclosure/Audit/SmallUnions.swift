/// Finds groups under the minimum whose total stands still.
///
/// A group under the minimum is a union of few small atoms. Every single atom, every pair, and,
/// where not too many atoms are small, every three and four are looked at.
struct SmallUnions {
    let sizes: [Int]
    let minimum: Int
    /// Atoms to look at, ascending: those under the minimum.
    let small: [Int]
    let isDeep: Bool

    /// - Parameter deepUpTo: Largest number of small atoms for which threes and fours are looked at too.
    init(sizes: [Int], minimum: Int, deepUpTo: Int) {
        self.sizes = sizes
        self.minimum = minimum
        small = sizes.indices.filter { sizes[$0] < minimum }
        isDeep = small.count <= deepUpTo
    }

    /// The first unions, at most `limit`, over which the weights add to zero, smallest unions first.
    ///
    /// - Parameters:
    ///   - weight: One number an atom; sums wrap or fold as `add` says.
    ///   - add: Addition in the weights' arithmetic.
    ///   - negative: Negation in the weights' arithmetic.
    /// - Complexity: O(small), and O(small²) hash look-ups where threes and fours are looked at.
    func standingStill(
        limit: Int, weight: [UInt64], add: (UInt64, UInt64) -> UInt64, negative: (UInt64) -> UInt64
    ) -> [[Int]] {
        var found: [[Int]] = []
        for atom in small where weight[atom] == 0 {
            found.append([atom])
            if found.count >= limit { return found }
        }
        if !found.isEmpty { return found }
        let places = Places(of: small, weight: weight)
        for atom in small {
            for other in places.atoms(weighing: negative(weight[atom])) where other > atom {
                if sizes[atom] + sizes[other] >= minimum { continue }
                found.append([atom, other])
                if found.count >= limit { return found }
            }
        }
        if !found.isEmpty || !isDeep { return found }
        var pairs: [UInt64: [(Int, Int)]] = [:]
        for (index, first) in small.enumerated() {
            for second in small[(index + 1)...] where sizes[first] + sizes[second] + 1 < minimum {
                let sum = add(weight[first], weight[second])
                for third in places.atoms(weighing: negative(sum))
                where third > second && sizes[first] + sizes[second] + sizes[third] < minimum {
                    found.append([first, second, third])
                    if found.count >= limit { return found }
                }
                let size = sizes[first] + sizes[second]
                for (third, fourth) in pairs[negative(sum)] ?? []
                where third != first && third != second && fourth != first && fourth != second
                    && size + sizes[third] + sizes[fourth] < minimum
                {
                    found.append([first, second, third, fourth].sorted())
                    if found.count >= limit { return found }
                }
                pairs[sum, default: []].append((first, second))
            }
        }
        return found
    }
}

extension SmallUnions {
    /// Atoms by their weight, without a list a weight: most weights are one atom's alone.
    private struct Places {
        private var first: [UInt64: Int32] = [:]
        /// The next atom of the same weight, by place in `atoms`; −1: none.
        private var next: [Int32]
        private let atoms: [Int]

        init(of atoms: [Int], weight: [UInt64]) {
            self.atoms = atoms
            next = [Int32](repeating: -1, count: atoms.count)
            first.reserveCapacity(atoms.count)
            for place in atoms.indices.reversed() {
                if let later = first.updateValue(Int32(place), forKey: weight[atoms[place]]) {
                    next[place] = later
                }
            }
        }

        /// The atoms of a weight, ascending.
        func atoms(weighing weight: UInt64) -> [Int] {
            guard let head = first[weight] else { return [] }
            var found: [Int] = []
            var place = head
            while place >= 0 {
                found.append(atoms[Int(place)])
                place = next[Int(place)]
            }
            return found
        }
    }
}
