import Foundation
import Measures

/// Days of people by key: a plane for every key and block of 56 days in which many people have any, a log for
/// the others.
///
/// A plane is eight rows of one byte a person, one for each week, so that marking a day is one write to a row
/// that the cache holds while days come in order, wherever the log would be sorted later.
/// - Complexity: O(1) a day in a plane; memory eight bytes a person and plane, within a budget, and 16 bytes
///   for each person, key and block in the log.
final class DayPlanes {
    /// Blocks that days of `CellDate.range` lie in.
    private static let firstBlock = DaySet.position(of: CellDate.range.lowerBound).block
    private static let blocks = Int(DaySet.position(of: CellDate.range.upperBound).block - firstBlock) + 1
    /// Keys that may have planes; the rest is logged.
    private static let mostKeys = 1 << 14

    // A key of the log is packed as person, key, block.
    private static let blockBits: UInt64 = 12
    private static let keyBits: UInt64 = 24
    static let mostLoggedKeys = 1 << keyBits - 1

    /// A key's planes by block, and how often each block was met while it had none.
    private struct Place {
        var plane: UnsafeMutablePointer<UInt8>?
        var met: Int
    }

    /// Where a day lies: its block, where the row of its week begins in a plane, and its bit there.
    private struct Position {
        let block: Int32
        let bit: UInt8
        let week: Int
    }

    private let people: Int
    private let worthwhile: Int
    private var budget: Int
    private var places: UnsafeMutablePointer<UnsafeMutablePointer<Place>?>
    private var placesCount = 64
    /// Where each day since 2000-01-01 lies.
    private let positions: UnsafeMutablePointer<Position>
    private let log = PackedTally(.bits)

    /// Planes of so many people; 0: it is not known how many there will be, and everything is logged.
    init(people: Int) {
        self.people = people
        // A plane is worth its memory once a sixteenth of the people could be in it.
        worthwhile = people / 16
        budget = max(1 << 27, people << 11)
        places = .allocate(capacity: placesCount)
        places.initialize(repeating: nil, count: placesCount)
        let days = CellDate.range.lowerBound.distance(to: CellDate.range.upperBound) + 1
        positions = .allocate(capacity: days)
        for day in 0..<days {
            let (block, bit) = DaySet.position(of: CellDate.range.lowerBound.advanced(by: day))
            positions[day] = Position(
                block: block - DayPlanes.firstBlock, bit: 1 << UInt8(bit % 7), week: bit / 7 * people)
        }
    }

    deinit {
        for key in 0..<placesCount {
            guard let row = places[key] else { continue }
            for block in 0..<DayPlanes.blocks { free(row[block].plane) }
            row.deallocate()
        }
        places.deallocate()
        positions.deallocate()
    }

    /// Marks a day.
    /// - Parameter day: Days since 2000-01-01.
    @inline(__always)
    func mark(key: Int, person: Int, day: Int) {
        let position = positions[day]
        if key < placesCount, let plane = places[key]?[Int(position.block)].plane {
            plane[position.week &+ person] |= position.bit
        } else {
            markElsewhere(key: key, person: person, day: day)
        }
    }

    /// Marks the days of many rows.
    ///
    /// - Parameters:
    ///   - events: Person in the upper half, then the number of the key here, then days since 2000-01-01.
    ///   - keys: Numbers of the keys by their numbers in the events.
    /// - Complexity: O(count), one write each.
    func mark(_ events: UnsafePointer<UInt64>, count: Int, keys: UnsafePointer<Int32>) {
        var (places, known) = (places, placesCount)
        let positions = positions
        for index in 0..<count {
            let event = events[index]
            let person = Int(truncatingIfNeeded: event &>> 32)
            let key = Int(keys[Int(truncatingIfNeeded: event &>> 16 & 0xFFFF)])
            let day = Int(truncatingIfNeeded: event & 0xFFFF)
            let position = positions[day]
            if key < known, let plane = places[key]?[Int(position.block)].plane {
                plane[position.week &+ person] |= position.bit
            } else {
                markElsewhere(key: key, person: person, day: day)
                (places, known) = (self.places, placesCount)
            }
        }
    }

    @inline(never)
    private func markElsewhere(key: Int, person: Int, day: Int) {
        let block = Int(positions[day].block)
        if people > 0, key < DayPlanes.mostKeys {
            let row = row(of: key)
            row[block].met += 1
            let size = people * 8
            if row[block].met > worthwhile, size <= budget, let plane = calloc(people, 8) {
                budget -= size
                row[block].plane = plane.bindMemory(to: UInt8.self, capacity: size)
                row[block].plane?[positions[day].week + person] = positions[day].bit
                return
            }
        }
        let bit = DaySet.position(of: CellDate.range.lowerBound.advanced(by: day)).bit
        let place = (UInt64(person) << DayPlanes.keyBits | UInt64(key)) << DayPlanes.blockBits
        log.add(1 << UInt64(bit), at: place | UInt64(block))
    }

