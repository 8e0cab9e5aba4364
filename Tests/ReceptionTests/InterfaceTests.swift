import Archive
import Discovery
import Foundation
import Testing

@Suite("The JSON interface of discovery")
struct InterfaceTests {
    /// The operations of the document, as method and path.
    private static func operations(_ text: String) throws -> [(
        method: String, path: String, required: [String]
    )] {
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(document["openapi"] as? String == "3.1.0")
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        return paths.flatMap { path, operations in
            operations.map { method, operation in
                let body = operation["requestBody"] as? [String: Any]
                let content = body?["content"] as? [String: [String: Any]]
                let schema = content?["application/x-www-form-urlencoded"]?["schema"] as? [String: Any]
                return (method.uppercased(), path, schema?["required"] as? [String] ?? [])
            }
        }
    }

    /// Refusals are problem documents (RFC 9457) and no pages.
    private static func expectProblem(_ answer: Browser.Answer, _ status: Int, _ path: String) throws {
        #expect(answer.status == status, "\(path)")
        #expect(answer.headers["Content-Type"] == "application/problem+json", "\(path)")
        let body = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any], "\(path)")
        #expect(body["status"] as? Int == status && body["type"] as? String == "about:blank", "\(path)")
        #expect((body["title"] as? String)?.isEmpty == false && (body["detail"] as? String)?.isEmpty == false)
    }

    @Test("does what its document says, and nothing else")
    func agrees() async throws {
        try await House.open { house in
            let (_, members) = try await Discoveries.people(house, atLeast: 12)
            let worker = try await house.browser("worker", member: members[0])
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            let stranger = Browser(port: house.port)
            let document = try await worker.get("/api/v1/openapi.json")
            let operations = try Self.operations(document.body)
            #expect(operations.count == 35)
            #expect(Set(operations.map { "\($0.method) \($0.path)" }).count == operations.count)
            let own = try await worker.get("/api/v1/for-me")
            let token = try #require(own.body.firstMatch(of: /"token" : "([0-9a-f]+)"/)).1
            let begun = try await worker.post(
                "/api/v1/for-me/trials", ["token": String(token), "task": "Sorting notes", "minutes": "30"])
            let id = try #require(begun.body.firstMatch(of: /"id" : (\d+)/)).1
            let named = try await worker.post(
                "/api/v1/for-me/pains", ["token": String(token), "task": "mailbox"])
            let pain = try #require(named.body.firstMatch(of: /"id" : (\d+),\s+"kind"/)).1
            let leads = try #require(try await lead.get("/messages").token)
            let documented = Set(operations.map { "\($0.method) \($0.path)" })
            let forLeads: Set<String> = [
                "/api/v1/edition", "/api/v1/tools", "/api/v1/messages", "/api/v1/messages/check",
                "/api/v1/messages/{id}/remove",
            ]
            for (method, path, required) in operations {
                let real = path.replacingOccurrences(
                    of: "{id}", with: String(path.contains("/pains/") ? pain : id))
                let reader = forLeads.contains(path) ? lead : worker
                if method == "GET" {
                    let answer = try await reader.get(real)
                    #expect(
                        answer.status == 200 && answer.headers["Content-Type"] == "application/json",
                        "\(path): \(answer.status)")
                    try Self.expectProblem(try await stranger.get(real), 401, path)
                } else {
                    #expect(required.contains("token"))
                    try Self.expectProblem(try await reader.post(real, ["token": "no"]), 403, path)
                    // A required field that is left out is missed, so the document does not ask for too much.
                    if required.count > 1 {
                        let right = forLeads.contains(path) ? leads : String(token)
                        try Self.expectProblem(try await reader.post(real, ["token": right]), 400, path)
                    }
                }
                let other = method == "GET" ? "POST" : "GET"
                if !documented.contains("\(other) \(path)") {
                    let answer = try await reader.send(other, real, body: nil)
                    try Self.expectProblem(answer, 405, "\(other) \(path) is not documented")
                }
            }
            for path in ["/api/v1/for-me/pains/999999", "/api/v1/nothing"] {
                try Self.expectProblem(try await worker.get(path), 404, path)
            }
            try Self.expectProblem(try await worker.get("/api/v1/tools"), 403, "tools")
            #expect(try await worker.get("/api/v1/edition").status == 403)
            // A link made by machine is followed by machine, once.
            let made = try await worker.post("/api/v1/for-me/show", ["token": String(token)])
            let secret = String(try #require(made.body.firstMatch(of: /\/shown\/([^"?]+)/)).1)
            for isCounted in [true, false] {
                let followed = try await worker.post(
                    "/api/v1/for-me/follow", ["token": String(token), "secret": secret])
                #expect(followed.body.contains("\"isCounted\" : \(isCounted)"))
            }
        }
    }

    @Test("leads through a whole trial")
    func trial() async throws {
        try await House.open { house in
            let (_, members) = try await Discoveries.people(house, atLeast: 12)
            let worker = try await house.browser("worker", member: members[0])
            let own = try await worker.get("/api/v1/for-me").body
            let token = String(try #require(own.firstMatch(of: /"token" : "([0-9a-f]+)"/)).1)
            func post(_ path: String, _ fields: [String: String]) async throws -> Browser.Answer {
                var fields = fields
                fields["token"] = token
                return try await worker.post("/api/v1/for-me\(path)", fields)
            }
            #expect(try await post("/pains", ["task": "mailbox"]).body.contains("task:mailbox"))
            let begun = try await post(
                "/trials", ["task": "Sorting delivery notes", "minutes": "30", "strain": "5"])
            let id = String(
                try #require(begun.body.firstMatch(of: /"trials" : \[\s*\{[^}]*\}[^}]*?"id" : (\d+)/)).1)
            for _ in 0..<2 {
                #expect(try await post("/trials/\(id)/occasions", ["minutes": "12"]).status == 200)
            }
            #expect(
                try await post("/trials/\(id)/verdict", ["verdict": "keep"]).body.contains(
                    "\"verdict\" : \"keep\""))
            #expect(
                try await post("/trials/\(id)/consent", ["consent": "roleOnly"]).body.contains(
                    "\"isOnShelf\" : true"))
            #expect(
                try await worker.get("/api/v1/shelf").body.contains(
                    "From 30 to 12 minutes, over 2 occasions."))
        }
    }
}
