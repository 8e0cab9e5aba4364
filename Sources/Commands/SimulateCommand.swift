import ArgumentParser
import Casework
import Diagnosis
import Disclosure
import Foundation
import Intake
import Pages
import Wire

/// `firsthand simulate CASE`: what would come of each way to go on.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract:
            "Play ways to go on forward: do nothing, train, order, seed discovery, protect champions' time.",
        discussion: """
            Chances come from the case's own last half year, with all their uncertainty; what it cannot tell is said. \
            Without --scenario the five usual ways are played.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "The case folder.", completion: .directory)
    var caseFolder: String

    @Option(help: "Ways to go on, as YAML.", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String?

    @Option(help: "Runs of each way; by default 1000, fewer in very large organisations.")
    var runs: Int?

    @Option(help: "The same seed gives the same answer.")
    var seed: UInt64 = 1

    @Option(help: "Threads; the answer does not depend on them.")
    var threads = 1

    @Option(
        help: "Also write the whole report, with the scenarios in it, to this path.",
        completion: .file(extensions: ["html"]))
    var report: String?

    @OptionGroup var mapping: MapOptions

    @Option(help: "What to print: text or json.")
    var format: Format = .text

    @Flag(help: "Show small groups too. Every page says so; do not pass it on.")
    var unprotected = false

    @Flag(name: .shortAndLong, help: "Show no progress.")
    var quiet = false

    func validate() throws {
        guard (1...256).contains(threads) else {
            throw ValidationError("--threads takes a number from 1 to 256; got \(threads).")
        }
        if let runs, !(2...1_000_000).contains(runs) {
            throw ValidationError("--runs takes a number from 2 to 1000000; got \(runs).")
        }
        if let report, let obstacle = OutputFile.obstacle(to: report) {
            throw ValidationError("--report cannot be written to '\(report)': \(obstacle).")
        }
    }

    func run() throws {
        let progress = ProgressBar(isQuiet: quiet)
        let stop = StopSignal()
        let written = try scenario.map { try ScenarioFile(reading: CaseFile(atPath: $0)) }
        let investigation = try Investigation(reading: FolderCase(caseFolder), maps: mapping.maps) { read in
            let share = read.size.map { $0 > 0 ? Double(read.bytesRead) / Double($0) : 0 } ?? 0
            progress.show("Reading \(read.file)", share)
        }
        let policy: DisclosurePolicy = unprotected ? .unprotected : .protected
        let simulation: ScenarioPublication
        do {
            simulation = try investigation.simulate(
                written, runs: runs, seed: seed, policy: policy, threads: threads
            ) {
                progress.show($0, $1)
                return !stop.isGiven
            }
        } catch let failure as ProspectFailure {
            progress.finish()
            throw ValidationError("Nothing can be played forward yet. \(failure.description)")
        }
        if let report {
            let publication = investigation.publish(seed: seed, policy: policy) { progress.show($0, $1) }
            try OutputFile.write(Report.render(publication, simulation: simulation), to: report)
        }
        progress.finish()
        switch format {
        case .text:
            print(
                SimulationText(simulation: simulation, paper: .standardOutput()).lines()
                    .joined(separator: "\n"))
            if let report { print("\nReport: \(report)") }
        case .json:
            try StandardStreams.write(
                SimulationBody(simulation, product: "firsthand \(Product.version)").encode())
            try StandardStreams.write(Data("\n".utf8))
        }
    }
}
