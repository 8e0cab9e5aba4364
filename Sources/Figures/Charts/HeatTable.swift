/// Groups by measures: numbers in the cells, colour second, withheld cells hatched with their reason.
package struct HeatTable: Sendable {
    /// One column.
    package struct Measure: Sendable {
        package let name: String
        /// Whether more of it is a burden; a word under the name says so, colour never does.
        package let hint: String?

        package init(name: String, hint: String? = nil) {
            self.name = name
            self.hint = hint
        }
    }

    /// One cell.
    package struct Cell: Sendable {
        package let reading: Reading
        /// 0...1: how deep the cell is shaded; nil: not shaded.
        package let depth: Double?
        /// A line under the number, for example the interval.
        package let small: String?

        package init(reading: Reading, depth: Double? = nil, small: String? = nil) {
            self.reading = reading
            self.depth = depth
            self.small = small
        }
    }

    /// One group; as many cells as measures.
    package struct Row: Sendable {
        package let name: String
        /// Beside the name, for example "24 people".
        package let small: String
        package let cells: [Cell]

        package init(name: String, small: String, cells: [Cell]) {
            self.name = name
            self.small = small
            self.cells = cells
        }
    }

    /// Rows under one heading.
    package struct Section: Sendable {
        package let name: String
        package let rows: [Row]

        package init(name: String, rows: [Row]) {
            self.name = name
            self.rows = rows
        }
    }

    package let caption: String
    package let measures: [Measure]
    package let sections: [Section]

    /// A table.
    /// - Precondition: every row has one cell a measure.
    package init(caption: String, measures: [Measure], sections: [Section]) {
        precondition(
            sections.allSatisfy { $0.rows.allSatisfy { $0.cells.count == measures.count } },
            "every row needs one cell a measure")
        self.caption = caption
        self.measures = measures
        self.sections = sections
    }

    /// The table as HTML; reasons are numbered in the cells and written out below.
    ///
    /// - Complexity: O(cells × reasons).
    package var html: String {
        var reasons: [String] = []
        func footnote(_ reason: String) -> String {
            let place = reasons.firstIndex(of: reason) ?? reasons.count
            if place == reasons.count { reasons.append(reason) }
            return "<sup>\(place + 1)</sup>"
        }
        var text =
            "<table class=\"heat\">\n<caption>\(Markup.escaped(caption))</caption>\n<thead><tr><th scope=\"col\">Group</th>"
        for measure in measures {
            let hint = measure.hint.map { "<small>\(Markup.escaped($0))</small>" } ?? ""
            text += "<th scope=\"col\">\(Markup.escaped(measure.name))\(hint)</th>"
        }
        text += "</tr></thead>\n"
        for section in sections {
            text += "<tbody>\n<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(measures.count + 1)\">"
            text += "\(Markup.escaped(section.name))</th></tr>\n"
            for row in section.rows {
                text +=
                    "<tr><th scope=\"row\">\(Markup.escaped(row.name))<small>\(Markup.escaped(row.small))</small></th>"
                for cell in row.cells {
                    switch cell.reading {
                    case .shown(let number):
                        let shade = cell.depth.map { " class=\"\(Token.ramp(for: $0).rawValue)\"" } ?? ""
                        let small = cell.small.map { "<small>\(Markup.escaped($0))</small>" } ?? ""
                        text += "<td\(shade)>\(Markup.escaped(number.text))\(small)</td>"
                    case .withheld(let reason):
                        text += "<td class=\"unseen\"><span>withheld\(footnote(reason))</span></td>"
                    case .notKnown(let reason):
                        text += "<td class=\"unseen\"><span>not known\(footnote(reason))</span></td>"
                    }
                }
                text += "</tr>\n"
            }
            text += "</tbody>\n"
        }
        text += "</table>"
        guard !reasons.isEmpty else { return text }
        let list = reasons.map { "<li>\(Markup.escaped($0))</li>" }.joined(separator: "\n")
        return text + "\n<ol class=\"reasons\">\n\(list)\n</ol>"
    }
}
