import Intake
import Measures
import Rollout
import Testing

@Suite struct `Case made of git history` {
    /// A ledger written by hand: each commit is repository, author, day, message, files.
    private struct Work {
        var ledger = GitLedger(table: .current)
        let window = Day("2025-01-01")!...Day("2026-07-31")!

        mutating func commit(
            _ name: String, _ day: String, _ message: String = "work", files: [String] = ["src/a.c"],
            layer: GitLedger.Layer = .branch
        ) {
            var bytes: [UInt8] = []
            let address =
                name.contains("@") ? name : name.lowercased().replacing(" ", with: ".") + "@acme.test"
            bytes += Array("\0\(name)\0\(address)\0\(day)\0HEAD\0\(message)\0\0".utf8)
            for (index, file) in files.enumerated() {
                bytes += Array(((index == 0 ? "\n" : "") + file + "\0").utf8)
            }
            var parser = GitLogParser()
            var found: [GitLogEntry] = []
            parser.take(bytes) { found.append($0) }
            parser.finish { found.append($0) }
            for entry in found { ledger.record(entry, layer: layer, window: window) }
        }

        mutating func core(_ name: String, files: [String] = ["src/a.c"]) {
            for number in 0..<12 { commit(name, "2025-\(10 + number % 3)-\(11 + number)", files: files) }
        }

        func result(_ change: (inout GitCaseOptions) -> Void = { _ in }) -> GitCase {
            var options = GitCaseOptions(name: "Acme")
            change(&options)
            return GitCase(
                ledger, options: options, pseudonyms: GitPseudonyms(key: [1]), asOf: window.upperBound)
        }
    }

    private func rows(_ file: String, of result: GitCase) -> [[String]] {
        result.tables.first { $0.file == file }?.rows ?? []
    }

    private let claude = "work\n\nCo-authored-by: Claude <noreply@anthropic.com>"

