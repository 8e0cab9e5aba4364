import Archive
import Casework
import Hummingbird
import Measures
import Pages
import Rollout

extension FrontDoor {
    /// Waves for whoever leads the rollout, and the page on which people answer.
    func addPulse(_ routes: RouteList) {
        routes.get("/pulse") { request, context in
            _ = try visitor(request, context, for: .pulse)
            return try await pulsePage(context)
        }
        routes.post("/pulse/open") { request, context in
            let visitor = try visitor(request, context, for: .pulse)
            let form = try await form(request, context)
            let audience: PulseDesk.Audience =
                Int(form["audience"] ?? "").map { .quarter($0) } ?? .everybody
            do {
                let (_, links) = try await pulseDesk.open(
                    on: installation.now().day, days: Int(form["days"] ?? "") ?? 0,
                    minimum: Int(form["minimum"] ?? "") ?? 0, audience: audience, by: visitor)
                return Answer.download(
                    linkList(links), name: "pulse-links.csv", type: "text/csv; charset=utf-8")
            } catch let refusal as PulseDesk.Refusal {
                return try await pulsePage(context, problem: refusal.message)
            }
        }
        routes.post("/pulse/:id/remind") { request, context in
            let visitor = try visitor(request, context, for: .pulse)
            _ = try await form(request, context)
            let id = Int64(try context.parameters.require("id"))
            guard let wave = try await archive.waves().first(where: { $0.id == id }) else {
                throw HTTPError(.notFound)
            }
            let links = try await pulseDesk.remind(wave, by: visitor)
            return Answer.download(
                linkList(links), name: "pulse-reminders.csv", type: "text/csv; charset=utf-8")
        }
        addBallot(routes)
    }

    private func linkList(_ links: [PulseDesk.Link]) -> [UInt8] {
        LinkList.csv(
            links.map {
                ($0.contact.email ?? $0.contact.key, "\(settings.baseURL)/pulse/answer/\($0.secret.text)")
            })
    }

    private func pulsePage(_ context: FrontContext, problem: String? = nil) async throws -> Response {
        let today = installation.now().day
        let waves = try await archive.waves().map { wave in
            // A response rate of few people would name those who did not answer.
            PulsePageModel.Wave(
                id: wave.id, span: "\(wave.opens.long) to \(wave.closes.long)", invited: wave.invited,
                answered: wave.invited >= 10 && wave.answered >= wave.minimum
                    ? "\(wave.answered)" : "fewer than \(wave.minimum)", minimum: wave.minimum,
                isOpen: wave.isOpen(on: today))
        }
        let model = PulsePageModel(waves: waves, problem: problem)
        return Answer.page(
            Site.pulse(model, shell: try await shell(context, at: "/pulse")),
            status: problem == nil ? .ok : .badRequest)
    }

    private func addBallot(_ routes: RouteList) {
        routes.get("/pulse/answer/:secret") { request, context in
            let secret = try context.parameters.require("secret")
            switch try await pulseDesk.standing(secret) {
            case .unknown:
                throw HTTPError(.notFound, message: "This link leads nowhere. Ask for a new one.")
            case .answered:
                return Answer.message(
                    MessageModel(
                        title: "Thank you", text: "Your answers are in. Nobody can see which are yours."),
                    status: .ok)
            case .closed(let day):
                return Answer.message(
                    MessageModel(
                        title: "This wave is over", text: "It closed on \(day.long). Thank you for coming by."
                    ),
                    status: .ok)
            case .open(let wave, let form, let asksBelief):
                let questions = PulseWording.questions(
                    form: form, asksBelief: asksBelief, chosen: DraftCookie.read(request))
                return Answer.page(
                    Site.ballot(
                        BallotModel(
                            secret: secret, minimum: wave.minimum, closes: wave.closes,
                            questions: questions)))
            }
        }
        routes.post("/pulse/answer/:secret") { request, context in
            let secret = try context.parameters.require("secret")
            let form = try await Form(request)
            guard form["later"] == nil else {
                var answer = Answer.message(
                    MessageModel(
                        title: "Kept in this browser",
                        text: "Open your link again to go on. Nothing was sent.",
                        link: "/pulse/answer/\(secret)", linkText: "Go on now"), status: .ok)
                answer.headers[.setCookie] = DraftCookie.set(form, secret: secret)
                return answer
            }
            var replies: [PulseItem: PulseAnswer.Reply] = [:]
            for item in PulseItem.allCases {
                guard let text = form[item.rawValue], !text.isEmpty else { continue }
                if text == "?" {
                    replies[item] = .cannotSay
                } else if let value = Int(text) {
                    replies[item] = .value(value)
                } else {
                    throw HTTPError(.badRequest, message: "One of the answers is none that can be chosen.")
                }
            }
            try await pulseDesk.handIn(secret, replies: replies)
            var answer = Answer.message(
                MessageModel(
                    title: "Thank you", text: "Your answers are in. Nobody can see which are yours."),
                status: .ok)
            answer.headers[.setCookie] = DraftCookie.remove(secret: secret)
            return answer
        }
    }
}

/// Answers not sent yet: they stay in the browser of whoever chose them and never lie on the server.
enum DraftCookie {
    private static let name = "__Secure-firsthand-draft"

    /// The answers chosen so far, by item.
    static func read(_ request: Request) -> [String: String] {
        var chosen: [String: String] = [:]
        for pair in request.cookies[name]?.value.split(separator: ".") ?? [] {
            let parts = pair.split(separator: "-", maxSplits: 1)
            guard parts.count == 2 else { continue }
            chosen[String(parts[0])] = parts[1] == "x" ? "?" : String(parts[1])
        }
        return chosen
    }

    /// The header that keeps them for two weeks, for this link alone.
    static func set(_ form: Form, secret: String) -> String {
        let pairs = PulseItem.allCases.compactMap { item -> String? in
            guard let text = form[item.rawValue] else { return nil }
            if text == "?" { return "\(item.rawValue)-x" }
            return Int(text).map { "\(item.rawValue)-\($0)" }
        }
        return
            "\(name)=\(pairs.joined(separator: ".")); Path=/pulse/answer/\(secret); Secure; HttpOnly; SameSite=Lax; Max-Age=1209600"
    }

    static func remove(secret: String) -> String {
        "\(name)=; Path=/pulse/answer/\(secret); Secure; HttpOnly; SameSite=Lax; Max-Age=0"
    }
}
