package import Archive
package import Measures
import Rollout

/// What a person sees of their own: days, habits, who looked, and their rights.
package struct PersonalDesk: Sendable {
    /// One week of a person's own.
    package struct OwnWeek: Hashable, Sendable {
        package let week: Week
        /// Days with any firsthand use, 0...7.
        package let days: Int
        /// Days at work; nil where no activity is known.
        package let workDays: Int?
        package let isOrdered: Bool
    }

    /// A person's own page in figures only they see.
    package struct Own: Sendable {
        package let record: PersonalRecord
        /// The last twenty-six weeks, earliest first.
        package let weeks: [OwnWeek]
        /// Weeks with use among the last ten that count (work weeks outside orders), and how many those are.
        package let habitWeeks: Int
        package let countedWeeks: Int
    }

    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// Everything about a member, for that member.
    package func own(_ member: MemberID, in reading: CurrentReading) async throws -> Own? {
        guard let record = try await installation.archive.personalRecord(member) else { return nil }
        let evidence = reading.roster.evidence
        let last = Week(containing: evidence.asOf)
        var used = DaySet()
        for use in record.use where !use.mode.isWeak { used.formUnion(use.days) }
        let hasActivity = evidence.activity != nil
        let weeks = (0..<26).map { back -> OwnWeek in
            let week = last.advanced(by: back - 25)
            let ordered = evidence.mandates.contains { mandate in
                let isMine = mandate.team.map { evidence.teams[$0].name == record.team } ?? true
                return isMine && mandate.from <= week.sunday && mandate.to >= week.monday
            }
            return OwnWeek(
                week: week, days: week.days.count { used.contains($0) },
                workDays: hasActivity ? week.days.count { record.workDays.contains($0) } : nil,
                isOrdered: ordered)
        }
        let counted = weeks.filter { !$0.isOrdered && ($0.workDays ?? 5) >= 2 }.suffix(10)
        return Own(
            record: record, weeks: weeks, habitWeeks: counted.count { $0.days > 0 },
            countedWeeks: counted.count)
    }

    /// Objects to being analysed, or takes it back.
    ///
    /// The log does not say who: exercising a right is nobody else's business.
    package func object(_ isObjecting: Bool, member: MemberID) async throws {
        try await installation.archive.setObjection(isObjecting, of: member)
        try await log(isObjecting ? "Objected to being analysed" : "Took an objection back")
    }

    /// Asks an administrator to mend something at its source.
    package func askForCorrection(_ text: String, member: MemberID) async throws {
        let kept = String(text.prefix(2_000))
        guard kept.contains(where: { !$0.isWhitespace }) else { return }
        try await installation.archive.requestCorrection(of: member, text: kept, at: installation.now())
        try await log("Asked for a correction")
    }

    /// Writes down that somebody took everything about themselves away as a file.
    package func logDownload() async throws { try await log("Downloaded everything about themselves") }

    /// Erases everything about the member, the account included.
    ///
    /// Who is counted in the figures of the quarter stays counted until its end, without a name: figures made anew
    /// would differ by one person from those of the day before, and so be about that person.
    package func erase(_ member: MemberID) async throws {
        // Logged first, since afterwards it may be the last thing that is known of it.
        try await log("Erased everything about themselves")
        let archive = installation.archive
        var holding: [(name: String, membership: Membership)] = []
        for name in try await archive.settingNames(beginning: Membership.texts) {
            guard let text = try await archive.setting(name) else { continue }
            let membership = Membership(text: text)
            if membership.places[member] != nil { holding.append((name, membership)) }
        }
        let quarter = try await archive.settingNames(beginning: Membership.quarters).last
        let fixed = if let quarter { try await archive.setting(quarter) } else { String?.none }
        guard let quarter, holding.contains(where: { $0.name == fixed }) else {
            return try await archive.erase(member)
        }
        let kept = holding
        let number = try await archive.eraseIdentity(of: member) { number in
            var texts: [String: String] = [:]
            for (name, membership) in kept {
                let renumbered = membership.renumbered(member, as: number)
                // Readings of the past go on naming the text, new ones name it by what it says now.
                texts[name] = renumbered.text
                guard name == fixed else { continue }
                texts[renumbered.name] = renumbered.text
                texts[quarter] = renumbered.name
            }
            return texts
        }
        if number == nil { try await archive.erase(member) }
    }

    private func log(_ what: String) async throws {
        try await installation.archive.add(
            AuditEntry(
                at: installation.now(), account: nil, who: "A person", action: .personal, what: what))
    }
}
