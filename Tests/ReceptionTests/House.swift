import Archive
import Casework
import Foundation
import Intake
import Measures
import Reception
import Rollout
import Specimens

/// A whole house on a free port, with an invented organisation and its clock in our hands.
struct House {
    let archive: MemoryArchive
    let installation: Installation
    let doorkeeper: Doorkeeper
    let readingRoom: ReadingRoom
    let importDesk: ImportDesk
    let clock: Locked<Moment>
    /// Methods by path of every route the house has.
    let methodsByPath: [String: [String]]
    let port: Int

    static let password = "four plain words here"

    /// Opens a house, does something in it, and closes it.
    static func open(
        withPeople: Bool = true, certificate: (file: String, key: String)? = nil,
        _ body: @escaping @Sendable (House) async throws -> Void
    ) async throws {
        let archive = MemoryArchive()
        let clock = Locked(Moment(seconds: Int64(Day("2026-06-29")!.number) * 86_400 + 36_000))
        let seed = Locked(UInt64(1))
        let installation = Installation(archive: archive, now: { clock.value }) { count in
            (0..<count).map { _ in
                seed.value = seed.value &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: seed.value >> 33)
            }
        }
        let readingRoom = ReadingRoom(installation)
        let folder = FileManager.default.temporaryDirectory.appending(path: "house-\(UUID().uuidString)")
        let importDesk = ImportDesk(installation, folder: folder) { await readingRoom.invalidate() }
        let doorkeeper = Doorkeeper(installation)
        if withPeople { try await bringIn(installation) }
        let door = FrontDoor(
            installation: installation, doorkeeper: doorkeeper, readingRoom: readingRoom,
            importDesk: importDesk,
            settings: FrontSettings(baseURL: "http://localhost", isBehindTLS: true, longestUpload: 1 << 20))
        let found = AsyncStream<Int>.makeStream()
        let shown = try certificate.map {
            try HouseCertificate(certificate: $0.file, key: $0.key, now: { clock.value.seconds })
        }
        let server = HouseServer(
            door, host: "127.0.0.1", port: 0, log: HouseLog(level: "critical"), night: nil, certificate: shown
        ) { port in found.continuation.yield(port) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            var ports = found.stream.makeAsyncIterator()
            let port = await ports.next() ?? 0
            let house = House(
                archive: archive, installation: installation, doorkeeper: doorkeeper,
                readingRoom: readingRoom, importDesk: importDesk, clock: clock,
                methodsByPath: door.methodsByPath, port: port)
            do {
                try await body(house)
            } catch {
                group.cancelAll()
                throw error
            }
            group.cancelAll()
        }
    }

    static let specimen = SpecimenFactory.make(
        SpecimenPlan(illness: .noPersonalValue, world: .base, seed: 7, withExports: true))

    /// Files the invented organisation's evidence up to a day; nil: all of it.
    static func bringIn(_ installation: Installation, asOf day: Day? = nil) async throws {
        var files = specimen.files.map { CaseFile(path: $0.file, bytes: CSVWriter.bytes(of: $0)) }
        files.append(CaseFile(path: "case.yaml", bytes: Array(specimen.yaml.utf8)))
        files += specimen.exports.map { CaseFile(path: $0.path, bytes: Array($0.text.utf8)) }
        let result = try CaseReader().read(MemoryCase(files), asOf: day)
        _ = try await installation.archive.file(
            Filing(evidence: result.evidence, contacts: try await installation.contacts(of: result)))
    }

    /// Somebody's browser, signed in.
    func browser(
        _ name: String, capabilities: Set<Capability> = [], member: MemberID? = nil
    ) async throws -> Browser {
        let email = "\(name)@example.com"
        let secret = try await doorkeeper.invite(email: email, member: member, capabilities: capabilities)
        _ = try await doorkeeper.accept(secret.text, email: email, name: name, password: Self.password)
        let browser = Browser(port: port)
        _ = try await browser.post("/sign-in", ["email": email, "password": Self.password])
        return browser
    }

    /// The first member of whom something holds.
    func member(_ holds: (Person, Evidence) -> Bool) async throws -> MemberID {
        let stored = await archive.evidence(asOf: nil, withObjectors: true)
        let evidence = stored.evidence
        let person = evidence.people.first { $0.isPresent(on: evidence.asOf) && holds($0, evidence) }!
        return stored.members[person.id.ordinal]
    }
}
