import Inference
import Spread

/// Prints what the methods claim beside what they hold: coverage of the pooled intervals, and false alarms of
/// the permutation tests. Nothing is asserted; the figures stand in the guides.
func table(_ columns: [String]) { print(columns.map { $0.padding(to: 14) }.joined()) }

extension String {
    /// The text filled up with spaces.
    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}

/// A share with three decimals.
func share(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }

var random = RandomSource(seed: 1, stream: "benchmarks")
print("Team intervals, claimed 95 % (SCIENCE 4.2)")
table(["teams", "mu", "rho", "coverage", "width", "Wilson", "width"])
for row in try CoverageStudy.pooledTeams(using: &random) {
    table([
        "\(row.world.teams)", share(row.world.mean), share(row.world.rho), share(row.coverage),
        share(row.width),
        share(row.wilsonCoverage), share(row.wilsonWidth),
    ])
}
print("\nFalse alarms at 5 %, no clustering planted (SCIENCE 10.3)")
table(["teams", "users", "free", "activity", "mean gap", "expected"])
let designs: [NullStudy.Design] = [
    .init(teamSizes: [Int](repeating: 8, count: 30), userShare: 0.3),
    .init(teamSizes: [Int](repeating: 8, count: 12), userShare: 0.3),
    .init(teamSizes: [5, 6, 7, 8, 9, 10, 11, 12, 20, 31], userShare: 0.3),
    .init(
        teamSizes: [Int](repeating: 8, count: 30), userShare: 0.3, activityBetweenTeams: 0.8,
        activityWithinTeams: 0.6, useByActivity: 1),
]
for design in designs {
    guard let outcome = NullStudy.run(design, using: &random) else { continue }
    table([
        "\(design.teamSizes.count)", share(design.userShare), share(outcome.freeAlarms),
        outcome.activityKeepingAlarms.map(share) ?? "–", share(outcome.meanGap), share(outcome.expectedGap),
    ])
}
