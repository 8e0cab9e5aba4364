import ArgumentParser

/// `Benchmarks startup`: what it costs to start the program and say its version.
struct StartupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "startup", abstract: "Print what starting the program costs.")

    @OptionGroup var program: ProgramOptions

    func run() throws {
        let table = ProgramOptions.table()
        table.row(["--version"] + (try program.run(["--version"])).cells)
    }
}
