import Disclosure
import Measures
import Rollout

/// Somebody who knows the roster, the rules and everything published, and works backwards.
///
/// Written apart from the room on purpose: own atoms, own elimination in fractions, own enumeration.
struct Attacker {
    /// Sizes of the classes of people nobody outside can tell apart.
    let sizes: [Int]
    /// Published groups, as a 0/1 row over the classes, with the counts the figure allows.
    let rows: [(mask: [Int], counts: Set<Int>)]
    /// Every group of the organisation, published or not.
    let groups: [[Int]]

    init(_ world: World, _ released: [Disclosed<Measured<PublishedEstimate>>]) {
        var classes: [[Bool]: Int] = [:]
        var sizes: [Int] = []
        var masks: [[Int]] = world.groups.map { _ in [] }
        for person in world.groups[0].people.people {
            let signature = world.groups.map { $0.people.contains(person) }
            if let known = classes[signature] {
                sizes[known] += 1
            } else {
                classes[signature] = sizes.count
                sizes.append(1)
                for group in world.groups.indices { masks[group].append(signature[group] ? 1 : 0) }
            }
        }
        self.sizes = sizes
        groups = masks
        rows = world.groups.indices.compactMap { index in
            guard let figure = released[index].figure else { return nil }
            return (masks[index], Attacker.counts(of: figure, people: world.groups[index].people.count))
        }
    }

    /// All counts that would have been printed like this.
    static func counts(of figure: PublishedEstimate, people n: Int) -> Set<Int> {
        Set(
            (0...n).filter { count in
                let share = Double(count) / Double(n)
                if n >= 20 || figure.precision == .exact { return figure.value == share }
                if count <= 1 { return figure.precision == .band("hardly anybody") }
                if count >= n - 1 { return figure.precision == .band("nearly everybody") }
                let steps = (share * 20).rounded(.toNearestOrAwayFromZero)
                return figure.precision == .fivePoints && abs(figure.value - steps / 20) < 1e-12
            })
    }

    /// Unions of classes with fewer than five people.
    func smallUnions() -> [[Int]] {
        var unions: [[Int]] = []
        func grow(_ union: [Int], from start: Int, size: Int) {
            if !union.isEmpty { unions.append(union) }
            for next in start..<sizes.count where size + sizes[next] < 5 {
                grow(union + [next], from: next + 1, size: size + sizes[next])
            }
        }
        grow([], from: 0, size: 0)
        return unions
    }

    /// Whether a 0/1 row is a combination of the published ones: elimination in whole numbers.
    func isCombination(_ target: [Int]) -> Bool {
        var basis: [(pivot: Int, row: [Int])] = []
        func reduced(_ row: [Int]) -> [Int] {
            var row = row
            for (pivot, other) in basis where row[pivot] != 0 {
                let (a, b) = (other[pivot], row[pivot])
                for index in row.indices { row[index] = row[index] * a - other[index] * b }
                let divisor = row.reduce(0) { gcd($0, $1) }
                if divisor > 1 { for index in row.indices { row[index] /= divisor } }
            }
            return row
        }
        for (mask, _) in rows {
            let row = reduced(mask)
            if let pivot = row.firstIndex(where: { $0 != 0 }) { basis.append((pivot, row)) }
        }
        return reduced(target).allSatisfy { $0 == 0 }
    }

    private func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : gcd(b, a % b) }

    /// All counts by class that agree with everything published.
    func possibleWorlds() -> [[Int]] {
        var worlds: [[Int]] = []
        var counts = [Int](repeating: 0, count: sizes.count)
        func fill(_ place: Int) {
            if place == sizes.count {
                let fits = rows.allSatisfy { mask, allowed in
                    allowed.contains(zip(mask, counts).reduce(0) { $0 + $1.0 * $1.1 })
                }
                if fits { worlds.append(counts) }
                return
            }
            for count in 0...sizes[place] {
                counts[place] = count
                fill(place + 1)
            }
        }
        fill(0)
        return worlds
    }

    /// What the attacker has learnt; empty where everything held.
    /// - Parameter widest: Most classes of a small union looked at.
    func findings(widest: Int = 4) -> [String] {
        var findings: [String] = []
        let unions = smallUnions().filter { $0.count <= widest }
        for union in unions {
            let row = sizes.indices.map { union.contains($0) ? 1 : 0 }
            if isCombination(row) { findings.append("total of classes \(union) follows from totals") }
        }
        let worlds = possibleWorlds()
        if worlds.isEmpty { findings.append("the truth itself is ruled out") }
        for place in sizes.indices {
            let seen = Set(worlds.map { $0[place] })
            if seen == [0] { findings.append("nobody of class \(place) counts") }
            if seen == [sizes[place]] { findings.append("everybody of class \(place) counts") }
        }
        for union in unions {
            let totals = Set(worlds.map { world in union.reduce(0) { $0 + world[$1] } })
            if totals.count == 1 { findings.append("count of classes \(union) is known") }
        }
        return findings
    }
}
