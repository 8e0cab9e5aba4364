package import Measures

/// A verdict that was given, kept to be judged when it is due.
package struct VerdictRecord: Hashable, Sendable {
    /// What came of it.
    package struct Outcome: Hashable, Sendable {
        package let scoredOn: Day
        /// The verdict's code that the facts bear out.
        package let code: String
        /// The habit share that was found; nil where it could not be shown or seen.
        package let habit: Double?
        /// Sum of squares between probabilities and fact, 0...2.
        package let brier: Double
        /// The same for today's habit against the threshold.
        package let brierOfHabit: Double
        /// The same for the verdict given before.
        package let brierOfLast: Double?

        package init(
            scoredOn: Day, code: String, habit: Double?, brier: Double, brierOfHabit: Double,
            brierOfLast: Double?
        ) {
            self.scoredOn = scoredOn
            self.code = code
            self.habit = habit
            self.brier = brier
            self.brierOfHabit = brierOfHabit
            self.brierOfLast = brierOfLast
        }
    }

    package let asOf: Day
    package let dueOn: Day
    /// Where it came from: `diagnosis`, or `interview` for a provisional reading.
    package let kind: String
    package let code: String
    package let moving: Double
    package let phase1: Double
    package let phase2: Double
    /// The habit share as published, with its interval; nil where withheld or not known.
    package let habit: Double?
    /// The reading as it was published, in the JSON promised to others; empty in a list.
    package let document: [UInt8]
    /// Whether the reading itself is kept: of each week only the last one is.
    package let hasDocument: Bool
    /// The setting that says who was in the figures and where; nil where nobody knows any more.
    package let membership: String?
    package var outcome: Outcome?

    package init(
        asOf: Day, dueOn: Day, kind: String, code: String, moving: Double, phase1: Double, phase2: Double,
        habit: Double?, document: [UInt8], hasDocument: Bool? = nil, membership: String? = nil,
        outcome: Outcome? = nil
    ) {
        self.asOf = asOf
        self.dueOn = dueOn
        self.kind = kind
        self.code = code
        self.moving = moving
        self.phase1 = phase1
        self.phase2 = phase2
        self.habit = habit
        self.document = document
        self.hasDocument = hasDocument ?? !document.isEmpty
        self.membership = membership
        self.outcome = outcome
    }
}

/// Verdicts and what came of them.
package protocol VerdictShelf: Sendable {
    /// Keeps a verdict; one of the same kind and day is replaced unless it has been judged.
    ///
    /// Readings of the same week before it lose their documents: a week is as fine as history gets.
    func keep(_ verdict: VerdictRecord) async throws

    /// Every verdict, the earliest first, without the documents.
    func verdicts() async throws -> [VerdictRecord]

    /// One verdict with its document; nil where there is none.
    func verdict(kind: String, asOf: Day) async throws -> VerdictRecord?

    /// Writes down what came of a verdict; the first outcome stands.
    /// - Throws: `missing`.
    func judge(kind: String, asOf: Day, outcome: VerdictRecord.Outcome) async throws
}
