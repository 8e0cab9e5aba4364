import Measures
import Rollout

/// Reads one kind of vendor export. Adding one is one file and one entry in `ExportReaders.all`.
///
/// See `Guides/Formats/adding-an-export.md` for a complete small example.
protocol ExportReader: Sendable {
    /// A stable name, the same as its guide page's: `Guides/Formats/<id>.md`.
    static var id: String { get }
    /// What a person calls the file.
    static var title: String { get }
    /// What a file of this kind adds to a case.
    static var contributes: Set<ExportPart> { get }
    /// What a file of this kind cannot show, as plain sentences.
    static var cannotSee: [String] { get }
    /// How late the source tells of a day, in words; nil: not known, or at once.
    static var lateBy: String? { get }
    /// Where names are concealed: how to have them shown, as a plain sentence; nil: it cannot be had.
    static var revealNames: String? { get }

    /// By which marks a file of this content is of this kind; nil: it is not.
    static func recognises(_ head: ExportHead) -> Recognition?
    /// Reads the people a file lists. Called before anything else is read, and only for readers that
    /// contribute a roster. Trouble becomes notices.
    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow])
    /// Reads what a file tells of people who are known by now. Trouble becomes notices.
    ///
    /// Not called for readers that contribute nothing but a roster.
    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution)
}

extension ExportReader {
    static var lateBy: String? { nil }
    static var revealNames: String? { nil }
    static func readRoster(_ file: CaseFile, desk: IntakeDesk, into rows: inout [RosterRow]) {}
    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {}
}

/// What an export can add to a case.
package enum ExportPart: String, Hashable, Sendable, CaseIterable {
    /// Days or weeks on which people used a tool.
    case use
    /// Who is there, in which team and role, and who reports to whom.
    case roster
    /// Who works with whom.
    case ties
    /// Answers to questions of the pulse.
    case pulse
    /// Where and when use can be seen.
    case coverage
    /// Totals that belong to no single person.
    case aggregate
}

/// By which marks a file was recognised; the more specific wins.
package struct Recognition: Hashable, Sendable, Comparable {
    /// Columns or keys found that this kind has, in ascending order.
    package let marks: [String]
    /// Whether any table could have these columns: such a kind gives way to a vendor's own.
    package let isGeneric: Bool
    /// Columns or keys this kind always has and the file does not; empty but in a lenient look.
    package let missing: [String]

    /// Whether a kind of which one mark in two is there is answered too, with what is missing.
    ///
    /// `inspect` looks so to say what a file was nearly taken for; nothing is read by such an answer.
    @TaskLocal static var isLenient = false

    /// A recognition by the marks found.
    init(marks: some Sequence<String>, isGeneric: Bool = false) {
        self.init(marks: marks, missing: [], isGeneric: isGeneric)
    }

    private init(marks: some Sequence<String>, missing: Set<String>, isGeneric: Bool) {
        self.marks = marks.sorted()
        self.missing = missing.sorted()
        self.isGeneric = isGeneric
    }

    /// A recognition where all of some columns or keys are there, counting others that are there too.
    /// - Returns: Nil where one of `all` is missing; in a lenient look, where more than half of them are.
    init?(all: Set<String>, any others: Set<String> = [], of found: Set<String>, isGeneric: Bool = false) {
        let missing = all.subtracting(found)
        guard missing.isEmpty || (Recognition.isLenient && missing.count * 2 <= all.count) else {
            return nil
        }
        self.init(
            marks: all.intersection(found).union(others.intersection(found)), missing: missing,
            isGeneric: isGeneric)
    }

    /// How specific it is.
    private var rank: (Int, Int) { (isGeneric ? 0 : 1, marks.count) }

    package static func < (left: Recognition, right: Recognition) -> Bool { left.rank < right.rank }
}
