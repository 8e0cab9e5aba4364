package import Measures
package import Rollout

/// What a file is, how that is known, and what it would bring to a case; nothing of it is imported.
///
/// Counts only: names are kept apart and are never part of what is printed by itself.
package struct FileInspection: Sendable {
    /// What a file is for.
    package enum Role: String, Hashable, Sendable, CaseIterable {
        /// A vendor's export.
        case export
        /// A table of a case folder.
        case table
        /// `case.yaml` or `aliases.csv`.
        case settings
        /// Several kinds fit equally well.
        case ambiguous
        /// None that is known.
        case unknown
        case unreadable
    }

    /// A kind of file: its stable name, which is that of its guide page, and what a person calls it.
    package struct Kind: Hashable, Sendable {
        package let id: String
        package let title: String
        /// The columns or keys that speak for it.
        package let marks: [String]
        /// The columns or keys it always has and the file does not.
        package let missing: [String]
        /// Whether any table could have these columns.
        package let isGeneric: Bool

        package init(
            id: String, title: String, marks: [String], missing: [String] = [], isGeneric: Bool = false
        ) {
            self.id = id
            self.title = title
            self.marks = marks
            self.missing = missing
            self.isGeneric = isGeneric
        }
    }

    /// How its text is laid out.
    package enum Layout: String, Hashable, Sendable, CaseIterable {
        case table, json, jsonLines, empty
        /// Neither a table nor JSON.
        case other
    }

    /// How the dates of a column are written.
    package struct Dates: Hashable, Sendable {
        /// How day, month and year stand to each other.
        package enum Order: String, Hashable, Sendable, CaseIterable {
            case iso = "2026-06-28"
            case dayFirst = "28.6.2026"
            case monthFirst = "6/28/2026"
            case serial = "46201"
            /// Day and month cannot be told apart.
            case ambiguous
        }

        package let column: String
        package let order: Order

        package init(column: String, order: Order) {
            self.column = column
            self.order = order
        }
    }

    /// Who is named, as counts.
    package struct People: Hashable, Sendable {
        /// Different people by address, login or number.
        package var named = 0
        /// Different codes that stand for concealed names.
        package var concealed = 0
        /// Names by kind, for example 12 addresses and 3 logins.
        package var kinds: [IdentityKind: Int] = [:]
        /// Of those named, people of the case's roster; nil: no case was given.
        package var matched: Int?
        /// Names that meet nobody in the case's roster; nil: no case was given.
        package var unmatched: Int?
        /// Rows left out for it.
        package var unmatchedRows: Int?
    }

    /// The path as given.
    package let path: String
    /// Bytes on disk, where known.
    package let size: Int?
    package var form: TextForm?
    package var layout: Layout = .empty
    /// The byte between fields of a table, as a character.
    package var delimiter: Character?
    /// Columns of the table, where it is one.
    package var columns: Int?
    package var dates: [Dates] = []

    package var role: Role = .unknown
    /// What it is; nil where that is not known.
    package var kind: Kind?
    /// Other kinds that fit, or nearly fit, the likeliest first.
    package var nearly: [Kind] = []
    package var contributes: [ExportPart] = []
    package var cannotSee: [String] = []
    package var lateBy: String?

    package var people = People()
    /// First and last day told.
    package var span: ClosedRange<Day>?
    /// The day the file was made, where it tells.
    package var refreshed: Day?
    package var tools: [String] = []
    /// What absence means, for each tool the file speaks of its coverage.
    package var coverage: [Coverage] = []
    /// Rows read and refused; nil where none could be.
    package var rows: FileStatistics?
    /// Totals that belong to no single person.
    package var totals: [ExportTotal] = []
    package var remarks: [String] = []
    package var notices: [Notice] = []
    /// The names themselves, and those that met nobody. For the owner of the file and nobody else.
    package var names = NamesFound()
}

/// Names found in a file. Printing or reflecting it shows how many, never who.
package struct NamesFound: Sendable, CustomStringConvertible, CustomReflectable {
    /// One name in the spelling it is compared by.
    package struct Name: Hashable, Sendable, Comparable {
        package let kind: IdentityKind
        package let name: String
        package let isConcealed: Bool

        package static func < (left: Name, right: Name) -> Bool {
            (left.name, left.kind.rawValue) < (right.name, right.kind.rawValue)
        }
    }

    /// Everybody named, one line of names a person, in ascending order.
    package internal(set) var all: [[Name]] = []
    /// Names that meet nobody in the case's roster.
    package internal(set) var unmatched: [UnmatchedNames.Name] = []

    /// How many, never who.
    package var description: String { "\(all.count) people named" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
