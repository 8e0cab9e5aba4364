import Archive
import Casework
import Foundation
import Intake
import Measures
import Reception
import Rollout
import Specimens
import Wire

/// An invented organisation with history, and six people to sign in as.
struct DemoInstallation {
    private let installation: Installation
    private let doorkeeper: Doorkeeper

    init(_ installation: Installation, doorkeeper: Doorkeeper) {
        self.installation = installation
        self.doorkeeper = doorkeeper
    }

    /// The words every demonstration account is opened with; it is shown on the sign-in page.
    static let password = "a demonstration only"

    /// Fills an empty archive; one that is filled is left as it is.
    func fill() async throws -> [FrontSettings.DemoPerson] {
        if try await installation.archive.contacts().isEmpty { try await bringIn() }
        let stored = try await installation.archive.evidence(asOf: nil, withObjectors: true)
        let roles = try await people(stored)
        for person in roles {
            guard try await installation.archive.account(email: person.email) == nil else { continue }
            let secret = try await doorkeeper.invite(
                email: person.email, member: person.member, capabilities: person.capabilities)
            _ = try await doorkeeper.accept(
                secret.text, email: person.email, name: person.name, password: DemoInstallation.password)
        }
        return roles.map { .init(email: $0.email, password: DemoInstallation.password, what: $0.what) }
    }

    /// Weeks of evidence in the demonstration: a year.
    static let weeks = 52

    private func bringIn() async throws {
        let specimen = SpecimenFactory.make(
            SpecimenPlan(
                illness: .noPersonalValue, world: .base, seed: 7, withExports: true,
                weeks: DemoInstallation.weeks, lastSunday: installation.now().day))
        var files = specimen.files.map { CaseFile(path: $0.file, bytes: CSVWriter.bytes(of: $0)) }
        files.append(CaseFile(path: "case.yaml", bytes: Array(specimen.yaml.utf8)))
        files += specimen.exports.map { CaseFile(path: $0.path, bytes: Array($0.text.utf8)) }
        let result = try CaseReader().read(MemoryCase(files))
        _ = try await installation.archive.file(
            Filing(evidence: result.evidence, contacts: try await installation.contacts(of: result)))
        let stored = try await installation.archive.evidence(asOf: nil, withObjectors: true)
        let spared = Set(try await people(stored).compactMap(\.member))
        try await DemoDiscovery(
            installation.archive, stored, without: spared, today: installation.now().day
        ).fill()
        try await lookBack(from: result.evidence.asOf)
    }

    /// The readings that would have been made every four weeks, so that there is something to judge.
    private func lookBack(from day: Day) async throws {
        let keeper = Keeper(installation)
        let maker = ReadingMaker(installation)
        for weeksAgo in stride(from: DemoInstallation.weeks - 8, through: 4, by: -4) {
            guard let reading = try await maker.reading(asOf: day.advanced(by: -7 * weeksAgo)) else {
                continue
            }
            let body = DiagnosisBody(
                publication: reading.publication, product: "firsthand \(Product.version)")
            _ = try await keeper.record(reading, document: Array(try body.encode()))
            // The edition that would have come out in that week.
            let then = installation.now().advanced(by: -Int64(weeksAgo) * 7 * 86_400)
            let earlier = Installation(
                archive: installation.archive, now: { then }, secretBytes: installation.secretBytes)
            if weeksAgo <= 12 { _ = try await EditionDesk(earlier).edition(reading) }
        }
    }

    private struct Role {
        let email: String
        let name: String
        let what: String
        let member: MemberID?
        let capabilities: Set<Capability>
    }

    private func people(_ stored: StoredEvidence) async throws -> [Role] {
        let evidence = stored.evidence
        func first(_ holds: (Person) -> Bool) -> MemberID? {
            evidence.people.first { $0.isPresent(on: evidence.asOf) && holds($0) }
                .map { stored.members[$0.id.ordinal] }
        }
        let champions = Set(evidence.champions.suffix(200).map(\.person))
        // A team of which much can be shown.
        let colleagues = Dictionary(
            grouping: evidence.people.filter { $0.isPresent(on: evidence.asOf) }, by: \.team)
        let managed = Set(evidence.people.compactMap(\.manager))
        let manager = evidence.people.filter { person in
            person.layer == .manager && managed.contains(person.id) && person.isPresent(on: evidence.asOf)
        }
        .max { colleagues[$0.team, default: []].count < colleagues[$1.team, default: []].count }
        return [
            Role(
                email: "lead@example.com", name: "Lea, rollout lead",
                what: "Rollout lead: where are we stuck, why, what next", member: nil,
                capabilities: [.rolloutLead]),
            Role(
                email: "sponsor@example.com", name: "Sam, sponsor",
                what: "Executive sponsor: competitive advantage, the truth",
                member: first { $0.layer == .executive }, capabilities: [.sponsor]),
            Role(
                email: "manager@example.com", name: "Mia, manager",
                what: "Manager: a calm team, no surprises",
                member: manager.map { stored.members[$0.id.ordinal] }, capabilities: []),
            Role(
                email: "worker@example.com", name: "Wim, worker",
                what: "Worker: is there anything in it for me",
                member: first {
                    $0.layer == .contributor && !champions.contains($0.id)
                        && evidence.examples.map(\.role).contains($0.role)
                }, capabilities: []),
            Role(
                email: "champion@example.com", name: "Cho, champion",
                what: "Champion: time to build", member: first { champions.contains($0.id) },
                capabilities: []),
            Role(
                email: "admin@example.com", name: "Ada, administrator",
                what: "Administrator and works council: what is held, who looked", member: nil,
                capabilities: [.administrator, .council]),
        ]
    }
}
