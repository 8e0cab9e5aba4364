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

    // A count is packed as person, day, tool.
    static let dayBits: UInt64 = 16
    static let toolBits: UInt64 = 20
    static let dayMask: UInt64 = 1 << dayBits - 1
    static let firstDay = CellDate.range.lowerBound.number

    struct State {
        var lastKey: UInt64 = .max
        var lastNumber = -1
        /// First day of use in the current file by tool; the greatest number where there is none.
        var firstDays: [Int32] = []
        var last = Int32.min
        var hasCounts = false
    }

    // Behind a constant pointer, so that no access has to be checked for overlap with another.
    let state: UnsafeMutablePointer<State>
    private var keyNumbers: [UInt64: Int] = [:]
    private(set) var keys: [(tool: Int, useCase: Int, mode: UseMode)] = []
    let people: Int
    let days: DayPlanes
    let counts = PackedTally(.sum)
    private(set) var earlierCounts: [PackedTally.Entry] = []
    /// Counts whatever the tool, where they all come from one file.
    let totals: CountPlanes?

    /// An accumulator of the use of so many people.
    /// - Parameter hasOneFile: Whether one file at most will be read into it. Its counts need not be kept by
    ///   tool then, because there is no other file to set them against.
    init(people: Int, hasOneFile: Bool = false) {
        self.people = people
        days = DayPlanes(people: people)
        totals = hasOneFile ? CountPlanes(people: people) : nil
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
        guard let key = key(tool: tool, useCase: useCase, mode: mode) else { return false }
        days.mark(key: key, person: person, day: Int(day.number - UseAccumulator.firstDay))
        note(tool: tool, first: day.number, last: day.number)
        return true
    }

    /// The number of what was used; nil where there are more different ones than can be kept.
    /// - Parameter useCase: The use case's number; negative where none is named.
    @inline(__always)
    func key(tool: Int, useCase: Int, mode: UseMode) -> Int? {
        let packed = UInt64(tool) << 34 | UInt64(useCase + 1) << 2 | UInt64(mode.bulkNumber)
        if packed != state.pointee.lastKey {
            guard let number = keyNumber(packed, tool, useCase, mode) else { return nil }
            state.pointee.lastKey = packed
            state.pointee.lastNumber = number
        }
        return state.pointee.lastNumber
    }

    /// Notes the days of a tool in the current file.
    @inline(__always)
    func note(tool: Int, first: Int32, last: Int32) {
        if tool >= state.pointee.firstDays.count { makeRoom(for: tool) }
        if first < state.pointee.firstDays[tool] { state.pointee.firstDays[tool] = first }
        if last > state.pointee.last { state.pointee.last = last }
    }

    private func makeRoom(for tool: Int) {
        let missing = tool + 1 - state.pointee.firstDays.count
        state.pointee.firstDays.append(contentsOf: repeatElement(.max, count: missing))
    }

    private func keyNumber(_ packed: UInt64, _ tool: Int, _ useCase: Int, _ mode: UseMode) -> Int? {
        if let number = keyNumbers[packed] { return number }
        guard keys.count < DayPlanes.mostLoggedKeys, tool < 1 << Int(UseAccumulator.toolBits) else {
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
        let number = Int(day.number - UseAccumulator.firstDay)
        if let totals, let few = UInt32(exactly: actions), totals.add(few, person: person, day: number) {
            return
        }
        countApart(person: person, tool: tool, day: number, actions: UInt64(actions))
    }

    /// Adds actions where they are kept by tool.
    func countApart(person: Int, tool: Int, day: Int, actions: UInt64) {
        let personDay = UInt64(person) << UseAccumulator.dayBits | UInt64(day)
        counts.add(actions, at: personDay << UseAccumulator.toolBits | UInt64(tool))
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
        var rank = [Int](repeating: 0, count: named.count)
        for (place, number) in order.enumerated() { rank[number] = place }
        var rows: [UseLedger.Row] = []
        days.visit(ranks: rank, reserve: { rows.reserveCapacity($0) }) { person, rank, block in
            rows.append(UseLedger.Row(person: Int32(person), key: Int32(rank), block: block))
        }
        return UseLedger(keys: order.map { named[$0] }, rows: rows)
    }
}
