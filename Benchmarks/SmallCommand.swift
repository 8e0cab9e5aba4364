import ArgumentParser

/// `Benchmarks small`: what a diagnosis of a small organisation costs, with every kind of file.
struct SmallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "small",
        abstract: "Print what diagnosing a specimen and a case of five hundred people costs.")

    @OptionGroup var program: ProgramOptions

    func run() throws {
        let table = ProgramOptions.table()
        try ProgramOptions.inTemporaryFolder { folder in
            let specimen = "\(folder)/specimen"
            _ = try CommandRun(program.firsthand, ["specimen", "--seed", "7", "--out", specimen, "--quiet"])
            table.row(["diagnose specimen"] + (try program.run(["diagnose", specimen, "-q"])).cells)
            let size = GeneratedCase.Size(people: 500, rows: 25_000, weeks: 30, teamSize: 12, tools: 12)
            let generated = "\(folder)/generated"
            try GeneratedCase(size, seed: 1, isFull: true).write(to: generated)
            table.row(["diagnose 500 people"] + (try program.run(["diagnose", generated, "-q"])).cells)
        }
    }
}
