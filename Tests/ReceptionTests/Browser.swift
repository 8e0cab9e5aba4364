import Foundation
import FoundationNetworking
import Synchronization

/// A plain browser for tests: keeps the session's cookie, follows nothing by itself.
final class Browser: NSObject, URLSessionTaskDelegate, Sendable {
    /// An answer as a person's browser gets it.
    struct Answer: Sendable {
        let status: Int
        let headers: [String: String]
        let body: String

        /// Where the reader is sent on to.
        var location: String? { headers["Location"] ?? headers["location"] }

        /// The token of the page's first form.
        var token: String? { field("token") }

        /// The value of a hidden field.
        func field(_ name: String) -> String? {
            guard let start = body.range(of: "name=\"\(name)\" value=\"") else { return nil }
            return String(body[start.upperBound...].prefix { $0 != "\"" })
        }
    }

    private let base: URL
    private let cookie = Locked("")

    init(port: Int) { base = URL(string: "http://127.0.0.1:\(port)")! }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) { completionHandler(nil) }

    /// Asks for a page.
    func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
        try await send("GET", path, body: nil, headers: headers)
    }

    /// Sends a form.
    func post(_ path: String, _ fields: [String: String], headers: [String: String] = [:]) async throws
        -> Answer
    {
        let pairs = fields.sorted { $0.key < $1.key }.map {
            "\(Self.encode($0.key))=\(Self.encode($0.value))"
        }
        var headers = headers
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return try await send("POST", path, body: Data(pairs.joined(separator: "&").utf8), headers: headers)
    }

    /// Asks with any method and body.
    func send(_ method: String, _ path: String, body: Data?, headers: [String: String] = [:]) async throws
        -> Answer
    {
        var request = URLRequest(url: URL(string: path, relativeTo: base)!)
        request.httpMethod = method
        request.httpBody = body
        request.httpShouldHandleCookies = false
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let held = cookie.value
        if !held.isEmpty { request.setValue(held, forHTTPHeaderField: "Cookie") }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        let session = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
        defer { session.finishTasksAndInvalidate() }
        let (data, response) = try await session.data(for: request)
        let http = response as! HTTPURLResponse
        var answered: [String: String] = [:]
        for (name, value) in http.allHeaderFields { answered["\(name)"] = "\(value)" }
        if let set = answered["Set-Cookie"] ?? answered["set-cookie"] {
            let pair = String(set.prefix { $0 != ";" })
            if pair.hasPrefix("__Host-firsthand=") { cookie.value = pair.hasSuffix("=") ? "" : pair }
        }
        return Answer(
            status: http.statusCode, headers: answered, body: String(decoding: data, as: UTF8.self))
    }

    private static func encode(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

/// A value behind a lock.
final class Locked<Value: Sendable>: Sendable {
    private let held: Mutex<Value>

    init(_ value: Value) { held = Mutex(value) }

    var value: Value {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }
}
