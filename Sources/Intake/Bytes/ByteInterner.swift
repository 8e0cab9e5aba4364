/// Numbers byte strings in the order in which they are first met, without making a `String` of any.
///
/// Open addressing with linear probing; bytes are copied once into an arena.
/// - Complexity: O(length) a look-up; memory about 24 bytes an entry beside the bytes themselves.
final class ByteInterner {
    private var slots: [Int32]
    private var hashes: [UInt32] = []
    private var starts: [Int] = [0]
    private var arena: [UInt8] = []
    private var mask: Int

    /// Number of different strings met.
    var count: Int { hashes.count }

    init(capacity: Int = 64) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    /// The number of a string, and whether it is met for the first time.
    func intern(_ bytes: UnsafeRawBufferPointer) -> (id: Int, isNew: Bool) {
        let hash = ByteInterner.hash(bytes)
        var slot = Int(hash) & mask
        while true {
            let id = Int(slots[slot])
            if id < 0 { break }
            if hashes[id] == hash, isEqual(id, bytes) { return (id, false) }
            slot = (slot + 1) & mask
        }
        let id = hashes.count
        slots[slot] = Int32(id)
        hashes.append(hash)
        arena.append(contentsOf: bytes)
        starts.append(arena.count)
        if hashes.count * 2 > slots.count { grow() }
        return (id, true)
    }

    private func isEqual(_ id: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
        let start = starts[id]
        let length = starts[id + 1] - start
        guard length == bytes.count else { return false }
        return arena.withUnsafeBytes { all in
            var place = 0
            while place + 8 <= length {
                let mine = all.loadUnaligned(fromByteOffset: start + place, as: UInt64.self)
                let other = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
                if mine != other { return false }
                place += 8
            }
            while place < length {
                if all[start + place] != bytes[place] { return false }
                place += 1
            }
            return true
        }
    }

    private func grow() {
        let size = slots.count * 2
        slots = [Int32](repeating: -1, count: size)
        mask = size - 1
        for (id, hash) in hashes.enumerated() {
            var slot = Int(hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(id)
        }
    }

    /// A hash of bytes: multiply and fold, eight bytes at a time.
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
        return UInt32(truncatingIfNeeded: state ^ state >> 32)
    }

    @inline(__always)
    private static func fold(_ word: UInt64) -> UInt64 {
        let product = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
