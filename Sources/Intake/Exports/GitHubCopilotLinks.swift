import Rollout

/// The answer of GitHub's report interface that only holds links to the files themselves.
enum GitHubCopilotLinks: ExportReader {
    static let id = "github-copilot-links"
    static let title = "Download links of a GitHub Copilot report"
    static let contributes: Set<ExportPart> = []
    static let cannotSee = ["Everything: the report is behind the links."]

    static func recognises(_ head: ExportHead) -> Recognition? {
        Recognition(
            all: ["download_links"], any: ["report_day", "report_start_day", "report_end_day"],
            of: head.keys)
    }

    static func read(_ file: CaseFile, desk: IntakeDesk, into contribution: inout ExportContribution) {
        desk.book.add(
            .linksOnly, file: file.path,
            "The file holds links to a report and not the report. Download the linked files before the links expire, and put them here."
        )
    }
}
