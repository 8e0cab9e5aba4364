import ArgumentParser
import Inference
import Spread

/// `Benchmarks coverage`: what the methods claim beside what they hold.
///
/// Coverage of the pooled intervals, and false alarms of the permutation tests (SCIENCE 10.3).
struct CoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Print how often intervals hold the truth, and how often tests cry wolf.")

    @Option(help: "Seed of the simulations.")
    var seed: UInt64 = 1

    func run() throws {
        var random = RandomSource(seed: seed, stream: "benchmarks")
        try printIntervals(&random)
        printFalseAlarms(&random)
    }

    private func printIntervals(_ random: inout RandomSource) throws {
        print("Team intervals, claimed 95 % (SCIENCE 4.2)")
        let table = FigureTable(["teams", "mu", "rho", "coverage", "width", "Wilson", "width"])
        for row in try CoverageStudy.pooledTeams(using: &random) {
            table.row(
                ["\(row.world.teams)"]
                    + [
                        row.world.mean, row.world.rho, row.coverage, row.width, row.wilsonCoverage,
                        row.wilsonWidth,
                    ].map { FigureTable.number($0) })
        }
    }

    private func printFalseAlarms(_ random: inout RandomSource) {
        print("\nFalse alarms at 5 %, no clustering planted (SCIENCE 10.3)")
        let table = FigureTable(["teams", "users", "free", "activity", "mean gap", "expected"])
        for design in CoverageCommand.designs {
            guard let outcome = NullStudy.run(design, using: &random) else { continue }
            table.row([
                "\(design.teamSizes.count)", FigureTable.number(design.userShare),
                FigureTable.number(outcome.freeAlarms),
                outcome.activityKeepingAlarms.map { FigureTable.number($0) } ?? "–",
                FigureTable.number(outcome.meanGap), FigureTable.number(outcome.expectedGap),
            ])
        }
    }

    private static let designs: [NullStudy.Design] = [
        .init(teamSizes: [Int](repeating: 8, count: 30), userShare: 0.3),
        .init(teamSizes: [Int](repeating: 8, count: 12), userShare: 0.3),
        .init(teamSizes: [5, 6, 7, 8, 9, 10, 11, 12, 20, 31], userShare: 0.3),
        .init(
            teamSizes: [Int](repeating: 8, count: 30), userShare: 0.3, activityBetweenTeams: 0.8,
            activityWithinTeams: 0.6, useByActivity: 1),
    ]
}
