package import Archive
package import Discovery
import Intake
import Measures
import Rollout

/// Answers from a message: a link that leads to one question, without signing in.
///
/// A link is signed and not kept, so there is no list of who was asked what. Opening it changes nothing: mail filters and chat
/// previews open links too. The answer is the tap on the page. A link is good for fourteen days, for one question of one person.
package struct AnswerDesk: Sendable {
    /// What is asked.
    package enum Question: Hashable, Sendable {
        /// How a running trial went, by its number.
        case trial(Int64)
        /// Whether somebody watched a colleague in a month.
        case watched(MemberID, Month)

        fileprivate var text: String {
            switch self {
            case .trial(let id): "t-\(id)"
            case .watched(let member, let month): "w-\(member.number)-\(month.number)"
            }
        }
    }

    /// An answer to how a trial went.
    package enum Said: Hashable, Sendable {
        case occasion(minutes: Double)
        case verdict(TrialVerdict)
    }

    /// Days a link is good for.
    static let days = 14

    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    private var archive: any Archive { installation.archive }
    private var today: Day { installation.now().day }

    private func key() async throws -> [UInt8] { try await installation.signingKey(for: "answers") }

    private static func signature(_ text: String, _ key: [UInt8]) -> String {
        String(SHA256.hexadecimal(SHA256.authenticationCode(text.utf8, key: key)).prefix(32))
    }

    /// The last part of a link to a question.
    package func token(_ question: Question) async throws -> String {
        let text = "\(question.text)-\(today.advanced(by: AnswerDesk.days).number)"
        return "\(text)-\(AnswerDesk.signature(text, try await key()))"
    }

    /// The question a link leads to; nil for one that was not made here, is too old or was changed.
    package func question(_ token: String) async throws -> Question? {
        guard token.utf8.count <= 120, let cut = token.lastIndex(of: "-") else { return nil }
        let text = String(token[..<cut])
        let signature = AnswerDesk.signature(text, try await key())
        guard isSameSecret(token[token.index(after: cut)...].utf8, signature.utf8) else { return nil }
        let parts = text.split(separator: "-").map(String.init)
        guard let last = parts.last.flatMap(Int32.init), last >= today.number else { return nil }
        switch (parts.first, parts.count) {
        case ("t", 3): return Int64(parts[1]).map { .trial($0) }
        case ("w", 4):
            guard let member = Int64(parts[1]), let month = Int(parts[2]) else { return nil }
            return .watched(MemberID(member), Month(number: month))
        default: return nil
        }
    }

    /// A running trial that is asked about; nil where it is decided or gone.
    package func trial(_ id: Int64) async throws -> TrialRecord? {
        try await archive.trials(of: nil).first {
            $0.id == id && ($0.verdict == nil || $0.verdict == .notYet)
                && $0.occasions.count < Trial.mostOccasions
        }
    }

    /// Minutes to choose from: as before, three quarters, half, a quarter; whole and each once.
    package static func minutes(_ trial: TrialRecord) -> [Double] {
        let usual = trial.baseline.minutes
        var minutes: [Double] = []
        for share in [1, 0.75, 0.5, 0.25] {
            let value = max(1, (usual * share).rounded())
            if !minutes.contains(value) { minutes.append(value) }
        }
        return minutes
    }

    /// Whether an occasion was noted today already: a second tap on the same button is no second occasion.
    package func isNotedToday(_ trial: TrialRecord) -> Bool { trial.occasions.last?.day == today }

    /// Takes an answer about a trial, as its owner.
    /// - Throws: `TrialFailure`; `TrialDesk.Refusal` where it is not open any more.
    package func answer(_ said: Said, trial id: Int64, in reading: CurrentReading) async throws {
        guard let trial = try await trial(id),
            let owner = Visitor.Standing(trial.member, in: reading.roster)
        else { throw TrialDesk.Refusal("This trial is decided or gone; there is nothing to answer.") }
        let desk = TrialDesk(installation, owner: owner)
        switch said {
        case .occasion(let minutes):
            guard !isNotedToday(trial) else {
                throw TrialDesk.Refusal("Today is noted already. More can be noted on your own page.")
            }
            _ = try await desk.note(try Strain(minutes: minutes), usualMinutes: nil, in: id)
        case .verdict(let verdict): _ = try await desk.decide(verdict, why: nil, in: id)
        }
    }

    /// Takes the answer to "did you watch?".
    package func answer(watched: Bool, by member: MemberID, in month: Month) async throws {
        try await archive.noteWatched(watched, in: month, by: member)
    }
}
