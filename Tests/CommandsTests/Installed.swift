import Foundation
import FoundationNetworking
import Testing

/// An installation run by the built command, in a folder of its own.
final class Installed {
    static let binary: String? = {
        let build = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return [
            build, root.appendingPathComponent(".build/release"), root.appendingPathComponent(".build/debug"),
        ]
        .map { $0.appendingPathComponent("firsthand").path }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    let binary: String
    /// Everything of this installation; removed with it.
    let root: URL
    var data: String { root.appendingPathComponent("data").path }
    private(set) var port = 0
    private var server: Process?
    private(set) var cookie = ""

    /// Nil, and a word why, where the command is not built.
    init?() throws {
        guard let binary = Self.binary else {
            print("Skipped: the command is not built; run 'swift build' first.")
            return nil
        }
        self.binary = binary
        root = FileManager.default.temporaryDirectory.appendingPathComponent("installed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit {
        kill()
        do { try FileManager.default.removeItem(at: root) } catch { print("Could not remove \(root.path)") }
    }

    /// A process of the command; its output goes to a file, so that nothing waits for a reader.
    func start(_ arguments: [String], output: String, mostBlocks: Int? = nil) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        // Servers in other tests of this process ignore signals, which a child would inherit.
        #if os(Linux)
            process.arguments = ["--default-signal=PIPE,TERM", binary] + arguments
            if let mostBlocks {
                process.arguments =
                    [
                        "--ignore-signal=XFSZ", "/bin/sh", "-c", "ulimit -f \(mostBlocks); exec \"$@\"", "sh",
                        binary,
                    ]
                    + arguments
            }
        #else
            process.arguments = [binary] + arguments
        #endif
        let file = root.appendingPathComponent(output)
        try Data().write(to: file)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: file)
        process.standardError = process.standardOutput
        try process.run()
        return process
    }

    /// Runs the command to its end.
    /// - Parameter mostBlocks: Longest file the command may write, in blocks of 512 bytes; beyond, writing fails as on a
    ///   disk that is full.
    @discardableResult func run(
        _ arguments: [String], mostBlocks: Int? = nil
    ) throws -> (code: Int32, text: String) {
        let process = try start(arguments, output: "run.txt", mostBlocks: mostBlocks)
        process.waitUntilExit()
        let text = try String(contentsOf: root.appendingPathComponent("run.txt"), encoding: .utf8)
        return (process.terminationStatus, text)
    }

    /// Opens the doors and waits until they are open.
    /// - Parameter mostBlocks: As for `run`.
    /// - Returns: What the server printed so far.
    @discardableResult func open(mostBlocks: Int? = nil) async throws -> String {
        for attempt in 0..<5 {
            port = 21_000 + Int.random(in: 0..<20_000)
            let process = try start(
                ["serve", "--data", data, "--port", String(port), "--log-level", "warning"],
                output: "server-\(attempt).txt", mostBlocks: mostBlocks)
            server = process
            let file = root.appendingPathComponent("server-\(attempt).txt")
            for _ in 0..<600 where process.isRunning {
                let text = try String(contentsOf: file, encoding: .utf8)
                if text.contains("Firsthand listens") { return text }
                try await Task.sleep(for: .milliseconds(50))
            }
            kill()
        }
        throw Failure.neverOpened
    }

    /// The machine loses power: nothing is said, nothing is finished.
    func kill() {
        guard let server, server.isRunning else { return }
        Foundation.kill(server.processIdentifier, SIGKILL)
        server.waitUntilExit()
        self.server = nil
    }

    /// Closes the doors in good order.
    func close() {
        guard let server, server.isRunning else { return }
        server.terminate()
        server.waitUntilExit()
        self.server = nil
    }

    /// Asks for a page; nil where the server went away before it answered.
    func ask(_ path: String, form: [String: String]? = nil) async -> Answer? {
        let answer = await Self.ask(path, form: form, port: port, cookie: cookie)
        if let set = answer?.cookie { cookie = set }
        return answer
    }

    /// What a server answered.
    struct Answer: Sendable {
        let status: Int
        let body: String
        /// The session it gave, if it gave one.
        let cookie: String?
    }

    /// Asks a port for a page; nil where the server went away before it answered.
    static func ask(_ path: String, form: [String: String]?, port: Int, cookie: String) async -> Answer? {
        var request = URLRequest(url: URL(string: "http://127.0.0.1:\(port)\(path)")!)
        request.httpShouldHandleCookies = false
        if !cookie.isEmpty { request.setValue(cookie, forHTTPHeaderField: "Cookie") }
        if let form {
            request.httpMethod = "POST"
            request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
            let pairs = form.sorted { $0.key < $1.key }.map {
                "\($0.key)=\($0.value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
            }
            request.httpBody = Data(pairs.joined(separator: "&").utf8)
        }
        let session = URLSession(configuration: .ephemeral, delegate: Stay(), delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        guard let (data, response) = try? await session.data(for: request),
            let http = response as? HTTPURLResponse
        else { return nil }
        let set = http.value(forHTTPHeaderField: "Set-Cookie").map { String($0.prefix { $0 != ";" }) }
        return Answer(
            status: http.statusCode, body: String(decoding: data, as: UTF8.self),
            cookie: set.flatMap { $0.hasPrefix("__Host-firsthand=") ? $0 : nil })
    }

    enum Failure: Error {
        case neverOpened
    }

    /// Follows nothing by itself.
    private final class Stay: NSObject, URLSessionTaskDelegate {
        func urlSession(
            _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
            newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
        ) { completionHandler(nil) }
    }
}
