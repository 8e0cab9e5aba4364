import Measures
import Rollout

/// Gathers days of use and counts of actions in bounded memory, in any order.
///
/// Days are united; counts of one person, tool and day add up within a file, and between files the
/// greater one stands, since a later refresh of the same days only completes an earlier one.
final class UseAccumulator {
    /// What a file was about: the first day of each tool used in it, and its last day.
    struct FileSpan {
        var first: [Int: Day] = [:]
        var last: Day?
    }

    // A key of use is packed as person, key, block; a count as person, day, tool.
    private static let blockBits: UInt64 = 12
    private static let keyBits: UInt64 = 24
    private static let keyMask: UInt64 = 1 << keyBits - 1
    private static let blockMask: UInt64 = 1 << blockBits - 1
    private static let dayBits: UInt64 = 16
    private static let toolBits: UInt64 = 20
    private static let dayMask: UInt64 = 1 << dayBits - 1
    private static let firstDay = CellDate.range.lowerBound.number

    private struct State {
        var lastKey: UInt64 = .max
        var lastNumber = -1
        /// First day of use in the current file by tool; the greatest number where there is none.
        var firstDays: [Int32] = []
        var last = Int32.min
        var hasCounts = false
    }

    // Behind a constant pointer, so that no access has to be checked for overlap with another.
    private let state: UnsafeMutablePointer<State>
    private var keyNumbers: [UInt64: Int] = [:]
    private var keys: [(tool: Int, useCase: Int, mode: UseMode)] = []
    private let blocks = PackedTally(.bits)
    private let counts = PackedTally(.sum)
    private var earlierCounts: [PackedTally.Entry] = []

    init() {
        state = .allocate(capacity: 1)
        state.initialize(to: State())
    }

    deinit {
        state.deinitialize(count: 1)
        state.deallocate()
    }

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
        if packed != state.pointee.lastKey {
            guard let number = keyNumber(packed, tool, useCase, mode) else { return false }
            state.pointee.lastKey = packed
            state.pointee.lastNumber = number
        }
        let (block, bit) = DaySet.position(of: day)
        let place =
            (UInt64(person) << UseAccumulator.keyBits | UInt64(state.pointee.lastNumber))
            << UseAccumulator.blockBits | UInt64(block)
        blocks.add(1 << UInt64(bit), at: place)
        if tool >= state.pointee.firstDays.count { makeRoom(for: tool) }
        if day.number < state.pointee.firstDays[tool] { state.pointee.firstDays[tool] = day.number }
        if day.number > state.pointee.last { state.pointee.last = day.number }
        return true
    }

    private func makeRoom(for tool: Int) {
        let missing = tool + 1 - state.pointee.firstDays.count
        state.pointee.firstDays.append(contentsOf: repeatElement(.max, count: missing))
    }

    private func keyNumber(_ packed: UInt64, _ tool: Int, _ useCase: Int, _ mode: UseMode) -> Int? {
        if let number = keyNumbers[packed] { return number }
        guard keys.count < Int(UseAccumulator.keyMask), tool < 1 << Int(UseAccumulator.toolBits) else {
            return nil
        }
        keyNumbers[packed] = keys.count
        keys.append((tool, useCase, mode))
        return keys.count - 1
    }

    /// Adds actions of a person with a tool on a day.
    @inline(__always)
    func count(person: Int, tool: Int, day: Day, actions: Int) {
        state.pointee.hasCounts = true
        let personDay =
            UInt64(person) << UseAccumulator.dayBits | UInt64(day.number - UseAccumulator.firstDay)
        counts.add(UInt64(actions), at: personDay << UseAccumulator.toolBits | UInt64(tool))
    }

    /// Ends a file: its counts are set against those of the files before it.
    func endFile() -> FileSpan {
        earlierCounts = PackedTally.merged(earlierCounts, counts.drain(), .maximum)
        var span = FileSpan()
        for (tool, day) in state.pointee.firstDays.enumerated() where day != .max {
            span.first[tool] = Day(number: day)
        }
        if state.pointee.last != .min { span.last = Day(number: state.pointee.last) }
        state.pointee.firstDays = []
        state.pointee.last = .min
        return span
    }

    /// Everything gathered, with names in place of numbers; nothing is left here.
    /// - Complexity: O(n) for n blocks of use.
    func ledger(tools: [String], useCases: [String]) -> UseLedger {
        let named = keys.map {
            UseKey(tool: tools[$0.tool], useCase: $0.useCase < 0 ? nil : useCases[$0.useCase], mode: $0.mode)
        }
        let order = named.indices.sorted { named[$0] < named[$1] }
        var rank = [UInt64](repeating: 0, count: named.count)
        for (place, number) in order.enumerated() { rank[number] = UInt64(place) }
        var entries = blocks.drain()
        if order != Array(named.indices) {
            for index in entries.indices {
                let key = entries[index].key
                let number = Int(key >> UseAccumulator.blockBits & UseAccumulator.keyMask)
                entries[index].key =
                    key & ~(UseAccumulator.keyMask << UseAccumulator.blockBits)
                    | rank[number] << UseAccumulator.blockBits
            }
            RadixSort.sort(&entries)
        }
        let rows = entries.map { entry in
            UseLedger.Row(
                person: Int32(entry.key >> (UseAccumulator.blockBits + UseAccumulator.keyBits)),
                key: Int32(entry.key >> UseAccumulator.blockBits & UseAccumulator.keyMask),
                block: DaySet.Block(index: Int32(entry.key & UseAccumulator.blockMask), bits: entry.value))
        }
        return UseLedger(keys: order.map { named[$0] }, rows: rows)
    }

    /// Actions by person and week, in ascending order; nil where no source counts them.
    /// - Complexity: O(n) for n person-days with a count.
    func depth() -> [DepthTally]? {
        guard state.pointee.hasCounts else { return nil }
        var result: [DepthTally] = []
        var place = 0
        while place < earlierCounts.count {
            let first = earlierCounts[place].key >> UseAccumulator.toolBits
            let person = first >> UseAccumulator.dayBits
            let week = UseAccumulator.day(first).week
            var (actions, active, single) = (0, 0, 0)
            while place < earlierCounts.count {
                let personDay = earlierCounts[place].key >> UseAccumulator.toolBits
                guard personDay >> UseAccumulator.dayBits == person,
                    UseAccumulator.day(personDay).week == week
                else { break }
                var total = 0
                while place < earlierCounts.count,
                    earlierCounts[place].key >> UseAccumulator.toolBits == personDay
                {
                    total += Int(clamping: earlierCounts[place].value)
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

    private static func day(_ personDay: UInt64) -> Day {
        Day(number: firstDay + Int32(personDay & dayMask))
    }
}
