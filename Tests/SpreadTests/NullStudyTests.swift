import Inference
import Spread
import Testing

@Suite(.enabled(if: isOptimised, "a thousand organisations: only in optimised builds"))
struct `False alarms of the nulls` {
    @Test(arguments: [
        ([Int](repeating: 8, count: 30), 0.034), ([Int](repeating: 8, count: 12), 0.053),
        ((0..<24).map { 3 + ($0 * 7) % 13 }, nil),
    ])
    func `without clustering the test alarms at its level and the gap is centred`(
        _ row: (sizes: [Int], sd: Double?)
    ) throws {
        var random = RandomSource(seed: 101)
        let design = NullStudy.Design(teamSizes: row.sizes, userShare: 0.3)
        let outcome = try #require(NullStudy.run(design, organisations: 1500, draws: 199, using: &random))
        print("null study \(row.sizes.count) teams: \(outcome)")
        #expect(outcome.organisations == 1500)
        #expect(outcome.freeAlarms >= 0.03 && outcome.freeAlarms <= 0.07)
        #expect(outcome.activityKeepingAlarms == nil)
        #expect(abs(outcome.meanGap - outcome.expectedGap) < 3.5 * outcome.standardErrorOfMean)
        if let sd = row.sd { #expect(abs(outcome.sdGap - sd) < 0.003) }
    }

    @Test func `where busy teams use more the free null cries wolf and the activity-keeping one does not`()
        throws
    {
        var random = RandomSource(seed: 102)
        let design = NullStudy.Design(
            teamSizes: [Int](repeating: 8, count: 30), userShare: 0.3, activityBetweenTeams: 0.4,
            activityWithinTeams: 0.6, useByActivity: 1)
        let outcome = try #require(NullStudy.run(design, organisations: 1000, draws: 199, using: &random))
        print("null study with activity: \(outcome)")
        #expect(outcome.freeAlarms > 0.15)
        let keeping = try #require(outcome.activityKeepingAlarms)
        #expect(keeping >= 0.03 && keeping <= 0.07)
    }
}
