import Diagnosis
package import Disclosure
package import Intake
package import Measures
package import Rollout

/// The main job: from a case folder to what may be shown of its diagnosis.
package struct Investigation: Sendable {
    package let evidence: Evidence
    package let statistics: ReadStatistics
    package let notices: [Notice]

    /// Reads a case.
    ///
    /// - Parameters:
    ///   - source: A folder, or tables in memory.
    ///   - asOf: The day to speak of; nil: the case's own, or the last day seen.
    ///   - maps: Columns by our names, said on the command line.
    ///   - progress: Told how far each file has been read.
    /// - Throws: `IntakeFailure` where the roster or the folder cannot be read.
    package init(
        reading source: some CaseSource, asOf: Day? = nil, maps: [ColumnMapping] = [],
        progress: ((ReadProgress) -> Void)? = nil
    ) throws {
        self.init(try CaseReader().read(source, asOf: asOf, maps: maps, progress: progress))
    }

    /// A case that has just been read.
    package init(_ result: ReadResult) {
        evidence = result.evidence
        statistics = result.statistics
        notices = result.notices
    }

    /// A case already read, looked at on another day.
    package init(_ other: Investigation, asOf: Day) {
        var evidence = other.evidence
        evidence.asOf = asOf
        self.evidence = evidence
        statistics = other.statistics
        notices = other.notices
    }

    /// Diagnoses the case and releases what may be shown.
    ///
    /// - Parameters:
    ///   - seed: Seed of every null model and resampling.
    ///   - policy: `.protected` unless the analyst works on own files without protection.
    ///   - progress: Told what is being worked on, with a fraction in 0...1.
    package func publish(
        seed: UInt64 = 1, policy: DisclosurePolicy = .protected,
        progress: (String, Double) -> Void = { _, _ in }
    ) -> Publication {
        Publisher.publish(
            Diagnosis.diagnose(evidence, seed: seed, notices: notices, progress: progress), policy: policy)
    }
}
