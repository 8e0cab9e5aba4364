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

    @Test("does what its document says, and nothing else")
    func agrees() async throws {
        try await House.open { house in
            let (_, members) = try await Discoveries.people(house, atLeast: 12)
            let worker = try await house.browser("worker", member: members[0])
            let lead = try await house.browser("lead", capabilities: [.rolloutLead])
            let stranger = Browser(port: house.port)
            let document = try await worker.get("/api/v1/openapi.json")
            let operations = try Self.operations(document.body)
            #expect(operations.count == 8)
            let own = try await worker.get("/api/v1/for-me")
            let token = try #require(own.body.firstMatch(of: /"token" : "([0-9a-f]+)"/)).1
            let begun = try await worker.post(
                "/api/v1/for-me/trials", ["token": String(token), "task": "Sorting notes", "minutes": "30"])
            let id = try #require(begun.body.firstMatch(of: /"id" : (\d+)/)).1
            for (method, path, required) in operations {
                let real = path.replacingOccurrences(of: "{id}", with: String(id))
                let reader = path == "/api/v1/edition" ? lead : worker
                if method == "GET" {
                    let answer = try await reader.get(real)
                    #expect(
                        answer.status == 200 && answer.headers["Content-Type"] == "application/json",
                        "\(path)")
                    #expect(
                        try await stranger.get(real).status == 303, "\(path) is for people who are signed in")
                    #expect(try await worker.post(real, [:]).status == 405, "POST \(path) is not documented")
                } else {
                    #expect(required.contains("token"))
                    #expect(
                        try await worker.post(real, ["token": "no"]).status == 403,
                        "\(path) without its token")
                    // A required field that is left out is missed, so the document does not ask for too much.
                    if required.count > 1 {
                        #expect(
                            try await worker.post(real, ["token": String(token)]).status == 400, "\(path)")
                    }
                    #expect(try await worker.get(real).status == 405, "GET \(path) is not documented")
                }
            }
            #expect(try await worker.get("/api/v1/edition").status == 403)
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
