import Measures
import Rollout

/// What `case.yaml` says.
struct CaseSettings {
    var name: String?
    var asOf: Day?
    var calendar = WorkCalendar()
    /// The zone in which instants of exports become days.
    var zone = CaseZone()
    var thresholds = Thresholds()
    /// A tool's name to its other names.
    var tools: [String: [String]] = [:]
    /// A person's key to other names, or another name to a person's key: read both ways.
    var people: [String: [String]] = [:]
    /// File to its columns by our names; the empty file name stands for every table not known otherwise.
    var columns: [String: ColumnMap] = [:]
    /// File to the id of the reader of exports that reads it.
    var exports: [String: String] = [:]
    /// How surveys of other tools are read.
    var pulse = PulseSettings()
    /// File to date order; the empty file name stands for all files.
    var dates: [String: DateStyle] = [:]

    /// Their columns to ours for a file.
    func renames(for file: CaseFile) -> [String: String] { map(for: file).renames }

    /// Their columns to ours for tables that are not known otherwise.
    var openRenames: [String: String] { columns[""]?.renames ?? [:] }

    /// Our columns that have the same text in every row of a file.
    func constants(for file: CaseFile) -> [String: String] {
        (columns[""]?.constants ?? [:]).merging(map(for: file).constants) { $1 }
    }

    /// What is said of a file by its path, and by its name.
    private func map(for file: CaseFile) -> ColumnMap {
        let byName = columns[file.plainName] ?? ColumnMap()
        guard file.plainPath != file.plainName, let byPath = columns[file.plainPath] else { return byName }
        return ColumnMap(
            renames: byName.renames.merging(byPath.renames) { $1 },
            constants: byName.constants.merging(byPath.constants) { $1 })
    }

    /// Takes a mapping of the command line, which wins over what `case.yaml` says.
    mutating func take(_ mapping: ColumnMapping) {
        let file = mapping.file.map { CaseFile(path: $0, bytes: []).plainPath } ?? ""
        columns[file, default: ColumnMap()].take(mapping)
    }

    /// The reader a file is to be read by, where it is set.
    func reader(for file: CaseFile) -> String? { exports[file.plainPath] ?? exports[file.plainName] }

    /// The order of day and month for a file, where it is set.
    func dateStyle(for file: CaseFile) -> DateStyle? {
        dates[file.plainPath] ?? dates[file.plainName] ?? dates[""]
    }
}
