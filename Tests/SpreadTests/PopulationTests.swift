import Inference
import Spread
import Testing

@Suite struct `A population` {
    @Test func `activity classes are equally large, keep ties together and stay within the stratum`() {
        let activity = (0..<50).map { $0 } + [7, 7, 7, 7]
        let stratum = [Int](repeating: 3, count: 50) + [4, 4, 4, 4]
        let classes = Population.activityClasses(of: activity, within: stratum)
        for number in 0..<5 { #expect(classes[0..<50].filter { $0 == number }.count == 10) }
        #expect(Array(classes[0..<50]) == (0..<50).map { $0 / 10 })
        #expect(Array(classes[50...]) == [0, 0, 0, 0])
    }

    @Test func `a stratum of twelve has two classes, and everybody alike has one`() {
        #expect(
            Set(Population.activityClasses(of: Array(0..<12), within: [Int](repeating: 0, count: 12))).count
                == 2)
        let alike = Population.activityClasses(
            of: [Int](repeating: 5, count: 40), within: [Int](repeating: 0, count: 40))
        #expect(Set(alike).count == 1)
    }

    @Test func `cells are strata, or strata by activity, numbered in order`() {
        let population = Population(team: [0, 0, 0, 0], stratum: [9, 2, 9, 2], activity: [0, 4, 4, 4])
        #expect(population.cells(keepingActivity: false) == [1, 0, 1, 0])
        #expect(population.cells(keepingActivity: true) == [1, 0, 2, 0])
    }
}

@Suite struct `Permuting labels` {
    @Test func `keeps the number of marks in every cell and reaches every placement evenly`() {
        var random = RandomSource(seed: 1)
        let cells = [0, 0, 0, 1, 1, 1, 1]
        let marks = [true, false, false, true, true, true, false]
        var permutation = LabelPermutation(marks: marks, cells: cells)
        var drawn = marks
        var seen: [Int: Int] = [:]
        for _ in 0..<12_000 {
            permutation.draw(into: &drawn, using: &random)
            #expect(drawn[0..<3].filter { $0 }.count == 1)
            #expect(drawn[3...].filter { $0 }.count == 3)
            seen[drawn.indices.reduce(0) { $0 | (drawn[$1] ? 1 << $1 : 0) }, default: 0] += 1
        }
        #expect(seen.count == 12)
        for count in seen.values { #expect(abs(count - 1000) < 150) }
        #expect(permutation.canVary)
    }

    @Test func `people who do not take part keep their mark`() {
        var random = RandomSource(seed: 1)
        var permutation = LabelPermutation(
            marks: [true, true, false, false], cells: [0, 0, 0, 0], taking: [false, true, true, true])
        var drawn = [true, true, false, false]
        for _ in 0..<50 {
            permutation.draw(into: &drawn, using: &random)
            #expect(drawn[0])
            #expect(drawn.filter { $0 }.count == 2)
        }
    }

    @Test func `cells of all or none cannot vary`() {
        #expect(!LabelPermutation(marks: [true, true, false], cells: [0, 0, 1]).canVary)
    }
}

@Suite struct `Summary of a null` {
    @Test func `five draws by hand`() throws {
        let null = try #require(NullSummary(observed: 4, draws: [1, 2, 3, 4, 10]))
        #expect(null.mean == 4)
        #expect(null.median == 3)
        #expect(abs(null.percentile95 - 8.8) < 1e-12)
        #expect(abs(null.sd - 12.5.squareRoot()) < 1e-12)
        #expect(null.p == 0.5)
        #expect(null.pLower == 5.0 / 6)
        #expect(null.pTwoSided == 1)
        #expect(null.excess == 0 && null.excessOverMedian == 1)
        #expect(null.z == 0)
    }

    @Test func `a draw equal but for rounding counts as equal`() throws {
        let null = try #require(NullSummary(observed: 0.1 + 0.2, draws: [0.3, 0.3]))
        #expect(null.p == 1)
    }

    @Test func `no draws, or an observed value that is none, give no summary`() {
        #expect(NullSummary(observed: 1, draws: []) == nil)
        #expect(NullSummary(observed: .nan, draws: [1]) == nil)
    }
}
