import Casework
import Discovery
import Measures
import Pages
import Rollout

extension FrontDoor {
    /// How discovery travels, for the diagnosis page.
    func travel(_ reading: CurrentReading) async throws -> TravelModel {
        let desk = EditionDesk(installation)
        let edition = try await desk.edition(reading)
        let earlier = try await desk.earlier(weeks: 12)
        let shares = edition.stances.map { line in
            (
                name: FrontDoor.name(of: line), people: line.people,
                byStance: Dictionary(
                    uniqueKeysWithValues: Stance.allCases.compactMap { stance in
                        line.shares[stance.rawValue]?.words.map { (stance, $0) }
                    })
            )
        }
        return TravelModel(
            followed: edition.crossings.followed, crossed: edition.crossings.crossed,
            bridges: edition.crossings.bridges.compactMap { $0.count == 2 ? (from: $0[0], to: $0[1]) : nil },
            shares: shares, trend: FrontDoor.trend(earlier, edition), since: FrontDoor.since(edition),
            histories: FrontDoor.histories(earlier + [edition]),
            reasons: (edition.reasons ?? []).map { role in
                .init(
                    role: role.role,
                    reasons: role.lines.compactMap { line in
                        TrialVerdict.Why(rawValue: line.why).map { (why: $0, atLeast: line.atLeast) }
                    })
            }, kept: edition.kept?.words, watched: edition.watched?.words)
    }

    /// A layer in plain words, a role as it is called.
    private static func name(of line: DiscoveryEdition.Stances) -> String {
        guard line.kind == Scope.Kind.layer.rawValue else { return line.name }
        return switch Layer(rawValue: line.name) {
        case .executive: "All executives"
        case .manager: "All managers"
        case .contributor: "All who do the work"
        case nil: line.name
        }
    }

    /// Weeks shown side by side at most.
    private static let mostWeeks = 6

    /// Where people stood in the weeks that are kept, evenly picked, this one last; empty with a single week.
    private static func histories(_ editions: [DiscoveryEdition]) -> [TravelModel.History] {
        guard editions.count > 1, let now = editions.last else { return [] }
        let step = Double(editions.count - 1) / Double(min(mostWeeks, editions.count) - 1)
        let picked = (0..<min(mostWeeks, editions.count)).map { editions[Int((Double($0) * step).rounded())] }
        return now.stances.map { line in
            let then = picked.map { edition in
                edition.stances.first { $0.kind == line.kind && $0.name == line.name }
            }
            return TravelModel.History(
                name: name(of: line), weeks: picked.map { Week(number: $0.week).monday.short },
                shares: TravelModel.followed.map { stance in
                    (stance: stance, byWeek: then.map { $0?.shares[stance.rawValue]?.words })
                })
        }
    }

    /// What has changed for those who do the work, over the editions that are kept.
    private static func trend(_ earlier: [DiscoveryEdition], _ now: DiscoveryEdition) -> String? {
        func advocates(_ edition: DiscoveryEdition) -> String? {
            edition.stances.first { $0.kind == "layer" && $0.name == Layer.contributor.rawValue }?
                .shares[Stance.advocate.rawValue]?.words
        }
        guard let first = earlier.first(where: { advocates($0) != nil }), let before = advocates(first),
            let after = advocates(now)
        else { return nil }
        return
            "Of those who do the work, \(before) kept something and showed it in the week of \(Week(number: first.week).monday.long); now it is \(after)."
    }
}
