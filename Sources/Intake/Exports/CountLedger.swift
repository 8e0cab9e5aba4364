import Measures

/// Counts of actions by kind of export, person, day and tool, where a later refresh replaces an earlier one.
struct CountLedger {
    private struct Batch {
        let refreshed: Int32
        var entries: [PackedTally.Entry]
    }

    private var batches: [String: [Batch]] = [:]

    private static let toolBits: UInt64 = 20
    private static let dayBits: UInt64 = 16

    /// Person, day and tool in one word.
    static func key(person: Int, tool: Int, day: Day) -> UInt64 {
        let shifted = UInt64(day.number - CellDate.range.lowerBound.number)
        return (UInt64(person) << dayBits | shifted) << toolBits | UInt64(tool)
    }

    /// Adds the counts of one file, in ascending order of their keys.
    /// - Parameter refreshed: The day the file was made; nil counts as before any.
    mutating func add(_ entries: [PackedTally.Entry], of reader: String, refreshed: Day?) {
        guard !entries.isEmpty else { return }
        let day = refreshed?.number ?? .min
        var known = batches[reader] ?? []
        if let place = known.firstIndex(where: { $0.refreshed == day }) {
            known[place].entries = PackedTally.merged(known[place].entries, entries, .maximum)
        } else {
            known.append(Batch(refreshed: day, entries: entries))
        }
        batches[reader] = known
    }

    /// Hands everything to the accumulator; between kinds of export, the greater count stands.
    mutating func settle(into use: UseAccumulator) {
        for reader in batches.keys.sorted() {
            let ordered = (batches[reader] ?? []).sorted { $0.refreshed < $1.refreshed }
            let settled = ordered.reduce([]) { CountLedger.replaced($0, by: $1.entries) }
            for entry in settled {
                let day = Day(
                    number: CellDate.range.lowerBound.number
                        + Int32(entry.key >> CountLedger.toolBits & (1 << CountLedger.dayBits - 1)))
                use.count(
                    person: Int(entry.key >> (CountLedger.toolBits + CountLedger.dayBits)),
                    tool: Int(entry.key & (1 << CountLedger.toolBits - 1)), day: day,
                    actions: Int(clamping: entry.value))
            }
            _ = use.endFile()
        }
        batches = [:]
    }

    /// Sorted entries with those of a later list in place of their own.
    static func replaced(
        _ earlier: [PackedTally.Entry], by later: [PackedTally.Entry]
    ) -> [PackedTally.Entry] {
        if earlier.isEmpty { return later }
        var result: [PackedTally.Entry] = []
        result.reserveCapacity(earlier.count + later.count)
        var place = 0
        for entry in later {
            while place < earlier.count, earlier[place].key < entry.key {
                result.append(earlier[place])
                place += 1
            }
            if place < earlier.count, earlier[place].key == entry.key { place += 1 }
            result.append(entry)
        }
        result.append(contentsOf: earlier[place...])
        return result
    }
}
