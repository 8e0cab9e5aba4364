package import Discovery
package import Measures

/// What people found out for themselves, as the twin keeps it.
struct MemoryDiscovery {
    var pains: [PainRecord] = []
    var trials: [TrialRecord] = []
    var examples: [ExampleRecord] = []
    /// By the hash of the secret, so that no order of arrival is kept.
    var invitations: [[UInt8]: ShowInvitation] = [:]
    var crossings: [CrossingTally.Pair: Int] = [:]
    var marks: [MemberID: StanceMarks] = [:]
    var demonstrations: [DemonstrationRecord] = []
    var messages: [SaidMessage] = []
    var preferences: [MemberID: NoticePreference] = [:]
    var teamTrials: [TeamTrial] = []
    var membersIn: [Int64: Set<MemberID>] = [:]
    private var last: Int64 = 0

    /// A number that was never given before.
    mutating func number() -> Int64 {
        last += 1
        return last
    }

    /// Deletes everything of a member.
    mutating func forget(_ member: MemberID) {
        pains.removeAll { $0.member == member }
        trials.removeAll { $0.member == member }
        examples.removeAll { $0.member == member }
        marks[member] = nil
        demonstrations.removeAll { $0.host == member }
        preferences[member] = nil
        membersIn = membersIn.mapValues { $0.subtracting([member]) }
    }
}

extension MemoryArchive {
    func mustBeKnown(_ member: MemberID) throws {
        guard evidence.contacts[member] != nil else {
            throw ArchiveFailure(.missing, "This person is not on the roster.")
        }
    }

    // MARK: Pains

    package func add(_ pain: PainRecord) throws -> PainRecord {
        try mustBeKnown(pain.member)
        let kept = PainRecord(
            id: discovery.number(), member: pain.member, role: pain.role, kind: pain.kind, text: pain.text,
            theme: pain.theme, named: pain.named)
        discovery.pains.append(kept)
        return kept
    }

    package func pains(of member: MemberID?) -> [PainRecord] {
        discovery.pains.filter { member == nil || $0.member == member }
    }

    private func place(ofPain id: Int64, by member: MemberID) throws -> Int {
        guard let place = discovery.pains.firstIndex(where: { $0.id == id && $0.member == member }) else {
            throw ArchiveFailure(.missing, "There is no such entry of yours.")
        }
        return place
    }

    package func setTheme(_ theme: ThemeKey?, ofPain id: Int64, by member: MemberID) throws {
        let place = try place(ofPain: id, by: member)
        let pain = discovery.pains[place]
        discovery.pains[place] = PainRecord(
            id: id, member: member, role: pain.role, kind: pain.kind, text: pain.text, theme: theme,
            named: pain.named)
    }

    package func removePain(_ id: Int64, by member: MemberID) throws {
        discovery.pains.remove(at: try place(ofPain: id, by: member))
    }

    // MARK: Trials

    package func keep(_ trial: TrialRecord) throws -> TrialRecord {
        if trial.id == 0 {
            try mustBeKnown(trial.member)
            let kept = trial.numbered(discovery.number())
            discovery.trials.append(kept)
            return kept
        }
        discovery.trials[try place(ofTrial: trial.id, by: trial.member)] = trial
        return trial
    }

    private func place(ofTrial id: Int64, by member: MemberID) throws -> Int {
        guard let place = discovery.trials.firstIndex(where: { $0.id == id && $0.member == member }) else {
            throw ArchiveFailure(.missing, "There is no such trial of yours.")
        }
        return place
    }

    package func trials(of member: MemberID?) -> [TrialRecord] {
        discovery.trials.filter { member == nil || $0.member == member }
    }

    package func removeTrial(_ id: Int64, by member: MemberID) throws {
        discovery.trials.remove(at: try place(ofTrial: id, by: member))
        discovery.examples.removeAll { $0.trial == id }
    }

    // MARK: The shelf

    package func keep(_ example: ExampleRecord) throws -> ExampleRecord {
        _ = try place(ofTrial: example.trial, by: example.member)
        let reused = discovery.examples.first { $0.trial == example.trial }?.reused ?? example.reused
        discovery.examples.removeAll { $0.trial == example.trial }
        let kept = example.numbered(discovery.number(), reused: reused)
        discovery.examples.append(kept)
        return kept
    }

    package func examples() -> [ExampleRecord] { discovery.examples }

    package func countReuse(ofExample id: Int64) {
        guard let place = discovery.examples.firstIndex(where: { $0.id == id }) else { return }
        let example = discovery.examples[place]
        discovery.examples[place] = example.numbered(id, reused: example.reused + 1)
    }

    package func withdrawExample(_ id: Int64, by member: MemberID) throws {
        guard let place = discovery.examples.firstIndex(where: { $0.id == id && $0.member == member }) else {
            throw ArchiveFailure(.missing, "There is no such example of yours.")
        }
        discovery.examples.remove(at: place)
    }

    // MARK: Showing a colleague

    package func invite(
        _ invitation: ShowInvitation, markedFor member: MemberID, in month: Month
    ) throws {
        try mustBeKnown(member)
        discovery.invitations[invitation.secretHash] = invitation
        discovery.marks[member, default: StanceMarks()].shown = month
    }

