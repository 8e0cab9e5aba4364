import Casework
import Foundation
import Intake
import Measures
import Rollout
import Testing

@Suite(.enabled(if: GitSandbox.hasGit, "git is needed")) struct `Collecting from git` {
    private var options: GitCollector.Options { GitCollector.Options(work: GitCaseOptions(name: "Acme")) }

    private func failure(
        _ repositories: [String], into folder: String, path: String? = nil,
        _ change: (inout GitCollector.Options) -> Void = { _ in }
    ) -> GitFailure? {
        var options = options
        change(&options)
        let collector = path.map { GitCollector(options, searchPath: $0) } ?? GitCollector(options)
        return #expect(throws: GitFailure.self) { try collector.collect(repositories, into: folder) }
    }

    @Test func `has a heading for every failure in the guide`() throws {
        let guide = GitSandbox.root.appendingPathComponent("Guides/Notices/Git.md")
        let headings = try String(contentsOf: guide, encoding: .utf8).split(separator: "\n")
        for code in GitFailure.Code.allCases {
            #expect(headings.contains("## \(code.rawValue)"), "\(code.rawValue)")
        }
    }

    @Test func `says what to do where git is missing`() throws {
        let sandbox = try GitSandbox()
        let failure = failure([sandbox.path("")], into: sandbox.path("case"), path: sandbox.path(""))
        #expect(failure?.code == .gitMissing)
        #expect(
            failure?.message
                == "git was not found on this machine. Install it (for example: apt install git) and try again."
        )
    }

    @Test func `says what to do where there is no folder, no repository or no commit`() throws {
        let sandbox = try GitSandbox()
        let target = sandbox.path("case")
        #expect(
            failure([sandbox.path("nowhere")], into: target)?.message
                == "There is no folder nowhere. Give the path of a local clone.")
        try FileManager.default.createDirectory(
            atPath: sandbox.path("plain"), withIntermediateDirectories: true)
        #expect(
            failure([sandbox.path("plain")], into: target)?.message
                == "plain is not a git repository. Give the path of a clone: its work tree, or a bare copy made "
                + "with git clone --bare.")
        let empty = try sandbox.repository("empty.git", commits: [])
        #expect(
            failure([empty], into: target)?.message
                == "empty.git holds no commits. Fetch its history first, or leave it out.")
        #expect(
            failure([], into: target)?.message
                == "No repository was given. Name at least one local clone.")
        #expect(!FileManager.default.fileExists(atPath: target))
    }

    @Test func `says what to do where no commit lies between the days asked for`() throws {
        let sandbox = try GitSandbox()
        let path = try sandbox.repository("alpha.git", commits: GitSandbox.core("Ann Moss <ann@acme.test>"))
        let failure = failure([path], into: sandbox.path("case")) { $0.until = Day("2020-12-31") }
        #expect(
            failure?.message
                == "No commit lies between 2018-06-01 and 2020-12-31. Give an earlier first day.")
    }

    @Test func `keeps people's codes, the key and files of other origin when it runs again`() throws {
        let sandbox = try GitSandbox()
        let path = try sandbox.repository("alpha.git", commits: GitSandbox.core("Ann Moss <ann@acme.test>"))
        let target = sandbox.path("case")
        _ = try GitCollector(options).collect([path], into: target)
        let people = try sandbox.text("case/people.csv")
        let key = try sandbox.text("case.key")
        let mode = try FileManager.default.attributesOfItem(atPath: sandbox.path("case.key"))[
            .posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        #expect(key.utf8.count == 65)
        #expect(try sandbox.text("case/case.yaml") == "name: Acme\nasOf: 2025-12-21\n")
        let yaml = "name: \"Mine\"\nasOf: 2020-01-01\nthresholds:\n  habit: 0.4\n"
        try Data(yaml.utf8).write(to: URL(fileURLWithPath: target + "/case.yaml"))
        try Data("wave\n".utf8).write(to: URL(fileURLWithPath: target + "/pulse.csv"))

        _ = try GitCollector(options).collect([path, path], into: target)
        #expect(try sandbox.text("case/people.csv") == people)
        #expect(try sandbox.text("case.key") == key)
        #expect(try sandbox.text("case/case.yaml") == yaml.replacing("2020-01-01", with: "2025-12-21"))
        #expect(try sandbox.text("case/pulse.csv") == "wave\n")
    }

    @Test func `warns of a key that others can read, and refuses a file that holds none`() throws {
        let sandbox = try GitSandbox()
        let path = try sandbox.repository("alpha.git", commits: GitSandbox.core("Ann Moss <ann@acme.test>"))
        let file = URL(fileURLWithPath: sandbox.path("case.key"))
        try Data((String(repeating: "0f", count: 32) + "\n").utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
        let report = try GitCollector(options).collect([path], into: sandbox.path("case"))
        #expect(report.notices.contains { $0.id == "git.keyReadable" })
        let pseudonyms = GitPseudonyms(key: [UInt8](repeating: 15, count: 32))
        #expect(try sandbox.text("case/people.csv").contains(pseudonyms.code("ann@acme.test")))
        try Data("not a key".utf8).write(to: file)
        #expect(
            failure([path], into: sandbox.path("case"))?.message
                == "case.key beside the case folder holds no key. Put the right file back, or remove it: a new "
                + "key gives everybody a new code.")
    }

    @Test func `reads marks that a squash lost from pull-request refs`() throws {
        let sandbox = try GitSandbox()
        let mark = "\n\nCo-authored-by: Claude <noreply@anthropic.com>"
        var commits = GitSandbox.core("Ann Moss <ann@acme.test>")
        for number in 1...2 {
            commits.append(
                .init(
                    day: "2026-01-0\(number)", message: "step" + mark, ref: "refs/pull/\(number)/head",
                    from: "refs/heads/main"))
        }
        commits.append(.init(day: "2026-01-05", message: "kept (#1)" + mark))
        commits.append(.init(day: "2026-01-06", message: "lost (#2)"))
        let path = try sandbox.repository("alpha.git", commits: commits)
        let report = try GitCollector(options).collect([path], into: sandbox.path("case"))
        #expect(report.repositories.map(\.survival) == [.init(marked: 2, kept: 1)])
        #expect(try sandbox.text("case/coverage.csv").contains("squash survival .50 (1 of 2)"))
        #expect(try sandbox.text("case/use.csv").split(separator: "\n").count == 2)
        var branchOnly = options
        branchOnly.readsRequests = false
        let plain = try GitCollector(branchOnly).collect([path], into: sandbox.path("case"))
        #expect(plain.repositories[0].survival == nil)
    }

    @Test func `reads the remote's default branch, not what happens to be checked out`() throws {
        let sandbox = try GitSandbox()
        let commits = GitSandbox.core("Ann Moss <ann@acme.test>")
        let origin = try sandbox.repository("alpha.git", commits: commits)
        let clone = sandbox.path("work")
        try GitSandbox.run("git", ["clone", "-q", origin, clone])
        try GitSandbox.run("git", ["-C", clone, "checkout", "-q", "--orphan", "aside"])
        let report = try GitCollector(options).collect([clone + "/src"], into: sandbox.path("case"))
        #expect(report.repositories.map(\.name) == ["work"])
        #expect(report.repositories.map(\.commits) == [12])
    }

    @Test func `says what a shallow clone hides`() throws {
        let sandbox = try GitSandbox()
        let origin = try sandbox.repository("alpha.git", commits: GitSandbox.core("Ann Moss <ann@acme.test>"))
        let clone = sandbox.path("work")
        try GitSandbox.run("git", ["clone", "-q", "--depth", "3", "file://" + origin, clone])
        let report = try GitCollector(options).collect([clone], into: sandbox.path("case"))
        #expect(
            report.notices.first { $0.id == "git.shallow" }?.message
                == "work is a shallow clone, so its early history is missing and newcomers look newer than they "
                + "are. Run git fetch --unshallow and collect again.")
        #expect(report.notices.contains { $0.id == "git.noCore" && $0.severity == .error })
    }

    @Test func `tells repositories of one name apart and reports how far it is`() throws {
        let sandbox = try GitSandbox()
        for name in ["one", "two"] {
            try FileManager.default.createDirectory(
                atPath: sandbox.path(name), withIntermediateDirectories: true)
        }
        let paths = try ["one", "two"].map { name in
            try sandbox.repository(
                "\(name)/app.git", commits: GitSandbox.core("Ann \(name) <\(name)@acme.test>"))
        }
        var seen: [GitCollector.Progress] = []
        let report = try GitCollector(options).collect(paths, into: sandbox.path("case")) { seen.append($0) }
        #expect(report.repositories.map(\.name) == ["one/app", "two/app"])
        #expect(
            seen.last.map { "\($0.repository) \($0.place) of \($0.of): \($0.commits)" }
                == "two/app 2 of 2: 12")
        #expect(try sandbox.text("case/coverage.csv").split(separator: "\n").count == 3)
    }
}
