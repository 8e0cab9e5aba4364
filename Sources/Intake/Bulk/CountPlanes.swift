import Foundation
import Measures

/// Actions of people by day, whatever the tool: a row of totals for every day on which many people act.
///
/// Only for what adds up: the counts of one file.
/// - Complexity: O(1) a count; memory four bytes a person and day with a row, within a budget.
final class CountPlanes {
    private let people: Int
    private let worthwhile: Int
    private var budget: Int
    private let planes: UnsafeMutablePointer<UnsafeMutablePointer<UInt32>?>
    private let met: UnsafeMutablePointer<Int32>
    private let span: Int

    /// Rows for so many people.
    init(people: Int) {
        self.people = people
        worthwhile = people / 16
        budget = max(1 << 28, people << 12)
        span = CellDate.range.lowerBound.distance(to: CellDate.range.upperBound) + 1
        planes = .allocate(capacity: span)
        planes.initialize(repeating: nil, count: span)
        met = .allocate(capacity: span)
        met.initialize(repeating: 0, count: span)
    }

    deinit {
        for day in 0..<span { free(planes[day]) }
        planes.deallocate()
        met.deallocate()
    }

    /// Adds actions, if there is a row for the day and the total stays below 2³².
    ///
    /// - Parameter day: Days since 2000-01-01.
    /// - Returns: False where nothing was added, and the count must be kept elsewhere.
    @inline(__always)
    func add(_ actions: UInt32, person: Int, day: Int) -> Bool {
        guard let plane = planes[day] ?? start(day) else { return false }
        let (total, overflows) = plane[person].addingReportingOverflow(actions)
        if overflows { return false }
        plane[person] = total
        return true
    }

    @inline(never)
    private func start(_ day: Int) -> UnsafeMutablePointer<UInt32>? {
        met[day] += 1
        let size = people * MemoryLayout<UInt32>.stride
        guard Int(met[day]) > worthwhile, size <= budget,
            let plane = calloc(people, MemoryLayout<UInt32>.stride)
        else {
            met[day] = min(met[day], .max - 1)
            return nil
        }
        budget -= size
        planes[day] = plane.bindMemory(to: UInt32.self, capacity: people)
        return planes[day]
    }

    /// The days that have a row, in ascending order, with the totals of all people.
    var days: [(day: Int, totals: UnsafePointer<UInt32>)] {
        (0..<span).compactMap { day in planes[day].map { (day, UnsafePointer($0)) } }
    }
}
