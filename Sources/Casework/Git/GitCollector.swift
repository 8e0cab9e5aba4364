import Foundation
package import Intake
package import Measures

/// Makes a case folder of the history of local git repositories.
package struct GitCollector: Sendable {
    /// What to read, and how to make the case.
    package struct Options: Sendable {
        package var work: GitCaseOptions
        /// First day read; nil: thirty months before the last.
        package var since: Day?
        /// Last day read; nil: the last commit of any repository.
        package var until: Day?
        /// Names, addresses or logins of the organisation's own AI agents.
        package var agents: [String] = []
        /// Sentences after a tick box that say AI was used.
        package var checkboxes: [String] = []
        /// Also read pull-request refs, where a repository has them, for what a squash leaves.
        package var readsRequests = true
        package var table = AttributionTable.current

        package init(work: GitCaseOptions) { self.work = work }
    }

    /// How far a collect has come.
    package struct Progress: Hashable, Sendable {
        package let repository: String
        /// Place of the repository among all, from 1, and their number.
        package let place: Int
        package let of: Int
        /// Commits of this repository kept so far.
        package let commits: Int
    }

    /// Months read where no first day is given.
    package static let months = 30

    private let options: Options
    private let searchPath: String?

    /// - Parameters:
    ///   - options: What to read, and how.
    ///   - searchPath: Folders in which git is looked for, joined by colons.
    package init(
        _ options: Options, searchPath: String? = ProcessInfo.processInfo.environment["PATH"]
    ) {
        self.options = options
        self.searchPath = searchPath
    }

    /// Reads repositories and writes the case folder and, beside it, its key.
    ///
    /// Reads each default branch without merges, as `git log` streams it; what is kept in memory
    /// grows with commits, not with their text. The key beside the folder is used again where it is
    /// there, so that people keep their codes.
    ///
    /// - Parameters:
    ///   - repositories: Paths of local clones, work trees or bare.
    ///   - folder: The case folder; made where it is missing.
    ///   - progress: Called after every piece of output and at the end of every repository.
    /// - Returns: What was found and left out.
    /// - Throws: `GitFailure`; `CancellationError` where the task was cancelled.
    package func collect(
        _ repositories: [String], into folder: String, progress: (Progress) -> Void = { _ in }
    ) throws -> GitCollectReport {
        let git = try GitProcess(searchPath: searchPath)
        let found = try GitCollector.distinct(repositories).map { try GitRepository($0, git: git) }
        guard let newest = found.map(\.lastDay).max() else {
            throw GitFailure(.notARepository, "No repository was given. Name at least one local clone.")
        }
        let asOf = options.until ?? newest
        let window = min(options.since ?? GitCollector.start(before: asOf), asOf)...asOf
        let names = GitCollector.names(found)
        var ledger = GitLedger(
            table: options.table.adding(agents: options.agents, checkboxes: options.checkboxes))
        for (index, repository) in found.enumerated() {
            ledger.begin(repository: names[index])
            let before = ledger.count
            try read(repository, into: &ledger, git: git, window: window) { count in
                progress(
                    Progress(
                        repository: names[index], place: index + 1, of: found.count, commits: count - before))
            }
        }
        guard ledger.count > 0 else {
            throw GitFailure(
                .nothingInWindow,
                "No commit lies between \(window.lowerBound) and \(asOf). Give an earlier first day.")
        }
        let key = try GitKey(besideCase: folder)
        let target = GitCaseFolder(path: folder)
        let pseudonyms = GitPseudonyms(key: key.bytes, known: target.knownCodes)
        let result = GitCase(ledger, options: options.work, pseudonyms: pseudonyms, asOf: asOf)
        try target.write(result.tables, name: options.work.name, asOf: asOf)
        var report = result.report
        for (index, repository) in found.enumerated() where repository.isShallow {
            report.notices.append(
                GitNotice.shallow.notice(
                    "\(names[index]) is a shallow clone, so its early history is missing and newcomers look "
                        + "newer than they are. Run git fetch --unshallow and collect again.",
                    file: "coverage.csv"))
        }
        if key.isReadableByOthers {
            report.notices.append(
                GitNotice.keyReadable.notice(
                    "Others on this machine can read the key beside the case folder, and with it tell who is "
                        + "who. Run chmod 600 on it."))
        }
        return report
    }

    private func read(
        _ repository: GitRepository, into ledger: inout GitLedger, git: GitProcess,
        window: ClosedRange<Day>, progress: (Int) -> Void
    ) throws {
        let since = window.lowerBound.advanced(by: -1)
        let common = [
            "log", "-z", "--no-merges", "--use-mailmap", "--no-show-signature", "--no-notes", "--no-color",
            "--no-ext-diff", "--no-textconv", "--no-renames", "--since-as-filter=\(since)T00:00:00Z",
            "--format=\(GitLogParser.format)",
        ]
        try stream(common + ["--name-only", repository.branch, "--"], of: repository, git: git) { entry in
            ledger.record(entry, layer: .branch, window: window)
        } progress: {
            progress(ledger.count)
        }
        if repository.hasRequests, options.readsRequests {
            let refs = GitRepository.requestRefs.map { "--glob=\($0)" }
            let arguments = common + ["--no-patch"] + refs + ["--not", repository.branch, "--"]
            try stream(arguments, of: repository, git: git) { entry in
                guard let number = GitCollector.request(inRef: entry.source) else { return }
                ledger.record(entry, layer: .request(number), window: window)
            } progress: {
                progress(ledger.count)
            }
        }
        try mapTrailers(of: repository, in: &ledger, git: git)
    }

    private func stream(
        _ arguments: [String], of repository: GitRepository, git: GitProcess,
        entry: (GitLogEntry) -> Void, progress: () -> Void
    ) throws {
        var parser = GitLogParser()
        let outcome = try git.run(arguments, in: repository.path) { piece in
            parser.take(piece, handler: entry)
            progress()
        }
        guard outcome.status == 0 else {
            throw GitFailure(
                .gitFailed,
                "git could not read the history of \(repository.name): \(outcome.complaint) "
                    + "Run git fsck there; git 2.37 or later is needed.")
        }
        parser.finish(handler: entry)
        progress()
    }

    /// Has git map the names within messages by `.mailmap`, as it maps authors.
    private func mapTrailers(of repository: GitRepository, in ledger: inout GitLedger, git: GitProcess) throws
    {
        let contacts = ledger.contactsInTrailers.filter { contact in
            !contact.name.contains { "<>\n".contains($0) }
                && !contact.address.contains { "<>\n".contains($0) }
        }
        guard !contacts.isEmpty else { return }
        let lines = contacts.map { "\($0.name) <\($0.address)>\n" }.joined()
        let answer = try git.text(["check-mailmap", "--stdin"], in: repository.path, input: Data(lines.utf8))
        guard let answer else { return }
        let mapped = answer.split(separator: "\n").map { GitContact(trailer: ArraySlice($0.utf8)) }
        guard mapped.count == contacts.count else { return }
        var moves: [GitContact: GitContact] = [:]
        for (old, new) in zip(contacts, mapped) { moves[old] = new }
        ledger.mapTrailers(moves)
    }

    /// Paths of different folders, in their order: a repository named twice is read once.
    private static func distinct(_ paths: [String]) -> [String] {
        var seen: Set<String> = []
        return paths.filter { path in
            seen.insert(URL(fileURLWithPath: path).resolvingSymlinksInPath().path).inserted
        }
    }

    /// The number in `refs/pull/12/head`.
    static func request(inRef ref: String) -> Int? {
        ref.split(separator: "/").dropLast().last.flatMap { Int($0) }
    }

    /// The first day of the month thirty months before a day.
    static func start(before day: Day) -> Day {
        let (year, month, _) = day.components
        let months = year * 12 + month - 1 - GitCollector.months
        return Day(year: months / 12, month: months % 12 + 1, day: 1) ?? day
    }

    /// Names of repositories, each once: of equal ones the folder above goes first.
    private static func names(_ repositories: [GitRepository]) -> [String] {
        var used: [String: Int] = [:]
        for repository in repositories { used[repository.name, default: 0] += 1 }
        var given: Set<String> = []
        return repositories.map { repository in
            var name = repository.name
            if used[name]! > 1 {
                let above = URL(fileURLWithPath: repository.path).standardizedFileURL
                    .deletingLastPathComponent()
                name = above.lastPathComponent + "/" + name
            }
            var unique = name
            var number = 2
            while !given.insert(unique).inserted {
                unique = "\(name)-\(number)"
                number += 1
            }
            return unique
        }
    }
}
