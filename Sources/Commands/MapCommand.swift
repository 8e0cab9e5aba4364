import ArgumentParser
import Foundation
import Intake

/// `firsthand map FILE ours=theirs… --case CASE`: keep which column of a table is which.
struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract:
            "Keep in case.yaml which column of a table is which, so that any table of events can be read.",
        discussion: """
            FILE is a path within the case, such as exports/tracker.csv. Everything else in case.yaml stays as it is, \
            comments included. A text for every row has a second equals sign: tool==Tracker.
            """)

    @Argument(help: "The table, by its path within the case.")
    var file: String

    @Argument(help: "Our column and theirs: person=User.")
    var pairs: [String]

    @Option(name: .customLong("case"), help: "The case folder.", completion: .directory)
    var caseFolder: String

    func validate() throws {
        if pairs.isEmpty { throw MapOptions.wrong("") }
        for pair in pairs where ColumnMapping(pair)?.file != nil || ColumnMapping(pair) == nil {
            throw MapOptions.wrong(pair)
        }
    }

    func run() throws {
        let maps = pairs.compactMap { ColumnMapping($0) }.map {
            ColumnMapping(file: file, ours: $0.ours, theirs: $0.theirs)
        }
        let check = try MappingCheck(of: file, in: FolderCase(caseFolder), maps: maps)
        if let refusal = check.refusal { throw ValidationError(refusal) }
        let folder = URL(fileURLWithPath: caseFolder, isDirectory: true)
        let place = folder.appendingPathComponent(check.settingsFile)
        let text = check.hasSettings ? try String(contentsOf: place, encoding: .utf8) : ""
        do {
            let edited = try MappingEditor.adding(maps, for: file, to: text)
            try Data(edited.utf8).write(to: place, options: .atomic)
        } catch MappingEditor.Refusal.unreadable {
            throw ValidationError(
                "\(place.path) cannot be read as settings. Correct it first; nothing was written.")
        } catch MappingEditor.Refusal.byHand(let lines) {
            throw ValidationError(
                "\(place.path) is written in a way that cannot be added to; nothing was written. Add by hand:\n\(lines)"
            )
        }
        print("Kept in \(place.path). \(check.outcome)")
    }
}
