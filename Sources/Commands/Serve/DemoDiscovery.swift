import Archive
import Casework
import Discovery
import Inference
import Measures
import Rollout

/// What the invented people of the demonstration named, tried and showed, so that a newcomer finds something on the shelf.
struct DemoDiscovery {
    private let archive: any Archive
    private let stored: StoredEvidence
    /// Who is left out: the people one can sign in as begin with an empty page.
    private let spared: Set<MemberID>
    private let today: Day

    init(_ archive: any Archive, _ stored: StoredEvidence, without spared: Set<MemberID>, today: Day) {
        self.archive = archive
        self.stored = stored
        self.spared = spared
        self.today = today
    }

    private var evidence: Evidence { stored.evidence }

    /// A use case of the demonstration: how likely it is kept, and what share of the minutes is left.
    private struct Planted {
        let useCase: UseCase
        let keeping: Double
        let left: Double
    }

    /// Fills the shelves; the same for the same organisation and day.
    func fill() async throws {
        var source = RandomSource(seed: 7, stream: "demo.discovery")
        var hosts: [MemberID] = []
        for role in evidence.roles.indices {
            let people = evidence.people.filter {
                $0.role == role && $0.layer == .contributor && $0.isPresent(on: evidence.asOf)
                    && !spared.contains(stored.members[$0.id.ordinal])
            }
            guard people.count >= 10 else { continue }
            let planted = planted(role)
            guard !planted.isEmpty else { continue }
            let occupation = people.compactMap(\.occupation).first
            let tasks = Array(TaskCatalogue.tasks(forOccupation: occupation).prefix(6))
            for person in people {
                let member = stored.members[person.id.ordinal]
                let themes = try await namePains(member, role: role, tasks: tasks, &source)
                for entry in planted where source.bernoulli(0.4) {
                    let isShown = try await tryOut(
                        entry, member: member, role: role, theme: themes.first, &source)
                    if isShown { hosts.append(member) }
                }
            }
        }
        try await show(Array(hosts.prefix(40)), &source)
        try await say()
    }

    private func planted(_ role: Int) -> [Planted] {
        let live = evidence.useCases.filter {
            $0.isLive(on: today) && $0.roles.contains(role) && !$0.title.contains("for new starters")
        }
        return zip(live.prefix(4), [(0.85, 0.45), (0.6, 0.6), (0.3, 0.9), (0.7, 0.5)]).map {
            Planted(useCase: $0, keeping: $1.0, left: $1.1)
        }
    }

    private func namePains(
        _ member: MemberID, role: Int, tasks: [CatalogueTask], _ source: inout RandomSource
    ) async throws -> [ThemeKey] {
        var themes: [ThemeKey] = []
        // The first tasks of a list are named most.
        for (place, task) in tasks.enumerated() where source.bernoulli(0.55 / Double(place + 1)) {
            let pain = try await archive.add(
                PainRecord(
                    member: member, role: evidence.roles[role], kind: task.kind, text: task.title,
                    theme: task.key, named: today.advanced(by: -(14 + source.below(90)))))
            if let theme = pain.theme { themes.append(theme) }
        }
        return themes
    }

    /// One person's trial; answers whether it is on the shelf.
    private func tryOut(
        _ planted: Planted, member: MemberID, role: Int, theme: ThemeKey?, _ source: inout RandomSource
    ) async throws -> Bool {
        let isKept = source.bernoulli(planted.keeping)
        let before = Double(20 + 5 * source.below(9))
        let strain = 4 + source.below(4)
        let began = today.advanced(by: -(28 + source.below(70)))
        let left = isKept ? planted.left : min(1.1, planted.left + 0.4)
        let occasions = try (0..<(5 + source.below(4))).map { place in
            Occasion(
                day: began.advanced(by: 2 * place),
                after: try Strain(
                    minutes: max(5, (before * left + 4 * source.normal()).rounded()),
                    strain: max(0, min(10, strain - (isKept ? 2 : 0) + source.below(2)))))
        }
        let consent: Consent = source.bernoulli(0.12) ? .roleOnly : source.bernoulli(0.05) ? .named : .counted
        let record = try await archive.keep(
            TrialRecord(
                member: member, role: evidence.roles[role], task: planted.useCase.title, theme: theme,
                useCase: planted.useCase.id, baseline: try Strain(minutes: before, strain: strain),
                began: began, occasions: occasions, verdict: isKept ? .keep : .drop,
                why: isKept ? .savesTime : .moreChecking, decided: began.advanced(by: 18), consent: consent))
        guard consent.isShown else { return false }
        let after = occasions.reduce(0) { $0 + $1.after.minutes } / Double(occasions.count)
        let strained = occasions.compactMap(\.after.strain).reduce(0, +)
        _ = try await archive.keep(
            ExampleRecord(
                member: member, trial: record.id, role: record.role, task: record.task,
                useCase: planted.useCase.id, tool: planted.useCase.tool ?? "", minutesBefore: before,
                minutesAfter: after.rounded(), strainBefore: Double(strain),
                strainAfter: (Double(strained) / Double(occasions.count)).rounded(),
                occasions: occasions.count,
                conditions: isKept ? [.manyAlike, .resultChecked] : [.longTexts],
                didNotHelp: isKept ? nil : .moreChecking, isKept: isKept, consent: consent,
                shared: began.advanced(by: 18)))
        return true
    }

    /// Invitations that were followed, and demonstrations to come.
    private func show(_ hosts: [MemberID], _ source: inout RandomSource) async throws {
        let month = Month(today.advanced(by: -20))
        for (place, member) in hosts.enumerated() {
            guard let person = stored.person(member) else { continue }
            let team = evidence.teams[evidence.people[person.ordinal].team].name
            for _ in 0..<2 {
                let secret = Secret { count in (0..<count).map { _ in UInt8(source.below(256)) } }
                try await archive.invite(
                    ShowInvitation(secretHash: secret.hash, team: team, lastDay: Month(today).lastDay),
                    markedFor: member, in: month)
                let guest = evidence.teams[source.below(max(1, evidence.teams.count))].name
                try await archive.follow(secretHash: secret.hash, into: guest, on: today)
            }
            if place < 2 {
                let titles = ["My inbox on a Monday morning", "A file note, from call to done"]
                _ = try await archive.keep(
                    DemonstrationRecord(
                        host: member, title: titles[place],
                        place: place == 0 ? "Room 2" : "Call, link in the entry",
                        starts: CalendarTime(day: today.advanced(by: 2 + 3 * place), minute: 10 * 60),
                        changed: Moment(seconds: Int64(today.advanced(by: -9).number) * 86_400)))
            }
        }
    }

    private func say() async throws {
        let said: [(Int, Layer, String)] = [
            (
                40, .contributor,
                "All staff must use the assistant by Friday. It makes the company more competitive."
            ),
            (
                12, .manager,
                "Nothing changes for your team this quarter. If somebody wants to try something on their own work, let them: Nobody is counted."
            ),
        ]
        for (back, layer, text) in said {
            let check = MessageCheck(text)
            _ = try await archive.add(
                SaidMessage(
                    date: today.advanced(by: -back), layer: layer.rawValue, channel: "mail",
                    motive: check.motive?.rawValue, hasExample: check.hasExample,
                    isOrder: check.tone == .orders, text: text))
        }
    }
}
