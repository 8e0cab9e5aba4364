import Archive
import Casework
import Discovery
import Hummingbird
import Measures
import Pages
import Rollout

extension FrontDoor {
    var showDesk: ShowDesk { ShowDesk(installation) }

    /// The name of this installation in calendars.
    var siteName: String {
        let address = settings.baseURL.split(separator: "/").last.map(String.init) ?? "firsthand"
        return String(address.prefix { $0 != ":" })
    }

    /// Links to colleagues, demonstrations, reminders, leaving.
    func addShowing(_ routes: RouteList) {
        addDemonstrations(routes)
        addWishes(routes)
        routes.get("/for-me/show") { request, context in
            try await showPage(try standing(request, context), context, link: nil)
        }
        routes.post("/for-me/show") { request, context in
            let owner = try standing(request, context)
            let form = try await form(request, context)
            return try await showPage(
                owner, context, link: try await showLink(owner, example: form["example"]))
        }
        routes.get("/shown/:secret") { request, context in
            let visitor = try visitor(request, context)
            guard let secret = Secret(try context.parameters.require("secret")) else {
                throw HTTPError(.notFound)
            }
            let (reading, _) = try await edition()
            let id = Int64(Form(request.uri.query ?? "")["example"] ?? "")
            let example = try await ShelfDesk(installation).shown(in: reading).first { $0.example.id == id }
            let isOpen = try await showDesk.isOpen(secret)
            let model = ShownPageModel(
                secret: secret.text, example: example.map { shelfLine($0, tryHref: nil) },
                exampleID: example.map { String($0.example.id) } ?? "",
                isOpen: isOpen && visitor.standing != nil)
            return Answer.page(Site.shown(model, shell: try await shell(context, at: "/shelf")))
        }
        routes.post("/shown/:secret") { request, context in
            let guest = try standing(request, context)
            let form = try await form(request, context)
            guard let secret = Secret(try context.parameters.require("secret")) else {
                throw HTTPError(.notFound)
            }
            _ = try await showDesk.follow(secret, by: guest)
            if let example = Int64(form["example"] ?? "") {
                return Answer.redirect("/for-me/trials/new?example=\(example)")
            }
            return Answer.redirect("/shelf")
        }
    }

    /// A new link to show a colleague something.
    func showLink(_ owner: Visitor.Standing, example: String?) async throws -> String {
        let secret = try await showDesk.invite(from: owner)
        // Which example is part of the link alone, so that nothing that is kept leads from a link to its maker.
        let part = Int64(example ?? "").map { "?example=\($0)" } ?? ""
        return "\(settings.baseURL)/shown/\(secret.text)\(part)"
    }

    /// Offers what a form says.
    /// - Throws: `TrialDesk.Refusal`.
    func offer(_ form: Form, by host: Visitor.Standing) async throws {
        let time = (form["time"] ?? "").split(separator: ":").compactMap { Int($0) }
        guard let day = Day(form["day"] ?? ""), time.count >= 2, (0..<24).contains(time[0]),
            (0..<60).contains(time[1])
        else { throw HTTPError(.badRequest, message: "Choose a day and a time.") }
        _ = try await showDesk.offer(
            form["title"] ?? "", place: form["place"] ?? "", day: day, minute: time[0] * 60 + time[1],
            by: host)
    }

    private func showPage(
        _ owner: Visitor.Standing, _ context: FrontContext, link: String?
    ) async throws -> Response {
        let (reading, _) = try await edition()
        let own = try await ShelfDesk(installation).shown(in: reading).filter {
            $0.example.member == owner.member && $0.example.isKept && $0.expiry == nil
        }
        let today = installation.now().day
        let month = Month(today)
        let end = month.lastDay.distance(to: today) > -14 ? Month(month.next).lastDay : month.lastDay
        let body =
            "I found something that helps me with my own work, and thought of you. Have a look, if you like: \(link ?? "")"
        let model = ShowPageModel(
            examples: own.enumerated().map { place, shown in
                .init(
                    "\(shown.example.id)", "\(shown.example.task): \(shown.sentence)", isChosen: place == 0)
            }, link: link,
            mail: "mailto:?subject=\(Form.encode("Something that helps me"))&body=\(Form.encode(body))",
            until: end.long)
        return Answer.page(Site.show(model, shell: try await ownShell(context, "Show a colleague")))
    }

    private func addDemonstrations(_ routes: RouteList) {
        routes.get("/demonstrations") { request, context in
            try await demonstrationsPage(try visitor(request, context, for: .shelf), context)
        }
        routes.post("/demonstrations") { request, context in
            let visitor = try visitor(request, context, for: .forMe)
            let host = try standing(request, context)
            let form = try await form(request, context)
            do { try await offer(form, by: host) } catch let refusal as TrialDesk.Refusal {
                return try await demonstrationsPage(visitor, context, problem: refusal.message)
            } catch let error as HTTPError {
                return try await demonstrationsPage(visitor, context, problem: error.body)
            }
            return Answer.redirect("/demonstrations")
        }
        routes.get("/demonstrations/:id/calendar.ics") { request, context in
            _ = try visitor(request, context, for: .shelf)
            guard let event = try await showDesk.event(try FrontDoor.id(context), site: siteName) else {
                throw HTTPError(.notFound)
            }
            return Answer.download(
                Array(CalendarFile.text(name: "Firsthand", events: [event]).utf8), name: "watch.ics",
                type: CalendarFile.mediaType)
        }
        routes.post("/demonstrations/:id/off") { request, context in
            let host = try standing(request, context)
            _ = try await form(request, context)
            try await showDesk.callOff(try FrontDoor.id(context), by: host)
            return Answer.redirect("/demonstrations")
        }
        routes.post("/for-me/watched") { request, context in
            let owner = try standing(request, context)
            let form = try await form(request, context)
            try await showDesk.noteWatched(form["watched"] == "yes", by: owner.member)
            return Answer.redirect("/for-me")
        }
    }

