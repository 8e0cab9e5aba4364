extension Catalogue {
    /// Notices by id.
    package static let notices: [String: Explanation] = byCode(
        intakeNotices + intakeNoticesMore + exportNotices + rosterNotices + gitNotices + diagnosisNotices)

    /// A notice in the words of its guide page.
    static func notice(_ id: String, _ title: String, _ summary: String, _ says: String) -> Explanation {
        Explanation(
            .notice, code: id, title: title, summary: summary, says: says,
            computed:
                "Nothing is computed: it is said whenever it is found, with file and line where there is one.",
            needs: "Nothing.", source: "The house's own rules for reading evidence.")
    }
}
