public import Inference

/// Deals the same number of marks to other people of the same cell, again and again.
///
/// Each draw is uniform over all ways to mark as many people in every cell as were marked at the start.
/// - Complexity: a draw costs the rarer of marked and unmarked people, cell by cell.
public struct LabelPermutation: Sendable {
    /// People cell by cell; each draw leaves another order behind, which does no harm.
    private var people: [UInt32]
    private let cells: [Cell]

    /// One cell: where its people stand and how many of them are marked.
    private struct Cell {
        let start: Int
        let count: Int
        let marked: Int
        /// Whether the marked are the majority, so that drawing the unmarked is cheaper.
        var drawsUnmarked: Bool { 2 * marked > count }
    }

    /// - Parameters:
    ///   - marks: who is marked, shape (people).
    ///   - cells: the cell of each person, numbered from 0.
    ///   - taking: people who take part; nil for all. The others never receive a mark.
    public init(marks: [Bool], cells: [Int], taking: [Bool]? = nil) {
        precondition(marks.count == cells.count, "one cell a person")
        let cellCount = (cells.max() ?? -1) + 1
        var sizes = [Int](repeating: 0, count: cellCount + 1)
        var marked = [Int](repeating: 0, count: cellCount)
        for person in marks.indices where taking?[person] ?? true {
            sizes[cells[person] + 1] += 1
            if marks[person] { marked[cells[person]] += 1 }
        }
        for cell in 0..<cellCount { sizes[cell + 1] += sizes[cell] }
        var people = [UInt32](repeating: 0, count: sizes[cellCount])
        var cursor = sizes
        for person in marks.indices where taking?[person] ?? true {
            people[cursor[cells[person]]] = UInt32(person)
            cursor[cells[person]] += 1
        }
        self.people = people
        self.cells = (0..<cellCount).map {
            Cell(start: sizes[$0], count: sizes[$0 + 1] - sizes[$0], marked: marked[$0])
        }
    }

    /// Whether any cell can be dealt in more than one way.
    public var canVary: Bool { cells.contains { $0.marked > 0 && $0.marked < $0.count } }

    /// Shuffles, then calls `body` with each marked person once, or with each unmarked person of the cells
    /// where they are fewer.
    mutating func deal(using random: inout RandomSource, body: (_ person: Int, _ isMarked: Bool) -> Void) {
        for cell in cells where cell.count > 0 {
            let chosen = cell.drawsUnmarked ? cell.count - cell.marked : cell.marked
            for place in 0..<chosen {
                let other = place + random.below(cell.count - place)
                if other != place { people.swapAt(cell.start + place, cell.start + other) }
                body(Int(people[cell.start + place]), !cell.drawsUnmarked)
            }
        }
    }

    /// One draw of marks, shape (people); people who do not take part keep the mark they have.
    public mutating func draw(into marks: inout [Bool], using random: inout RandomSource) {
        for cell in cells {
            for place in cell.start..<(cell.start + cell.count) {
                marks[Int(people[place])] = cell.drawsUnmarked
            }
        }
        deal(using: &random) { person, isMarked in marks[person] = isMarked }
    }

    /// Marked people per cell where the unmarked are dealt: the counts a dealer has to start from.
    mutating func countsToStartFrom(team: [Int32], teams: Int) -> [Int32] {
        var counts = [Int32](repeating: 0, count: teams)
        for cell in cells where cell.drawsUnmarked {
            for place in cell.start..<(cell.start + cell.count) { counts[Int(team[Int(people[place])])] += 1 }
        }
        return counts
    }
}
