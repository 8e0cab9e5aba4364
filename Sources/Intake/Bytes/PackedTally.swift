/// Packed keys with a value each, united as they come in and kept in ascending order of keys.
///
/// A log that is sorted and united whenever it is full, and runs that are merged when they are of a size:
/// memory is walked in order, which on large files is many times faster than a hash table.
/// - Complexity: O(n log n) at most, mostly sequential; memory 16 bytes for each different key and log entry.
final class PackedTally {
    /// A key and its value.
    struct Entry: Equatable {
        var key: UInt64
        var value: UInt64
    }

    /// How two values of one key become one; the order must not matter.
    enum Union {
        case bits, sum, maximum

        @inline(__always)
        func callAsFunction(_ left: UInt64, _ right: UInt64) -> UInt64 {
            switch self {
            case .bits: left | right
            case .sum: left.addingReportingOverflow(right).overflow ? .max : left + right
            case .maximum: max(left, right)
            }
        }
    }

    private static let logCapacity = 1 << 21
    private let union: Union
    private let log: UnsafeMutablePointer<Entry>
    private let logged: UnsafeMutablePointer<Int>
    private var runs: [[Entry]] = []

    init(_ union: Union) {
        self.union = union
        // Pages of a log that is never filled are never touched.
        log = .allocate(capacity: PackedTally.logCapacity)
        logged = .allocate(capacity: 1)
        logged.pointee = 0
    }

    deinit {
        log.deallocate()
        logged.deallocate()
    }

    /// Whether nothing has been added.
    var isEmpty: Bool { logged.pointee == 0 && runs.isEmpty }

    /// Adds a value to a key.
    @inline(__always)
    func add(_ value: UInt64, at key: UInt64) {
        let place = logged.pointee
        if place > 0, log[place - 1].key == key {
            log[place - 1].value = union(log[place - 1].value, value)
            return
        }
        log[place] = Entry(key: key, value: value)
        logged.pointee = place + 1
        if place + 1 == PackedTally.logCapacity { flush() }
    }

    private func flush() {
        guard logged.pointee > 0 else { return }
        var entries = Array(UnsafeBufferPointer(start: log, count: logged.pointee))
        logged.pointee = 0
        RadixSort.sort(&entries)
        var run = PackedTally.united(entries, union)
        while let last = runs.last, last.count <= run.count * 2 {
            runs.removeLast()
            run = PackedTally.merged(last, run, union)
        }
        runs.append(run)
    }

    /// Everything added, in ascending order of keys, each key once; the tally is empty afterwards.
    func drain() -> [Entry] {
        flush()
        var result: [Entry] = []
        while let run = runs.popLast() { result = PackedTally.merged(run, result, union) }
        return result
    }

    /// Sorted entries with those of one key made one.
    static func united(_ entries: [Entry], _ union: Union) -> [Entry] {
        var result: [Entry] = []
        result.reserveCapacity(entries.count)
        for entry in entries {
            if let last = result.last, last.key == entry.key {
                result[result.count - 1].value = union(last.value, entry.value)
            } else {
                result.append(entry)
            }
        }
        return result
    }

    /// Two sorted lists as one.
    static func merged(_ left: [Entry], _ right: [Entry], _ union: Union) -> [Entry] {
        if left.isEmpty { return right }
        if right.isEmpty { return left }
        var result: [Entry] = []
        result.reserveCapacity(left.count + right.count)
        var (one, other) = (0, 0)
        while one < left.count, other < right.count {
            if left[one].key < right[other].key {
                result.append(left[one])
                one += 1
            } else if left[one].key > right[other].key {
                result.append(right[other])
                other += 1
            } else {
                result.append(Entry(key: left[one].key, value: union(left[one].value, right[other].value)))
                one += 1
                other += 1
            }
        }
        result.append(contentsOf: left[one...])
        result.append(contentsOf: right[other...])
        return result
    }
}

/// Sorts entries by their keys.
enum RadixSort {
    private static let digitBits = 11
    private static let digits = 6

    /// Sorts by key, stable; digits in which all keys agree cost nothing.
    /// - Complexity: O(n) in at most six passes, and n entries of scratch memory.
    static func sort(_ entries: inout [PackedTally.Entry]) {
        guard entries.count > 1 else { return }
        guard entries.count > 256 else {
            entries.sort { $0.key < $1.key }
            return
        }
        let size = 1 << digitBits
        var counts = [Int](repeating: 0, count: size * digits)
        for entry in entries {
            var key = entry.key
            for digit in 0..<digits {
                counts[digit * size + Int(key & UInt64(size - 1))] += 1
                key >>= UInt64(digitBits)
            }
        }
        var scratch = entries
        for digit in 0..<digits {
            let shift = UInt64(digit * digitBits)
            let base = digit * size
            if counts[base..<base + size].contains(entries.count) { continue }
            var next = 0
            for value in base..<base + size {
                let count = counts[value]
                counts[value] = next
                next += count
            }
            scratch.withUnsafeMutableBufferPointer { target in
                counts.withUnsafeMutableBufferPointer { places in
                    for entry in entries {
                        let value = base + Int(entry.key >> shift & UInt64(size - 1))
                        target[places[value]] = entry
                        places[value] += 1
                    }
                }
            }
            swap(&entries, &scratch)
        }
    }
}
