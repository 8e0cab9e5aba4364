import ArgumentParser
import Casework
import Diagnosis
import Disclosure
import Intake
import Measures

/// `Benchmarks phases CASE`: what each part of a diagnosis costs, inside one process.
struct PhasesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phases",
        abstract: "Print the CPU seconds of reading, diagnosing and releasing a case, and the peak memory.")

    @Argument(help: "The case folder, for example one that generate wrote.", completion: .directory)
    var caseFolder: String

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
        let figures = publication.scopes.flatMap(\.measures)
        print(
            "\(publication.scopes.count) scopes, \(figures.count) figures, "
                + "\(figures.count { $0.value.withheldBecause?.code == "wouldRevealOthers" }) withheld for what they "
                + "would give away beside others")
    }
}
