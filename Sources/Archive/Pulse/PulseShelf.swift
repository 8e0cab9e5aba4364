package import Measures
package import Rollout

/// One round of the pulse.
package struct PulseWave: Hashable, Sendable {
    package let id: Int64
    /// First day it can be answered; the wave's name everywhere.
    package let opens: Day
    /// Last day it can be answered.
    package let closes: Day
    /// Fewest answers a figure of this wave needs; fixed before it opens.
    package let minimum: Int
    /// Members invited.
    package let invited: Int
    /// Members who have answered.
    package let answered: Int

    package init(id: Int64, opens: Day, closes: Day, minimum: Int, invited: Int, answered: Int) {
        self.id = id
        self.opens = opens
        self.closes = closes
        self.minimum = minimum
        self.invited = invited
        self.answered = answered
    }

    /// Whether it can be answered on a day.
    package func isOpen(on day: Day) -> Bool { opens <= day && day <= closes }
}

/// A personal link to a wave. The link's secret is not kept, only its hash.
package struct Ballot: Hashable, Sendable {
    package let secretHash: [UInt8]
    package let wave: Int64
    package let member: MemberID
    /// Which form of Q3 was drawn: a or b.
    package let form: Character

    package init(secretHash: [UInt8], wave: Int64, member: MemberID, form: Character) {
        self.secretHash = secretHash
        self.wave = wave
        self.member = member
        self.form = form
    }
}

/// What somebody answered, without who: place in the organisation and replies.
package struct BallotAnswers: Hashable, Sendable {
    package let team: String
    package let role: String
    package let layer: Layer
    package let form: Character
    package let variant: PulseAnswer.Variant
    package let replies: [PulseItem: PulseAnswer.Reply]
    /// A random number that ties these answers together within the wave, and orders them on disk.
    package let respondent: Int64

    package init(
        team: String, role: String, layer: Layer, form: Character, variant: PulseAnswer.Variant,
        replies: [PulseItem: PulseAnswer.Reply], respondent: Int64
    ) {
        self.team = team
        self.role = role
        self.layer = layer
        self.form = form
        self.variant = variant
        self.replies = replies
        self.respondent = respondent
    }
}

/// The pulse: who was asked, and what was answered, in two lists that cannot be joined.
///
/// The first list knows members and whether they answered, to the week. The second knows answers under a random
/// number drawn for them, stored in the order of those numbers. Nothing in either leads to the other.
package protocol PulseShelf: Sendable {
    /// Every wave, the latest first.
    func waves() async throws -> [PulseWave]

    /// Makes a wave.
    /// - Throws: `taken` where a wave opens on the same day.
    func addWave(opens: Day, closes: Day, minimum: Int) async throws -> PulseWave

    /// Keeps personal links; a member who has one for the wave gets the new one instead, unless they have answered.
    func add(_ ballots: [Ballot]) async throws

    /// The link of a secret's hash, and whether it has been used; nil where there is none.
    func ballot(secretHash: [UInt8]) async throws -> (ballot: Ballot, isAnswered: Bool)?

    /// Members of a wave who have not answered.
    func silentMembers(wave: Int64) async throws -> [MemberID]

    /// Hands in answers and notes that the link was used, in one step.
    /// - Throws: `missing` where there is no such link, `taken` where it was used.
    func handIn(_ answers: BallotAnswers, secretHash: [UInt8], week: Week) async throws
}
