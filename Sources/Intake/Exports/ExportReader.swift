import Measures
import Rollout

/// Reads one kind of vendor export. Adding one is one file and one entry in `ExportReaders.all`.
protocol ExportReader: Sendable {
    /// A stable name, the same as its guide page's: `Guides/Formats/<id>.md`.
    static var id: String { get }
    /// How surely a file of this content is of this kind; nil: it is not.
    static func recognises(_ head: ExportHead) -> Recognition?
    /// Reads a file and adds what it tells to the contribution. Trouble becomes notices.
    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution)
}

/// How surely a file is of a kind; the greatest wins.
struct Recognition: Comparable {
    /// Columns or keys found that only this kind has.
    let marks: Int

    static func < (left: Recognition, right: Recognition) -> Bool { left.marks < right.marks }
}

/// The exports that can be read.
enum ExportReaders {
    static let all: [any ExportReader.Type] = [
        GenericEvents.self, GitHubCopilotUsers.self, Microsoft365CopilotUsers.self,
    ]
}

/// The first bytes of an export, looked at in the ways exports are told apart.
struct ExportHead {
    /// The first bytes as text bytes, up to 64 KiB.
    let bytes: [UInt8]
    /// Normalised column names of the first line, where it can be a header; otherwise empty.
    let columns: Set<String>
    /// Keys of the first JSON object, where the text begins with one; otherwise empty.
    let keys: Set<String>

    /// Looks at first bytes.
    /// - Parameter renames: Their column to ours, both normalised, from `columns` in `case.yaml`.
    init(_ bytes: [UInt8], renames: [String: String] = [:]) {
        self.bytes = bytes
        let first = bytes.first { ![9, 10, 13, 32].contains($0) }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            columns = []
            keys = bytes.withUnsafeBytes { all in
                var keys: Set<String> = []
                JSONFields.visitPrefix(all) { name, _ in keys.insert(String(decoding: name, as: UTF8.self)) }
                return keys
            }
        } else {
            keys = []
            let line = bytes.split(maxSplits: 1, omittingEmptySubsequences: true) { $0 == 10 || $0 == 13 }
                .first
            let delimiter = CSVHead.delimiter(of: bytes, known: []).delimiter
            columns = Set(
                CSVHead.fields(of: line ?? [], delimiter: delimiter).map {
                    let name = ColumnName.normalised($0)
                    return renames[name] ?? name
                })
        }
    }
}

/// What exports tell: days of use go to the accumulator, coverage is listed.
struct ExportContribution {
    let use: UseAccumulator
    var coverage: [CoverageLine] = []
    /// Tools whose coverage the export tells; nothing is assumed about them.
    var coveredTools: Set<Int> = []
    /// Last day an export speaks of.
    var last: Day?
    /// Tools used in files whose coverage has to be assumed: first day by tool.
    var assumed: [AssumedCoverage] = []
    var hasUse = false
}

/// A file of use that does not say what it covers.
struct AssumedCoverage {
    let file: String
    let first: [Int: Day]
    let last: Day
}
