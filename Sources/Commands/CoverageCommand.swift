import ArgumentParser
import Casework
import Disclosure
import Foundation
import Intake
import Measures
import Pages
import Rollout
import Wire

/// `firsthand coverage CASE`: what can be seen at all, before any figure is read.
struct CoverageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Show every source on one time axis, its gaps, and what each gap makes unknowable.",
        discussion: """
            Says whom each source covers, what it means that somebody has no use, how far two sources of the \
            same use agree, and which missing file would settle most.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The case folder.", completion: .directory)
    var caseFolder: String

    @Option(help: "What to print: text or json.")
    var format: Format = .text

    @Option(
        help: "Also write a single-file HTML page to this path.", completion: .file(extensions: ["html"]))
    var report: String?

    @Option(
        name: .customLong("as-of"), help: "The day to speak of, as yyyy-mm-dd; the case's own if left out.")
    var asOf: String?

    @Flag(help: "Show small groups too. Every page says so; do not pass it on.")
    var unprotected = false

    @Flag(name: .shortAndLong, help: "Print every notice too.")
    var verbose = false

    func validate() throws { _ = try CommandDay.parse(asOf, option: "--as-of") }

    func run() throws {
        let progress = ProgressBar(isQuiet: false)
        let survey = try CoverageSurvey(
            reading: FolderCase(caseFolder), asOf: try CommandDay.parse(asOf, option: "--as-of")
        ) { read in
            let share = read.size.map { $0 > 0 ? Double(read.bytesRead) / Double($0) : 0 } ?? 0
            progress.show("Reading \(read.file)", share)
        }
        let publication = survey.publish(policy: unprotected ? .unprotected : .protected) { what, share in
            progress.show(what, share)
        }
        progress.finish()
        switch format {
        case .text:
            let text = CoverageText(
                publication: publication, paper: .standardOutput(), isVerbose: verbose)
            print(text.lines().joined(separator: "\n"))
        case .json:
            let body = CoverageSurveyBody(publication, product: "firsthand \(Product.version)")
            print(String(decoding: try body.encode(), as: UTF8.self))
        }
        if let report {
            try Data(CoveragePage.render(publication).utf8).write(
                to: URL(fileURLWithPath: report), options: .atomic)
            if format == .text { print("\nReport: \(report)") }
        }
        if publication.notices.contains(where: { $0.severity == .error }) { throw ExitCode(4) }
    }
}
