import Inference
import Testing

@Suite struct `Student's t` {
    /// scipy.stats.t.ppf((1 + level) / 2, df); References/paired_differences.py.
    @Test(arguments: [
        (0.9, 4, 2.131846786326), (0.95, 9, 2.262157162798), (0.99, 1, 63.656741162872),
        (0.9, 1, 6.313751514675),
        (0.95, 200, 1.971896223634),
    ])
    func `has the critical values of the reference`(level: Double, freedom: Int, expected: Double) {
        #expect(close(StudentT.criticalValue(level, degreesOfFreedom: freedom), expected, 1e-9))
    }

    @Test func `falls with the degrees of freedom towards the normal value`() {
        let values = [1, 2, 5, 10, 50, 1_000].map { StudentT.criticalValue(0.9, degreesOfFreedom: $0) }
        #expect(zip(values, values.dropFirst()).allSatisfy(>))
        #expect(close(values[5], 1.6464, 1e-3))
    }
}
