import Measures
import Testing

@Suite struct `A measured quantity` {
    @Test func `is either known or has a reason`() {
        let known = Measured.known(3)
        let reason = Reason("noCoverage", "Nothing covers these weeks.")
        let unknown = Measured<Int>.notKnown(reason)
        #expect(known.value == 3 && known.reason == nil)
        #expect(unknown.value == nil && unknown.reason == reason)
        #expect(known.map { $0 * 2 } == .known(6))
        #expect(unknown.map { $0 * 2 } == .notKnown(reason))
    }
}

@Suite struct `An interval` {
    @Test func `puts its ends in order and holds both`() {
        let interval = Interval(low: 0.7, high: 0.2, level: 0.9)
        #expect(interval.low == 0.2 && interval.high == 0.7)
        #expect(abs(interval.width - 0.5) < 1e-15)
        #expect(interval.contains(0.2) && interval.contains(0.7) && interval.contains(0.5))
        #expect(!interval.contains(0.19) && !interval.contains(0.71))
    }

    @Test func `travels with an estimate`() {
        let estimate = Estimate(0.4, interval: Interval(low: 0.1, high: 0.5, level: 0.9), n: 12, unit: .share)
        #expect(estimate.value == 0.4 && estimate.n == 12 && estimate.unit == .share)
        #expect(estimate.interval?.level == 0.9)
        #expect(Estimate(2, n: 1, unit: .days).interval == nil)
    }
}
