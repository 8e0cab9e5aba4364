import ArgumentParser
import Foundation

/// Where the program to measure is, and how often to run it.
struct ProgramOptions: ParsableArguments {
    @Option(help: "The program to measure.", completion: .file())
    var firsthand = ".build/release/firsthand"

    @Option(name: .customLong("repeat"), help: "Runs of each command; the median is printed.")
    var times = 3

    /// Runs a command of the program as often as asked for.
    func run(_ arguments: [String], output: String = "/dev/null") throws -> CommandRun {
        try CommandRun.median(of: times) { try CommandRun(firsthand, arguments, output: output) }
    }

    /// The heading of what runs print.
    static func table() -> FigureTable { FigureTable(["command", "CPU s", "wall s", "peak MiB"], width: 28) }

    /// A folder of one's own that goes when the work is done.
    static func inTemporaryFolder(_ work: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "firsthand-bench-\(getpid())", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer {
            do {
                try FileManager.default.removeItem(at: folder)
            } catch {
                print("\(folder.path) could not be removed: \(error)")
            }
        }
        try work(folder.path)
    }
}
