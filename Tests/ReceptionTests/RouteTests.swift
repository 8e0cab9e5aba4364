import Archive
import Casework
import Foundation
import Rollout
import Testing

@Suite("Every route")
struct RouteTests {
    /// What stands for a part of a path that differs from request to request.
    private static let examples = [
        ":kind": "role", ":name": "Software%20engineer", ":id": "1", ":secret": "no-such-secret",
    ]

    private static func concrete(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false)
            .map { examples[String($0)] ?? String($0) }.joined(separator: "/")
    }

    /// Pages that answer to nobody in particular.
    private static let open: Set<String> = [
        "/healthz", "/readyz", "/robots.txt", "/api/v1/openapi.json", "/feed/:secret/firsthand.ics",
        "/sign-in", "/start", "/interview", "/design", "/invitation/:secret",
        "/pulse/answer/:secret", "/answer/:secret",
    ]

    @Test("answers somebody who may see everything, and never with an error of ours")
    func answers() async throws {
        try await House.open { house in
            let browser = try await house.browser(
                "all", capabilities: Set(Capability.allCases),
                member: try await house.member { person, _ in person.layer == .contributor })
            #expect(house.methodsByPath.count > 40)
            for (path, methods) in house.methodsByPath.sorted(by: { $0.key < $1.key })
            where methods.contains("GET") {
                let answer = try await browser.get(Self.concrete(path))
                #expect(answer.status < 500, "\(path): \(answer.status)")
                // What is not there says so on a page that leads on.
                if [400, 404, 410].contains(answer.status) {
                    #expect(
                        answer.body.contains(path.hasPrefix("/api/") ? "\"detail\"" : "<h1"),
                        "\(path): \(answer.status) without a page")
                } else {
                    #expect([200, 303, 403].contains(answer.status), "\(path): \(answer.status)")
                }
                #expect(!answer.body.contains("Error Domain") && !answer.body.contains(".swift"), "\(path)")
            }
        }
    }

    @Test("sends a stranger to the door, unless it is the door")
    func strangers() async throws {
        try await House.open { house in
            let stranger = Browser(port: house.port)
            for (path, methods) in house.methodsByPath
            where methods.contains("GET") && !Self.open.contains(path) && !path.hasPrefix("/assets/") {
                let answer = try await stranger.get(Self.concrete(path))
                if path.hasPrefix("/api/") {
                    #expect(answer.status == 401, "\(path): \(answer.status)")
                    continue
                }
                #expect(answer.status == 303, "\(path): \(answer.status)")
                let door = answer.location ?? ""
                #expect(door.hasPrefix("/sign-in") || door == "/start", "\(path) leads to \(door)")
            }
        }
    }

    @Test("does nothing without the token of its own page")
    func forged() async throws {
        try await House.open { house in
            let browser = try await house.browser("all", capabilities: Set(Capability.allCases))
            let before = await house.archive.objectors()
            for (path, methods) in house.methodsByPath
            where methods.contains("POST") && !Self.open.contains(path) {
                let answer = try await browser.post(
                    Self.concrete(path), ["token": "forged", "sure": "ERASE", "objects": "yes"])
                #expect((400..<500).contains(answer.status), "\(path): \(answer.status)")
            }
            #expect(await house.archive.objectors() == before)
            #expect(try await browser.get("/account").status == 200, "signed out by a forged form")
        }
    }

    @Test("says of every other method what it allows")
    func otherMethods() async throws {
        try await House.open { house in
            let browser = Browser(port: house.port)
            for (path, methods) in house.methodsByPath {
                for method in ["PUT", "PATCH", "DELETE", methods.contains("POST") ? "OPTIONS" : "POST"] {
                    let answer = try await browser.send(method, Self.concrete(path), body: nil)
                    #expect(answer.status == 405, "\(method) \(path): \(answer.status)")
                    #expect(answer.headers["Allow"] == methods.joined(separator: ", "), "\(method) \(path)")
                }
            }
        }
    }
}
