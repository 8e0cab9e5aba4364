/// Numbers byte strings in the order in which they are first met, without making a `String` of any.
///
/// Open addressing with linear probing, at most half full; bytes are copied once into an arena. Memory is
/// held by hand because every row of a large file comes here several times.
/// - Complexity: O(length) a look-up; memory about 32 bytes an entry beside the bytes themselves.
final class ByteInterner {
    private struct Storage {
        /// Hash in the upper half, number in the lower; all ones where empty.
        var slots: UnsafeMutablePointer<UInt64>
        var mask: Int
        /// Where each string begins in the arena; one more than there are strings.
        var starts: UnsafeMutablePointer<Int>
        var startCapacity: Int
        var arena: UnsafeMutablePointer<UInt8>
        var arenaCapacity: Int
        var count = 0
    }

    // Behind a constant pointer, so that no access has to be checked for overlap with another.
    private let storage: UnsafeMutablePointer<Storage>

    /// Number of different strings met.
    var count: Int { storage.pointee.count }

    init(capacity: Int = 64) {
        var size = 256
        while size < capacity * 2 { size *= 2 }
        storage = .allocate(capacity: 1)
        let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
        slots.initialize(repeating: .max, count: size)
        let starts = UnsafeMutablePointer<Int>.allocate(capacity: 64)
        starts[0] = 0
        storage.initialize(
            to: Storage(
                slots: slots, mask: size - 1, starts: starts, startCapacity: 64,
                arena: .allocate(capacity: 1024), arenaCapacity: 1024))
    }

    deinit {
        storage.pointee.slots.deallocate()
        storage.pointee.starts.deallocate()
        storage.pointee.arena.deallocate()
        storage.deallocate()
    }

    /// The number of a string, and whether it is met for the first time.
    @inline(__always)
    func intern(_ bytes: UnsafeRawBufferPointer) -> (id: Int, isNew: Bool) {
        let state = storage.pointee
        let hash = ByteInterner.hash(bytes)
        let tag = UInt64(hash) << 32
        var slot = Int(hash) & state.mask
        while true {
            let entry = state.slots[slot]
            if entry == .max { return (add(bytes, tag: tag, slot: slot), true) }
            if entry & 0xFFFF_FFFF_0000_0000 == tag {
                let id = Int(entry & 0xFFFF_FFFF)
                let start = state.starts[id]
                if state.starts[id + 1] - start == bytes.count,
                    ByteInterner.isEqual(state.arena + start, bytes)
                {
                    return (id, false)
                }
            }
            slot = (slot + 1) & state.mask
        }
    }

    @inline(__always)
    private static func isEqual(
        _ mine: UnsafeMutablePointer<UInt8>, _ bytes: UnsafeRawBufferPointer
    ) -> Bool {
        let own = UnsafeRawPointer(mine)
        var place = 0
        while place + 8 <= bytes.count {
            let word = own.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            if word != bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) { return false }
            place += 8
        }
        while place < bytes.count {
            if mine[place] != bytes[place] { return false }
            place += 1
        }
        return true
    }

    @inline(never)
    private func add(_ bytes: UnsafeRawBufferPointer, tag: UInt64, slot: Int) -> Int {
        let id = storage.pointee.count
        let start = storage.pointee.starts[id]
        let end = start + bytes.count
        if id + 2 > storage.pointee.startCapacity {
            storage.pointee.starts = ByteInterner.grown(
                storage.pointee.starts, count: id + 1, capacity: &storage.pointee.startCapacity,
                atLeast: id + 2)
        }
        if end > storage.pointee.arenaCapacity {
            storage.pointee.arena = ByteInterner.grown(
                storage.pointee.arena, count: start, capacity: &storage.pointee.arenaCapacity, atLeast: end)
        }
        for (offset, byte) in bytes.enumerated() { storage.pointee.arena[start + offset] = byte }
        storage.pointee.starts[id + 1] = end
        storage.pointee.slots[slot] = tag | UInt64(id)
        storage.pointee.count = id + 1
        if (id + 1) * 2 > storage.pointee.mask { rehash() }
        return id
    }

    private static func grown<Element>(
        _ old: UnsafeMutablePointer<Element>, count: Int, capacity: inout Int, atLeast: Int
    ) -> UnsafeMutablePointer<Element> {
        capacity = max(capacity * 2, atLeast)
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        larger.moveInitialize(from: old, count: count)
        old.deallocate()
        return larger
    }

    private func rehash() {
        let old = storage.pointee.slots
        let oldSize = storage.pointee.mask + 1
        let size = oldSize * 2
        let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
        slots.initialize(repeating: .max, count: size)
        for index in 0..<oldSize where old[index] != .max {
            var slot = Int(old[index] >> 32) & (size - 1)
            while slots[slot] != .max { slot = (slot + 1) & (size - 1) }
            slots[slot] = old[index]
        }
        old.deallocate()
        storage.pointee.slots = slots
        storage.pointee.mask = size - 1
    }

    /// A hash of bytes: multiply and fold, eight bytes at a time; never all ones.
    @inline(__always)
    static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: bytes.count)
        var place = 0
        while place + 8 <= bytes.count {
            state = fold(state ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        if place < bytes.count {
            var tail: UInt64 = 0
            while place < bytes.count {
                tail = tail << 8 | UInt64(bytes[place])
                place += 1
            }
            state = fold(state ^ tail)
        }
        return UInt32(truncatingIfNeeded: state ^ state >> 32) & 0x7FFF_FFFF
    }

    @inline(__always)
    private static func fold(_ word: UInt64) -> UInt64 {
        let product = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
