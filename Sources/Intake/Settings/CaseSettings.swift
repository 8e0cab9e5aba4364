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
    /// File to (their column to ours), all normalised.
    var columns: [String: [String: String]] = [:]
    /// File to the id of the reader of exports that reads it.
    var exports: [String: String] = [:]
    /// How surveys of other tools are read.
    var pulse = PulseSettings()
    /// File to date order; the empty file name stands for all files.
    var dates: [String: DateStyle] = [:]

    /// Their columns to ours for a file.
    func renames(for file: CaseFile) -> [String: String] {
        columns[file.plainPath] ?? columns[file.plainName] ?? [:]
    }

    /// The reader a file is to be read by, where it is set.
    func reader(for file: CaseFile) -> String? { exports[file.plainPath] ?? exports[file.plainName] }

    /// The order of day and month for a file, where it is set.
    func dateStyle(for file: CaseFile) -> DateStyle? {
        dates[file.plainPath] ?? dates[file.plainName] ?? dates[""]
    }
}
