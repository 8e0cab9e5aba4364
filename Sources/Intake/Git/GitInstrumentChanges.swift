package import Measures

/// Days on which tools changed how they mark commits: a jump there is not adoption.
package struct GitInstrumentChange: Hashable, Sendable {
    package let day: Day
    /// The tool whose marks changed.
    package let tool: String
    /// What changed, in one sentence.
    package let what: String

    /// The changes known when the attribution table was last compared with real histories.
    ///
    /// - Source: vendors' issue trackers and the survey named in Guides/Formats/git-attribution.md.
    package static let known: [GitInstrumentChange] = [
        change(2026, 1, 30, "copilot", "Copilot's command-line tool began to sign commits by itself."),
        change(2026, 2, 6, "cursor", "Cursor's co-author lines went from rare to common."),
        change(2026, 2, 20, "cursor", "Cursor began to add a line Made-with."),
        change(2026, 4, 1, "copilot", "An editor began to add Copilot as co-author by default, in April."),
        change(2026, 5, 3, "copilot", "The editor's default was switched off again."),
    ]

    private static func change(
        _ year: Int, _ month: Int, _ day: Int, _ tool: String, _ what: String
    ) -> GitInstrumentChange {
        GitInstrumentChange(day: Day(year: year, month: month, day: day)!, tool: tool, what: what)
    }
}
