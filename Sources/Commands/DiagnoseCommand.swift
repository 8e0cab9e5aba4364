import ArgumentParser
import Casework
import Disclosure
import Foundation
import Intake
import Measures
import Pages
import Rollout
import Wire

/// `firsthand diagnose CASE`: the verdict with its argument.
struct DiagnoseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagnose",
        abstract: "Say where a rollout is stuck and why, with the uncertainty and what is missing.",
        discussion: """
            CASE is a folder with people.csv and whatever else there is: use.csv, use-cases.csv, pulse.csv, \
            exports/ … What is missing is said. Nothing leaves this machine.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The case folder.", completion: .directory)
    var caseFolder: String

    @Option(help: "What to print: text or json.")
    var format: Format = .text

    @Option(
        help: "Also write a single-file HTML report to this path.", completion: .file(extensions: ["html"]))
    var report: String?

    @Option(
        name: .customLong("as-of"), help: "The day to speak of, as yyyy-mm-dd; the case's own if left out.")
    var asOf: String?

    @OptionGroup var mapping: MapOptions

    @Option(help: "Seed of every null model and resampling.")
    var seed: UInt64 = 1

    @Flag(help: "Show small groups too. Every page says so; do not pass it on.")
    var unprotected = false

    @Flag(name: .shortAndLong, help: "Print the verdict only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Print every measure, every team and every notice.")
    var verbose = false

    func validate() throws {
        if quiet, verbose { throw ValidationError("Choose --quiet or --verbose, not both.") }
        _ = try day()
        if let report, let obstacle = OutputFile.obstacle(to: report) {
            throw ValidationError("--report cannot be written to '\(report)': \(obstacle).")
        }
    }

    private func day() throws -> Day? {
        guard let asOf else { return nil }
        guard let day = Day(asOf) else {
            throw ValidationError("--as-of takes a day as yyyy-mm-dd, for example 2026-06-28; got '\(asOf)'.")
        }
        return day
    }

    func run() async throws {
        let progress = ProgressBar(isQuiet: quiet)
        let investigation = try Investigation(
            reading: FolderCase(caseFolder), asOf: day(), maps: mapping.maps
        ) {
            read in
            let share = read.size.map { $0 > 0 ? Double(read.bytesRead) / Double($0) : 0 } ?? 0
            progress.show("Reading \(read.file)", share)
        }
        let publication = investigation.publish(
            seed: seed, policy: unprotected ? .unprotected : .protected
        ) { what, share in progress.show(what, share) }
        progress.finish()
        // The report first: whoever reads what is printed may stop reading, and end the process with it.
        if let report { try OutputFile.write(Report.render(publication), to: report) }
        switch format {
        case .text:
            let detail: DiagnosisText.Detail = quiet ? .quiet : verbose ? .verbose : .normal
            let text = DiagnosisText(publication: publication, paper: .standardOutput(), detail: detail)
            print(text.lines().joined(separator: "\n"))
        case .json:
            try DiagnosisBody.write(publication, product: "firsthand \(Product.version)") {
                try StandardStreams.write($0)
            }
            try StandardStreams.write(Data("\n".utf8))
        }
        if let report, format == .text { print("\nReport: \(report)") }
        if publication.notices.contains(where: { $0.severity == .error }) { throw ExitCode(4) }
    }
}
