import Inference
import Measures
package import Rollout

extension Diagnosis {
    /// Reads an organisation's evidence: the main job.
    ///
    /// - Parameters:
    ///   - evidence: What Intake read.
    ///   - seed: Seed of every permutation and resampling; the same seed gives the same result.
    ///   - notices: Trouble met on the way in, carried along.
    ///   - progress: Told what is being worked on, with a fraction in 0...1.
    /// - Returns: A reading of the organisation, its teams, roles and layers; nothing in it is disclosed yet.
    /// - Complexity: O(people × weeks) for use, O(draws × people) for the null models.
    package static func diagnose(
        _ evidence: Evidence, seed: UInt64 = 1, notices: [Notice] = [],
        progress: (String, Double) -> Void = { _, _ in }
    ) -> Diagnosis {
        progress("Looking at who used what", 0)
        var random = RandomSource(seed: seed, stream: "echo")
        let groundwork = Groundwork(evidence, using: &random)
        progress("Reading the organisation", 0.5)
        var readings: [ScopeReading] = []
        let organization = ScopeFacts(
            Scope(.organization, evidence.name), members: groundwork.present,
            respondents: groundwork.asked.respondents, groundwork: groundwork)
        let pooled = Pooling.pooled(organization)
        let reader = ScopeReader(groundwork: groundwork, seed: seed)
        readings.append(reader.read(organization, pooled: pooled))
        let pictures = PictureBook(groundwork: groundwork, organization: organization, pooled: pooled)
            .pictures()
        progress("Reading teams, roles and layers", 0.7)
        readings += reader.teams(of: organization, pooled: pooled, named: readings[0].barriers)
        readings += reader.roles()
        readings += reader.layers()
        progress("Done", 1)
        return Diagnosis(
            name: evidence.name, asOf: evidence.asOf, seed: seed, thresholds: evidence.thresholds,
            coverage: CoverageReport.lines(groundwork), scopes: readings, pictures: pictures,
            notices: notices + DiagnosisNotice.notices(groundwork))
    }
}

extension Groundwork {
    /// Everybody on the roster on the as-of day.
    var present: [Int] { standings.indices.filter { standings[$0].isPresent } }
}

/// Habit rates of teams, partially pooled.
enum Pooling {
    /// The pooled rates over the teams of a scope with somebody known; nil where nobody is.
    static func pooled(_ facts: ScopeFacts) -> PooledRates? {
        let counts = facts.habitCounts.filter { $0.trials > 0 }
        guard counts.count >= 2 else { return nil }
        do {
            return try BetaBinomial.grid(counts, level: MeasureTable.level)
        } catch {
            // Only groups without people are refused, and those are left out above.
            return nil
        }
    }
}
