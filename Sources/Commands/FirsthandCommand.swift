public import ArgumentParser

/// The `firsthand` command: the root of the command line.
public struct FirsthandCommand: AsyncParsableCommand {
    /// Name, abstract and subcommands.
    public static let configuration = CommandConfiguration(
        commandName: "firsthand",
        abstract: "Says where an AI rollout is stuck and why, from evidence an organisation already has.")

    /// A command without arguments.
    public init() {}

    /// Runs the command with the process's arguments.
    public static func run() async { await main() }
}
