import ArgumentParser
import Casework
import Foundation
import Intake

/// `firsthand index CASE`: how long reading and indexing take, and what there is.
struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Read and index a case, and say how large it is and how long that took.")

    @Argument(help: "The case folder.", completion: .directory)
    var caseFolder: String

    @OptionGroup var mapping: MapOptions

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let progress = ProgressBar(isQuiet: json)
        let summary = try IndexSummary(reading: FolderCase(caseFolder), maps: mapping.maps) { read in
            let share = read.size.map { $0 > 0 ? Double(read.bytesRead) / Double($0) : 0 } ?? 0
            progress.show("Reading \(read.file)", share)
        }
        progress.finish()
        print(json ? summary.json : summary.text)
    }
}
