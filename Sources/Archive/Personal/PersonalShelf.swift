package import Measures
package import Rollout

/// Everything kept about one person, for that person.
package struct PersonalRecord: Hashable, Sendable {
    /// Use of one thing.
    package struct Use: Hashable, Sendable {
        package let tool: String
        package let useCase: String?
        package let mode: UseMode
        package let days: DaySet

        package init(tool: String, useCase: String?, mode: UseMode, days: DaySet) {
            self.tool = tool
            self.useCase = useCase
            self.mode = mode
            self.days = days
        }
    }

    package let contact: Contact
    package let team: String
    package let role: String
    package let layer: Layer
    package let from: Day?
    package let to: Day?
    package let use: [Use]
    package let workDays: DaySet
    /// Weeks as a champion.
    package let champion: [ChampionHours]
    /// Number of working ties kept; with whom is the other's data too.
    package let ties: Int
    /// Waves the person was invited to, and whether they answered; what they answered is not known.
    package let pulse: [Invited]
    package let hasObjected: Bool

    /// Hours of one week.
    package struct ChampionHours: Hashable, Sendable {
        package let week: Week
        package let promised: Double
        package let kept: Double?

        package init(week: Week, promised: Double, kept: Double?) {
            self.week = week
            self.promised = promised
            self.kept = kept
        }
    }

    /// An invitation to a wave.
    package struct Invited: Hashable, Sendable {
        package let wave: Day
        package let hasAnswered: Bool

        package init(wave: Day, hasAnswered: Bool) {
            self.wave = wave
            self.hasAnswered = hasAnswered
        }
    }

    package init(
        contact: Contact, team: String, role: String, layer: Layer, from: Day?, to: Day?, use: [Use],
        workDays: DaySet, champion: [ChampionHours], ties: Int, pulse: [Invited], hasObjected: Bool
    ) {
        self.contact = contact
        self.team = team
        self.role = role
        self.layer = layer
        self.from = from
        self.to = to
        self.use = use
        self.workDays = workDays
        self.champion = champion
        self.ties = ties
        self.pulse = pulse
        self.hasObjected = hasObjected
    }
}

/// Something a person says is wrong about them, for an administrator to mend at its source.
package struct CorrectionRequest: Hashable, Sendable {
    package let id: Int64
    package let member: MemberID
    package let at: Moment
    package let text: String
    package let settledAt: Moment?

    package init(id: Int64, member: MemberID, at: Moment, text: String, settledAt: Moment?) {
        self.id = id
        self.member = member
        self.at = at
        self.text = text
        self.settledAt = settledAt
    }
}

/// A person's rights over what is kept about them.
package protocol PersonalShelf: Sendable {
    /// Everything kept about a member; nil where nobody is.
    func personalRecord(_ member: MemberID) async throws -> PersonalRecord?

    /// Objects to being analysed, or takes it back. The evidence stays and is left out of every figure.
    func setObjection(_ isObjecting: Bool, of member: MemberID) async throws

    /// Members who object.
    func objectors() async throws -> Set<MemberID>

    /// Asks for a correction.
    func requestCorrection(of member: MemberID, text: String, at moment: Moment) async throws

    /// Corrections asked for, the latest first.
    func corrections() async throws -> [CorrectionRequest]

    /// Notes that a correction was settled.
    /// - Throws: `missing`.
    func settleCorrection(_ id: Int64, at moment: Moment) async throws

    /// Erases who a member is: contact, account, sessions, invitations, trials and whatever they wrote. What counts in
    /// figures stays under a new number that leads back to nobody, until it is erased too.
    ///
    /// A later import leaves the person out. The new number is in `evidence`, and in no list of contacts.
    /// - Parameter settings: Settings that name the member, as they read with the new number; kept in the same write, so
    ///   that no crash leaves a text that names somebody who is nowhere.
    /// - Returns: The new number; nil where there is no such member, or they have no name already.
    @discardableResult
    func eraseIdentity(
        of member: MemberID, rewriting settings: @escaping @Sendable (MemberID) -> [String: String]
    ) async throws -> MemberID?

    /// Numbers of which only what counts in figures is left.
    func unnamed() async throws -> Set<MemberID>

    /// Erases a member: contact, use, work days, ties, hours, invitations, account and sessions. What cannot be led
    /// back to the person (answers, aggregates) stays. A later import leaves the person out.
    func erase(_ member: MemberID) async throws
}
