import ArgumentParser
import Intake

/// `--map`, for every command that reads files.
struct MapOptions: ParsableArguments {
    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            "Read a column of a table by our name: ours=theirs, or FILE:ours=theirs. Give it once for each column.",
            discussion: """
                For any table of events: --map timestamp=Date --map person=User --map tool=App. With a second equals \
                sign, a text for every row: --map tool==Tracker. Keep mappings with `firsthand map`.
                """,
            valueName: "ours=theirs"))
    var texts: [String] = []

    func validate() throws {
        for text in texts where ColumnMapping(text) == nil { throw MapOptions.wrong(text) }
    }

    /// The mappings given.
    var maps: [ColumnMapping] { texts.compactMap { ColumnMapping($0) } }

    /// The error for a text that is no mapping.
    static func wrong(_ text: String) -> ValidationError {
        ValidationError(
            "A mapping is ours=theirs, for example person=User, or tool==Tracker for a text in every row; got '\(text)'."
        )
    }
}
