/// A set of ties as numbers, for chains that ask and change it millions of times.
///
/// Open addressing with linear probing over a table that is at most half full; what follows a removed entry
/// moves up, so no marks of removed ones pile up. `UInt64.max`, a loop at the last possible node, is no tie.
///
/// Memory: 16 to 32 bytes a tie. Asking, adding and removing take O(1) on average.
struct TieSet: Sendable {
    private static let free = UInt64.max
    private var slots: [UInt64]
    private let mask: Int

    /// A set with room for a number of ties; more must never be in it at once.
    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = [UInt64](repeating: Self.free, count: size)
        mask = size - 1
    }

    /// The slot of a tie, or the free one where it would go.
    @inline(__always)
    private func slot(of tie: UInt64) -> Int {
        var slot = home(of: tie)
        while slots[slot] != tie && slots[slot] != Self.free { slot = (slot + 1) & mask }
        return slot
    }

    /// Fibonacci hashing after folding, so that ties of one node do not lie side by side.
    @inline(__always)
    private func home(of tie: UInt64) -> Int {
        let mixed = (tie ^ tie >> 32) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 20) & mask
    }

    @inline(__always)
    func contains(_ tie: UInt64) -> Bool { slots[slot(of: tie)] == tie }

    @inline(__always)
    mutating func insert(_ tie: UInt64) { slots[slot(of: tie)] = tie }

    /// Removes a tie; nothing happens where it is not there.
    mutating func remove(_ tie: UInt64) {
        var hole = slot(of: tie)
        guard slots[hole] == tie else { return }
        var next = (hole + 1) & mask
        while slots[next] != Self.free {
            // An entry may move up only to a place between its home and where it stands.
            if (next &- home(of: slots[next])) & mask >= (next &- hole) & mask {
                slots[hole] = slots[next]
                hole = next
            }
            next = (next + 1) & mask
        }
        slots[hole] = Self.free
    }
}
