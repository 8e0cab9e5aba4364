import Archive
import ArchiveSQLite
import Discovery
import Foundation
import Measures
import Testing

@Suite("Every archive keeps what people found out for themselves")
struct DiscoveryContractTests {
    /// An archive with four people; Ada and Ben first.
    static func peopled(_ kind: Archives) async throws -> (any Archive, [MemberID]) {
        let archive = try kind.make()
        _ = try await archive.file(Samples.filing())
        return (archive, try await archive.contacts().map(\.member))
    }

    static func pain(_ member: MemberID, _ text: String, theme: ThemeKey? = nil) -> PainRecord {
        PainRecord(
            member: member, role: "clerk", kind: .interrupts, text: text, theme: theme, named: Samples.monday)
    }

    static func trial(_ member: MemberID, occasions: Int = 2) throws -> TrialRecord {
        TrialRecord(
            member: member, role: "clerk", task: "Answering delivery questions", theme: .task("replies"),
            useCase: "u1", baseline: try Strain(minutes: 40, interruptions: 3, strain: 6),
            began: Samples.monday,
            occasions: try (0..<occasions).map { place in
                Occasion(
                    day: Samples.monday.advanced(by: place),
                    after: try Strain(minutes: 20.5, strain: 3, tedium: place),
                    usualMinutes: place == 0 ? 45 : nil)
            }, verdict: .keep, why: .savesTime, decided: Samples.monday.advanced(by: 9), consent: .roleOnly)
    }

    static func example(_ trial: TrialRecord, member: MemberID? = nil) -> ExampleRecord {
        ExampleRecord(
            member: member ?? trial.member, trial: trial.id, role: trial.role, task: trial.task,
            useCase: "u1", tool: "assistant", minutesBefore: 40, minutesAfter: 20, strainBefore: 6,
            occasions: 6, conditions: [.manyAlike, .cleanInput], isKept: true, consent: .roleOnly,
            shared: Samples.monday)
    }

