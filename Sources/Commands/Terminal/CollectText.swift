import Foundation
import Intake
import Measures
import Rollout

/// What collecting from git found and left out, as a page of text.
struct CollectText {
    let report: GitCollectReport
    let paper: Paper

    func lines(folder: String) -> [String] {
        var lines = paper.spread(
            "\(report.peopleKept) people from \(report.repositories.count) repositories, up to \(report.asOf.long)",
            "table of marks: \(report.tableAsOf)")
        lines += paper.wrapped(
            "Left out: \(report.peopleDropped) people with little history, \(report.botAccounts) bot accounts with "
                + "\(report.botCommits) commits. \(report.identitiesMerged) identities were merged into others."
        )
        lines += ["", paper.inked("Marks of AI tools", .strong)]
        if report.marks.isEmpty {
            lines.append("  None: either nobody used a tool that leaves a mark, or marks are switched off.")
        }
        for mark in report.marks {
            lines.append("  \(mark.tool), \(mark.mode.rawValue): \(mark.commits) commits")
        }
        lines += tallies("Agents' commits without a person", report.unattributed)
        lines += tallies(
            "Bots as co-authors that might be in-house agents: name them with --agent", report.candidates)
        lines += tallies("Accounts that look like bots and were left out", report.doubtfulBots)
        lines += ["", paper.inked("Repositories", .strong)]
        for repository in report.repositories {
            let days =
                repository.days.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "no commit in the window"
            let label = repository.label.map { ", label \($0.rawValue)" } ?? ""
            let survival = repository.survival.map { ", \($0.words)" } ?? ""
            lines += paper.wrapped(
                "\(repository.name): \(repository.commits) commits, \(days)\(label)\(survival)",
                indent: "    ", first: "  ")
        }
        if !report.instrumentChanges.isEmpty {
            lines += ["", paper.inked("A jump on these days may be the instrument, not people", .strong)]
            lines += report.instrumentChanges.flatMap {
                paper.wrapped("\($0.day): \($0.what)", indent: "    ", first: "  · ")
            }
        }
        for notice in report.notices {
            lines += paper.wrapped("\(notice.message) [\(notice.id)]", indent: "    ", first: "  · ")
        }
        return lines + [
            "", "Written to \(folder). The key beside it tells who is who: keep it safe, or delete it.",
        ]
    }

    private func tallies(_ title: String, _ tallies: [GitCollectReport.Tally]) -> [String] {
        guard !tallies.isEmpty else { return [] }
        return ["", paper.inked(title, .strong)]
            + tallies.prefix(12).map { "  \($0.name): \($0.commits) commits" }
    }
}
