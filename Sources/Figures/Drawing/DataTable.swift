/// The data of a chart as a table.
package struct DataTable: Hashable, Sendable {
    /// What the table holds, in one line.
    package let caption: String
    package let header: [String]
    /// One row a mark; each as long as the header, its first cell names it.
    package let rows: [[String]]

    /// A table.
    /// - Precondition: every row is as long as the header.
    package init(caption: String, header: [String], rows: [[String]]) {
        precondition(rows.allSatisfy { $0.count == header.count }, "every row needs one cell a column")
        self.caption = caption
        self.header = header
        self.rows = rows
    }

    /// The table as HTML, with scopes for screen readers.
    package var html: String {
        var text = "<table>\n<caption>\(Markup.escaped(caption))</caption>\n<thead><tr>"
        text += header.map { "<th scope=\"col\">\(Markup.escaped($0))</th>" }.joined()
        text += "</tr></thead>\n<tbody>\n"
        for row in rows {
            text += "<tr><th scope=\"row\">\(Markup.escaped(row[0]))</th>"
            text += row.dropFirst().map { "<td>\(Markup.escaped($0))</td>" }.joined() + "</tr>\n"
        }
        return text + "</tbody>\n</table>"
    }
}
