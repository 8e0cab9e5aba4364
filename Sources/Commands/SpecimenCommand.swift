import ArgumentParser
import Casework
import Foundation
import Specimens

/// `firsthand specimen`: an organisation whose illness we caused.
struct SpecimenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "specimen",
        abstract: "Make a synthetic organisation whose illness is known, as a case folder.",
        discussion: "The truth is printed, never written into the folder: the diagnosis has to find it.")

    @Option(help: "What ails it: \(Illness.allCases.map(\.rawValue).joined(separator: ", ")).")
    var illness: Illness = .noPersonalValue

    @Option(help: "How it lives: \(World.allCases.map(\.rawValue).joined(separator: ", ")).")
    var world: World = .base

    @Option(help: "The same seed makes the same organisation.")
    var seed: UInt64 = 1

    @Option(help: "The folder to write.", completion: .directory)
    var out: String

    @Flag(inversion: .prefixedNo, help: "Also write exports in vendors' formats.")
    var exports = true

    @Flag(name: .shortAndLong, help: "Do not print the truth.")
    var quiet = false

    func run() throws {
        let specimen = SpecimenFactory.make(
            SpecimenPlan(illness: illness, world: world, seed: seed, withExports: exports))
        var texts = ["case.yaml": specimen.yaml]
        for export in specimen.exports { texts[export.path] = export.text }
        try CaseFolderWriter.write(tables: specimen.files, texts: texts, to: out)
        guard !quiet else { return }
        let truth = specimen.truth
        let later = String(format: "%.0f %%", 100 * truth.habitShareLater)
        print("\(specimen.name), seed \(seed), written to \(out).")
        print(
            "Planted: \(illness.rawValue). Twelve weeks on, \(later) have a habit: \(truth.phase.rawValue).")
    }
}

extension Illness: ExpressibleByArgument {}
extension World: ExpressibleByArgument {}
