import Archive
import Foundation
import Reception
import Testing

/// Certificates of our own making, by the openssl command.
struct Notary: Sendable {
    static let openssl = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "notary-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Writes `name.pem` and `name.key` for this machine, with a common name to tell them apart.
    func sign(_ name: String, as certificate: String) async throws {
        let made = try await Self.run(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-keyout", path("\(certificate).key"), "-out", path("\(certificate).pem"), "-days", "2",
                "-subj", "/CN=\(name)", "-addext", "subjectAltName=IP:127.0.0.1",
            ], input: "")
        #expect(made.status == 0, "\(made.output)")
    }

    /// Runs openssl with an input and gives what it printed.
    ///
    /// It waits on a thread of its own, so that the server can answer meanwhile.
    static func run(_ arguments: [String], input: String) async throws -> (status: Int32, output: String) {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try wait(arguments, input: input) })
            }
        }
    }

    private static func wait(_ arguments: [String], input: String) throws -> (status: Int32, output: String) {
        // A handshake that is refused ends openssl before it has read its input; that must not end the tests.
        signal(SIGPIPE, SIG_IGN)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
        process.arguments = ["20", openssl ?? "/usr/bin/openssl"] + arguments
        let (given, printed) = (Pipe(), Pipe())
        process.standardInput = given
        process.standardOutput = printed
        process.standardError = printed
        try process.run()
        try given.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try given.fileHandleForWriting.close()
        let output = printed.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}

@Suite(
    "A certificate",
    .enabled(if: Notary.openssl != nil, "the openssl command, which signs the certificate, is not installed"))
struct CertificateTests {
    private func ask(_ path: String, port: Int, trusting: String, _ more: [String] = []) async throws
        -> String
    {
        try await Notary.run(
            [
                "s_client", "-connect", "127.0.0.1:\(port)", "-CAfile", trusting, "-verify_return_error",
                "-ign_eof",
            ] + more,
            input: "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n"
        ).output
    }

    @Test("lets the server speak TLS 1.2 and 1.3, and nothing older")
    func speaks() async throws {
        let notary = try Notary()
        try await notary.sign("first", as: "house")
        let files = (file: notary.path("house.pem"), key: notary.path("house.key"))
        try await House.open(withPeople: false, certificate: files) { house in
            for version in ["-tls1_2", "-tls1_3"] {
                let answer = try await ask("/sign-in", port: house.port, trusting: files.file, [version])
                #expect(answer.contains("HTTP/1.1 200 OK"), "\(answer)")
                #expect(answer.contains("Verify return code: 0 (ok)"))
                #expect(answer.contains("Strict-Transport-Security: max-age=31536000"))
            }
            let old = try await ask("/sign-in", port: house.port, trusting: files.file, ["-tls1_1"])
            #expect(!old.contains("HTTP/1.1"))
            await #expect(throws: (any Error).self) {
                _ = try await Browser(port: house.port).get("/sign-in")
            }
        }
    }

    @Test("is read again when its files are replaced, and kept when the new ones are broken")
    func renewed() async throws {
        let notary = try Notary()
        try await notary.sign("first", as: "house")
        let files = (file: notary.path("house.pem"), key: notary.path("house.key"))
        try await House.open(withPeople: false, certificate: files) { house in
            let first = try await ask("/healthz", port: house.port, trusting: files.file)
            #expect(first.contains("subject=CN = first"))
            try await notary.sign("second", as: "house")
            house.clock.value = house.clock.value.advanced(by: 61)
            let renewed = try await ask("/healthz", port: house.port, trusting: files.file)
            #expect(renewed.contains("subject=CN = second") && renewed.contains("well"), "\(renewed)")
            let good = notary.path("good.pem")
            try FileManager.default.copyItem(atPath: files.file, toPath: good)
            try Data("nothing".utf8).write(to: URL(fileURLWithPath: files.file))
            house.clock.value = house.clock.value.advanced(by: 61)
            let kept = try await ask("/healthz", port: house.port, trusting: good)
            #expect(kept.contains("subject=CN = second"))
        }
    }

    @Test("that does not fit its key, or is none, is refused in a sentence")
    func refused() async throws {
        let notary = try Notary()
        try await notary.sign("one", as: "one")
        try await notary.sign("two", as: "two")
        func failure(_ file: String, _ key: String) throws -> String {
            let mistake = #expect(throws: HouseCertificate.Mistake.self) {
                _ = try HouseCertificate(certificate: notary.path(file), key: notary.path(key), now: { 0 })
            }
            return try #require(mistake).message.replacing(notary.folder.path + "/", with: "")
        }
        #expect(
            try failure("one.pem", "two.key")
                == "The key in two.key does not belong to the certificate in one.pem.")
        #expect(
            try failure("none.pem", "one.key")
                == "none.pem is no certificate that can be read. It has to be a PEM file.")
        #expect(
            try failure("one.pem", "one.pem")
                == "one.pem is no private key that can be read. It has to be a PEM file without a password.")
    }
}
