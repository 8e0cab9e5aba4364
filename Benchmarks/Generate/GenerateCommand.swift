import ArgumentParser

/// `Benchmarks generate`: a large case folder to measure with.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write a seeded case folder of any size: people.csv, coverage.csv and use.csv.",
        discussion: """
            Use is distributed as in the anchors of other engines: 85 % of people ever use it, starts are \
            spread by a gamma distribution, rates by a log-normal one, and four in ten stall. Rows come in \
            the order of days, as in a log. People of a team are scattered over the roster.
            """)

    @OptionGroup var size: GeneratedSize

    @Option(help: "The folder to write; made if missing.", completion: .directory)
    var out: String

    func run() throws {
        try size.generated.write(to: out)
        print("\(out): \(size.words)")
    }
}
