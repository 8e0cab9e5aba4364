package import Discovery
package import Measures

/// What people found out for themselves: pains, trials, examples, and how it travels.
///
/// Everything here belongs to one person, is changed by that person only, and goes with them (`erase`,
/// `leaveDiscovery`). Two things belong to nobody: crossings of team borders, which are counts of pairs of teams
/// (Decisions/0012), and messages to everybody.
package protocol DiscoveryShelf: Sendable {
    // Pains

    /// Keeps a pain and gives it its number.
    /// - Throws: `missing` where the member is not on the roster.
    func add(_ pain: PainRecord) async throws -> PainRecord

    /// Pains of one member, or of all for nil; in the order in which they were named.
    func pains(of member: MemberID?) async throws -> [PainRecord]

    /// Says which theme a pain belongs to; nil lets the grouping decide again.
    /// - Throws: `missing` where it is not this member's.
    func setTheme(_ theme: ThemeKey?, ofPain id: Int64, by member: MemberID) async throws

    /// Takes a pain back.
    /// - Throws: `missing` where it is not this member's.
    func removePain(_ id: Int64, by member: MemberID) async throws

    // Trials

    /// Keeps a trial: a new one for id zero, else in place of what was kept under the id.
    /// - Throws: `missing` where it is not this member's.
    func keep(_ trial: TrialRecord) async throws -> TrialRecord

    /// Trials of one member, or of all for nil; in the order in which they were begun.
    func trials(of member: MemberID?) async throws -> [TrialRecord]

    /// Removes a trial, and its example with it.
    /// - Throws: `missing` where it is not this member's.
    func removeTrial(_ id: Int64, by member: MemberID) async throws

    // The shelf

    /// Puts an example on the shelf; one of the same trial gives way and hands on its count of reuse.
    /// - Throws: `missing` where the trial is not this member's.
    func keep(_ example: ExampleRecord) async throws -> ExampleRecord

    /// Every example, in the order of their numbers.
    func examples() async throws -> [ExampleRecord]

    /// Counts that a trial was begun from an example; nothing where it has been withdrawn. By whom is not kept.
    func countReuse(ofExample id: Int64) async throws

    /// Takes an example off the shelf.
    /// - Throws: `missing` where it is not this member's.
    func withdrawExample(_ id: Int64, by member: MemberID) async throws

    // Showing a colleague (the four rules of Decisions/0012)

    /// Keeps an open invitation, and marks that the member has shown something, without joining the two.
    func invite(_ invitation: ShowInvitation, markedFor member: MemberID, in month: Month) async throws

    /// The inviting team of an open invitation; nil where it was followed, is too old, or never was.
    func invitingTeam(secretHash: [UInt8], on day: Day) async throws -> String?

    /// Counts the pair of teams and forgets the invitation, at once. Who followed it is not kept.
    /// - Throws: `missing` where it was followed already or is too old.
    func follow(secretHash: [UInt8], into team: String, on day: Day) async throws

    /// How often invitations were followed, by pair of teams.
    func crossings() async throws -> [CrossingTally.Pair: Int]

    /// Forgets open invitations that are too old.
    func removeOldInvitations(before day: Day) async throws

    // Marks

    /// Marks of everybody who has any.
    func stanceMarks() async throws -> [MemberID: StanceMarks]

    /// Says that somebody does not want to, and why; nil takes it back.
    func setDeclined(_ why: TrialVerdict.Why?, by member: MemberID) async throws

    /// Notes whether somebody watched a colleague in a month; what they watched is not kept.
    func noteWatched(_ didWatch: Bool, in month: Month, by member: MemberID) async throws

    // Demonstrations

    /// Keeps a demonstration: a new one for id zero, else in place of what was kept under the id.
    /// - Throws: `missing` where it is not this host's.
    func keep(_ demonstration: DemonstrationRecord) async throws -> DemonstrationRecord

    /// Demonstrations from a day on, by start, then by number.
    func demonstrations(from day: Day) async throws -> [DemonstrationRecord]

    // Trying something as a team

    /// Keeps a team's plan and gives it its number. Who proposed it is not kept.
    func add(_ plan: TeamTrial) async throws -> TeamTrial

    /// Every plan, in the order of their numbers.
    func teamTrials() async throws -> [TeamTrial]

    /// Says that somebody is in, or is not; the second time changes nothing.
    /// - Throws: `missing` where there is no such plan, or it is settled.
    func setIn(_ isIn: Bool, teamTrial id: Int64, by member: MemberID) async throws

    /// Who said that they are in; nobody once it is settled.
    func membersIn(teamTrial id: Int64) async throws -> Set<MemberID>

    /// Notes whether enough were in and forgets who was, at once. What was settled before stays as it was.
    func settle(teamTrial id: Int64, isAgreed: Bool) async throws

    // Messages

    /// Writes down what was said.
    func add(_ message: SaidMessage) async throws -> SaidMessage

    /// What was said, the latest first.
    func saidMessages() async throws -> [SaidMessage]

    /// Takes a message out of the log.
    /// - Throws: `missing`.
    func removeSaidMessage(_ id: Int64) async throws

    // Preferences

    /// What somebody wants to be told; `untouched` where they have said nothing.
    func noticePreference(of member: MemberID) async throws -> NoticePreference

    /// Keeps what somebody wants to be told.
    func set(_ preference: NoticePreference, of member: MemberID) async throws

    /// Everybody who wants to be told something.
    func membersToTell() async throws -> [MemberID: NoticePreference]

    /// Whose calendar feed has a secret; nil where nobody's has.
    func member(feedHash: [UInt8]) async throws -> MemberID?

    // Leaving

    /// Deletes everything above that is a member's. What was counted without them stays.
    func leaveDiscovery(_ member: MemberID) async throws
}
