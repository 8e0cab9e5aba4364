package import Measures
package import Rollout

/// What one export was found to be, and what it holds.
package struct ExportReading: Sendable {
    /// The path within the case.
    package let file: String
    /// The reader's id, which is the name of its guide page.
    package let reader: String
    /// What a person calls the file.
    package let title: String
    /// By which columns or keys it was recognised.
    package let marks: [String]
    package let contributes: Set<ExportPart>
    /// What such a file cannot show, as plain sentences.
    package let cannotSee: [String]
    /// How late the source tells of a day; nil: not known, or at once.
    package let lateBy: String?
    /// Rows and bytes; nil where the file could not be read.
    package let statistics: FileStatistics?
    /// The day the file was made, where it tells.
    package let refreshed: Day?
    /// First and last day of use told; nil: none.
    package let span: ClosedRange<Day>?
    /// Tools used, in ascending order.
    package let tools: [String]
    /// What the file says of its own coverage.
    package let coverage: [Coverage]
    /// People of the roster whom its rows of use name.
    package let people: PeopleSet
    /// People its own roster lists; 0 where it is none.
    package let listed: Int
    /// Names that met nobody. For the person who owns the files, and for nobody else.
    package let unmatched: UnmatchedNames
    /// Rows that name people by codes, and how many codes there were.
    package let concealedRows: Int
    package let concealedPeople: Int
    /// Totals that belong to no single person.
    package let totals: [ExportTotal]
    /// What the reader has to say of this file.
    package let remarks: [String]
    /// Days of use by tool and person; empty unless they were asked for.
    package let days: [ToolDays]

    init(
        _ export: RecognisedExport, _ draft: FileDraft, listed: Int, statistics: FileStatistics?,
        desk: IntakeDesk
    ) {
        var draft = draft
        let names = desk.tools.names
        file = export.file.path
        reader = export.reader.id
        title = export.reader.title
        marks = export.recognition.marks
        contributes = export.reader.contributes
        cannotSee = export.reader.cannotSee
        lateBy = export.reader.lateBy
        self.statistics = statistics
        refreshed = draft.refreshed
        span = draft.first.values.min().flatMap { first in draft.last.map { first...max(first, $0) } }
        tools = Set(draft.first.keys.map { names[$0] }).sorted()
        coverage = CoverageLine.named(draft.coverage, tools: names)
        people = draft.matched
        self.listed = listed
        unmatched = UnmatchedNames(draft.unmatched)
        concealedRows = draft.concealed.rows
        concealedPeople = draft.concealed.count
        totals = draft.totals
        remarks = draft.remarks
        days = draft.drainDays(tools: names)
    }
}

/// Names of a file that met nobody in the roster.
///
/// Not part of what is printed of a reading: whoever wants the names has to ask for them.
package struct UnmatchedNames: Sendable, CustomStringConvertible, CustomReflectable {
    /// One name.
    package struct Name: Hashable, Sendable {
        package let kind: IdentityKind
        /// The name in lower case, as it is compared.
        package let name: String
        /// Rows it stands in.
        package let rows: Int
    }

    /// Names by the number of their rows, most first, then in ascending order.
    package let names: [Name]
    /// Rows left out.
    package let rows: Int
    /// Whether there were more names than are listed.
    package let isCut: Bool

    init(_ count: NameCount) {
        names = count.names.map { Name(kind: $0.key.kind, name: $0.key.key, rows: $0.value) }
            .sorted { (-$0.rows, $0.name, $0.kind.rawValue) < (-$1.rows, $1.name, $1.kind.rawValue) }
        rows = count.rows
        isCut = count.isCut
    }

    /// How many, never who.
    package var description: String { "\(names.count) names in \(rows) rows" }
    package var customMirror: Mirror { Mirror(self, children: ["rows": rows]) }
}

/// A total that belongs to no single person: what is left of files that name nobody.
package struct ExportTotal: Hashable, Sendable {
    /// What was counted.
    package enum Quantity: String, Hashable, Sendable, CaseIterable {
        /// People who could use the tool.
        case enabledPeople
        /// People who used the tool.
        case activePeople
        /// Prompts or other actions.
        case actions
    }

    package let tool: String
    /// The part of the organisation or of the tool; nil: all of it.
    package let part: String?
    package let quantity: Quantity
    package let from: Day
    package let to: Day
    package let value: Int

    package init(tool: String, part: String? = nil, quantity: Quantity, from: Day, to: Day, value: Int) {
        self.tool = tool
        self.part = part
        self.quantity = quantity
        self.from = from
        self.to = to
        self.value = value
    }
}

/// Days of use of one tool, as one file tells of them.
package struct ToolDays: Hashable, Sendable {
    package let tool: String
    /// Person and block, in ascending order.
    package private(set) var rows: [Row] = []

    /// Fifty-six days of one person.
    package struct Row: Hashable, Sendable {
        package let person: Int32
        package let block: DaySet.Block
    }

    init(tool: String) { self.tool = tool }

    mutating func append(person: Int32, _ block: DaySet.Block) {
        rows.append(Row(person: person, block: block))
    }
}