    private func demonstrationsPage(
        _ visitor: Visitor, _ context: FrontContext, problem: String? = nil
    ) async throws -> Response {
        let slots = try await showDesk.slots(for: visitor).map { slot -> DemonstrationsModel.Slot in
            let starts = slot.record.starts
            let minute = starts.minute % 60
            return .init(
                id: slot.record.id, title: slot.record.title,
                when: "\(starts.day.long), \(starts.minute / 60):\(minute < 10 ? "0" : "")\(minute) UTC",
                place: slot.record.place.nonEmpty, host: slot.host, isOwn: slot.isOwn)
        }
        let model = DemonstrationsModel(
            slots: slots, canOffer: visitor.standing != nil, earliest: "\(installation.now().day)",
            problem: problem)
        return Answer.page(
            Site.demonstrations(model, shell: try await shell(context, at: "/demonstrations")),
            status: problem == nil ? .ok : .badRequest)
    }

    // MARK: Reminders, a feed, leaving

    private func addWishes(_ routes: RouteList) {
        routes.get("/for-me/reminders") { request, context in
            try await remindersPage(try standing(request, context), context)
        }
        routes.post("/for-me/reminders") { request, context in
            let owner = try standing(request, context)
            let form = try await form(request, context)
            try await keepWishes(of: owner, form)
            return try await remindersPage(owner, context, done: "Saved.")
        }
        routes.post("/for-me/reminders/feed") { request, context in
            let owner = try standing(request, context)
            _ = try await form(request, context)
            let secret = try await showDesk.newFeed(of: owner.member)
            return try await remindersPage(
                owner, context, feed: "\(settings.baseURL)/feed/\(secret.text)/firsthand.ics")
        }
        routes.get("/feed/:secret/firsthand.ics") { _, context in
            guard let secret = Secret(try context.parameters.require("secret")),
                let text = try await showDesk.feed(secret, site: siteName)
            else { throw HTTPError(.notFound) }
            return Answer.download(Array(text.utf8), name: "firsthand.ics", type: CalendarFile.mediaType)
        }
        routes.post("/for-me/decline") { request, context in
            let owner = try standing(request, context)
            let why = TrialVerdict.Why(rawValue: try await form(request, context)["why"] ?? "")
            try await trialDesk(owner).decline(why)
            return try await remindersPage(
                owner, context,
                done: why == nil ? "Nothing is noted any more." : "Noted. Thank you for saying it.")
        }
        routes.post("/for-me/leave") { request, context in
            let owner = try standing(request, context)
            guard try await form(request, context)["sure"] == "LEAVE" else {
                return try await remindersPage(
                    owner, context, done: "Nothing was deleted: type LEAVE in capitals to be sure.")
            }
            try await trialDesk(owner).leave()
            return Answer.redirect("/for-me")
        }
    }

    /// Keeps what a form says somebody wants to be told.
    func keepWishes(of owner: Visitor.Standing, _ form: Form) async throws {
        func minute(_ name: String, _ usual: Int) -> Int {
            let parts = (form[name] ?? "").split(separator: ":").compactMap { Int($0) }
            guard parts.count >= 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else {
                return usual
            }
            return parts[0] * 60 + parts[1]
        }
        let known = try await archive.noticePreference(of: owner.member)
        try await archive.set(
            NoticePreference(
                isOn: form["on"] == "yes", quietFrom: minute("from", known.quietFrom),
                quietTo: minute("to", known.quietTo), feedHash: known.feedHash,
                channel: form["channel"].flatMap { NoticePreference.Channel(rawValue: $0) } ?? known.channel),
            of: owner.member)
    }

    private func remindersPage(
        _ owner: Visitor.Standing, _ context: FrontContext, done: String? = nil, feed: String? = nil
    ) async throws -> Response {
        let wish = try await archive.noticePreference(of: owner.member)
        func clock(_ minute: Int) -> String {
            func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
            return "\(two(minute / 60)):\(two(minute % 60))"
        }
        let declined = try await archive.stanceMarks()[owner.member]?.declined
        let model = RemindersModel(
            isOn: wish.isOn, from: clock(wish.quietFrom), to: clock(wish.quietTo), feed: feed,
            hasFeed: wish.feedHash != nil, channel: wish.channel.rawValue,
            channels: settings.channels.map(\.rawValue), declined: declined.map { DiscoveryWords.words($0) })
        return Answer.page(
            Site.reminders(model, shell: try await ownShell(context, "Reminders and leaving", done: done)))
    }
}
