import ArgumentParser
import Discovery

/// `Benchmarks trials`: how often the interval of a trial's before and after holds the truth.
struct TrialsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trials",
        abstract: "Print how often the interval of a trial's paired differences holds the truth.")

    @Option(help: "Trials drawn for each row.")
    var replications = 20_000

    @Option(help: "Seed of the simulations.")
    var seed: UInt64 = 1

    func run() throws {
        print("Paired differences, claimed 90 %")
        let table = FigureTable(["shape", "occasions", "coverage", "width"])
        for world in PairedStudy.worlds {
            let row = PairedStudy.run(world, replications: replications, seed: seed)
            table.row([
                world.name, "\(world.pairs)", FigureTable.number(row.coverage), FigureTable.number(row.width),
            ])
        }
    }
}
