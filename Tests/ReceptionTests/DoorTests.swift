import Archive
import Casework
import Testing

@Suite("The front door")
struct DoorTests {
    @Test("sends strangers to the sign-in page and back to where they wanted")
    func strangers() async throws {
        try await House.open { house in
            let browser = Browser(port: house.port)
            for path in ["/diagnosis", "/for-me", "/my-team", "/evidence", "/privacy", "/accounts", "/pulse"]
            {
                let answer = try await browser.get(path)
                #expect(answer.status == 303)
                #expect(answer.location == "/sign-in?next=%2F\(path.dropFirst())")
            }
            #expect(try await browser.get("/").location == "/sign-in")
            #expect(try await browser.get("/sign-in").status == 200)
            #expect(try await browser.get("/interview").status == 200)
        }
    }

    @Test("lets in with the right password, and says no more than that it was wrong")
    func signsIn() async throws {
        try await House.open { house in
            _ = try await house.browser("lea", capabilities: [.rolloutLead])
            let stranger = Browser(port: house.port)
            let wrong = try await stranger.post("/sign-in", ["email": "lea@example.com", "password": "no"])
            let nobody = try await stranger.post("/sign-in", ["email": "nil@example.com", "password": "no"])
            #expect(wrong.status == 401 && nobody.status == 401)
            #expect(wrong.body.contains("The address or the password is not right."))
            #expect(nobody.body.contains("The address or the password is not right."))
            let right = try await stranger.post(
                "/sign-in",
                ["email": "LEA@example.com", "password": House.password, "next": "/diagnosis"])
            #expect(right.status == 303 && right.location == "/diagnosis")
            #expect(right.headers["Set-Cookie"]?.contains("Secure; HttpOnly; SameSite=Lax") == true)
            #expect(try await stranger.get("/diagnosis").status == 200)
            let elsewhere = try await stranger.post(
                "/sign-in",
                ["email": "lea@example.com", "password": House.password, "next": "//evil.example"])
            #expect(elsewhere.location == "/")
        }
    }

    @Test("stops guessing after eight tries, and forgets after a quarter of an hour")
    func guessing() async throws {
        try await House.open { house in
            let browser = Browser(port: house.port)
            for _ in 0..<8 {
                _ = try await browser.post("/sign-in", ["email": "a@example.com", "password": "x"])
            }
            let stopped = try await browser.post("/sign-in", ["email": "a@example.com", "password": "x"])
            #expect(stopped.body.contains("Too many tries. Wait 15 minutes and try again."))
            house.clock.value = house.clock.value.advanced(by: 15 * 60 + 1)
            let again = try await browser.post("/sign-in", ["email": "a@example.com", "password": "x"])
            #expect(again.body.contains("The address or the password is not right."))
        }
    }

    @Test("makes the first account from the printed link, once")
    func firstRun() async throws {
        try await House.open(withPeople: false) { house in
            #expect(try await house.doorkeeper.isFirstRun())
            let secret = try await house.doorkeeper.invite(capabilities: [.administrator])
            let browser = Browser(port: house.port)
            let path = "/invitation/\(secret.text)"
            #expect(try await browser.get(path).status == 200)
            let weak = try await browser.post(
                path, ["email": "ada@example.com", "name": "Ada", "password": "short"])
            #expect(weak.status == 400)
            #expect(weak.body.contains("The password needs at least 12 characters."))
            let made = try await browser.post(
                path, ["email": "ada@example.com", "name": "Ada", "password": House.password])
            #expect(made.status == 303)
            #expect(try await browser.get("/").location == "/start")
            #expect(try await browser.get("/start").body.contains("Nothing is known here yet"))
            #expect(try await Browser(port: house.port).get(path).status == 410)
            #expect(try await house.doorkeeper.isFirstRun() == false)
        }
    }

    @Test("refuses forms without the session's token, and forms of other sites")
    func forgery() async throws {
        try await House.open { house in
            let browser = try await house.browser("ada", capabilities: [.administrator])
            let page = try await browser.get("/accounts")
            let token = try #require(page.token)
            let without = try await browser.post("/accounts/invite", ["email": "b@example.com"])
            #expect(without.status == 403)
            let wrong = try await browser.post(
                "/accounts/invite", ["email": "b@example.com", "token": String(token.reversed())])
            #expect(wrong.status == 403)
            let foreign = try await browser.post(
                "/accounts/invite", ["email": "b@example.com", "token": token],
                headers: ["Origin": "https://evil.example"])
            #expect(foreign.status == 403)
            let fine = try await browser.post("/accounts/invite", ["email": "b@example.com", "token": token])
            #expect(fine.status == 200)
            #expect(fine.body.contains("http://localhost/invitation/"))
        }
    }

    @Test("signs out everywhere at once")
    func signsOut() async throws {
        try await House.open { house in
            let one = try await house.browser("lea", capabilities: [.rolloutLead])
            let other = Browser(port: house.port)
            _ = try await other.post("/sign-in", ["email": "lea@example.com", "password": House.password])
            #expect(try await other.get("/account").status == 200)
            let token = try #require(try await one.get("/account").token)
            #expect(try await one.post("/sign-out", ["token": token]).status == 303)
            #expect(try await other.get("/account").status == 303)
        }
    }

    @Test("ends a session that nobody uses for two hours")
    func idle() async throws {
        try await House.open { house in
            let browser = try await house.browser("lea", capabilities: [.rolloutLead])
            house.clock.value = house.clock.value.advanced(by: 2 * 3_600 - 60)
            #expect(try await browser.get("/account").status == 200)
            house.clock.value = house.clock.value.advanced(by: 2 * 3_600 + 60)
            #expect(try await browser.get("/account").status == 303)
        }
    }

    @Test("carries strict headers on every answer, and answers methods it does not have with 405")
    func headers() async throws {
        try await House.open { house in
            let browser = Browser(port: house.port)
            for path in ["/sign-in", "/nowhere", "/assets/site.css"] {
                let answer = try await browser.get(path)
                let policy = answer.headers["Content-Security-Policy"] ?? ""
                #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
                #expect(!policy.contains("unsafe-inline"))
                #expect(answer.headers["X-Content-Type-Options"] == "nosniff")
                #expect(answer.headers["Strict-Transport-Security"]?.contains("max-age") == true)
                #expect(answer.headers["Server"] == nil)
            }
            let put = try await browser.send("PUT", "/sign-in", body: nil)
            #expect(put.status == 405)
            #expect(put.headers["Allow"] == "GET, HEAD, POST")
            #expect(try await browser.get("/nowhere").status == 404)
            #expect(try await browser.get("/healthz").body == "well\n")
            #expect(try await browser.get("/readyz").status == 200)
        }
    }

    @Test("serves no page with inline script or style")
    func inline() async throws {
        try await House.open { house in
            let browser = try await house.browser(
                "lea", capabilities: [.rolloutLead, .council, .administrator])
            for path in [
                "/diagnosis", "/use-cases", "/privacy", "/evidence", "/pulse", "/design", "/were-we-right",
            ] {
                let answer = try await browser.get(path)
                #expect(answer.status == 200, "\(path)")
                #expect(!answer.body.contains("<style"), "\(path)")
                #expect(!answer.body.contains(" style=\""), "\(path)")
                #expect(!answer.body.contains(" onclick="), "\(path)")
            }
        }
    }
}
