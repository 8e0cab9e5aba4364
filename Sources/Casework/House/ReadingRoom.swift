package import Archive
import Diagnosis
package import Disclosure
package import Measures
import Rollout

/// What the installation says today: evidence, and its diagnosis as it may be shown.
package struct CurrentReading: Sendable {
    /// The evidence the diagnosis rests on: the people of the quarter.
    package let stored: StoredEvidence
    /// The whole roster, those who objected included: for who is who, and for nothing shown.
    package let roster: StoredEvidence
    /// Who is in the figures, and where.
    package let membership: Membership
    /// The rules under which figures of this reading may be shown.
    package let policy: DisclosurePolicy
    package let publication: Publication
    package let traction: [UseCaseTraction]
    package let madeAt: Moment
    /// Who of today's people is counted as before.
    package var waiting = Waiting()
    /// Which making of a reading this is: what was derived from its publication holds as long as it is the same.
    package var mark = Mark()

    /// Tells one making of a reading from another, by being itself.
    package final class Mark: Sendable {}
}

/// Makes the reading when the evidence changes, once for everybody who asks.
package actor ReadingRoom {
    private let installation: Installation
    private var current: CurrentReading?
    private var making: Task<CurrentReading?, any Error>?
    private var isStale = true
    /// What is being worked on, with a fraction.
    private(set) package var progress: (what: String, share: Double)?

    package init(_ installation: Installation) { self.installation = installation }

    /// The evidence has changed: the next who asks gets a new reading.
    package func invalidate() { isStale = true }

    /// The latest reading; nil where nobody is on the roster yet. Made first if there is none.
    ///
    /// A reading that is out of date is still given while the new one is made.
    package func reading() async throws -> CurrentReading? {
        if isStale { start() }
        if let current { return current }
        return try await making?.value ?? nil
    }

    /// The reading at hand, without making one; nil where none has been made yet.
    package func latest() -> CurrentReading? { current }

    /// The reading of evidence as it is now, waiting for it.
    package func freshReading() async throws -> CurrentReading? {
        if isStale { start() }
        if let making { return try await making.value }
        return current
    }

    private func start() {
        guard making == nil else { return }
        isStale = false
        making = Task {
            defer { finish() }
            let made = try await LongWork.do { try await make() }
            current = made
            return made
        }
    }

    /// Lets go of somebody who was erased, without making figures anew.
    ///
    /// New figures of the same day would differ from the old ones by one person, and so be about that person.
    package func forget(_ member: MemberID) {
        guard let reading = current else { return }
        current = CurrentReading(
            stored: reading.stored.without([member]), roster: reading.roster.without([member]),
            membership: reading.membership, policy: reading.policy,
            publication: reading.publication, traction: reading.traction, madeAt: reading.madeAt,
            waiting: reading.waiting, mark: reading.mark)
    }

    private func finish() {
        making = nil
        progress = nil
    }

    private func make() async throws -> CurrentReading? {
        try await ReadingMaker(installation).reading(asOf: nil)
    }
}

/// Makes readings of what is kept: whose evidence, on which day, what may be shown of it.
package struct ReadingMaker: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// The reading of a day; nil where nobody is on the roster.
    ///
    /// - Parameter day: Nil: the last day anything speaks of.
    /// - Throws: `ArchiveFailure`.
    package func reading(asOf day: Day?) async throws -> CurrentReading? {
        var whole = try await installation.archive.evidence(asOf: day, withObjectors: true)
        guard !whole.evidence.people.isEmpty else { return nil }
        var unnamed = try await installation.archive.unnamed()
        var (membership, waiting) = try await membership(whole, unnamed)
        // Somebody who is erased meanwhile has one number in the evidence and another in the membership.
        for _ in 0..<3 where !membership.isKnown(to: whole) {
            whole = try await installation.archive.evidence(asOf: day, withObjectors: true)
            unnamed = try await installation.archive.unnamed()
            (membership, waiting) = try await self.membership(whole, unnamed)
        }
        whole = try await withoutOpenWaves(whole)
        whole = whole.with(said: try await installation.archive.saidMessages())
        whole = whole.with(
            try await EditionDesk(installation).latest(
                before: Week(containing: day ?? installation.now().day).advanced(by: 1)))
        let roster = whole.without(unnamed)
        let stored = membership.evidence(of: whole)
        if day == nil { try await letGo(unnamed, notIn: membership) }
        let policy = try await policy(stored.evidence)
        let publication = await ReadingMaker.diagnose(stored.evidence, policy)
        return CurrentReading(
            stored: stored, roster: roster, membership: membership, policy: policy,
            publication: publication,
            traction: UseCaseTraction.all(stored.evidence, policy: policy), madeAt: installation.now(),
            waiting: waiting)
    }

    /// Whose place in the figures has ended with their quarter is erased to the last row.
    private func letGo(_ unnamed: Set<MemberID>, notIn membership: Membership) async throws {
        for member in unnamed where membership.places[member] == nil {
            try await installation.archive.erase(member)
        }
    }

    /// Answers count once their wave is over.
    ///
    /// Whoever sends reminders knows who has answered by when: figures that grew with each answer would tell what it was.
    private func withoutOpenWaves(_ stored: StoredEvidence) async throws -> StoredEvidence {
        let today = installation.now().day
        let open = Set(try await installation.archive.waves().filter { $0.closes >= today }.map(\.opens))
        guard !open.isEmpty else { return stored }
        var evidence = stored.evidence
        evidence.pulse.removeAll { open.contains($0.wave) }
        return StoredEvidence(evidence: evidence, members: stored.members)
    }

    /// The rules of the house, with the highest minimum that was promised to anybody whose answers are in the evidence.
    private func policy(_ evidence: Evidence) async throws -> DisclosurePolicy {
        let asked = Set(evidence.pulse.map(\.wave))
        let promised = try await installation.archive.waves().filter { asked.contains($0.opens) }
            .map(\.minimum).max()
        return .stricter(minimumGroup: promised ?? 0)
    }

    /// The people of the quarter: fixed with its first reading, renewed as far as that gives nobody away.
    private func membership(
        _ whole: StoredEvidence, _ unnamed: Set<MemberID>
    ) async throws -> (fixed: Membership, waiting: Waiting) {
        let archive = installation.archive
        let objectors = try await archive.objectors()
        let today = Membership(present: whole.without(unnamed), without: objectors)
        let quarter = Membership.setting(for: whole.evidence.asOf)
        if let name = try await archive.setting(quarter), let text = try await archive.setting(name) {
            let fixed = Membership(text: text)
            let nearest = fixed.nearest(to: today, minimum: DisclosurePolicy.protected.minimumGroup)
            if nearest != fixed { try await keep(nearest, for: quarter) }
            return (nearest, nearest.waiting(for: today, silent: unnamed.union(objectors)))
        }
        try await keep(today, for: quarter)
        return (today, Waiting())
    }

    private func keep(_ membership: Membership, for quarter: String) async throws {
        let name = membership.name
        try await installation.archive.set(membership.text, for: name)
        try await installation.archive.set(name, for: quarter)
    }

    /// Away from any actor, so that pages are served meanwhile.
    @concurrent private static func diagnose(
        _ evidence: Evidence, _ policy: DisclosurePolicy
    ) async -> Publication {
        Publisher.publish(Diagnosis.diagnose(evidence), policy: policy)
    }
}
