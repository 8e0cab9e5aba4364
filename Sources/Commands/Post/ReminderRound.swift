import Archive
import Casework
import Foundation
import Reception

/// Sends the reminders that have become due since the last look.
actor ReminderRound {
    private let installation: Installation
    private let post: MailPost
    private let baseURL: String
    private let log: HouseLog
    private var last: Moment

    init(_ installation: Installation, post: MailPost, baseURL: String, log: HouseLog) {
        self.installation = installation
        self.post = post
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
            let mails = try await ReminderDesk(installation).due(after: start, upTo: now, baseURL: baseURL)
            guard !mails.isEmpty else { return }
            let format = DateFormatter()
            format.locale = Locale(identifier: "en_US_POSIX")
            format.timeZone = TimeZone(secondsFromGMT: 0)
            format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss +0000"
            let date = format.string(from: Date(timeIntervalSince1970: TimeInterval(now.seconds)))
            let taken = try post.send(mails, at: date)
            log.info("\(taken) reminders went out.")
        } catch let failure as MailPost.Failure {
            log.error(failure.description)
        } catch {
            log.error("Reminders could not be made: \(type(of: error)).")
        }
    }
}
