public import ArgumentParser
import Foundation
import Intake

/// The `firsthand` command: the root of the command line.
public struct FirsthandCommand: AsyncParsableCommand {
    /// Name, abstract and subcommands.
    public static let configuration = CommandConfiguration(
        commandName: "firsthand",
        abstract: "Says where an AI rollout is stuck and why, from evidence an organisation already has.",
        discussion: """
            Start with `firsthand specimen --out demo` and `firsthand diagnose demo`, or with your own \
            files: a folder with people.csv and use.csv is enough for a first reading.
            """,
        version: Product.version,
        subcommands: [
            DiagnoseCommand.self, InspectCommand.self, CoverageCommand.self, CollectCommand.self,
            CompareCommand.self, ExplainCommand.self, IndexCommand.self, MapCommand.self, PlanCommand.self,
            SimulateCommand.self,
            SpecimenCommand.self, EvaluateCommand.self,
            ServeCommand.self, ImportCommand.self, BackupCommand.self, RestoreCommand.self,
            ExportCommand.self, DoctorCommand.self, InterviewCommand.self, MessageCommand.self,
        ])

    /// A command without arguments.
    public init() {}

    /// Runs the command with the process's arguments and ends the process.
    ///
    /// Exit codes: 0 done, 1 the result could not be written, 2 wrong usage, 3 evidence unreadable, 4 written
    /// but with errors among the notices.
    public static func run() async {
        StandardStreams.hold()
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch let failure as IntakeFailure {
            complain("firsthand: \(failure)")
            Foundation.exit(3)
        } catch let failure as OutputFailure {
            complain("firsthand: \(failure.message)")
            Foundation.exit(1)
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            if code == .success {
                if !text.isEmpty { print(text) }
                end(with: 0)
            }
            if !text.isEmpty { complain(text) }
            end(with: code == .validationFailure ? 2 : code.rawValue)
        }
        end(with: 0)
    }

    /// Ends the process once everything printed has reached its place.
    private static func end(with code: Int32) -> Never {
        do throws(OutputFailure) {
            try StandardStreams.flush()
        } catch {
            complain("firsthand: \(error.message)")
            Foundation.exit(1)
        }
        Foundation.exit(code)
    }

    /// Writes a line to standard error.
    static func complain(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}

/// Name and version of the product.
enum Product {
    static let version = "0.1.0"
}