    private func row(of key: Int) -> UnsafeMutablePointer<Place> {
        if key >= placesCount {
            let count = max(key + 1, placesCount * 2)
            let larger = UnsafeMutablePointer<UnsafeMutablePointer<Place>?>.allocate(capacity: count)
            larger.moveInitialize(from: places, count: placesCount)
            (larger + placesCount).initialize(repeating: nil, count: count - placesCount)
            places.deallocate()
            (places, placesCount) = (larger, count)
        }
        if let row = places[key] { return row }
        let row = UnsafeMutablePointer<Place>.allocate(capacity: DayPlanes.blocks)
        row.initialize(repeating: Place(plane: nil, met: 0), count: DayPlanes.blocks)
        places[key] = row
        return row
    }

    /// Every block with a day, in the order of people, of the keys' ranks and of blocks.
    ///
    /// - Parameters:
    ///   - ranks: The place of each key; every key has its own.
    ///   - reserve: Told once how many blocks there are at most.
    /// - Complexity: O(people × planes + n log n) for n blocks in the log; nothing is left afterwards.
    func visit(
        ranks: [Int], reserve: (Int) -> Void = { _ in },
        _ body: (_ person: Int, _ rank: Int, _ block: DaySet.Block) -> Void
    ) {
        let keyMask: UInt64 = 1 << DayPlanes.keyBits - 1
        let blockMask: UInt64 = 1 << DayPlanes.blockBits - 1
        var logged = log.drain()
        if ranks != Array(ranks.indices) {
            for index in logged.indices {
                let key = logged[index].key
                let number = Int(key >> DayPlanes.blockBits & keyMask)
                logged[index].key =
                    key & ~(keyMask << DayPlanes.blockBits) | UInt64(ranks[number]) << DayPlanes.blockBits
            }
            RadixSort.sort(&logged)
        }
        let planes = words(ranks)
        defer { for plane in planes { plane.words.deallocate() } }
        reserve(
            planes.reduce(logged.count) { sum, one in
                var count = 0
                for person in 0..<people where one.words[person] != 0 { count += 1 }
                return sum + count
            })
        var next = 0
        for person in 0..<people {
            let mine = UInt64(person) << DayPlanes.keyBits
            for (rank, block, words) in planes where words[person] != 0 {
                let here = (mine | UInt64(rank)) << DayPlanes.blockBits | UInt64(block)
                while next < logged.count, logged[next].key < here {
                    visit(logged[next], keyMask, blockMask, body)
                    next += 1
                }
                var bits = words[person]
                if next < logged.count, logged[next].key == here {
                    bits |= logged[next].value
                    next += 1
                }
                body(person, rank, DaySet.Block(index: Int32(block) + DayPlanes.firstBlock, bits: bits))
            }
        }
        while next < logged.count {
            visit(logged[next], keyMask, blockMask, body)
            next += 1
        }
    }

    @inline(__always)
    private func visit(
        _ entry: PackedTally.Entry, _ keyMask: UInt64, _ blockMask: UInt64,
        _ body: (_ person: Int, _ rank: Int, _ block: DaySet.Block) -> Void
    ) {
        let block = Int32(truncatingIfNeeded: entry.key & blockMask)
        body(
            Int(entry.key >> (DayPlanes.blockBits + DayPlanes.keyBits)),
            Int(entry.key >> DayPlanes.blockBits & keyMask),
            DaySet.Block(index: block + DayPlanes.firstBlock, bits: entry.value))
    }

    /// The planes as words of 56 days, in the order of ranks and blocks; the planes themselves are given up.
    private func words(_ ranks: [Int]) -> [(rank: Int, block: Int, words: UnsafeMutablePointer<UInt64>)] {
        var result: [(rank: Int, block: Int, words: UnsafeMutablePointer<UInt64>)] = []
        for key in 0..<placesCount {
            guard let row = places[key] else { continue }
            for block in 0..<DayPlanes.blocks {
                guard let plane = row[block].plane else { continue }
                let words = UnsafeMutablePointer<UInt64>.allocate(capacity: people)
                for person in 0..<people {
                    var bits: UInt64 = 0
                    for week in 0..<8 {
                        bits |= UInt64(plane[week &* people &+ person]) &<< UInt64(week &* 7)
                    }
                    words[person] = bits
                }
                free(plane)
                row[block].plane = nil
                result.append((ranks[key], block, words))
            }
        }
        return result.sorted { ($0.rank, $0.block) < ($1.rank, $1.block) }
    }
}
