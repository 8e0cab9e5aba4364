/// Numbers for byte strings that hold no zero byte, found without a branch for each byte.
///
/// Open addressing, at most half full; a string of sixteen bytes or less is its own key. Looking up changes
/// nothing, so that several threads may do it at once while nobody adds.
/// - Complexity: O(length) a look-up; memory 24 bytes a slot, and the longer strings themselves.
final class ByteTable {
    /// What a look-up needs, to be held in a local while many are made; not valid after the next addition.
    struct View {
        fileprivate let slots: UnsafeMutablePointer<Slot>
        fileprivate let mask: Int
        fileprivate let arena: UnsafeMutablePointer<UInt8>

        /// The number of a string; -1 where it has none.
        ///
        /// Up to 64 bytes after the string must be readable.
        @inline(__always)
        func find(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
            if count <= 16 {
                let low = ByteTable.word(bytes, min(count, 8))
                let high = count > 8 ? ByteTable.word(bytes + 8, count - 8) : 0
                var slot = Int(truncatingIfNeeded: ByteTable.fold(low, high)) & mask
                while true {
                    let entry = slots[slot]
                    if entry.low == low, entry.high == high, entry.place == ByteTable.isShort {
                        return entry.number
                    }
                    if entry.place == ByteTable.isEmpty { return -1 }
                    slot = (slot &+ 1) & mask
                }
            }
            let hash = ByteTable.hash(bytes, count)
            var slot = Int(truncatingIfNeeded: hash) & mask
            while true {
                let entry = slots[slot]
                if entry.place == ByteTable.isEmpty { return -1 }
                if entry.low == hash, entry.place < ByteTable.isShort,
                    ByteTable.isEqual(arena + Int(entry.place), bytes, count)
                {
                    return entry.number
                }
                slot = (slot &+ 1) & mask
            }
        }
    }

    /// One string: its bytes or their hash, its number, and where it lies where it is long.
    fileprivate struct Slot {
        var low: UInt64
        var high: UInt64
        var place: UInt32
        var number: Int32
    }

    fileprivate static let isEmpty = UInt32.max
    fileprivate static let isShort = UInt32.max - 1
    /// Bytes of long strings that are kept; strings beyond are not added.
    private static let mostBytes = 1 << 31

    private var slots: UnsafeMutablePointer<Slot>
    private var size: Int
    private var arena: UnsafeMutablePointer<UInt8>
    private var arenaCapacity = 1 << 12
    private var arenaCount = 0
    /// Number of strings.
    private(set) var count = 0

    init(capacity: Int = 64) {
        size = 256
        while size < capacity * 2 { size *= 2 }
        slots = ByteTable.slots(size)
        arena = .allocate(capacity: arenaCapacity)
    }

    deinit {
        slots.deallocate()
        arena.deallocate()
    }

    /// What a look-up needs, as things stand.
    var view: View { View(slots: slots, mask: size - 1, arena: arena) }

    /// Gives a string a number; one that has a number keeps it.
    ///
    /// - Parameter number: Not negative.
    func add(_ bytes: UnsafeRawBufferPointer, number: Int) {
        guard let base = bytes.baseAddress, bytes.count > 0, bytes.count <= Int(UInt16.max),
            !bytes.contains(0),
            arenaCount + bytes.count + 16 < ByteTable.mostBytes
        else { return }
        // Copied, because a look-up may read beyond the end.
        reserve(bytes.count + 16)
        let copy = arena + arenaCount
        copy.update(from: base.assumingMemoryBound(to: UInt8.self), count: bytes.count)
        guard view.find(copy, bytes.count) < 0 else { return }
        var slot = Slot(
            low: 0, high: 0, place: ByteTable.isShort, number: Int32(truncatingIfNeeded: number))
        if bytes.count <= 16 {
            slot.low = ByteTable.word(copy, min(bytes.count, 8))
            slot.high = bytes.count > 8 ? ByteTable.word(copy + 8, bytes.count - 8) : 0
        } else {
            slot.low = ByteTable.hash(copy, bytes.count)
            reserve(bytes.count + 18)
            // The length stands before the bytes.
            (arena + arenaCount + 2).update(
                from: base.assumingMemoryBound(to: UInt8.self), count: bytes.count)
            arena[arenaCount] = UInt8(bytes.count & 0xFF)
            arena[arenaCount + 1] = UInt8(bytes.count >> 8)
            slot.place = UInt32(arenaCount)
            arenaCount += bytes.count + 2
        }
        insert(slot)
        count += 1
        if count * 2 > size { rehash() }
    }

    private func insert(_ entry: Slot) {
        let hash = entry.place == ByteTable.isShort ? ByteTable.fold(entry.low, entry.high) : entry.low
        var slot = Int(truncatingIfNeeded: hash) & (size - 1)
        while slots[slot].place != ByteTable.isEmpty { slot = (slot + 1) & (size - 1) }
        slots[slot] = entry
    }

    private func rehash() {
        let (old, oldSize) = (slots, size)
        size *= 2
        slots = ByteTable.slots(size)
        for index in 0..<oldSize where old[index].place != ByteTable.isEmpty { insert(old[index]) }
        old.deallocate()
    }

    private func reserve(_ bytes: Int) {
        guard arenaCount + bytes > arenaCapacity else { return }
        arenaCapacity = max(arenaCapacity * 2, arenaCount + bytes)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: arenaCapacity)
        larger.update(from: arena, count: arenaCount)
        arena.deallocate()
        arena = larger
    }

    private static func slots(_ size: Int) -> UnsafeMutablePointer<Slot> {
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
        slots.initialize(repeating: Slot(low: 0, high: 0, place: isEmpty, number: -1), count: size)
        return slots
    }

    /// Up to eight bytes as a number; the rest is zero.
    @inline(__always)
    fileprivate static func word(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        if count == 0 { return 0 }
        return EightBytes.load(bytes) & (.max &>> UInt64(64 &- 8 &* count))
    }

    @inline(__always)
    fileprivate static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
        var place = 0
        while place + 8 <= count {
            state = fold(state ^ EightBytes.load(bytes + place))
            place += 8
        }
        if place < count { state = fold(state ^ word(bytes + place, count - place)) }
        return state
    }

    @inline(__always)
    fileprivate static func fold(_ low: UInt64, _ high: UInt64 = 0) -> UInt64 {
        let product = (low ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: high ^ 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }

    @inline(__always)
    fileprivate static func isEqual(
        _ kept: UnsafeMutablePointer<UInt8>, _ bytes: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        guard Int(kept[0]) | Int(kept[1]) << 8 == count else { return false }
        let mine = UnsafePointer(kept) + 2
        var place = 0
        while place + 8 <= count {
            if EightBytes.load(mine + place) != EightBytes.load(bytes + place) { return false }
            place += 8
        }
        while place < count {
            if mine[place] != bytes[place] { return false }
            place += 1
        }
        return true
    }
}
