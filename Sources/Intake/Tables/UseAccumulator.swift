import Measures
import Rollout

/// Gathers days of use and counts of actions in bounded memory, in any order.
///
/// Days are united; counts of one person, tool and day add up within a file, and between files the
/// greater one stands, since a later refresh of the same days only completes an earlier one.
final class UseAccumulator {
    /// Bits of a packed key: person, key of use, block.
    private static let blockBits: UInt64 = 12
    private static let keyBits: UInt64 = 24
    /// Bits of a packed count: person, tool, day.
    private static let dayBits: UInt64 = 16
    private static let toolBits: UInt64 = 20
    private static let mostActions: UInt32 = 1 << 20 - 1
    private static let firstDay = CellDate.range.lowerBound.number

    private var keyNumbers: [UInt64: Int] = [:]
    private var keys: [(tool: Int, useCase: Int, mode: UseMode)] = []
    private var lastKey: UInt64 = .max
    private var lastNumber = -1
    private var blocks = PackedTable<UInt64>()
    private var counts = PackedTable<UInt32>()
    private var earlierCounts = PackedTable<UInt32>()
    /// Whether any source counted actions.
    private(set) var hasCounts = false
    /// First and last day of use of a file's tools, by tool.
    private(set) var fileSpan: ClosedRange<Day>?
    private(set) var firstDays: [Int: Day] = [:]

    /// Marks a day of use.
    /// - Parameter useCase: The use case's number; negative where none is named.
    /// - Returns: False where there are more different tools or use cases than can be kept.
    @inline(__always)
    func add(person: Int, tool: Int, useCase: Int, mode: UseMode, day: Day) -> Bool {
        let modeBits: UInt64 =
            switch mode {
            case .assist: 0
            case .agent: 1
            case .review: 2
            case .editor: 3
            }
        let packed = UInt64(tool) << 34 | UInt64(useCase + 1) << 2 | modeBits
        if packed != lastKey {
            guard let number = keyNumber(packed, tool, useCase, mode) else { return false }
            lastKey = packed
            lastNumber = number
        }
        let (block, bit) = DaySet.position(of: day)
        let place =
            (UInt64(person) << UseAccumulator.keyBits | UInt64(lastNumber)) << UseAccumulator.blockBits
            | UInt64(block)
        blocks.unite(1 << UInt64(bit), at: place)
        if let span = fileSpan, span.contains(day) {
            if day < firstDays[tool] ?? day.advanced(by: 1) { firstDays[tool] = day }
        } else {
            fileSpan = min(fileSpan?.lowerBound ?? day, day)...max(fileSpan?.upperBound ?? day, day)
            firstDays[tool] = min(firstDays[tool] ?? day, day)
        }
        return true
    }

    private func keyNumber(_ packed: UInt64, _ tool: Int, _ useCase: Int, _ mode: UseMode) -> Int? {
        if let number = keyNumbers[packed] { return number }
        guard keys.count < 1 << Int(UseAccumulator.keyBits) - 1, tool < 1 << Int(UseAccumulator.toolBits)
        else { return nil }
        keyNumbers[packed] = keys.count
        keys.append((tool, useCase, mode))
        return keys.count - 1
    }

    /// Adds actions of a person with a tool on a day.
    @inline(__always)
    func count(person: Int, tool: Int, day: Day, actions: Int) {
        hasCounts = true
        let place =
            (UInt64(person) << UseAccumulator.toolBits | UInt64(tool)) << UseAccumulator.dayBits
            | UInt64(day.number - UseAccumulator.firstDay)
        counts.add(UInt32(clamping: actions), at: place, limit: UseAccumulator.mostActions)
    }

    /// Ends a file: its counts are set against those of the files before it.
    /// - Returns: For each tool used in the file its first day, and the last day of the whole file.
    func endFile() -> (first: [Int: Day], last: Day?) {
        if earlierCounts.count == 0 {
            swap(&earlierCounts, &counts)
        } else {
            counts.forEach { key, value in earlierCounts.raise(to: value, at: key) }
            counts = PackedTable()
        }
        defer {
            fileSpan = nil
            firstDays = [:]
        }
        return (firstDays, fileSpan?.upperBound)
    }

    /// Everything gathered, with names in place of numbers.
    /// - Complexity: O(n log n) for n blocks of use.
    func ledger(tools: [String], useCases: [String]) -> UseLedger {
        let named = keys.map {
            UseKey(tool: tools[$0.tool], useCase: $0.useCase < 0 ? nil : useCases[$0.useCase], mode: $0.mode)
        }
        let order = named.indices.sorted { named[$0] < named[$1] }
        var rank = [UInt64](repeating: 0, count: named.count)
        for (place, number) in order.enumerated() { rank[number] = UInt64(place) }
        let keyMask: UInt64 = 1 << UseAccumulator.keyBits - 1
        var packed: [UInt64] = []
        packed.reserveCapacity(blocks.count)
        blocks.forEach { key, _ in
            let number = Int(key >> UseAccumulator.blockBits & keyMask)
            packed.append(
                key & ~(keyMask << UseAccumulator.blockBits) | rank[number] << UseAccumulator.blockBits)
        }
        packed.sort()
        let rows = packed.map { key -> UseLedger.Row in
            let place = Int(key >> UseAccumulator.blockBits & keyMask)
            let original =
                key & ~(keyMask << UseAccumulator.blockBits)
                | UInt64(order[place]) << UseAccumulator.blockBits
            let block = Int32(key & (1 << UseAccumulator.blockBits - 1))
            return UseLedger.Row(
                person: Int32(key >> (UseAccumulator.blockBits + UseAccumulator.keyBits)), key: Int32(place),
                block: DaySet.Block(index: block, bits: blocks.value(at: original) ?? 0))
        }
        return UseLedger(keys: order.map { named[$0] }, rows: rows)
    }

    /// Actions by person and week, in ascending order; nil where no source counts them.
    /// - Complexity: O(n log n) for n person-days with a count.
    func depth() -> [DepthTally]? {
        guard hasCounts else { return nil }
        // Person, day and actions share one word: sorting it brings a person's days together.
        var packed: [UInt64] = []
        packed.reserveCapacity(earlierCounts.count)
        let dayMask: UInt64 = 1 << UseAccumulator.dayBits - 1
        earlierCounts.forEach { key, actions in
            let person = key >> (UseAccumulator.dayBits + UseAccumulator.toolBits)
            packed.append(
                (person << UseAccumulator.dayBits | key & dayMask) << 20 | UInt64(min(actions, 1 << 20 - 1)))
        }
        packed.sort()
        var result: [DepthTally] = []
        var place = 0
        while place < packed.count {
            let person = packed[place] >> (UseAccumulator.dayBits + 20)
            var week = Week(number: 0)
            var (actions, active, single) = (0, 0, 0)
            var isFirst = true
            while place < packed.count, packed[place] >> (UseAccumulator.dayBits + 20) == person {
                let personDay = packed[place] >> 20
                let day = Day(number: UseAccumulator.firstDay + Int32(personDay & dayMask))
                if isFirst { week = day.week }
                if day.week != week { break }
                isFirst = false
                var total = 0
                while place < packed.count, packed[place] >> 20 == personDay {
                    total += Int(packed[place] & (1 << 20 - 1))
                    place += 1
                }
                actions += total
                active += 1
                if total == 1 { single += 1 }
            }
            result.append(
                DepthTally(
                    person: PersonID(Int(person)), week: week, actions: actions, activeDays: active,
                    singleActionDays: single))
        }
        return result
    }
}
