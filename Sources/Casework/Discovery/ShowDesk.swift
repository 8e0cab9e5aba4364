package import Archive
package import Discovery
package import Measures
import Rollout

/// How a discovery travels from a person to a person: invitations, demonstrations, "did you watch?".
package struct ShowDesk: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    private var archive: any Archive { installation.archive }
    private var today: Day { installation.now().day }

    // MARK: Invitations

    /// Makes a link to show a colleague something.
    ///
    /// Kept of it are the hash of its secret, the team and the end of a month; and, apart from it, that this person has shown
    /// something this month (Decisions/0012). What is shown is part of the link and is not kept.
    package func invite(from owner: Visitor.Standing) async throws -> Secret {
        let secret = Secret(installation.secretBytes)
        let month = Month(today)
        // A link made on the last days of a month is good for the next one too.
        let end = month.lastDay.distance(to: today) > -14 ? Month(month.next).lastDay : month.lastDay
        try await archive.invite(
            ShowInvitation(secretHash: secret.hash, team: owner.team, lastDay: end),
            markedFor: owner.member, in: month)
        return secret
    }

    /// Whether a link is still open.
    package func isOpen(_ secret: Secret) async throws -> Bool {
        try await archive.invitingTeam(secretHash: secret.hash, on: today) != nil
    }

    /// Follows a link: the pair of teams is counted, and the link is gone.
    /// - Returns: Whether it was counted; false where it had been used or was too old.
    package func follow(_ secret: Secret, by guest: Visitor.Standing) async throws -> Bool {
        do {
            try await archive.follow(secretHash: secret.hash, into: guest.team, on: today)
            return true
        } catch let failure as ArchiveFailure where failure.code == .missing {
            return false
        }
    }

    // MARK: Demonstrations

    /// A demonstration with its host's name.
    package struct Slot: Sendable {
        package let record: DemonstrationRecord
        package let host: String
        package let isOwn: Bool
    }

    /// Minutes a demonstration lasts.
    package static let minutes = 30
    /// Days ahead somebody can offer one.
    static let furthest = 120

    /// What is to come, by start.
    package func slots(for visitor: Visitor) async throws -> [Slot] {
        var slots: [Slot] = []
        for record in try await archive.demonstrations(from: today) where !record.isCancelled {
            slots.append(
                Slot(
                    record: record, host: try await host(record),
                    isOwn: record.host == visitor.standing?.member))
        }
        return slots
    }

    /// Offers half an hour of one's own work to watch.
    /// - Throws: `TrialDesk.Refusal` where title or time will not do.
    package func offer(
        _ title: String, place: String, day: Day, minute: Int, by host: Visitor.Standing
    ) async throws -> DemonstrationRecord {
        let title = TrialDesk.trimmed(title, to: TrialDesk.longestTask)
        guard title.contains(where: \.isLetter) else {
            throw TrialDesk.Refusal("Say in a few words which piece of your own work you will do.")
        }
        guard day >= today, day <= today.advanced(by: ShowDesk.furthest), (0..<1_440).contains(minute) else {
            throw TrialDesk.Refusal("Choose a day within the next four months, and a time of that day.")
        }
        return try await archive.keep(
            DemonstrationRecord(
                host: host.member, title: title,
                place: TrialDesk.trimmed(place, to: TrialDesk.longestTask),
                starts: CalendarTime(day: day, minute: minute), changed: installation.now()))
    }

    /// Calls one's own demonstration off.
    package func callOff(_ id: Int64, by host: Visitor.Standing) async throws {
        guard
            let record = try await archive.demonstrations(from: today).first(where: {
                $0.id == id && $0.host == host.member
            })
        else { throw ArchiveFailure(.missing, "There is no such demonstration of yours.") }
        _ = try await archive.keep(
            DemonstrationRecord(
                id: id, host: record.host, title: record.title, place: record.place, starts: record.starts,
                isCancelled: true, changed: installation.now()))
    }

    /// A demonstration as an entry of a calendar; nil where there is none.
    package func event(_ id: Int64, site: String) async throws -> CalendarEvent? {
        guard let record = try await archive.demonstrations(from: today).first(where: { $0.id == id })
        else { return nil }
        return ShowDesk.event(record, host: try await host(record), site: site)
    }

    /// Who shows, as they go by.
    private func host(_ record: DemonstrationRecord) async throws -> String {
        try await installation.shownName(of: record.host) ?? "A colleague"
    }

    static func event(_ record: DemonstrationRecord, host: String, site: String) -> CalendarEvent {
        let changed = record.changed
        let minute = Int(changed.seconds - Int64(changed.day.number) * 86_400) / 60
        return CalendarEvent(
            uid: "demonstration-\(record.id)@\(site)", title: "Watch: \(record.title)",
            text:
                "\(host) does a piece of their own work, and you may watch. Nobody notes who comes.",
            starts: record.starts, minutes: ShowDesk.minutes,
            place: record.place.isEmpty ? nil : record.place,
            stamped: CalendarTime(day: changed.day, minute: minute), isCancelled: record.isCancelled)
    }

    // MARK: Did you watch?

    /// The month somebody is asked about; nil where nobody showed anything then, or they have answered.
    package func monthToAskAbout(_ member: MemberID) async throws -> Month? {
        let month = Month(today)
        let past = try await archive.demonstrations(from: month.lastDay.advanced(by: -45)).contains {
            !$0.isCancelled && Month($0.starts.day) == month && $0.starts.day < today && $0.host != member
        }
        guard past else { return nil }
        let asked = try await archive.stanceMarks()[member]?.asked
        return asked == month ? nil : month
    }

    /// Notes whether somebody watched this month; what and whom is not kept.
    package func noteWatched(_ didWatch: Bool, by member: MemberID) async throws {
        try await archive.noteWatched(didWatch, in: Month(today), by: member)
    }

    // MARK: Calendar feed

    /// A new address for somebody's calendar feed; the one before stops working.
    package func newFeed(of member: MemberID) async throws -> Secret {
        let secret = Secret(installation.secretBytes)
        let wish = try await archive.noticePreference(of: member)
        try await archive.set(wish.with(feedHash: secret.hash), of: member)
        return secret
    }

    /// Somebody's feed: demonstrations to come and their own running trials; nil for no such address.
    package func feed(_ secret: Secret, site: String) async throws -> String? {
        guard let member = try await archive.member(feedHash: secret.hash) else { return nil }
        var events: [CalendarEvent] = []
        for record in try await archive.demonstrations(from: today.advanced(by: -7)) {
            events.append(ShowDesk.event(record, host: try await host(record), site: site))
        }
        for trial in try await archive.trials(of: member) where trial.verdict == nil {
            // A week after the beginning is early enough to look back and late enough to have something to look at.
            let day = trial.began.advanced(by: 7)
            events.append(
                CalendarEvent(
                    uid: "trial-\(trial.id)@\(site)", title: "Keep it or drop it? \(trial.task)",
                    text: "Half a minute: note how it went, or say what came of it. Only you see this.",
                    starts: CalendarTime(day: day, minute: 9 * 60), minutes: 5,
                    stamped: CalendarTime(day: trial.began, minute: 0)))
        }
        return CalendarFile.text(name: "Firsthand", events: events)
    }
}
