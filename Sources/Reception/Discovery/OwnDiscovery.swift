import Archive
import Casework
import Discovery
import Measures
import Pages
import Rollout

extension FrontDoor {
    /// The part of somebody's own page that is about finding out.
    func ownDiscovery(_ owner: Visitor.Standing, _ reading: CurrentReading) async throws -> ForMeDiscovery {
        let desk = trialDesk(owner)
        let titles = FrontDoor.titles(reading)
        let trials = try await desk.trials()
        let pains = try await desk.pains()
        let shelf = Set(try await archive.examples().filter { $0.member == owner.member }.map(\.trial))
        func useCase(_ record: TrialRecord) -> String {
            record.useCase.flatMap { titles[$0] } ?? "something of my own"
        }
        let running = trials.filter { $0.verdict == nil || $0.verdict == .notYet }
        let finished = trials.filter { $0.verdict == .keep || $0.verdict == .drop }
        let tried = Set(trials.map(\.task))
        let kept = finished.filter { $0.verdict == .keep }
        let month = try await showDesk.monthToAskAbout(owner.member)
        return ForMeDiscovery(
            // What has been tried already comes after what has not.
            pains: pains.reversed().sorted {
                (tried.contains($0.text) ? 1 : 0) < (tried.contains($1.text) ? 1 : 0)
            }
            .map { .init($0.text, note: DiscoveryWords.words($0.kind), href: "/for-me/pains/\($0.id)") },
            running: running.map { record in
                let count = record.occasions.count
                let times =
                    count == 0 ? "not tried yet" : count == 1 ? "once so far" : "\(count) times so far"
                return .init(
                    record.task, note: "\(useCase(record)), \(times).", href: "/for-me/trials/\(record.id)")
            },
            finished: try finished.map { record in
                .init(
                    record.task, note: try FrontDoor.outcome(record, desk: desk),
                    href: "/for-me/trials/\(record.id)")
            }, kept: kept.count, shown: kept.count { shelf.contains($0.id) },
            watchMonth: month.map { FrontDoor.name(of: $0) },
            fresh: pains.last { !tried.contains($0.text) }.map {
                .init($0.text, note: DiscoveryWords.words($0.kind), href: "/for-me/pains/\($0.id)")
            },
            teamPlans: try await teamPlans(owner, reading))
    }

    private static func outcome(_ record: TrialRecord, desk: TrialDesk) throws -> String {
        let verdict = record.verdict == .keep ? "kept" : "laid down"
        let result = try desk.result(record)
        guard let minutes = result.minutes.value else { return "\(verdict), too few times to say more" }
        let change =
            minutes.isClear
            ? "\(DiscoveryWords.number(abs(minutes.mean).rounded())) minutes \(minutes.mean > 0 ? "less" : "more") each time"
            : "no clear change in minutes"
        return "\(verdict), \(change)"
    }

    /// A month's name, for example "June 2026".
    static func name(of month: Month) -> String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ]
        return "\(names[month.number % 12]) \(month.number / 12)"
    }
}
