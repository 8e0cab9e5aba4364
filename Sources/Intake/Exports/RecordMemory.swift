/// Remembers records of a file by their id or their bytes, so that one that stands there twice counts once.
///
/// Exports are often made page by page and joined, and pages overlap. Memory is bounded: of very long files only
/// the last few million records are remembered, and a repeat farther apart than that is not noticed.
struct RecordMemory {
    /// Records in one generation; two are kept.
    static let generation = 1 << 21

    private var recent: Set<UInt64> = []
    private var older: Set<UInt64> = []
    private let limit: Int

    /// - Parameter limit: Records in one generation.
    init(limit: Int = RecordMemory.generation) { self.limit = limit }

    /// Whether a record has not been seen, and remembers it.
    ///
    /// Told apart by 64 bits of a hash: among ten million records two that differ are taken for one with a
    /// chance of less than one in a hundred thousand.
    mutating func isNew(_ record: some Sequence<UInt8>) -> Bool {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in record { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        // FNV leaves short records close together; the set hashes again, and this spreads what it keeps.
        hash ^= hash >> 32
        if older.contains(hash) { return false }
        guard recent.insert(hash).inserted else { return false }
        if recent.count >= limit {
            older = recent
            recent = []
        }
        return true
    }
}
