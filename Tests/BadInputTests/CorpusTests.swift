import Foundation
import Rollout
import Testing

/// Every malformed case comes out as its manifest says, in this process and in the built command.
@Suite(.serialized) struct `Bad input` {
    /// Cases that can be made by whoever runs the tests: the superuser may read everything.
    static let cases = Corpus.all.filter {
        !$0.needsOrdinaryUser || geteuid() != 0
    }

    @Test func `comes in at least a hundred kinds, each of a name and an outcome of its own`() {
        #expect(Corpus.all.count >= 100)
        #expect(Set(Corpus.all.map(\.name)).count == Corpus.all.count)
        if !Manifest.isWritten {
            #expect(Set(Manifest.blocks.keys) == Set(Corpus.all.map(\.name)))
        }
    }

    @Test func `has a sound case beneath it`() throws {
        try CaseOnDisk.with(BadCase("sound", "nothing is wrong", [:])) { disk in
            let outcome = try Outcome(reading: disk.path)
            #expect(
                outcome.lines == [
                    "exit 0", "rows coverage.csv: 1 read, 0 refused", "rows people.csv: 5 read, 0 refused",
                    "rows use.csv: 3 read, 0 refused",
                ])
        }
    }

    @Test(.enabled(if: Manifest.isWritten)) func `is written down`() throws {
        var outcomes: [String: [String]] = [:]
        for badCase in Self.cases {
            outcomes[badCase.name] = try CaseOnDisk.with(badCase) { try Outcome(reading: $0.path).lines }
        }
        try Manifest.write(outcomes)
    }

    @Test(.enabled(if: !Manifest.isWritten), arguments: cases)
    func `is answered in the words of the manifest, by the command too, within its bounds`(badCase: BadCase)
        throws
    {
        try CaseOnDisk.with(badCase) { disk in
            let outcome = try Outcome(reading: disk.path)
            #expect(outcome.lines == Manifest.blocks[badCase.name])
            Self.check(outcome)
            let report = disk.path + "-report.html"
            defer { unlink(report) }
            guard
                let run = try BuiltCommand.run([
                    "diagnose", disk.path, "--format", "json", "--report", report,
                ])
            else { return }
            #expect(run.code == outcome.exitCode, "\(run.errors.suffix(2000))")
            if outcome.exitCode == 3 {
                #expect(run.output == "")
                #expect(run.errors.hasPrefix("firsthand: ") && run.errors.hasSuffix(".\n"))
            } else {
                #expect(run.errors == "")
                #expect(try Self.intakeNotices(in: run.output) == outcome.notices.map(Outcome.line))
            }
            let page =
                FileManager.default.contents(atPath: report).map { String(decoding: $0, as: UTF8.self) } ?? ""
            for text in [run.output, run.errors, page] { #expect(Self.leaks(in: text) == []) }
        }
    }

    /// Notices that speak of all files together.
    private static let wholeCase: Set<String> = ["intake.noAsOf", "intake.asOfWithoutUse"]

    /// What holds for the notices of every case.
    private static func check(_ outcome: Outcome) {
        for notice in outcome.notices {
            #expect(notice.message.hasSuffix("."), "\(notice.message)")
            #expect(leaks(in: notice.message) == [], "\(notice.message)")
            #expect(notice.file != nil || wholeCase.contains(notice.id), "\(notice.message)")
            #expect((notice.line ?? 1) >= 1)
        }
    }

    /// Names of people that stand in a text.
    static func leaks(in text: String) -> [String] {
        let lower = text.lowercased()
        return SoundCase.canaries.filter { lower.contains($0) }
    }

    /// The reading's notices in what the command printed, as lines of the manifest.
    private static func intakeNotices(in json: String) throws -> [String] {
        struct Page: Decodable {
            struct Entry: Decodable {
                let id: String
                let severity: String
                let file: String?
                let line: Int?
                let message: String
            }
            let notices: [Entry]
        }
        return try JSONDecoder().decode(Page.self, from: Data(json.utf8)).notices
            .filter { $0.id.hasPrefix("intake.") }
            .map { entry in
                let severity: Notice.Severity =
                    entry.severity == "error" ? .error : entry.severity == "warning" ? .warning : .note
                return Outcome.line(
                    Notice(entry.id, severity, file: entry.file, line: entry.line, message: entry.message))
            }
    }
}
