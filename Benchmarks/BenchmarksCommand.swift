import ArgumentParser

/// `Benchmarks`: what the product costs, and whether its methods hold what they claim.
///
/// Every subcommand prints its own figures and asserts nothing; what was measured stands in the guides.
@main
struct BenchmarksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "Benchmarks",
        abstract: "Print what Firsthand costs, and whether its methods hold what they claim.",
        subcommands: [
            CoverageCommand.self, StartupCommand.self, SmallCommand.self, DiagnoseCommand.self,
            PhasesCommand.self, AnalyticsCommand.self, GenerateCommand.self, SpreadCommand.self,
            ForecastCommand.self,
            RolloutCommand.self, CascadesCommand.self, GraphCommand.self,
            TrialsCommand.self,
            SuggestionsCommand.self,
        ])
}
