/// A finished drawing.
package struct SVG: Hashable, Sendable {
    /// One `<svg>` element, named and described for screen readers.
    package let text: String
    package let width: Double
    package let height: Double
}

/// How much room a chart has; it is drawn anew for each, so that words keep their size.
package enum Column: Double, CaseIterable, Sendable {
    /// A column of a page, or paper.
    case wide = 720
    /// A telephone held upright.
    case narrow = 328

    var isNarrow: Bool { self == .narrow }
}

/// A picture of numbers: drawn for two widths, described in words, and given as a table.
package protocol Chart: Sendable {
    /// The finding, as a sentence; also the drawing's accessible name.
    var title: String { get }
    /// What the drawing shows, for those who do not see it.
    var description: String { get }
    /// The same data as a table.
    var table: DataTable { get }
    /// The drawing.
    /// - Parameter id: Unique within the page; letters, digits and hyphens.
    func draw(id: String, in column: Column) -> SVG
}
