/// What `firsthand inspect --format json` promises, version 1.
///
/// Counts only; no name is ever in it. The schema is `Schemas/firsthand.inspect.1.schema.json`.
package struct InspectBody: WireDocument, Hashable {
    package static let schemaName = "firsthand.inspect/1"

    /// One file looked into.
    package struct File: Codable, Hashable, Sendable {
        package var path: String
        /// Bytes on disk; null where not known.
        package var bytes: Int?
        package var form: Form?
        package var role: String
        /// What it is; null where that is not known.
        package var kind: Kind?
        /// Other kinds that fit or nearly fit, the likeliest first.
        package var nearly: [Kind]
        package var people: People
        package var covers: Covers
        /// Null where no row could be read.
        package var rows: Rows?
        package var brings: [String]
        package var cannotSee: [String]
        package var lateBy: String?
        package var totals: [Total]
        package var remarks: [String]
        package var notices: [NoticeBody]

        package init(
            path: String, bytes: Int?, form: Form?, role: String, kind: Kind?, nearly: [Kind],
            people: People, covers: Covers, rows: Rows?, brings: [String], cannotSee: [String],
            lateBy: String?, totals: [Total], remarks: [String], notices: [NoticeBody]
        ) {
            self.path = path
            self.bytes = bytes
            self.form = form
            self.role = role
            self.kind = kind
            self.nearly = nearly
            self.people = people
            self.covers = covers
            self.rows = rows
            self.brings = brings
            self.cannotSee = cannotSee
            self.lateBy = lateBy
            self.totals = totals
            self.remarks = remarks
            self.notices = notices
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(path, forKey: .path)
            try container.encode(bytes, forKey: .bytes)
            try container.encode(form, forKey: .form)
            try container.encode(role, forKey: .role)
            try container.encode(kind, forKey: .kind)
            try container.encode(nearly, forKey: .nearly)
            try container.encode(people, forKey: .people)
            try container.encode(covers, forKey: .covers)
            try container.encode(rows, forKey: .rows)
            try container.encode(brings, forKey: .brings)
            try container.encode(cannotSee, forKey: .cannotSee)
            try container.encode(lateBy, forKey: .lateBy)
            try container.encode(totals, forKey: .totals)
            try container.encode(remarks, forKey: .remarks)
            try container.encode(notices, forKey: .notices)
        }
    }

    /// How the file is written.
    package struct Form: Codable, Hashable, Sendable {
        package var isPacked: Bool
        package var isWorkbook: Bool
        package var encoding: String
        package var hasMark: Bool
        package var layout: String
        /// Null where the file is no table.
        package var delimiter: String?
        package var columns: Int?
        package var dates: [Dates]

        package init(
            isPacked: Bool, isWorkbook: Bool, encoding: String, hasMark: Bool, layout: String,
            delimiter: String?, columns: Int?, dates: [Dates]
        ) {
            self.isPacked = isPacked
            self.isWorkbook = isWorkbook
            self.encoding = encoding
            self.hasMark = hasMark
            self.layout = layout
            self.delimiter = delimiter
            self.columns = columns
            self.dates = dates
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(isPacked, forKey: .isPacked)
            try container.encode(isWorkbook, forKey: .isWorkbook)
            try container.encode(encoding, forKey: .encoding)
            try container.encode(hasMark, forKey: .hasMark)
            try container.encode(layout, forKey: .layout)
            try container.encode(delimiter, forKey: .delimiter)
            try container.encode(columns, forKey: .columns)
            try container.encode(dates, forKey: .dates)
        }
    }

    /// How the dates of a column are written: an example, or `ambiguous`.
    package struct Dates: Codable, Hashable, Sendable {
        package var column: String
        package var order: String

        package init(column: String, order: String) {
            self.column = column
            self.order = order
        }
    }

    /// A kind of file, with the columns or keys that speak for it and those it lacks.
    package struct Kind: Codable, Hashable, Sendable {
        package var id: String
        package var title: String
        package var guide: String
        package var marks: [String]
        package var missing: [String]

        package init(id: String, title: String, marks: [String], missing: [String]) {
            self.id = id
            self.title = title
            guide = "Guides/Formats/\(id).md"
            self.marks = marks
            self.missing = missing
        }
    }

    /// Who is named, as counts; matched and unmatched are null without a case.
    package struct People: Codable, Hashable, Sendable {
        package var named: Int
        package var concealed: Int
        package var kinds: [String: Int]
        package var matched: Int?
        package var unmatched: Int?
        package var unmatchedRows: Int?

        package init(
            named: Int, concealed: Int, kinds: [String: Int], matched: Int?, unmatched: Int?,
            unmatchedRows: Int?
        ) {
            self.named = named
            self.concealed = concealed
            self.kinds = kinds
            self.matched = matched
            self.unmatched = unmatched
            self.unmatchedRows = unmatchedRows
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(named, forKey: .named)
            try container.encode(concealed, forKey: .concealed)
            try container.encode(kinds, forKey: .kinds)
            try container.encode(matched, forKey: .matched)
            try container.encode(unmatched, forKey: .unmatched)
            try container.encode(unmatchedRows, forKey: .unmatchedRows)
        }
    }

    /// When the file speaks of, with which tools, and what absence means in it.
    package struct Covers: Codable, Hashable, Sendable {
        package var from: String?
        package var to: String?
        package var refreshed: String?
        package var tools: [String]
        /// What it means that somebody has no use; empty where the file does not say.
        package var absence: [String]
        /// Totals that belong to no single person.
        package var totals: Int

        package init(
            from: String?, to: String?, refreshed: String?, tools: [String], absence: [String], totals: Int
        ) {
            self.from = from
            self.to = to
            self.refreshed = refreshed
            self.tools = tools
            self.absence = absence
            self.totals = totals
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(from, forKey: .from)
            try container.encode(to, forKey: .to)
            try container.encode(refreshed, forKey: .refreshed)
            try container.encode(tools, forKey: .tools)
            try container.encode(absence, forKey: .absence)
            try container.encode(totals, forKey: .totals)
        }
    }

    /// A total that belongs to no single person; null where it counts fewer than five people.
    package struct Total: Codable, Hashable, Sendable {
        package var tool: String
        /// A part of the organisation or of the tool; null: all of it.
        package var part: String?
        package var quantity: String
        package var from: String
        package var to: String
        package var value: Int?

        package init(tool: String, part: String?, quantity: String, from: String, to: String, value: Int?) {
            self.tool = tool
            self.part = part
            self.quantity = quantity
            self.from = from
            self.to = to
            self.value = value
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(tool, forKey: .tool)
            try container.encode(part, forKey: .part)
            try container.encode(quantity, forKey: .quantity)
            try container.encode(from, forKey: .from)
            try container.encode(to, forKey: .to)
            try container.encode(value, forKey: .value)
        }
    }

    /// Rows with content, and those that an import would leave out.
    package struct Rows: Codable, Hashable, Sendable {
        package var read: Int
        package var refused: Int

        package init(read: Int, refused: Int) {
            self.read = read
            self.refused = refused
        }
    }

    package var schema: String
    package var product: String
    /// In the order in which they were given.
    package var files: [File]

    /// A document of files.
    package init(product: String, files: [File]) {
        schema = Self.schemaName
        self.product = product
        self.files = files
    }
}
