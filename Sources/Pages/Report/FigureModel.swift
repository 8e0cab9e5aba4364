package import Figures

/// A chart on its page: heading, drawing for two widths, table, small print.
package struct FigureModel: Sendable {
    /// Unique within the page.
    package let id: String
    /// A second-level heading where the figure opens its section; nil where the section has its own.
    package let kicker: String
    package let title: String
    /// What is drawn, and for whom.
    package let subtitle: String
    package let wide: String
    package let narrow: String
    package let table: String
    /// People, dates, source and what cannot be seen.
    package let footnote: String?

    /// A chart with its words.
    package init(id: String, kicker: String, chart: some Chart, subtitle: String, footnote: String? = nil) {
        self.id = id
        self.kicker = kicker
        title = chart.title
        self.subtitle = subtitle
        wide = chart.draw(id: "\(id)-wide", in: .wide).text
        narrow = chart.draw(id: "\(id)-narrow", in: .narrow).text
        table = chart.table.html
        self.footnote = footnote
    }
}
