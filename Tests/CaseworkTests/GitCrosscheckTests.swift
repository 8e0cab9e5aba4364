import Casework
import Foundation
import Intake
import Measures
import Rollout
import Testing

@Suite struct `Git history read twice` {
    /// The product's reading of the trap repositories, and the folder they are in.
    private static func collect(in sandbox: borrowing GitSandbox) throws -> GitCollectReport {
        let script = GitSandbox.root.appendingPathComponent("References/git_crosscheck.py").path
        #expect(try GitSandbox.run("python3", [script, "build", sandbox.path("")]) == 0)
        var options = GitCollector.Options(work: GitCaseOptions(name: "Acme"))
        options.agents = ["acme-helper[bot]"]
        options.work.labels = ["gamma": .banned, "beta": .asked]
        let repositories = ["alpha", "beta", "gamma"].map { sandbox.path("\($0).git") }
        let report = try GitCollector(options).collect(repositories, into: sandbox.path("case"))
        let count = [script, "count", sandbox.path("case.key"), "\(report.asOf)", sandbox.path("plain")]
        #expect(try GitSandbox.run("python3", count + repositories) == 0)
        return report
    }

    @Test(.enabled(if: GitSandbox.hasGit && GitSandbox.hasPython, "git and python3 are needed"))
    func `gives the same tables as a plain computation, trap for trap`() throws {
        let sandbox = try GitSandbox()
        let report = try `Git history read twice`.collect(in: sandbox)
        for file in ["people.csv", "use.csv", "activity.csv", "ties.csv", "coverage.csv"] {
            let ours = try sandbox.text("case/\(file)")
            #expect(ours == (try sandbox.text("plain/\(file)")), "\(file)")
            #expect(ours.split(separator: "\n").count > 3, "\(file)")
        }
        #expect(report.peopleKept == 10)
        #expect(report.unattributed.map { "\($0.name) \($0.commits)" } == ["copilot 1", "inhouse 1"])
        #expect(report.doubtfulBots.map(\.name) == ["ReleaseBot", "acme-automation"])
        #expect(report.botCommits == 5)
        #expect(report.candidates.isEmpty)
    }

    @Test(.enabled(if: GitSandbox.hasGit && GitSandbox.hasPython, "git and python3 are needed"))
    func `finds the marks written down by hand, and no others`() throws {
        let sandbox = try GitSandbox()
        _ = try `Git history read twice`.collect(in: sandbox)
        let key = try sandbox.text("case.key").prefix(64).utf8.map {
            Character(Unicode.Scalar($0)).hexDigitValue!
        }
        let pseudonyms = GitPseudonyms(
            key: stride(from: 0, to: 64, by: 2).map { UInt8(key[$0] * 16 + key[$0 + 1]) })
        let expected = try sandbox.text("expected-use.csv").split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",", maxSplits: 1)
            return "\(pseudonyms.code(String(cells[0]))),\(cells[1])"
        }
        let found = try sandbox.text("case/use.csv").split(separator: "\n").dropFirst().map(String.init)
        #expect(found.sorted() == expected.sorted())
        #expect(found.count == 41)
    }

    @Test(.enabled(if: GitSandbox.hasGit && GitSandbox.hasPython, "git and python3 are needed"))
    func `writes no name, address, message or path`() throws {
        let sandbox = try GitSandbox()
        _ = try `Git history read twice`.collect(in: sandbox)
        let files = try FileManager.default.contentsOfDirectory(atPath: sandbox.path("case"))
        #expect(
            files.sorted() == [
                "activity.csv", "case.yaml", "coverage.csv", "people.csv", "ties.csv", "use.csv",
            ])
        let everything = try files.map { try sandbox.text("case/\($0)") }.joined().lowercased()
        for word in [
            "ann ", "annabot", "abbott", "devin moss", "acme.test", "@", "src/", ".c,", "noreply", "fix",
            "helper",
        ] {
            #expect(!everything.contains(word), "\(word)")
        }
    }

    /// Repositories of your own: `FIRSTHAND_GIT_REPOS=path:path swift test -c release --filter own`.
    private static let own = ProcessInfo.processInfo.environment["FIRSTHAND_GIT_REPOS"]

    @Test(.enabled(if: own != nil && GitSandbox.hasGit && GitSandbox.hasPython, "set FIRSTHAND_GIT_REPOS"))
    func `gives the same tables on repositories of your own`() throws {
        let sandbox = try GitSandbox()
        let repositories = (`Git history read twice`.own ?? "").split(separator: ":").map(String.init)
        var options = GitCollector.Options(work: GitCaseOptions(name: "Own"))
        options.agents = ["acme-helper[bot]"]
        options.readsRequests = false
        options.work.teamRule = .repository
        let clock = ContinuousClock()
        var report: GitCollectReport?
        let time = try clock.measure {
            report = try GitCollector(options).collect(repositories, into: sandbox.path("case"))
        }
        let found = try #require(report)
        let commits = found.repositories.reduce(0) { $0 + $1.commits }
        print("\(commits) commits of \(found.peopleKept) core people in \(time)")
        for notice in found.notices { print("\(notice.id): \(notice.message)") }
        let script = GitSandbox.root.appendingPathComponent("References/git_crosscheck.py").path
        let count = [script, "count", sandbox.path("case.key"), "\(found.asOf)", sandbox.path("plain")]
        #expect(try GitSandbox.run("python3", count + repositories) == 0)
        for file in ["people.csv", "use.csv", "activity.csv", "ties.csv", "coverage.csv"] {
            let isSame = try sandbox.text("case/\(file)") == sandbox.text("plain/\(file)")
            #expect(isSame, "\(file)")
        }
    }
}
