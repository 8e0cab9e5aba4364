import Archive
package import Diagnosis
import Measures
import Rollout

/// Keeps a reading from opinion as a verdict, to be scored when it is due like every other.
///
/// What one person thought before any evidence is the first guess to beat. Only the probabilities are kept, not the
/// answers, and nobody’s name.
package struct OpinionDesk: Sendable {
    /// Fewest of the ten questions that have to be answered for a verdict worth scoring.
    package static let fewestAnswers = 5

    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    /// Keeps the reading of some answers as the opinion of today; an earlier opinion of the same day is replaced.
    ///
    /// - Returns: Whether it was kept: not with fewer answers than `fewestAnswers`.
    /// - Throws: `ArchiveFailure`.
    package func keep(_ answers: InterviewAnswers, by visitor: Visitor) async throws -> Bool {
        guard InterviewQuestion.allCases.count(where: { answers[$0] != nil }) >= OpinionDesk.fewestAnswers
        else {
            return false
        }
        let thresholds = Thresholds()
        let reading = InterviewReading(answers, thresholds: thresholds)
        let today = installation.now().day
        try await installation.archive.keep(
            VerdictRecord(
                asOf: today, dueOn: today.advanced(by: 7 * thresholds.horizonWeeks), kind: "interview",
                code: VerdictCode.notEnoughEvidence.rawValue, moving: reading.probabilities.moving,
                phase1: reading.probabilities.phase1, phase2: reading.probabilities.phase2,
                habit: (reading.habit.low + reading.habit.high) / 2, document: []))
        try await installation.log(.kept, "Kept an opinion as a verdict to be scored", by: visitor)
        return true
    }
}
