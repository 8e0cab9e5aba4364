import Archive
import Casework
import Foundation
import Rollout
import Testing

@Suite struct `A watched folder` {
    /// An installation, its desk, and a folder that other programs write into.
    private struct Place {
        let archive = MemoryArchive()
        let root: URL
        let watched: URL
        let desk: ImportDesk
        let installation: Installation

        init() throws {
            root = FileManager.default.temporaryDirectory.appendingPathComponent("watch-\(UUID().uuidString)")
            watched = root.appendingPathComponent("drop")
            try FileManager.default.createDirectory(at: watched, withIntermediateDirectories: true)
            installation = Installation(
                archive: archive, now: { Moment(seconds: 1_780_000_000) },
                secretBytes: { [UInt8](repeating: 7, count: $0) })
            desk = ImportDesk(installation, folder: root.appendingPathComponent("incoming")) {}
        }

        /// A watcher as after a start of the program: it has seen nothing yet.
        func watcher() -> WatchedFolder {
            let watched = watched
            return WatchedFolder(installation, desk: desk, path: watched.path) { tray in
                for name in try FileManager.default.contentsOfDirectory(atPath: watched.path) {
                    try FileManager.default.copyItem(
                        at: watched.appendingPathComponent(name), to: tray.appendingPathComponent(name))
                }
            }
        }

        func drop(_ people: Int) throws {
            let rows = (0..<people).map { "p\($0),Team \($0 % 3),clerk\n" }.joined()
            try Data("person,team,role\n\(rows)".utf8).write(to: watched.appendingPathComponent("people.csv"))
        }

        func remove() throws { try FileManager.default.removeItem(at: root) }
    }

    @Test func `is taken once two looks find it the same, and once only`() async throws {
        let place = try Place()
        let watcher = place.watcher()
        #expect(try await watcher.look(waits: true) == false, "an empty folder holds nothing to import")
        #expect(try await watcher.look(waits: true) == false)
        try place.drop(12)
        #expect(try await watcher.look(waits: true) == false, "it may still be being written")
        #expect(try await watcher.look(waits: true))
        #expect(await place.archive.contacts().count == 12)
        #expect(try await watcher.look(waits: true) == false, "nothing is new")
        #expect(await place.archive.imports().count == 1)
        try place.remove()
    }

    @Test func `is not taken while it grows, and taken again when it has changed`() async throws {
        let place = try Place()
        let watcher = place.watcher()
        for people in [5, 9, 15] {
            try place.drop(people)
            #expect(try await watcher.look(waits: true) == false)
        }
        #expect(try await watcher.look(waits: true))
        try place.drop(21)
        #expect(try await watcher.look(waits: true) == false)
        #expect(try await watcher.look(waits: true))
        #expect(await place.archive.contacts().count == 21)
        try place.remove()
    }

    @Test func `is remembered across a restart`() async throws {
        let place = try Place()
        try place.drop(12)
        let watcher = place.watcher()
        _ = try await watcher.look(waits: true)
        #expect(try await watcher.look(waits: true))
        let next = place.watcher()
        #expect(try await next.look(waits: true) == false)
        #expect(try await next.look(waits: true) == false)
        #expect(await place.archive.imports().count == 1)
        try place.remove()
    }

    @Test func `that cannot be read says so, and is looked into again later`() async throws {
        let place = try Place()
        let watcher = place.watcher()
        try FileManager.default.removeItem(at: place.watched)
        await #expect(throws: (any Error).self) { try await watcher.look(waits: true) }
        try FileManager.default.createDirectory(at: place.watched, withIntermediateDirectories: true)
        try place.drop(6)
        _ = try await watcher.look(waits: true)
        #expect(try await watcher.look(waits: true))
        #expect(await place.archive.contacts().count == 6)
        try place.remove()
    }

    @Test func `leaves an import whose files never arrived as failed, not as done`() async throws {
        let place = try Place()
        let record = await place.archive.addImport(
            title: "cut off", contentHash: "abc", bytes: 10, at: Moment(seconds: 1_780_000_000))
        try await place.desk.resume()
        await place.desk.idle()
        let after = await place.archive.importRecord(record.id)
        #expect(after?.state == .failed)
        #expect(after?.failure == "The files were cut off on their way. Hand them in again.")
        #expect(await place.archive.finishedImport(contentHash: "abc") == nil)
        try place.remove()
    }
}
