import ArgumentParser
import Casework
import Diagnosis
import Disclosure
import Foundation
import Intake
import Measures
import Pages
import Wire

/// `Benchmarks phases CASE`: what each part of a diagnosis costs, inside one process.
struct PhasesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phases",
        abstract: "Print the CPU seconds of each part of a diagnosis, and the peak memory.",
        discussion: "With --out, the JSON and the report are kept, to compare two builds byte by byte.")

    @Argument(help: "The case folder, for example one that generate wrote.", completion: .directory)
    var caseFolder: String

    @Option(help: "Where to write diagnosis.json and report.html; made if missing.", completion: .directory)
    var out: String?

    func run() throws {
        let table = FigureTable(["part", "CPU s", "peak MiB so far"], width: 20)
        let investigation = try ResourceUse.row("reading", in: table) {
            try Investigation(reading: FolderCase(caseFolder))
        }
        let diagnosis = ResourceUse.row("diagnosis", in: table) {
            Diagnosis.diagnose(investigation.evidence, notices: investigation.notices)
        }
        let publication = ResourceUse.row("disclosure", in: table) {
            Publisher.publish(diagnosis, policy: .protected)
        }
        try ResourceUse.row("JSON", in: table) {
            let file = try out.map { try open("diagnosis.json", in: $0) }
            try DiagnosisBody.write(publication, product: "firsthand") { try file?.write(contentsOf: $0) }
        }
        try ResourceUse.row("report", in: table) {
            let page = Report.render(publication)
            if let out { try open("report.html", in: out).write(contentsOf: Data(page.utf8)) }
        }
        let figures = publication.scopes.flatMap(\.measures)
        print(
            "\(publication.scopes.count) scopes, \(figures.count) figures, "
                + "\(figures.count { $0.value.withheldBecause?.code == "wouldRevealOthers" }) withheld for what they "
                + "would give away beside others")
    }

    private func open(_ name: String, in folder: String) throws -> FileHandle {
        let folder = URL(fileURLWithPath: folder, isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent(name)
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }
}
