/// Many readings in one list, each with where its document lies: the organisation as a whole, nothing below.
package struct IndexBody: WireDocument, Hashable {
    package static let schemaName = "firsthand.index/1"

    /// One reading of the list.
    package struct Entry: Codable, Hashable, Sendable {
        /// Where the document lies, relative to the index.
        package var path: String
        package var name: String
        package var asOf: String
        package var people: Int
        /// The verdict's code; null where there is none.
        package var verdict: String?
        /// The barrier named first; null where none is named.
        package var firstBarrier: String?
        package var habit: FigureBody?

        /// An entry for a document; nil where it holds no reading of the whole organisation.
        package init?(path: String, diagnosis: DiagnosisBody) {
            guard let whole = diagnosis.scopes.first(where: { $0.scope.kind == "organization" }) else {
                return nil
            }
            self.path = path
            name = diagnosis.name
            asOf = diagnosis.asOf
            people = whole.scope.people
            verdict = whole.verdict?.code
            firstBarrier = whole.barriers.first { $0.rank == 1 }?.code
            habit = whole.measures.first { $0.code == "habit" }?.figure
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(path, forKey: .path)
            try container.encode(name, forKey: .name)
            try container.encode(asOf, forKey: .asOf)
            try container.encode(people, forKey: .people)
            try container.encode(verdict, forKey: .verdict)
            try container.encode(firstBarrier, forKey: .firstBarrier)
            try container.encode(habit, forKey: .habit)
        }
    }

    package var schema: String
    package var product: String
    /// Sorted by name and then by day, never by a figure.
    package var entries: [Entry]

    /// An index of entries in any order.
    package init(product: String, entries: [Entry]) {
        schema = Self.schemaName
        self.product = product
        self.entries = entries.sorted { ($0.name, $0.asOf, $0.path) < ($1.name, $1.asOf, $1.path) }
    }
}
