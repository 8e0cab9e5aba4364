package import Intake
import Measures
import Rollout
package import Wire

extension InspectBody {
    /// The document of files looked into; names stay behind.
    package init(_ inspections: [FileInspection], product: String) {
        self.init(product: product, files: inspections.map(File.init))
    }
}

extension InspectBody.File {
    /// One file looked into; names stay behind.
    fileprivate init(_ file: FileInspection) {
        self.init(
            path: file.path, bytes: file.size, form: file.form.map { InspectBody.Form(file, $0) },
            role: file.role.rawValue, kind: file.kind.map(InspectBody.Kind.init),
            nearly: file.nearly.map(InspectBody.Kind.init), people: InspectBody.People(file.people),
            covers: InspectBody.Covers(file),
            rows: file.rows.map { InspectBody.Rows(read: $0.rowsRead, refused: $0.rowsRefused) },
            brings: file.contributes.map(\.rawValue), cannotSee: file.cannotSee, lateBy: file.lateBy,
            totals: file.totals.map(InspectBody.Total.init), remarks: file.remarks,
            notices: file.notices.map(NoticeBody.init))
    }
}

extension InspectBody.Form {
    fileprivate init(_ file: FileInspection, _ form: TextForm) {
        self.init(
            isPacked: form.isPacked, isWorkbook: form.isWorkbook, encoding: form.encoding.rawValue,
            hasMark: form.hasMark, layout: file.layout.rawValue, delimiter: file.delimiter.map { String($0) },
            columns: file.columns,
            dates: file.dates.map { InspectBody.Dates(column: $0.column, order: $0.order.rawValue) })
    }
}

extension InspectBody.Kind {
    fileprivate init(_ kind: FileInspection.Kind) {
        self.init(id: kind.id, title: kind.title, marks: kind.marks, missing: kind.missing)
    }
}

extension InspectBody.People {
    fileprivate init(_ people: FileInspection.People) {
        self.init(
            named: people.named, concealed: people.concealed,
            kinds: Dictionary(uniqueKeysWithValues: people.kinds.map { ($0.key.rawValue, $0.value) }),
            matched: people.matched, unmatched: people.unmatched, unmatchedRows: people.unmatchedRows)
    }
}

extension InspectBody.Covers {
    fileprivate init(_ file: FileInspection) {
        self.init(
            from: file.span?.lowerBound.description, to: file.span?.upperBound.description,
            refreshed: file.refreshed?.description, tools: file.tools,
            absence: Set(file.coverage.map(\.absence.rawValue)).sorted(), totals: file.totals.count)
    }
}

extension InspectBody.Total {
    /// A total; a count of a few people is left out.
    fileprivate init(_ total: ExportTotal) {
        self.init(
            tool: total.tool, part: total.part, quantity: total.quantity.rawValue,
            from: total.from.description, to: total.to.description,
            value: total.quantity == .actions || total.value >= 5 ? total.value : nil)
    }
}
