import Measures

extension UseAccumulator {
    /// Numbers of tools below which many more can be met at once.
    private static let roomyTools = (1 << toolBits) - (1 << 18)
    private static let roomyKeys = DayPlanes.mostLoggedKeys - (1 << 18)

    /// Whether as many new names as a piece of a file may hold can still be numbered.
    func hasRoom(tools: Int) -> Bool {
        keys.count < UseAccumulator.roomyKeys && tools < UseAccumulator.roomyTools
    }

    /// Takes the plain rows a parser has read; its keys are settled.
    /// - Complexity: O(rows), a few writes each.
    func take(_ parser: BulkParser) {
        let (events, count) = (UnsafePointer(parser.events), parser.eventCount)
        guard count > 0 else { return }
        parser.keys.settled.withUnsafeBufferPointer { settled in
            guard let numbers = settled.baseAddress else { return }
            days.mark(events, count: count, keys: numbers)
            noteDays(events, count, settled)
            if parser.hasCounts { add(events, UnsafePointer(parser.counts), count, numbers) }
        }
    }

    private func noteDays(
        _ events: UnsafePointer<UInt64>, _ count: Int, _ numbers: UnsafeBufferPointer<Int32>
    ) {
        // Days since 2000-01-01; greater than any where a key was not met.
        var firsts = [Int32](repeating: .max, count: numbers.count)
        var last: Int32 = -1
        firsts.withUnsafeMutableBufferPointer { firsts in
            guard let first = firsts.baseAddress else { return }
            for index in 0..<count {
                let day = Int32(truncatingIfNeeded: events[index] & 0xFFFF)
                let key = Int(truncatingIfNeeded: events[index] &>> 16 & 0xFFFF)
                if day < first[key] { first[key] = day }
                if day > last { last = day }
            }
        }
        let begin = UseAccumulator.firstDay
        for (key, first) in firsts.enumerated() where first != .max {
            note(tool: keys[Int(numbers[key])].tool, first: begin + first, last: begin + last)
        }
    }

    private func add(
        _ events: UnsafePointer<UInt64>, _ counts: UnsafePointer<UInt32>, _ count: Int,
        _ numbers: UnsafePointer<Int32>
    ) {
        var any: UInt32 = 0
        for index in 0..<count where counts[index] != 0 {
            let event = events[index]
            any |= counts[index]
            let person = Int(truncatingIfNeeded: event &>> 32)
            let day = Int(truncatingIfNeeded: event & 0xFFFF)
            if let totals, totals.add(counts[index], person: person, day: day) { continue }
            let key = Int(numbers[Int(truncatingIfNeeded: event &>> 16 & 0xFFFF)])
            countApart(person: person, tool: keys[key].tool, day: day, actions: UInt64(counts[index]))
        }
        if any != 0 { state.pointee.hasCounts = true }
    }
}
