package import Archive
import Discovery
import Measures

/// Reminders about running trials, for those who asked for them.
///
/// Nothing about a reminder is kept: one is due in the moment in which somebody's quiet hours end, once a week after a trial began,
/// for six weeks at most. So there is no list of who was reminded of what.
package struct ReminderDesk: Sendable {
    /// A mail to one person.
    package struct Mail: Hashable, Sendable {
        package let to: String
        package let subject: String
        package let body: String

        package init(to: String, subject: String, body: String) {
            self.to = to
            self.subject = subject
            self.body = body
        }
    }

    /// When mails go out for those who are never quiet: eight in the morning, UTC.
    static let usualMinute = 8 * 60
    /// Weeks after which a trial is let be.
    static let mostWeeks = 6

    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// Mails that became due after one moment and up to another; each person gets one at most.
    ///
    /// - Parameter baseURL: What links begin with.
    package func due(after start: Moment, upTo end: Moment, baseURL: String) async throws -> [Mail] {
        let archive = installation.archive
        let wishes = try await archive.membersToTell()
        guard !wishes.isEmpty, start < end else { return [] }
        let trials = Dictionary(grouping: try await archive.trials(of: nil), by: \.member)
        var mails: [Mail] = []
        for (member, wish) in wishes.sorted(by: { $0.key < $1.key }) {
            let minute = wish.quietFrom == wish.quietTo ? ReminderDesk.usualMinute : wish.quietTo
            let at = Moment(seconds: Int64(end.day.number) * 86_400 + Int64(minute) * 60)
            // The end of quiet hours today, or that of yesterday for a look just after midnight.
            let moments = [at, at.advanced(by: -86_400)]
            guard let moment = moments.first(where: { $0 > start && $0 <= end }),
                let trial = (trials[member] ?? []).first(where: { ReminderDesk.isDue($0, on: moment.day) }),
                let email = try await archive.contact(member)?.email
            else { continue }
            mails.append(
                Mail(
                    to: email, subject: "How did it go?",
                    body: """
                        You are trying something on: \(trial.task)

                        Thirty seconds to note how it went, or to say keep or drop:
                        \(baseURL)/for-me/trials/\(trial.id)

                        Only you see this. No more mails: \(baseURL)/for-me/reminders

                        """))
        }
        return mails
    }

    /// Whether a trial is to be asked about on a day: whole weeks after it began, unless something was noted lately.
    static func isDue(_ trial: TrialRecord, on day: Day) -> Bool {
        guard trial.verdict == nil || trial.verdict == .notYet else { return false }
        let age = trial.began.distance(to: day)
        guard age >= 7, age % 7 == 0, age <= 7 * mostWeeks else { return false }
        return trial.occasions.last.map { $0.day.distance(to: day) >= 3 } ?? true
    }
}
