import ArgumentParser
import Casework
import Foundation
import Intake
import Rollout
import Wire

/// `firsthand inspect FILE…`: what files are and what they would bring, without importing them.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Say what files are, how that is known, whom and when they cover, and what is odd.",
        discussion: """
            Give files or folders under any names; no case is needed and nothing is imported. With --case \
            the people named are looked up in that case, and --unmatched writes those that met nobody as a \
            table to fill in.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "Files or folders.", completion: .file())
    var files: [String]

    @Option(
        name: .customLong("case"), help: "Look the people up in this case folder.", completion: .directory)
    var caseFolder: String?

    @Option(
        help: "Write the names that met nobody in the case as a table to fill in, usually CASE/aliases.csv.",
        completion: .file(extensions: ["csv"]))
    var unmatched: String?

    @Option(help: "What to print: text or json.")
    var format: Format = .text

    @Flag(help: "Print the names found too. For your own eyes; do not pass it on.")
    var names = false

    @Flag(name: .shortAndLong, help: "One line a file.")
    var quiet = false

    func validate() throws {
        if unmatched != nil, caseFolder == nil {
            throw ValidationError("--unmatched needs --case: without a case nobody can be unmatched.")
        }
        if names, format == .json {
            throw ValidationError("--names prints to the terminal only; JSON never carries names.")
        }
        if names, quiet { throw ValidationError("Choose --quiet or --names, not both.") }
    }

    func run() throws {
        let progress = ProgressBar(isQuiet: quiet)
        func show(_ read: ReadProgress) {
            let share = read.size.map { $0 > 0 ? Double(read.bytesRead) / Double($0) : 0 } ?? 0
            progress.show("Reading \(read.file)", share)
        }
        let inspector =
            try caseFolder.map { try FileInspector(case: FolderCase($0), progress: show) }
            ?? FileInspector(progress: show)
        let inspections = try LooseFiles.files(at: files).map { inspector.inspect($0) }
        progress.finish()
        switch format {
        case .text:
            let text = InspectText(
                inspections: inspections, paper: .standardOutput(), isQuiet: quiet, showsNames: names)
            print(text.lines().joined(separator: "\n"))
        case .json:
            let body = InspectBody(inspections, product: "firsthand \(Product.version)")
            print(String(decoding: try body.encode(), as: UTF8.self))
        }
        if let unmatched { try writeUnmatched(inspections, to: unmatched) }
        if inspections.contains(where: { $0.notices.contains { $0.severity == .error } }) {
            throw ExitCode(4)
        }
    }

    /// Adds the names that met nobody to the table at a path; lines that are there stay.
    private func writeUnmatched(_ inspections: [FileInspection], to path: String) throws {
        let found = inspections.map { (source: $0.path, names: $0.names.unmatched) }
        let isThere = FileManager.default.fileExists(atPath: path)
        let table = AliasTable.toFillIn(
            found, keeping: isThere ? try LooseFiles.files(at: [path]).first : nil)
        try Data(CSVWriter.bytes(of: table)).write(to: URL(fileURLWithPath: path), options: .atomic)
        let open = table.rows.count { $0[2].isEmpty }
        FirsthandCommand.complain(
            "\(path): \(open) \(open == 1 ? "name" : "names") to fill in. It holds names; keep it in the case folder."
        )
    }
}
