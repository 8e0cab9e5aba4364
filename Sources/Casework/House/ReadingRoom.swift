package import Archive
import Diagnosis
package import Disclosure
import Measures
import Rollout

/// What the installation says today: evidence, and its diagnosis as it may be shown.
package struct CurrentReading: Sendable {
    /// The evidence the diagnosis rests on: the people of the quarter.
    package let stored: StoredEvidence
    /// The whole roster, those who objected included: for who is who, and for nothing shown.
    package let roster: StoredEvidence
    package let publication: Publication
    package let traction: [UseCaseTraction]
    package let madeAt: Moment
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
            let made = try await make()
            current = made
            return made
        }
    }

    private func finish() {
        making = nil
        progress = nil
    }

    private func make() async throws -> CurrentReading? {
        let roster = try await installation.archive.evidence(asOf: nil, withObjectors: true)
        guard !roster.evidence.people.isEmpty else { return nil }
        let stored = try await membership(roster).evidence(of: roster)
        let evidence = stored.evidence
        let publication = await ReadingRoom.diagnose(evidence)
        return CurrentReading(
            stored: stored, roster: roster, publication: publication,
            traction: UseCaseTraction.all(evidence), madeAt: installation.now())
    }

    /// The people of the quarter: fixed with its first reading, renewed where that gives nobody away.
    private func membership(_ roster: StoredEvidence) async throws -> Membership {
        let objectors = try await installation.archive.objectors()
        let today = Membership(Membership(present: roster).members.filter { !objectors.contains($0) })
        let name = Membership.setting(for: roster.evidence.asOf)
        if let text = try await installation.archive.setting(name) {
            let fixed = Membership(text: text)
            guard
                fixed.maySafelyBecome(
                    today, in: roster, minimum: DisclosurePolicy.protected.minimumGroup)
            else { return fixed }
        }
        try await installation.archive.set(today.text, for: name)
        return today
    }

    /// Away from the actor, so that pages are served meanwhile.
    @concurrent private static func diagnose(_ evidence: Evidence) async -> Publication {
        Publisher.publish(Diagnosis.diagnose(evidence), policy: .protected)
    }
}
