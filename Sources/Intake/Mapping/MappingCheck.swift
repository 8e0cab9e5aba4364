/// Whether a mapping fits a file of a case, and what the file is with it.
package struct MappingCheck {
    /// Why the mapping cannot be kept, as a sentence; nil where it can.
    package private(set) var refusal: String?
    /// What the file is read as with the mapping, as a sentence.
    package private(set) var outcome = ""
    /// The name of the settings file in the case folder.
    package let settingsFile: String
    /// Whether that file is there.
    package let hasSettings: Bool

    /// Looks at a file with a mapping.
    /// - Throws: `IntakeFailure` where the case cannot be listed.
    /// - Complexity: O(1): the first bytes of the file are looked at.
    package init(of path: String, in source: some CaseSource, maps: [ColumnMapping]) throws {
        let files = try source.files()
        let cabinet = CaseCabinet(files, book: NoticeBook())
        settingsFile = cabinet.settings?.path ?? "case.yaml"
        hasSettings = cabinet.settings != nil
        let wanted = CaseFile(path: path, bytes: []).plainPath
        guard let file = files.first(where: { $0.plainPath == wanted }) else {
            refusal =
                "There is no \(path) in the case. Name the file by its path within the case, such as exports/tracker.csv."
            return
        }
        var settings =
            cabinet.settings.map { CaseSettingsReader.read($0, book: NoticeBook()) } ?? CaseSettings()
        do throws(StreamTrouble) {
            let titles = ExportHead(try DecodedReader(file, peek: ExportHead.length).head).titles
            let columns = Set(titles.map(ColumnName.normalised))
            let missing = maps.filter {
                $0.constant == nil && !columns.contains(ColumnName.normalised($0.theirs))
            }
            if let first = missing.first {
                refusal =
                    "\(path) has no column '\(first.theirs)' in its first row. Write the column as it stands there."
                return
            }
            for map in maps { settings.take(map) }
            if cabinet.tables.values.contains(where: { $0.plainPath == wanted }) {
                outcome = "The table \(path) is read with these columns."
                return
            }
            switch try ExportReaders.find(file, settings: settings) {
            case .known(let export): outcome = "\(path) is read as: \(export.reader.title)."
            case .ambiguous, .noSuchReader, .unknown:
                let ours = Set(settings.renames(for: file).values).union(settings.constants(for: file).keys)
                    .union(columns)
                let lacking = ["timestamp", "person", "tool"].filter { !ours.contains($0) }
                outcome =
                    lacking.isEmpty
                    ? "\(path) is still not read; see the guide on formats."
                    : "\(path) is not read yet: a table of events needs \(lacking.map { "`\($0)`" }.joined(separator: " and ")) too."
            }
        } catch {
            refusal = "\(path) cannot be read. Check its permissions and try again."
        }
    }
}
