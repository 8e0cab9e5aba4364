import Archive
import Casework
import Foundation
import Reception

/// Sends the messages that have become due since the last look.
actor ReminderRound {
    private let installation: Installation
    private let mail: MailPost?
    private let chat: ChatPost?
    private let baseURL: String
    private let log: HouseLog
    private var last: Moment

    init(_ installation: Installation, mail: MailPost?, chat: ChatPost?, baseURL: String, log: HouseLog) {
        self.installation = installation
        self.mail = mail
        self.chat = chat
        self.baseURL = baseURL
        self.log = log
        last = installation.now()
    }

    /// Looks once. What could not be sent is not tried again: a late reminder is worse than none.
    func look() async {
        let now = installation.now()
        let start = last
        last = now
        do {
            let desk = ReminderDesk(installation)
            let due = try await desk.due(after: start, upTo: now, baseURL: baseURL)
            // Where the house has one way only, that is everybody's.
            let chats = chat == nil ? [] : due.filter { $0.channel == .chat || mail == nil }
            let mails = mail == nil ? [] : due.filter { $0.channel == .mail || chat == nil }
            let weekly = try await desk.weekly(after: start, upTo: now, baseURL: baseURL)
            await post(mails, "mail") { try await mail?.send($0, at: Self.date(now)) ?? 0 }
            await post(chats + [weekly].compactMap(\.self).filter { _ in chat != nil }, "chat") {
                try await chat?.send($0) ?? 0
            }
        } catch {
            log.error("Reminders could not be made: \(type(of: error)).")
        }
    }

    private func post(
        _ messages: [ReminderDesk.Reminder], _ way: String,
        _ send: ([ReminderDesk.Reminder]) async throws -> Int
    ) async {
        guard !messages.isEmpty else { return }
        do {
            log.info("\(try await send(messages)) messages went out by \(way).")
        } catch let failure as PostFailure {
            log.error(failure.description)
        } catch {
            log.error("Messages could not go out by \(way): \(type(of: error)).")
        }
    }

    /// A moment as mails say it (RFC 5322).
    private static func date(_ moment: Moment) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss +0000"
        return format.string(from: Date(timeIntervalSince1970: TimeInterval(moment.seconds)))
    }
}
