import Archive
import ArchiveSQLite
import Foundation
import Measures
import Rollout
import Testing

@Suite("The SQLite archive")
struct SQLiteArchiveTests {
    @Test("is there again after it was closed")
    func reopens() async throws {
        let path = try Archives.file()
        let first = try SQLiteArchive(path: path)
        _ = try await first.file(Samples.filing())
        try first.close()
        let second = try SQLiteArchive(path: path)
        let stored = try await second.evidence(asOf: Samples.filing().evidence.asOf, withObjectors: true)
        expectSame(stored.evidence, Samples.filing().evidence)
        #expect(try await second.selfCheck().isEmpty)
    }

    @Test("copies itself while it is used")
    func backsUp() async throws {
        let archive = try SQLiteArchive(path: Archives.file())
        _ = try await archive.file(Samples.filing())
        let target = try Archives.file()
        try archive.backUp(to: target)
        let copy = try SQLiteArchive(path: target)
        let (left, right) = (
            try await copy.evidence(asOf: nil, withObjectors: true),
            try await archive.evidence(asOf: nil, withObjectors: true)
        )
        expectSame(left.evidence, right.evidence)
    }

    @Test("says what is wrong with a file that is none of its own")
    func refuses() throws {
        let path = try Archives.file()
        try Data(repeating: 65, count: 8192).write(to: URL(fileURLWithPath: path))
        #expect(
            throws: ArchiveFailure(
                .damaged, "The archive's file is damaged or no archive. Restore the latest backup.")
        ) { try SQLiteArchive(path: path) }
        #expect(
            throws: ArchiveFailure(
                .unreadable,
                "The archive's file cannot be opened. Check that its folder exists and is yours.")
        ) { try SQLiteArchive(path: "/nowhere/at/all.sqlite") }
    }

    @Test("keeps no name and no address outside of contacts and accounts")
    func namesStayApart() async throws {
        let path = try Archives.file()
        let archive = try SQLiteArchive(path: path)
        _ = try await archive.file(Samples.filing())
        let members = try await archive.contacts().map(\.member)
        for member in members { try await archive.erase(member) }
        try archive.close()
        // A copy without free pages: what is left of erased people would be in it.
        let reopened = try SQLiteArchive(path: path)
        let target = try Archives.file()
        try reopened.vacuum(into: target)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: target))
        for word in ["ada@example.com", "Name of ben", "cem@example.com"] {
            #expect(bytes.range(of: Data(word.utf8)) == nil)
        }
    }
}
