import Inference
import Measures
import Testing

@Suite struct `A shift of the silent` {
    @Test func `moves nothing where everybody answered, or where the silent think alike`() {
        for share in [0, 0.2, 0.5, 1] {
            #expect(close(NonResponseShift(answered: 1, delta: -1).share(share), share, 1e-12))
            #expect(close(NonResponseShift(answered: 0.3, delta: 0).share(share), share, 1e-12))
        }
        let counts = [3.0, 0, 5, 2]
        let same = NonResponseShift(answered: 0.4, delta: 0).histogram(counts)
        #expect(zip(same, counts).allSatisfy { close($0, $1, 1e-12) })
    }

    @Test func `is half the silent's odds where half are silent`() {
        // Odds 1 become e^-1: 1 / (1 + e) = 0.268941; half of it and half of 0.5.
        #expect(close(NonResponseShift(answered: 0.5, delta: -1).share(0.5), 0.3844707, 1e-6))
        #expect(close(NonResponseShift(answered: 0.5, delta: -1).mean(3, low: 1, high: 5), 2.5378828, 1e-6))
    }

    @Test func `keeps the number of answers and lowers every share above a level`() {
        let counts = [1.0, 4, 6, 3, 2]
        let moved = NonResponseShift(answered: 0.6, delta: -0.5).histogram(counts)
        #expect(close(moved.reduce(0, +), 16, 1e-9))
        #expect(moved.allSatisfy { $0 >= 0 })
        for level in 1..<5 { #expect(moved[level...].reduce(0, +) < counts[level...].reduce(0, +)) }
        let shift = NonResponseShift(answered: 0.6, delta: -0.5)
        #expect(close(moved[3...].reduce(0, +) / 16, shift.share(5.0 / 16), 1e-9))
    }

    @Test func `turns a superiority that hangs on it`() throws {
        var source = RandomSource(seed: 2)
        let (leaders, others) = ([5, 5, 4, 5, 4, 5], [4, 3, 5, 4, 3, 4, 5, 2])
        let plain = try #require(Superiority.probability(leaders, over: others, using: &source).value)
        let shifted = try #require(
            Superiority.probability(
                leaders, over: others,
                shifts: (
                    NonResponseShift(answered: 0.2, delta: -2), NonResponseShift(answered: 1, delta: -2)
                ), using: &source
            ).value)
        #expect(shifted.value < plain.value)
        #expect(try #require(shifted.interval).contains(shifted.value))
    }
}
