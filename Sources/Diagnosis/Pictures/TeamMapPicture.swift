import Inference
import Measures
import Rollout

/// Teams as places and ties between teams as lines.
struct TeamMapPicture {
    let groundwork: Groundwork
    let organization: ScopeFacts
    let pooled: PooledRates?

    /// The map of teams that have somebody at work.
    func map() -> TeamMap {
        let evidence = groundwork.evidence
        let standings = groundwork.standings
        let people = groundwork.observation.people
        var nodes: [TeamMap.Node] = []
        var place: [Int: Int] = [:]
        var pooledPlace = 0
        let present = Dictionary(grouping: organization.members.filter { standings[$0].isPresent }) {
            people[$0].team
        }
        for (team, tally) in zip(organization.teamOfTally, organization.tallies) {
            let rate = tally[.known] > 0 ? pooledPlace : nil
            if tally[.known] > 0 { pooledPlace += 1 }
            guard let team else { continue }
            guard let rows = present[team] else { continue }
            place[team] = nodes.count
            nodes.append(node(team, tally, rows: rows, rate: rate))
        }
        return TeamMap(
            nodes: nodes, links: links(place), hasTies: !evidence.ties.isEmpty)
    }

    private func node(_ team: Int, _ tally: Tally, rows: [Int], rate: Int?) -> TeamMap.Node {
        let standings = groundwork.standings
        let people = groundwork.observation.people
        func set(_ counted: (Int) -> Bool) -> PeopleSet {
            PeopleSet(rows.filter(counted).map { PersonID($0) })
        }
        let known = set {
            standings[$0].isInFrame && people[$0].layer != .executive && standings[$0].habit != nil
        }
        let habit: Measured<Estimate> =
            if let rate, let pooled {
                .known(
                    Estimate(
                        pooled.teams[rate].mean, interval: pooled.teams[rate].interval, n: Int(tally[.known]),
                        unit: .share))
            } else {
                MeasureTable.share(
                    tally[.habit], of: tally[.known],
                    otherwise: Reason("cannotBeSeen", "Use in this team cannot be seen, or is too new."))
            }
        let others = set {
            standings[$0].isInFrame && !standings[$0].isUser && groundwork.echo.sight.all[$0] > 0
        }
        return TeamMap.Node(
            team: groundwork.evidence.teams[team].name,
            people: Sensitive(rows.count, about: PeopleSet(rows.map { PersonID($0) })),
            habit: Sensitive(habit, about: known),
            unexposed: Sensitive(
                MeasureTable.share(
                    tally[.unexposed], of: tally[.sighted],
                    otherwise: Reason("noNonUsers", "Everybody here uses it, or sight is not known.")),
                about: others))
    }

    /// Ties between teams, or the line between a team and its manager's team.
    private func links(_ place: [Int: Int]) -> [TeamMap.Link] {
        let evidence = groundwork.evidence
        let people = groundwork.observation.people
        var weights: [Pair: Double] = [:]
        func add(_ one: Int, _ other: Int, _ weight: Double) {
            guard one != other, let from = place[one], let to = place[other] else { return }
            weights[Pair(from: min(from, to), to: max(from, to)), default: 0] += weight
        }
        if evidence.ties.isEmpty {
            for person in people {
                if let manager = person.manager { add(person.team, people[manager.ordinal].team, 1) }
            }
        } else {
            for tie in evidence.ties {
                add(people[tie.a.ordinal].team, people[tie.b.ordinal].team, tie.weight)
            }
        }
        return weights.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }
            .map { TeamMap.Link(from: $0.key.from, to: $0.key.to, weight: $0.value) }
    }

    private struct Pair: Hashable {
        let from: Int
        let to: Int
    }
}
