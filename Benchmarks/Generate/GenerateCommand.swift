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

    @Option(help: "People on the roster.")
    var people = 100_000

    @Option(help: "Rows of use.csv.")
    var rows = 5_000_000

    @Option(help: "Weeks of use.")
    var weeks = 30

    @Option(name: .customLong("team-size"), help: "People in a team.")
    var teamSize = 12

    @Option(help: "Tools.")
    var tools = 12

    @Option(help: "Seed; the same options and seed write the same bytes.")
    var seed: UInt64 = 1

    @Option(help: "The folder to write; made if missing.", completion: .directory)
    var out: String

    func validate() throws {
        guard people >= 1, rows >= 0, weeks >= 1, teamSize >= 1, (1...99).contains(tools) else {
            throw ValidationError(
                "Give at least one person, week, team member and tool, at most 99 tools, no negative rows.")
        }
    }

    func run() throws {
        let size = GeneratedCase.Size(
            people: people, rows: rows, weeks: weeks, teamSize: teamSize, tools: tools)
        try GeneratedCase(size, seed: seed).write(to: out)
        print("\(out): \(people) people, \(size.teams) teams, \(rows) rows of use, \(weeks) weeks")
    }
}
