import ArgumentParser
import Casework
import Foundation
import Intake
import Measures

/// `firsthand collect`: builds a case folder from what an organisation already has.
struct CollectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect", abstract: "Build a case folder from what is already there.",
        subcommands: [CollectGitCommand.self])
}

/// `firsthand collect git REPO… --out CASE`: a case folder from git history.
struct CollectGitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "git",
        abstract: "Build a pseudonymised case folder from the history of local git repositories.",
        discussion: """
            Reads who worked when and which commits carry a mark of an AI tool; nothing is fetched and no \
            name, address or message is written. The key that makes the pseudonyms is kept beside the \
            folder: whoever has it can tell who is who.
            """)

    @Argument(help: "Local clones, work trees or bare.", completion: .directory)
    var repositories: [String]

    @Option(help: "The case folder to write.", completion: .directory)
    var out: String

    @Option(help: "The organisation's name; the folder's if left out.")
    var name: String?

    @Option(help: "First day to read, as yyyy-mm-dd; thirty months before the newest commit if left out.")
    var since: String?

    @Option(help: "Last day to read, as yyyy-mm-dd.")
    var until: String?

    @Option(help: "What makes a team: repository, or folder (the top-level one).")
    var teams: GitCaseOptions.TeamRule?

    @Option(name: .customLong("agent"), help: "Address or name of an in-house agent; may be given again.")
    var agents: [String] = []

    @Option(
        name: .customLong("label"),
        help: "Label policy of a repository, as repository=asked or repository=banned; may be given again.")
    var labels: [String] = []

    @Flag(inversion: .prefixedNo, help: "Read pull-request refs too, where they are there.")
    var requests = true

    func run() throws {
        var options = GitCaseOptions(name: name ?? URL(fileURLWithPath: out).lastPathComponent)
        options.teamRule = teams
        for label in labels {
            let parts = label.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let policy = GitCaseOptions.LabelPolicy(rawValue: parts[1]) else {
                throw ValidationError("--label takes repository=asked or repository=banned; got '\(label)'.")
            }
            options.labels[parts[0]] = policy
        }
        var work = GitCollector.Options(work: options)
        work.since = try CommandDay.parse(since, option: "--since")
        work.until = try CommandDay.parse(until, option: "--until")
        work.agents = agents
        work.readsRequests = requests
        let progress = ProgressBar(isQuiet: false)
        do {
            let report = try GitCollector(work).collect(repositories, into: out) { step in
                progress.show(
                    "\(step.repository): \(step.commits) commits", Double(step.place - 1) / Double(step.of))
            }
            progress.finish()
            print(
                CollectText(report: report, paper: .standardOutput()).lines(folder: out).joined(
                    separator: "\n"))
        } catch let failure as GitFailure {
            progress.finish()
            FirsthandCommand.complain("firsthand: \(failure.message)")
            throw ExitCode(3)
        }
    }
}

extension GitCaseOptions.TeamRule: ExpressibleByArgument {}

/// Days as options.
enum CommandDay {
    /// The day of an option; nil where it was not given.
    static func parse(_ text: String?, option: String) throws -> Day? {
        guard let text else { return nil }
        guard let day = Day(text) else {
            throw ValidationError(
                "\(option) takes a day as yyyy-mm-dd, for example 2026-06-28; got '\(text)'.")
        }
        return day
    }
}
