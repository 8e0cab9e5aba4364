package import Archive
import Discovery
import Measures

/// Reminders about running trials and "did you watch?", for those who asked for them.
///
/// Nothing about a reminder is kept: one is due in the moment in which somebody's quiet hours end, once a week after a trial began,
/// for six weeks at most. So there is no list of who was reminded of what. A message names no task: mailboxes and chats have other readers.
package struct ReminderDesk: Sendable {
    /// A message to one person, or to everybody.
    package struct Reminder: Hashable, Sendable {
        /// An answer and the link that leads to it.
        package struct Answer: Hashable, Sendable {
            package let label: String
            package let link: String

            package init(_ label: String, link: String) {
                self.label = label
                self.link = link
            }
        }

        /// An address; nil: everybody, and then by chat only.
        package let to: String?
        package let subject: String
        package let body: String
        package let answers: [Answer]
        package let channel: NoticePreference.Channel

        package init(
            to: String?, subject: String, body: String, answers: [Answer] = [],
            channel: NoticePreference.Channel = .mail
        ) {
            self.to = to
            self.subject = subject
            self.body = body
            self.answers = answers
            self.channel = channel
        }
    }

    /// When messages go out to those who are never quiet: eight in the morning, UTC.
    static let usualMinute = 8 * 60
    /// When the week's demonstrations are told to everybody: Monday at nine, UTC.
    static let weeklyMinute = 9 * 60
    /// Weeks after which a trial is let be.
    static let mostWeeks = 6
    /// Day of a month on which is asked about it.
    static let watchDay = 25

    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// Messages that became due after one moment and up to another; each person gets one at most.
    ///
    /// - Parameter baseURL: What links begin with.
    package func due(after start: Moment, upTo end: Moment, baseURL: String) async throws -> [Reminder] {
        let archive = installation.archive
        let wishes = try await archive.membersToTell()
        guard !wishes.isEmpty, start < end else { return [] }
        let trials = Dictionary(grouping: try await archive.trials(of: nil), by: \.member)
        var messages: [Reminder] = []
        for (member, wish) in wishes.sorted(by: { $0.key < $1.key }) {
            let minute = wish.quietFrom == wish.quietTo ? ReminderDesk.usualMinute : wish.quietTo
            guard let moment = ReminderDesk.moment(minute, after: start, upTo: end),
                let email = try await archive.contact(member)?.email
            else { continue }
            if let trial = (trials[member] ?? []).first(where: { ReminderDesk.isDue($0, on: moment.day) }) {
                messages.append(try await about(trial, to: email, wish.channel, baseURL))
            } else if moment.day.components.day == ReminderDesk.watchDay,
                let month = try await ShowDesk(installation).monthToAskAbout(member)
            {
                messages.append(try await about(month, of: member, to: email, wish.channel, baseURL))
            }
        }
        return messages
    }

    /// The moment of a day's minute in a span, of its last day or the one before, for a look just after midnight.
    private static func moment(_ minute: Int, after start: Moment, upTo end: Moment) -> Moment? {
        let at = Moment(seconds: Int64(end.day.number) * 86_400 + Int64(minute) * 60)
        return [at, at.advanced(by: -86_400)].first { $0 > start && $0 <= end }
    }

    private func about(
        _ trial: TrialRecord, to email: String, _ channel: NoticePreference.Channel, _ baseURL: String
    ) async throws -> Reminder {
        let link = "\(baseURL)/answer/\(try await AnswerDesk(installation).token(.trial(trial.id)))"
        // Before anything was tried there is nothing to keep or to lay down, and the page offers neither.
        let verdicts: [Reminder.Answer] =
            trial.occasions.isEmpty
            ? []
            : [.init("Keep it", link: "\(link)?say=keep"), .init("Not for me", link: "\(link)?say=drop")]
        return Reminder(
            to: email, subject: "How did it go?",
            body: """
                You are trying something on a piece of your own work.

                One tap, without signing in, says how it went:
                \(link)

                Only you see the answer. No more of these: \(baseURL)/for-me/reminders

                """,
            answers: [.init("Note how it went", link: link)] + verdicts, channel: channel)
    }

    private func about(
        _ month: Month, of member: MemberID, to email: String, _ channel: NoticePreference.Channel,
        _ baseURL: String
    ) async throws -> Reminder {
        let link = "\(baseURL)/answer/\(try await AnswerDesk(installation).token(.watched(member, month)))"
        return Reminder(
            to: email, subject: "Did you watch?",
            body: """
                Colleagues showed their own work this month. Did you watch one of them?

                One tap, without signing in:
                \(link)

                Whom and what is not asked; it is counted with others, from ten people on. No more of these: \(baseURL)/for-me/reminders

                """,
            answers: [
                .init("Yes, I watched", link: "\(link)?say=yes"), .init("No", link: "\(link)?say=no"),
            ], channel: channel)
    }

    /// What everybody is told on a Monday: demonstrations of the seven days to come; nil where there are none.
    ///
    /// Without names: who shows stands on the page, for colleagues who are signed in.
    package func weekly(after start: Moment, upTo end: Moment, baseURL: String) async throws -> Reminder? {
        guard let moment = ReminderDesk.moment(ReminderDesk.weeklyMinute, after: start, upTo: end),
            moment.day.week.monday == moment.day
        else { return nil }
        let last = moment.day.advanced(by: 6)
        let coming = try await installation.archive.demonstrations(from: moment.day).filter {
            !$0.isCancelled && $0.starts.day <= last
        }
        guard !coming.isEmpty else { return nil }
        let lines = coming.map { record in
            let minute = record.starts.minute
            let clock = "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
            return "- \(record.title), \(record.starts.day) at \(clock) UTC"
        }
        return Reminder(
            to: nil, subject: "Watch a colleague this week",
            body: """
                Half an hour of somebody’s own work. Come and watch, or don’t: nobody notes who comes.

                \(lines.joined(separator: "\n"))

                \(baseURL)/demonstrations

                """, channel: .chat)
    }

    /// Whether a trial is to be asked about on a day: whole weeks after it began, unless something was noted lately.
    static func isDue(_ trial: TrialRecord, on day: Day) -> Bool {
        guard trial.verdict == nil || trial.verdict == .notYet else { return false }
        let age = trial.began.distance(to: day)
        guard age >= 7, age % 7 == 0, age <= 7 * mostWeeks else { return false }
        return trial.occasions.last.map { $0.day.distance(to: day) >= 3 } ?? true
    }
}