    @Test("keeps pains, their owner's word about them, and nobody else's", arguments: Archives.allCases)
    func pains(_ kind: Archives) async throws {
        let (archive, people) = try await Self.peopled(kind)
        let first = try await archive.add(Self.pain(people[0], "Answering the same mails"))
        let second = try await archive.add(Self.pain(people[1], "Copying numbers", theme: .task("copying")))
        #expect(first.id != 0 && first.id != second.id)
        #expect(try await archive.pains(of: people[0]) == [first])
        #expect(try await archive.pains(of: nil) == [first, second])
        try await archive.setTheme(.task("replies"), ofPain: first.id, by: people[0])
        #expect(try await archive.pains(of: people[0]).map(\.theme) == [.task("replies")])
        try await archive.setTheme(nil, ofPain: first.id, by: people[0])
        #expect(try await archive.pains(of: people[0]) == [first])
        let missing = ArchiveFailure(.missing, "There is no such entry of yours.")
        await #expect(throws: missing) {
            try await archive.setTheme(nil, ofPain: first.id, by: people[1])
        }
        await #expect(throws: missing) { try await archive.removePain(first.id, by: people[1]) }
        try await archive.removePain(first.id, by: people[0])
        #expect(try await archive.pains(of: nil) == [second])
        await #expect(throws: ArchiveFailure(.missing, "This person is not on the roster.")) {
            _ = try await archive.add(Self.pain(MemberID(999), "Anything"))
        }
    }

    @Test("keeps trials with their occasions, in their order", arguments: Archives.allCases)
    func trials(_ kind: Archives) async throws {
        let (archive, people) = try await Self.peopled(kind)
        let kept = try await archive.keep(try Self.trial(people[0], occasions: 3))
        let other = try await archive.keep(try Self.trial(people[1]))
        #expect(try await archive.trials(of: people[0]) == [kept])
        #expect(try await archive.trials(of: nil) == [kept, other])
        let shorter = try Self.trial(people[0], occasions: 1).numbered(kept.id)
        #expect(try await archive.keep(shorter) == shorter)
        #expect(try await archive.trials(of: people[0]) == [shorter])
        let missing = ArchiveFailure(.missing, "There is no such trial of yours.")
        await #expect(throws: missing) {
            _ = try await archive.keep(try Self.trial(people[1]).numbered(kept.id))
        }
        await #expect(throws: missing) { try await archive.removeTrial(kept.id, by: people[1]) }
        try await archive.removeTrial(kept.id, by: people[0])
        #expect(try await archive.trials(of: nil) == [other])
    }

    @Test("keeps one example a trial, counts its reuse, and takes it back", arguments: Archives.allCases)
    func shelf(_ kind: Archives) async throws {
        let (archive, people) = try await Self.peopled(kind)
        let trial = try await archive.keep(try Self.trial(people[0]))
        let first = try await archive.keep(Self.example(trial))
        try await archive.countReuse(ofExample: first.id)
        try await archive.countReuse(ofExample: 999)
        let again = try await archive.keep(Self.example(trial))
        #expect(again.reused == 1)
        #expect(try await archive.examples() == [again])
        await #expect(throws: ArchiveFailure(.missing, "There is no such trial of yours.")) {
            _ = try await archive.keep(Self.example(trial, member: people[1]))
        }
        await #expect(throws: ArchiveFailure(.missing, "There is no such example of yours.")) {
            try await archive.withdrawExample(again.id, by: people[1])
        }
        try await archive.withdrawExample(again.id, by: people[0])
        #expect(try await archive.examples().isEmpty)
        _ = try await archive.keep(Self.example(trial))
        try await archive.removeTrial(trial.id, by: people[0])
        #expect(try await archive.examples().isEmpty, "a removed trial takes its example along")
    }

    @Test("counts an invitation once and forgets it", arguments: Archives.allCases)
    func crossings(_ kind: Archives) async throws {
        let (archive, people) = try await Self.peopled(kind)
        let month = Month(Samples.monday)
        #expect(month.lastDay == Day("2026-06-30")!)
        for number in UInt8(1)...3 {
            try await archive.invite(
                ShowInvitation(
                    secretHash: Samples.secret(number), team: "Dispatch", lastDay: month.lastDay),
                markedFor: people[0], in: month)
        }
        #expect(
            try await archive.invitingTeam(secretHash: Samples.secret(1), on: month.lastDay) == "Dispatch")
        #expect(try await archive.invitingTeam(secretHash: Samples.secret(1), on: month.next) == nil)
        try await archive.follow(secretHash: Samples.secret(1), into: "Operations", on: Samples.monday)
        try await archive.follow(secretHash: Samples.secret(2), into: "Operations", on: Samples.monday)
        let used = ArchiveFailure(.missing, "This link has been used or is too old. Ask for a new one.")
        await #expect(throws: used) {
            try await archive.follow(secretHash: Samples.secret(1), into: "Operations", on: Samples.monday)
        }
        await #expect(throws: used) {
            try await archive.follow(secretHash: Samples.secret(3), into: "Operations", on: month.next)
        }
        #expect(
            try await archive.crossings() == [CrossingTally.Pair(from: "Dispatch", to: "Operations"): 2])
        try await archive.removeOldInvitations(before: month.next)
        #expect(try await archive.invitingTeam(secretHash: Samples.secret(3), on: Samples.monday) == nil)
        // Leaving takes the mark and leaves the counts, which are nobody's.
        #expect(try await archive.stanceMarks()[people[0]]?.shown == month)
        try await archive.leaveDiscovery(people[0])
        #expect(try await archive.stanceMarks().isEmpty)
        #expect(try await archive.crossings().values.reduce(0, +) == 2)
    }

    @Test("has no place for a person in invitations and crossings, nor for the order of arrival")
    func noGraph() async throws {
        let path = try Archives.file()
        let archive = try SQLiteArchive(path: path)
        _ = try await archive.file(Samples.filing())
        let people = try await archive.contacts().map(\.member)
        let month = Month(Samples.monday)
        for number in UInt8(1)...9 {
            try await archive.invite(
                ShowInvitation(
                    secretHash: Samples.secret(number), team: "Dispatch", lastDay: month.lastDay),
                markedFor: people[Int(number) % 2], in: month)
        }
        // Rule 1 and 3: the columns themselves. Rule 2: a table without row numbers is kept in the order of its key.
        #expect(
            try await archive.columns(of: "showInvitation") == ["secretHash", "team", "lastDay"])
        #expect(try await archive.columns(of: "crossing") == ["fromTeam", "toTeam", "count"])
        for table in ["showInvitation", "crossing"] {
            #expect(try await archive.definition(of: table).hasSuffix("STRICT, WITHOUT ROWID"))
        }
        // Rule 4: the mark says a month and is set when the link is made: who is followed changes nothing of it.
        let marks = try await archive.stanceMarks()
        #expect(marks.keys.sorted() == [people[0], people[1]])
        for number in UInt8(1)...9 {
            try await archive.follow(
                secretHash: Samples.secret(number), into: "Operations", on: Samples.monday)
        }
        #expect(try await archive.stanceMarks() == marks)
        // Whoever made the links, the file that is left is the same but for the marks.
        #expect(
            try await archive.crossings() == [CrossingTally.Pair(from: "Dispatch", to: "Operations"): 9])
    }

    @Test("keeps marks in months", arguments: Archives.allCases)
    func marks(_ kind: Archives) async throws {
        let (archive, people) = try await Self.peopled(kind)
        try await archive.setDeclined(.preferOwnWay, by: people[1])
        try await archive.noteWatched(true, in: Month(number: 24_317), by: people[1])
        try await archive.noteWatched(false, in: Month(number: 24_318), by: people[1])
        #expect(
            try await archive.stanceMarks() == [
                people[1]: StanceMarks(
                    declined: .preferOwnWay, watched: Month(number: 24_317), asked: Month(number: 24_318))
            ])
        try await archive.setDeclined(nil, by: people[1])
        #expect(try await archive.stanceMarks()[people[1]]?.declined == nil)
    }

    @Test("keeps demonstrations, by start", arguments: Archives.allCases)
    func demonstrations(_ kind: Archives) async throws {
        let (archive, people) = try await Self.peopled(kind)
        func slot(_ offset: Int, _ minute: Int, id: Int64 = 0, host: MemberID, cancelled: Bool = false)
            -> DemonstrationRecord
        {
            DemonstrationRecord(
                id: id, host: host, title: "Quotes", place: "Room 2",
                starts: CalendarTime(day: Samples.monday.advanced(by: offset), minute: minute),
                isCancelled: cancelled, changed: Samples.noon)
        }
        let late = try await archive.keep(slot(2, 600, host: people[0]))
        let early = try await archive.keep(slot(2, 540, host: people[1]))
        _ = try await archive.keep(slot(-3, 540, host: people[1]))
        #expect(try await archive.demonstrations(from: Samples.monday) == [early, late])
        let off = slot(2, 600, id: late.id, host: people[0], cancelled: true)
        #expect(try await archive.keep(off) == off)
        await #expect(throws: ArchiveFailure(.missing, "There is no such demonstration of yours.")) {
            _ = try await archive.keep(slot(2, 600, id: late.id, host: people[1]))
        }
        #expect(try await archive.demonstrations(from: Samples.monday) == [early, off])
    }

    @Test("keeps what was said, the latest first", arguments: Archives.allCases)
    func messages(_ kind: Archives) async throws {
        let (archive, _) = try await Self.peopled(kind)
        func said(_ offset: Int, _ motive: String?) -> SaidMessage {
            SaidMessage(
                date: Samples.monday.advanced(by: offset), layer: "manager", channel: "town hall",
                motive: motive, hasExample: offset == 0, isOrder: offset != 0, text: "Text \(offset)")
        }
        let first = try await archive.add(said(0, "stability"))
        let second = try await archive.add(said(7, nil))
        #expect(try await archive.saidMessages() == [second, first])
        try await archive.removeSaidMessage(second.id)
        #expect(try await archive.saidMessages() == [first])
        await #expect(throws: ArchiveFailure(.missing, "There is no such message in the log.")) {
            try await archive.removeSaidMessage(second.id)
        }
    }

    @Test("tells nobody anything who has not asked for it", arguments: Archives.allCases)
    func preferences(_ kind: Archives) async throws {
        let (archive, people) = try await Self.peopled(kind)
        #expect(try await archive.noticePreference(of: people[0]) == .untouched)
        #expect(try await archive.membersToTell().isEmpty)
        let wish = NoticePreference(
            isOn: true, quietFrom: 1, quietTo: 2, feedHash: Samples.secret(4), channel: .chat)
        try await archive.set(wish, of: people[0])
        try await archive.set(.untouched, of: people[1])
        #expect(try await archive.membersToTell() == [people[0]: wish])
        #expect(try await archive.member(feedHash: Samples.secret(4)) == people[0])
        #expect(try await archive.member(feedHash: Samples.secret(5)) == nil)
    }

    @Test("keeps what a team agrees to, and who is in until it is settled", arguments: Archives.allCases)
    func teamTrials(_ kind: Archives) async throws {
        let (archive, people) = try await Self.peopled(kind)
        let plan = TeamTrial(
            team: "Dispatch", useCase: "u1", closes: Samples.monday, until: Samples.monday.advanced(by: 28))
        let first = try await archive.add(plan)
        let second = try await archive.add(plan)
        #expect(first.id != 0 && first.id != second.id)
        #expect(try await archive.teamTrials() == [first, second])
        for _ in 0..<2 { try await archive.setIn(true, teamTrial: first.id, by: people[0]) }
        try await archive.setIn(true, teamTrial: first.id, by: people[1])
        #expect(try await archive.membersIn(teamTrial: first.id) == [people[0], people[1]])
        #expect(try await archive.membersIn(teamTrial: second.id).isEmpty)
        try await archive.setIn(false, teamTrial: first.id, by: people[0])
        #expect(try await archive.membersIn(teamTrial: first.id) == [people[1]])
        try await archive.leaveDiscovery(people[1])
        #expect(try await archive.membersIn(teamTrial: first.id).isEmpty)
        try await archive.setIn(true, teamTrial: first.id, by: people[0])
        try await archive.settle(teamTrial: first.id, isAgreed: true)
        #expect(try await archive.teamTrials() == [first.with(isAgreed: true), second])
        #expect(try await archive.membersIn(teamTrial: first.id).isEmpty, "who was in is forgotten")
        try await archive.settle(teamTrial: first.id, isAgreed: false)
        #expect(try await archive.teamTrials().first?.isAgreed == true)
        let settled = ArchiveFailure(.missing, "This plan is settled, or there is no such plan.")
        for id in [first.id, 999] {
            await #expect(throws: settled) { try await archive.setIn(true, teamTrial: id, by: people[0]) }
        }
        await #expect(throws: ArchiveFailure(.missing, "This person is not on the roster.")) {
            try await archive.setIn(true, teamTrial: second.id, by: MemberID(999))
        }
    }

    @Test("deletes everything of whoever leaves, and nothing of others", arguments: Archives.allCases)
    func leaving(_ kind: Archives) async throws {
        for isErased in [false, true] {
            let (archive, people) = try await Self.peopled(kind)
            for member in people.prefix(2) {
                _ = try await archive.add(Self.pain(member, "Copying numbers"))
                let trial = try await archive.keep(try Self.trial(member))
                _ = try await archive.keep(Self.example(trial))
                try await archive.setDeclined(.tooSlow, by: member)
                try await archive.set(.untouched, of: member)
                _ = try await archive.keep(
                    DemonstrationRecord(
                        host: member, title: "Quotes", place: "",
                        starts: CalendarTime(day: Samples.monday, minute: 0), changed: Samples.noon))
            }
            if isErased {
                try await archive.erase(people[0])
            } else {
                try await archive.leaveDiscovery(people[0])
            }
            #expect(try await archive.pains(of: nil).map(\.member) == [people[1]])
            #expect(try await archive.trials(of: nil).map(\.member) == [people[1]])
            #expect(try await archive.examples().map(\.member) == [people[1]])
            #expect(try await archive.stanceMarks().keys.sorted() == [people[1]])
            #expect(try await archive.demonstrations(from: Samples.monday).map(\.host) == [people[1]])
            #expect(try await archive.selfCheck().isEmpty)
        }
    }
}