    package func invitingTeam(secretHash: [UInt8], on day: Day) -> String? {
        discovery.invitations[secretHash].flatMap { $0.lastDay >= day ? $0.team : nil }
    }

    package func follow(secretHash: [UInt8], into team: String, on day: Day) throws {
        guard let from = invitingTeam(secretHash: secretHash, on: day) else {
            throw ArchiveFailure(.missing, "This link has been used or is too old. Ask for a new one.")
        }
        discovery.invitations[secretHash] = nil
        discovery.crossings[CrossingTally.Pair(from: from, to: team), default: 0] += 1
    }

    package func crossings() -> [CrossingTally.Pair: Int] { discovery.crossings }

    package func removeOldInvitations(before day: Day) {
        discovery.invitations = discovery.invitations.filter { $0.value.lastDay >= day }
    }

    // MARK: Marks

    package func stanceMarks() -> [MemberID: StanceMarks] { discovery.marks }

    package func setDeclined(_ why: TrialVerdict.Why?, by member: MemberID) throws {
        try mustBeKnown(member)
        discovery.marks[member, default: StanceMarks()].declined = why
    }

    package func noteWatched(_ didWatch: Bool, in month: Month, by member: MemberID) throws {
        try mustBeKnown(member)
        discovery.marks[member, default: StanceMarks()].asked = month
        if didWatch { discovery.marks[member]?.watched = month }
    }

    // MARK: Demonstrations

    package func keep(_ demonstration: DemonstrationRecord) throws -> DemonstrationRecord {
        if demonstration.id == 0 {
            try mustBeKnown(demonstration.host)
            let kept = demonstration.numbered(discovery.number())
            discovery.demonstrations.append(kept)
            return kept
        }
        guard
            let place = discovery.demonstrations.firstIndex(where: {
                $0.id == demonstration.id && $0.host == demonstration.host
            })
        else { throw ArchiveFailure(.missing, "There is no such demonstration of yours.") }
        discovery.demonstrations[place] = demonstration
        return demonstration
    }

    package func demonstrations(from day: Day) -> [DemonstrationRecord] {
        discovery.demonstrations.filter { $0.starts.day >= day }
            .sorted { $0.starts == $1.starts ? $0.id < $1.id : $0.starts < $1.starts }
    }

    // MARK: Messages

    package func add(_ message: SaidMessage) -> SaidMessage {
        let kept = message.numbered(discovery.number())
        discovery.messages.append(kept)
        return kept
    }

    package func saidMessages() -> [SaidMessage] {
        discovery.messages.sorted { ($1.date, $1.id) < ($0.date, $0.id) }
    }

    package func removeSaidMessage(_ id: Int64) throws {
        guard let place = discovery.messages.firstIndex(where: { $0.id == id }) else {
            throw ArchiveFailure(.missing, "There is no such message in the log.")
        }
        discovery.messages.remove(at: place)
    }

    // MARK: Preferences

    package func noticePreference(of member: MemberID) -> NoticePreference {
        discovery.preferences[member] ?? .untouched
    }

    package func set(_ preference: NoticePreference, of member: MemberID) throws {
        try mustBeKnown(member)
        discovery.preferences[member] = preference
    }

    package func membersToTell() -> [MemberID: NoticePreference] {
        discovery.preferences.filter { $0.value.isOn }
    }

    package func member(feedHash: [UInt8]) -> MemberID? {
        discovery.preferences.first { $0.value.feedHash == feedHash }?.key
    }

    // MARK: Leaving

    package func leaveDiscovery(_ member: MemberID) { discovery.forget(member) }
}

extension TrialRecord {
    /// The same under another number.
    package func numbered(_ id: Int64) -> TrialRecord {
        TrialRecord(
            id: id, member: member, role: role, task: task, theme: theme, useCase: useCase,
            baseline: baseline, began: began, occasions: occasions, verdict: verdict, why: why,
            decided: decided, consent: consent)
    }
}

extension ExampleRecord {
    /// The same under another number and with another count of reuse.
    package func numbered(_ id: Int64, reused: Int) -> ExampleRecord {
        ExampleRecord(
            id: id, member: member, trial: trial, role: role, task: task, useCase: useCase, tool: tool,
            minutesBefore: minutesBefore, minutesAfter: minutesAfter, strainBefore: strainBefore,
            strainAfter: strainAfter, occasions: occasions, conditions: conditions, didNotHelp: didNotHelp,
            isKept: isKept, consent: consent, shared: shared, reused: reused)
    }
}

extension DemonstrationRecord {
    /// The same under another number.
    package func numbered(_ id: Int64) -> DemonstrationRecord {
        DemonstrationRecord(
            id: id, host: host, title: title, place: place, starts: starts, isCancelled: isCancelled,
            changed: changed)
    }
}

extension SaidMessage {
    /// The same under another number.
    package func numbered(_ id: Int64) -> SaidMessage {
        SaidMessage(
            id: id, date: date, layer: layer, channel: channel, motive: motive, hasExample: hasExample,
            isOrder: isOrder, text: text)
    }
}
