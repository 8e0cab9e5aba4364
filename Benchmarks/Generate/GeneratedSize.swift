import ArgumentParser

/// How large a generated case is, and what is in it.
struct GeneratedSize: ParsableArguments {
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

    @Flag(help: "Also write use-cases.csv, champions.csv, pulse.csv, ties.csv and changes.csv.")
    var full = false

    func validate() throws {
        guard people >= 1, rows >= 0, weeks >= 1, teamSize >= 1, (1...99).contains(tools) else {
            throw ValidationError(
                "Give at least one person, week, team member and tool, at most 99 tools, no negative rows.")
        }
    }

    /// The case.
    var generated: GeneratedCase { GeneratedCase(size, seed: seed, isFull: full) }

    private var size: GeneratedCase.Size {
        GeneratedCase.Size(people: people, rows: rows, weeks: weeks, teamSize: teamSize, tools: tools)
    }

    /// The size in words.
    var words: String { "\(people) people, \(size.teams) teams, \(rows) rows of use, \(weeks) weeks" }
}
