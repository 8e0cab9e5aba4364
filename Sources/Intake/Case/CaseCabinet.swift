import Measures
import Rollout

/// The files of a case, put into their drawers by name.
struct CaseCabinet {
    private(set) var tables: [Evidence.Source: CaseFile] = [:]
    private(set) var settings: CaseFile?
    /// The table of other names, `aliases.csv`.
    private(set) var aliases: CaseFile?
    /// Files of `exports/`, each content once, in the order of their paths.
    private(set) var exports: [CaseFile] = []
    /// Other files beside the tables, each content once: exports too, if they look like any.
    private(set) var loose: [CaseFile] = []

    init(_ files: [CaseFile], book: NoticeBook) {
        var byName: [String: Evidence.Source] = [:]
        for source in Evidence.Source.allCases { byName[source.file] = source }
        var all: [CaseFile] = []
        for file in files.sorted(by: { $0.path < $1.path }) {
            let name = file.plainPath
            if file.kind != .file, CaseCabinet.isSetAside(file, name, byName, book) { continue }
            if name.hasPrefix("exports/") {
                all.append(file)
            } else if name == "case.yaml" || name == "case.yml" {
                if settings == nil { settings = file } else { CaseCabinet.repeated(file, book) }
            } else if name == AliasTable.file {
                if aliases == nil { aliases = file } else { CaseCabinet.repeated(file, book) }
            } else if let source = byName[name] {
                if tables[source] == nil { tables[source] = file } else { CaseCabinet.repeated(file, book) }
            } else if !name.hasPrefix("."), !name.contains("/") {
                all.append(file)
            }
        }
        // Two exports with the same bytes are one; only files of the same size need a look inside. Some exports do
        // not say their day but in their name: two days on which nobody did anything are two exports.
        struct Content: Hashable {
            let hash: ContentHash
            let day: Day?
        }
        let sizes = Dictionary(grouping: all, by: { $0.size ?? -1 }).mapValues(\.count)
        var seen: Set<Content> = []
        for file in all {
            if sizes[file.size ?? -1] ?? 1 > 1, let hash = ContentHash(of: file),
                !seen.insert(Content(hash: hash, day: FileNameDay.day(of: file))).inserted
            {
                book.add(
                    .exportRepeated, file: file.path,
                    "Another export has the same content. It is read once.")
            } else if file.plainPath.hasPrefix("exports/") {
                exports.append(file)
            } else {
                loose.append(file)
            }
        }
    }

    /// Whether what is no file is dealt with here; a table or the settings say themselves what is in their place.
    private static func isSetAside(
        _ file: CaseFile, _ name: String, _ byName: [String: Evidence.Source], _ book: NoticeBook
    ) -> Bool {
        if ["case.yaml", "case.yml", AliasTable.file].contains(name) || byName[name] != nil { return false }
        if file.kind != .folder {
            book.addUnreadable(file)
        } else if name.hasPrefix("exports/") {
            book.add(
                .fileNotUsed, .warning, file: file.path,
                "Folders more than two levels below the case are not looked into. Move the exports up.")
        }
        // A folder of the user's own beside the case's files needs no word.
        return true
    }

    private static func repeated(_ file: CaseFile, _ book: NoticeBook) {
        book.add(
            .duplicateFile, file: file.path,
            "The same file is there twice, packed and unpacked or in two spellings. The other is read; remove one."
        )
    }

    /// Whether a file may be there for people to read.
    static func isAside(_ name: String) -> Bool {
        name.hasSuffix(".md") || name.hasSuffix(".txt")
            || name.hasSuffix(".html") || name.hasSuffix(".json")
    }
}
