import Archive
import Casework
import Disclosure
import Hummingbird
import Measures
import Pages
import Rollout
import Wire

extension FrontDoor {
    /// A person's own page and rights.
    func addOwn(_ routes: RouteList) {
        routes.get("/for-me") { request, context in
            let (visitor, member) = try owner(request, context)
            return try await ownPage(visitor, member, context, done: nil)
        }
        routes.get("/for-me/data.json") { request, context in
            let (_, member) = try owner(request, context)
            guard let record = try await archive.personalRecord(member) else { throw HTTPError(.notFound) }
            try await personalDesk.logDownload()
            let body = PersonalBody(
                key: record.contact.key, email: record.contact.email, team: record.team, role: record.role,
                layer: record.layer, from: record.from, to: record.to,
                use: record.use.map {
                    .init(
                        tool: $0.tool, useCase: $0.useCase, mode: $0.mode.rawValue,
                        days: $0.days.days.map { "\($0)" })
                }, workDays: record.workDays.days.map { "\($0)" },
                hours: record.champion.map {
                    .init(week: "\($0.week.monday)", promised: $0.promised, kept: $0.kept)
                }, ties: record.ties,
                pulse: record.pulse.map { .init(wave: "\($0.wave)", hasAnswered: $0.hasAnswered) },
                hasObjected: record.hasObjected)
            return Answer.download(
                Array(try body.encode()), name: "firsthand-about-me.json", type: "application/json")
        }
        routes.post("/for-me/correct") { request, context in
            let (visitor, member) = try owner(request, context)
            let form = try await form(request, context)
            try await personalDesk.askForCorrection(form["text"] ?? "", member: member)
            return try await ownPage(
                visitor, member, context,
                done: "Asked for. Whoever runs Firsthand here will mend it at its source.")
        }
        routes.post("/for-me/object") { request, context in
            let (visitor, member) = try owner(request, context)
            let isObjecting = try await form(request, context)["objects"] == "yes"
            try await personalDesk.object(isObjecting, member: member)
            await readingRoom.invalidate()
            return try await ownPage(
                visitor, member, context,
                done: isObjecting ? "Noted: you will be in no figure." : "Noted: you will be counted again.")
        }
        routes.post("/for-me/erase") { request, context in
            let (visitor, member) = try owner(request, context)
            let form = try await form(request, context)
            guard form["sure"] == "ERASE" else {
                return try await ownPage(
                    visitor, member, context, done: "Nothing was erased: type ERASE in capitals to be sure.")
            }
            try await personalDesk.erase(member)
            await readingRoom.forget(member)
            var answer = Answer.message(
                MessageModel(
                    title: "Everything about you is erased",
                    text:
                        "Your contact, your account and all you wrote are gone. What is left is in the sums of this quarter alone, without a name, and goes with it. A later import leaves you out."
                ),
                status: .ok)
            answer.headers[.setCookie] = SessionCookie.remove
            return answer
        }
        routes.get("/for-me/pulse") { request, context in
            let (_, member) = try owner(request, context)
            let today = installation.now().day
            guard let wave = try await archive.waves().first(where: { $0.isOpen(on: today) }),
                let secret = try await pulseDesk.ownLink(member, wave: wave)
            else {
                throw HTTPError(
                    .notFound,
                    message: "There is nothing to answer: you have answered, or nobody is asked right now.")
            }
            return Answer.redirect("/pulse/answer/\(secret.text)")
        }
    }

    private func owner(_ request: Request, _ context: FrontContext) throws -> (Visitor, MemberID) {
        let visitor = try visitor(request, context, for: .forMe)
        guard let member = visitor.standing?.member else { throw HTTPError(.forbidden) }
        return (visitor, member)
    }

    private func ownPage(
        _ visitor: Visitor, _ member: MemberID, _ context: FrontContext, done: String?
    ) async throws -> Response {
        guard let reading = try await reading(), let own = try await personalDesk.own(member, in: reading)
        else { throw HTTPError(.notFound) }
        let evidence = reading.stored.evidence
        let role = evidence.roles.firstIndex(of: own.record.role)
        let examples = evidence.examples.filter { $0.role == role && isShowable($0, evidence) }
            .sorted { ($1.date, $0.task) < ($0.date, $1.task) }.prefix(6)
        let today = installation.now().day
        let wave = try await archive.waves().first { $0.isOpen(on: today) }
        var isAsked = false
        if let wave { isAsked = try await archive.silentMembers(wave: wave.id).contains(member) }
        let looks = try await archive.auditEntries(aboutTeam: own.record.team, offset: 0, limit: 20)
        let model = OwnPageModel(
            weeks: own.weeks.map { .init(week: $0.week, days: $0.days, isOrdered: $0.isOrdered) },
            habitWeeks: own.habitWeeks, countedWeeks: own.countedWeeks,
            examples: examples.prefix(3).map { exampleModel($0, evidence) }, hasPulse: isAsked,
            held: FrontDoor.held(own.record), hasObjected: own.record.hasObjected,
            looks: looks.map { .init(when: $0.at.day.long, who: $0.who, what: $0.what) },
            discovery: try await visitor.standing.asyncMap { try await ownDiscovery($0, reading) })
        let shell = try await shell(context, at: "/for-me", done: done)
        return Answer.page(Site.own(model, shell: shell))
    }

    /// What is kept about a person, line by line.
    private static func held(_ record: PersonalRecord) -> [Fact] {
        var facts = [
            Fact("In the roster as", record.contact.key),
            Fact("Address", record.contact.email ?? "none"),
            Fact("Team, role, layer", "\(record.team), \(record.role), \(record.layer.rawValue)"),
        ]
        for use in record.use {
            let what = [use.tool, use.useCase].compactMap { $0 }.joined(separator: " · ")
            facts.append(Fact("Days with \(what)", "\(use.days.count)", note: use.mode.rawValue))
        }
        facts.append(Fact("Days at work", "\(record.workDays.count)"))
        facts.append(Fact("Working ties", "\(record.ties)"))
        if !record.champion.isEmpty { facts.append(Fact("Weeks as a champion", "\(record.champion.count)")) }
        for wave in record.pulse {
            facts.append(
                Fact(
                    "Pulse of \(wave.wave.long)", wave.hasAnswered ? "answered" : "not answered",
                    note: "what you answered is not known to anybody"))
        }
        return facts
    }
}
