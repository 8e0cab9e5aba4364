import Archive
import Casework
import Diagnosis
import Disclosure
import Hummingbird
import Measures
import Pages

extension FrontDoor {
    /// What is kept, what may be shown, who looked.
    func addPrivacy(_ routes: RouteList) {
        routes.get("/privacy") { request, context in
            _ = try visitor(request, context, for: .privacy)
            let page = max(0, Int(Form(request.uri.query ?? "")["page"] ?? "") ?? 0)
            return try await privacyPage(context, isCouncil: true, page: page)
        }
        routes.get("/privacy/summary") { request, context in
            _ = try visitor(request, context)
            return try await privacyPage(context, isCouncil: false, page: 0)
        }
        routes.get("/privacy/pack") { request, context in
            let visitor = try visitor(request, context, for: .privacy)
            try await installation.log(.exported, "The council’s pack", by: visitor)
            return try await privacyPage(context, isCouncil: true, page: 0)
        }
        routes.get("/privacy/audit.csv") { request, context in
            let visitor = try visitor(request, context, for: .privacy)
            try await installation.log(.exported, "Audit log as CSV", by: visitor)
            let entries = try await archive.auditEntries(aboutTeam: nil, offset: 0, limit: 1_000_000)
            return Answer.download(
                AuditList.csv(entries), name: "audit.csv", type: "text/csv; charset=utf-8")
        }
    }

    private static let pageLength = 100

    private func privacyPage(
        _ context: FrontContext, isCouncil: Bool, page: Int
    ) async throws -> Response {
        let count = isCouncil ? try await archive.auditCount() : 0
        let entries =
            isCouncil
            ? try await archive.auditEntries(
                aboutTeam: nil, offset: page * FrontDoor.pageLength, limit: FrontDoor.pageLength) : []
        let hasOlder = (page + 1) * FrontDoor.pageLength < count
        let model = PrivacyModel(
            isCouncil: isCouncil, rules: PrivacyWords.rules(.protected), flow: PrivacyWords.flow,
            figures: isCouncil ? PrivacyWords.figures(.protected) : [],
            log: entries.map {
                .init(
                    when: "\($0.at.day.long), \(PrivacyWords.clock($0.at))", who: $0.who,
                    kind: $0.action.rawValue,
                    what: $0.what + ($0.team.map { " (team \($0))" } ?? ""))
            }, logCount: count, newer: page > 0 ? "/privacy?page=\(page - 1)" : nil,
            older: hasOlder ? "/privacy?page=\(page + 1)" : nil)
        return Answer.page(
            Site.privacy(model, shell: try await shell(context, at: isCouncil ? "/privacy" : "")))
    }
}

/// The words of the privacy pages.
enum PrivacyWords {
    /// The minima in force.
    static func rules(_ policy: DisclosurePolicy) -> [Fact] {
        [
            Fact("People behind any figure", "at least \(policy.minimumGroup)"),
            Fact("Answers behind a figure from the pulse", "at least \(policy.minimumGroup)"),
            Fact("People before anything they wrote is shown", "at least \(policy.minimumText)"),
            Fact("People before a response rate is shown", "at least \(policy.responseRateMinimum)"),
            Fact("Shares of fewer than \(policy.roundingBelow) people", "in steps of five points"),
            Fact(
                "Taken together",
                "nothing shown lets anybody work out a group of fewer than \(policy.minimumGroup)",
                note: "checked over everything that is published about a day"),
            Fact("One person", "never shown to anybody else"),
        ]
    }

    /// Everything that is kept, and until when.
    static let flow: [PrivacyModel.Flow] = [
        .init(
            what: "Roster: who, team, role, manager", why: "Frames: of how many", who: "only as headcounts",
            until: "until the roster no longer has the person, or they erase themselves"),
        .init(
            what: "Days on which a tool was used", why: "Habit, trial, spread",
            who: "the person; others only as figures of five people or more", until: "13 months"),
        .init(
            what: "Counted actions, by week", why: "Depth of use", who: "as above", until: "13 months"),
        .init(
            what: "Days at work", why: "Who did not work cannot have used", who: "as above",
            until: "13 months"),
        .init(
            what: "Who works with whom", why: "The echo chamber", who: "nobody; only figures between teams",
            until: "until erased"),
        .init(
            what: "Answers to the pulse, without names", why: "Barriers",
            who: "only as figures of five answers or more", until: "24 months"),
        .init(
            what: "Who was asked and has answered, to the week", why: "Reminders",
            who: "the person; others only as a rate of ten people or more", until: "with the wave"),
        .init(
            what: "Days of somebody who erased themselves, without a name",
            why: "Figures of a quarter are of the same people, so that no difference is about one of them",
            who: "nobody; only figures of five people or more", until: "the end of the quarter"),
        .init(
            what: "Prompts, replies, file names", why: "Never read", who: "nobody", until: "never kept"),
        .init(
            what: "Audit log", why: "Who looked, who changed what",
            who: "the council; everybody for their own team",
            until: "kept"),
    ]

    /// Every figure the system can show with its minimum.
    static func figures(_ policy: DisclosurePolicy) -> [PrivacyModel.Figure] {
        MeasureCode.allCases.map { code in
            let explanation = Catalogue.find(code.rawValue)
            return .init(
                name: Wording.name(code), says: explanation?.summary ?? "",
                minimum: code == .response
                    ? "\(policy.responseRateMinimum) people" : "\(policy.minimumGroup) people")
        }
    }

    /// Hours and minutes in UTC.
    static func clock(_ moment: Moment) -> String {
        let minutes = (moment.seconds % 86_400 + 86_400) % 86_400 / 60
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60)) UTC"
    }
}
