import ArgumentParser
import Discovery

/// `Benchmarks suggestions`: what each way of suggesting loses on simulated people.
struct SuggestionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggestions",
        abstract: "Print the regret of suggesting by chance, by popularity and by Thompson sampling.")

    @Option(help: "Organisations drawn for each world.")
    var replications = 40

    @Option(help: "Seed of the simulations.")
    var seed: UInt64 = 1

    func run() throws {
        for world in SuggestionStudy.worlds {
            print("\(world.name): regret a suggestion, in chances of keeping")
            let table = FigureTable(["policy", "regret", "SE", "late", "kept"])
            for row in SuggestionStudy.run(world, replications: replications, seed: seed) {
                table.row(
                    [row.policy.rawValue]
                        + [row.regret, row.standardError, row.lateRegret, row.kept].map {
                            FigureTable.number($0)
                        })
            }
        }
    }
}
