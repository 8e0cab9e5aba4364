package import Diagnosis
package import Disclosure
import Intake
import Spread

extension Investigation {
    /// Plans invitations on a case and releases what may be shown of the plan.
    ///
    /// - Parameters:
    ///   - mostLoad: Teams with more change load are left alone.
    ///   - threads: Threads; the plan does not depend on it.
    ///   - goesOn: Told what is being done and how far it is; false stops, with forecasts from fewer runs.
    /// - Throws: `ProspectFailure` where nothing can be played forward.
    package func plan(
        _ request: PlanRequest, mostLoad: Double = Prospect.mostLoad, policy: DisclosurePolicy = .protected,
        threads: Int = 1, goesOn: (String, Double) -> Bool = { _, _ in true }
    ) throws -> PlanPublication {
        _ = goesOn("Looking at who sees whom", 0)
        let prospect = try Prospect(evidence, mostLoad: mostLoad)
        return PlanPublisher.publish(
            PlanReading(prospect, request: request, crew: .threads(threads), goesOn: goesOn), of: evidence,
            policy: policy)
    }
}

extension Crew {
    /// So many threads of this machine.
    static func threads(_ count: Int) -> Crew {
        count < 2 ? .alone : Crew(workers: count, each: Concurrently.each)
    }
}
