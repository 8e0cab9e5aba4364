package import Archive
package import Measures
package import Rollout

/// Opens waves of the pulse, hands out personal links, and takes answers that nobody can lead back.
package struct PulseDesk: Sendable {
    /// A refused answer or wave, in a sentence to show.
    package struct Refusal: Error, Hashable, Sendable {
        package let message: String

        init(_ message: String) { self.message = message }
    }

    /// A link to send to a person.
    package struct Link: Sendable {
        package let member: MemberID
        package let contact: Contact
        package let secret: Secret
    }

    /// Who is asked in a wave.
    package enum Audience: Hashable, Sendable {
        case everybody
        /// A quarter of the staff, another one each time (0...3).
        case quarter(Int)
    }

    /// Fewest days between two waves for the same people.
    package static let restDays = 28

    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// Makes a wave and its links.
    ///
    /// - Parameters:
    ///   - days: How long it can be answered, 3 to 28 days.
    ///   - minimum: Fewest answers behind a figure of this wave, at least five; fixed from now on.
    /// - Throws: `Refusal`, `ArchiveFailure`.
    package func open(
        on day: Day, days: Int, minimum: Int, audience: Audience, by visitor: Visitor
    ) async throws -> (wave: PulseWave, links: [Link]) {
        guard (3...28).contains(days) else { throw Refusal("A wave lasts from 3 to 28 days.") }
        guard minimum >= 5 else {
            throw Refusal("The fewest answers behind a figure can be raised, not lowered below five.")
        }
        let earlier = try await installation.archive.waves()
        if case .everybody = audience, let last = earlier.first,
            last.opens.advanced(by: PulseDesk.restDays) > day
        {
            throw Refusal(
                "The last wave opened on \(last.opens.long). Ask again from \(last.opens.advanced(by: PulseDesk.restDays).long): nobody is asked more than once in four weeks."
            )
        }
        let stored = try await installation.archive.evidence(asOf: day, withObjectors: true)
        let asked = stored.members.enumerated().filter { place, member in
            guard stored.evidence.people[place].isPresent(on: day) else { return false }
            if case .quarter(let quarter) = audience { return Int(member.number % 4) == quarter }
            return true
        }.map(\.element)
        guard asked.count >= minimum else {
            throw Refusal(
                "Only \(asked.count) people would be asked, fewer than a figure needs. Import a roster first."
            )
        }
        let wave = try await installation.archive.addWave(
            opens: day, closes: day.advanced(by: days - 1), minimum: minimum)
        let links = try await makeLinks(wave, asked)
        try await installation.log(.pulse, "Opened a wave of the pulse", by: visitor)
        return (wave, links)
    }

    /// New links for everybody who has not answered; their old links stop working.
    /// - Throws: `Refusal` once the wave is over; `ArchiveFailure`.
    package func remind(_ wave: PulseWave, by visitor: Visitor) async throws -> [Link] {
        guard wave.isOpen(on: installation.now().day) else {
            throw Refusal("This wave closed on \(wave.closes.long): nobody can be reminded any more.")
        }
        let silent = try await installation.archive.silentMembers(wave: wave.id)
        let links = try await makeLinks(wave, silent)
        try await installation.log(.pulse, "Made reminders for a wave of the pulse", by: visitor)
        return links
    }

    /// A link for somebody who is signed in; nil where they were not asked or have answered.
    package func ownLink(_ member: MemberID, wave: PulseWave) async throws -> Secret? {
        guard try await installation.archive.silentMembers(wave: wave.id).contains(member) else { return nil }
        return try await makeLinks(wave, [member]).first?.secret
    }

    private func makeLinks(_ wave: PulseWave, _ members: [MemberID]) async throws -> [Link] {
        let contacts = Dictionary(
            uniqueKeysWithValues: try await installation.archive.contacts().map { ($0.member, $0.contact) })
        var links: [Link] = []
        var ballots: [Ballot] = []
        for member in members {
            guard let contact = contacts[member] else { continue }
            let secret = Secret(installation.secretBytes)
            let form: Character = installation.secretBytes(1)[0] & 1 == 0 ? "a" : "b"
            ballots.append(Ballot(secretHash: secret.hash, wave: wave.id, member: member, form: form))
            links.append(Link(member: member, contact: contact, secret: secret))
        }
        try await installation.archive.add(ballots)
        return links
    }

    /// What a link leads to: the questions to show.
    package enum Standing: Sendable {
        case open(wave: PulseWave, form: Character, asksBelief: Bool)
        case answered
        case closed(on: Day)
        case unknown
    }

    /// Where a link stands.
    package func standing(_ text: String) async throws -> Standing {
        guard let (wave, ballot, isAnswered) = try await find(text) else { return .unknown }
        if isAnswered { return .answered }
        guard wave.isOpen(on: installation.now().day) else { return .closed(on: wave.closes) }
        let place = try await place(of: ballot.member)
        return .open(wave: wave, form: ballot.form, asksBelief: (place?.layer ?? .contributor) < .contributor)
    }

    private func find(_ text: String) async throws -> (PulseWave, Ballot, Bool)? {
        guard let secret = Secret(text),
            let (ballot, isAnswered) = try await installation.archive.ballot(secretHash: secret.hash),
            let wave = try await installation.archive.waves().first(where: { $0.id == ballot.wave })
        else { return nil }
        return (wave, ballot, isAnswered)
    }

    private func place(of member: MemberID) async throws -> (team: String, role: String, layer: Layer)? {
        try await installation.archive.personalRecord(member).map { ($0.team, $0.role, $0.layer) }
    }

    /// Takes answers in. Afterwards nothing leads from them to whoever gave them.
    ///
    /// - Parameter replies: What was answered; items left out count as skipped.
    /// - Throws: `Refusal`, `ArchiveFailure`.
    package func handIn(_ text: String, replies: [PulseItem: PulseAnswer.Reply]) async throws {
        guard let secret = Secret(text), let (wave, ballot, isAnswered) = try await find(text) else {
            throw Refusal("This link leads nowhere. Ask for a new one.")
        }
        guard !isAnswered else { throw Refusal("This link has been used: the answers are in. Thank you.") }
        let now = installation.now()
        guard wave.isOpen(on: now.day) else {
            throw Refusal("This wave closed on \(wave.closes.long). Thank you for coming by.")
        }
        guard let place = try await place(of: ballot.member) else {
            throw Refusal("You are no longer on the roster, so the answers have no place.")
        }
        for (item, reply) in replies {
            if case .value(let value) = reply, !item.range.contains(value) {
                throw Refusal("One of the answers is none that can be chosen. Please choose again.")
            }
        }
        var complete = replies
        for item in PulseItem.allCases where complete[item] == nil {
            if item == .believed, place.layer == .contributor { continue }
            complete[item] = .skipped
        }
        // Who has no firsthand experience is asked what they expect, and the two are never pooled.
        let hasExperience = if case .value(let value)? = complete[.experience] { value >= 2 } else { false }
        let number = installation.secretBytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        try await installation.archive.handIn(
            BallotAnswers(
                team: place.team, role: place.role, layer: place.layer, form: ballot.form,
                variant: hasExperience ? .experienced : .expected, replies: complete,
                respondent: Int64(number >> 1)), secretHash: secret.hash, week: Week(containing: now.day))
    }
}