    @Test func `keeps people with ten commits in three months, and says how many it left out`() {
        var work = Work()
        work.ledger.begin(repository: "alpha")
        work.core("Ann Moss")
        for number in 0..<9 { work.commit("Ben Lee", "2025-1\(number % 3)-15") }
        for number in 0..<20 { work.commit("Kim Lund", "2025-1\(number % 2)-15") }
        let result = work.result()
        #expect(rows("people.csv", of: result).count == 1)
        #expect(
            rows("people.csv", of: result)[0][1...] == ["src", "engineer", "contributor", "2025-10-11", ""])
        let notice = result.report.notices.first { $0.id == "git.peopleDropped" }
        #expect(
            notice?.message
                == "Left out, with fewer than 10 commits or 3 months of work: 2. In the case: 1.")
    }

    @Test func `takes repositories for teams where there are several, and folders where there is one`() {
        var work = Work()
        work.ledger.begin(repository: "alpha")
        work.core("Ann Moss", files: ["web/a.c", "web/b.c", "README.md"])
        work.commit("Ann Moss", "2026-01-02", files: ["web/z.c"])
        #expect(rows("people.csv", of: work.result())[0][1] == "web")
        work.ledger.begin(repository: "beta")
        work.core("Ben Lee")
        #expect(Set(rows("people.csv", of: work.result()).map { $0[1] }) == ["alpha", "beta"])
        #expect(
            Set(rows("people.csv", of: work.result { $0.teamRule = .folder }).map { $0[1] }) == [
                "alpha/web", "beta/src",
            ])
    }

    @Test func `counts a tool once a commit and modes apart`() {
        var work = Work()
        work.ledger.begin(repository: "alpha")
        work.core("Ann Moss")
        work.commit("Ann Moss", "2026-03-02", claude)
        work.commit("Ann Moss", "2026-03-02", claude)
        work.commit("Ann Moss", "2026-03-02", "w\n\nCo-authored-by: Copilot <copilot@github.com>")
        let result = work.result()
        #expect(
            rows("use.csv", of: result).map { $0[1...].joined(separator: " ") } == [
                "2026-03-02 claude 2 assist", "2026-03-02 copilot 1 editor",
            ])
        #expect(
            result.report.marks.map { "\($0.tool) \($0.mode.rawValue) \($0.commits)" } == [
                "claude assist 2", "copilot editor 1",
            ])
        #expect(result.report.notices.contains { $0.id == "git.weakMarks" })
    }

    @Test func `covers a team whose repository forbids marks as unknown`() {
        var work = Work()
        work.ledger.begin(repository: "alpha")
        work.core("Ann Moss")
        let result = work.result { $0.labels = ["alpha": .banned, "gone": .asked] }
        #expect(
            rows("coverage.csv", of: result) == [
                ["git", "src", "2025-10-11", "2025-12-22", "unknown", "banned"]
            ])
        #expect(
            result.report.notices.first { $0.id == "git.labelsBanned" }?.message
                == "alpha forbids AI marks, so use there cannot be seen. Its team is covered as unknown, not as unused."
        )
        #expect(
            result.report.notices.first { $0.id == "git.unknownLabel" }?.message
                == "There is no repository gone; its label policy was not used. Names are those in this report."
        )
    }

    @Test func `says how many marks a squash left, once for each request`() {
        var work = Work()
        work.ledger.begin(repository: "alpha")
        work.core("Ann Moss")
        for number in 1...5 {
            work.commit("Ann Moss", "2026-03-0\(number)", claude, layer: .request(number))
            work.commit("Ann Moss", "2026-03-0\(number)", claude, layer: .request(number))
            let message =
                number == 1
                ? "one (#1)\n\nCo-authored-by: Claude <noreply@anthropic.com>" : "two (#\(number))"
            work.commit("Ann Moss", "2026-03-09", message)
        }
        work.commit("Ann Moss", "2026-03-08", claude, layer: .request(9))
        work.commit("dependabot[bot]", "2026-03-08", claude, layer: .request(2))
        let result = work.result()
        #expect(result.report.repositories[0].survival == .init(marked: 5, kept: 1))
        #expect(rows("coverage.csv", of: result)[0][5] == "squash survival .20 (1 of 5)")
        #expect(rows("use.csv", of: result).count == 1)
        #expect(result.report.notices.contains { $0.id == "git.squashLoss" })
    }

    @Test(arguments: [
        (1, 1, "1.00 (1 of 1)"), (3, 2, ".67 (2 of 3)"), (20, 1, ".05 (1 of 20)"), (2, 0, ".00 (0 of 2)"),
    ])
    func `writes a share of survival in two places`(marked: Int, kept: Int, words: String) {
        #expect(GitCollectReport.Survival(marked: marked, kept: kept).words == words)
    }

    @Test func `ties people by files near in time and by trailers, and drops what one file may be`() {
        var work = Work()
        work.ledger.begin(repository: "alpha")
        work.core("Ann Moss", files: ["own/a.c"])
        work.core("Ben Lee", files: ["own/b.c"])
        work.core("Kim Lund", files: ["own/k.c"])
        work.commit("Ann Moss", "2026-03-01", files: ["x.c", "y.c", "go.sum", "late.c"])
        work.commit("Ben Lee", "2026-03-31", files: ["x.c", "y.c", "go.sum"])
        work.commit("Ben Lee", "2026-04-01", files: ["late.c"])
        work.commit(
            "Kim Lund", "2026-03-02", "k\n\nReviewed-by: Ann Moss <ann.moss@acme.test>", files: ["x.c"])
        let ties = rows("ties.csv", of: work.result())
        // Ann and Ben: two files thirty days apart. Ann and Kim: one file and one review. Ben and Kim: one file.
        #expect(ties.map { $0[2] }.sorted() == ["2", "3"])
    }

    @Test func `names agents nobody listed and commits credited to nobody`() {
        var work = Work()
        work.ledger.begin(repository: "alpha")
        work.core("Ann Moss")
        work.commit(
            "Ann Moss", "2026-03-02",
            "w\n\nCo-authored-by: acme-ai[bot] <5+acme-ai[bot]@users.noreply.github.com>")
        work.commit("acme-ai[bot]", "2026-03-03", "w\n\nCo-authored-by: Ann Moss <ann.moss@acme.test>")
        work.commit("Ann Moss", "2026-03-04", "w\n\nCo-authored-by: dependabot[bot] <support@github.com>")
        work.commit("copilot-swe-agent[bot]", "2026-03-05")
        let report = work.result().report
        #expect(report.candidates == [.init(name: "acme-ai[bot]", commits: 2)])
        #expect(report.unattributed == [.init(name: "copilot", commits: 1)])
        #expect(
            report.notices.first { $0.id == "git.unattributed" }?.message
                == "Commits by agents that name no person were credited to nobody: copilot 1.")
    }

    @Test func `marks days on which a tool in the case changed its marks`() {
        var work = Work()
        work.ledger.begin(repository: "alpha")
        work.core("Ann Moss")
        work.commit("Ann Moss", "2026-03-02", "w\n\nMade-with: Cursor")
        let changes = work.result().report.instrumentChanges
        #expect(changes.map { "\($0.day)" } == ["2026-02-06", "2026-02-20"])
    }

    @Test func `leaves out days outside the window`() {
        var work = Work()
        work.ledger.begin(repository: "alpha")
        work.core("Ann Moss")
        work.commit("Ann Moss", "2031-01-01", claude)
        work.commit("Ann Moss", "2021-01-01", claude)
        let result = work.result()
        #expect(rows("use.csv", of: result).isEmpty)
        #expect(
            result.report.notices.first { $0.id == "git.futureCommits" }?.message
                == "Commits dated after 2026-07-31, by a wrong clock, were left out: 1. If that day is too early, give the last day yourself."
        )
    }

    @Test func `is the same bytes twice`() {
        func once() -> [CaseTable] {
            var work = Work()
            work.ledger.begin(repository: "alpha")
            for name in ["Ann Moss", "Ben Lee", "Kim Lund", "Ivo Jensen"] { work.core(name) }
            return work.result().tables
        }
        #expect(once() == once())
    }
}
