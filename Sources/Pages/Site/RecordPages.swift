import Diagnosis
import Figures
package import Measures
import Rollout

/// Whether verdicts held.
package struct WereWeRightModel: Sendable {
    /// One verdict and what came of it.
    package struct Given: Sendable {
        package let asOf: Day
        package let dueOn: Day
        package let code: String
        package let isOpinion: Bool
        package let probabilities: (moving: Double, phase1: Double, phase2: Double)
        package let outcome: String?
        package let brier: Double?
        package let brierOfHabit: Double?
        package let brierOfLast: Double?

        package init(
            asOf: Day, dueOn: Day, code: String, isOpinion: Bool,
            probabilities: (moving: Double, phase1: Double, phase2: Double), outcome: String?, brier: Double?,
            brierOfHabit: Double?, brierOfLast: Double?
        ) {
            self.asOf = asOf
            self.dueOn = dueOn
            self.code = code
            self.isOpinion = isOpinion
            self.probabilities = probabilities
            self.outcome = outcome
            self.brier = brier
            self.brierOfHabit = brierOfHabit
            self.brierOfLast = brierOfLast
        }
    }

    /// A row of the table.
    package struct Row: Sendable {
        package let of: String
        package let code: String
        package let sign: String
        package let name: String
        package let isOpinion: Bool
        package let moving: String
        package let phase1: String
        package let phase2: String
        package let due: String
        package let outcome: String
        package let brier: String
    }

    package let lead: String
    package let scoreTitle: String
    package let score: [Fact]
    package let listTitle: String
    package let verdicts: [Row]
    package let hasVerdicts: Bool

    package init(_ given: [Given]) {
        lead =
            "A verdict is a forecast of twelve weeks. Each is kept with its probabilities, and judged by what happened."
        let judged = given.filter { $0.brier != nil && !$0.isOpinion }
        let opinions = given.filter(\.isOpinion).compactMap(\.brier)
        func mean(_ values: [Double]) -> String {
            values.isEmpty ? "not known yet" : Printed.decimal(values.reduce(0, +) / Double(values.count))
        }
        let (ours, habit, last) = (
            judged.compactMap(\.brier), judged.compactMap(\.brierOfHabit), judged.compactMap(\.brierOfLast)
        )
        score =
            [
                Fact("Our Brier score", mean(ours), note: ours.isEmpty ? nil : "over \(ours.count) verdicts"),
                Fact("Today’s habit alone", mean(habit)), Fact("Same as last time", mean(last)),
            ]
            + (opinions.isEmpty
                ? [] : [Fact("Opinions before the evidence", mean(opinions), note: "over \(opinions.count)")])
        scoreTitle = WereWeRightModel.title(ours: ours, habit: habit, last: last)
        verdicts = given.sorted { ($1.asOf, $0.code) < ($0.asOf, $1.code) }.map { verdict in
            let code = VerdictCode(rawValue: verdict.code) ?? .notEnoughEvidence
            let outcome = verdict.outcome.flatMap(VerdictCode.init).map(Wording.name)
            return Row(
                of: verdict.asOf.long, code: code.rawValue, sign: Wording.sign(code),
                name: Wording.name(code), isOpinion: verdict.isOpinion,
                moving: Printed.decimal(verdict.probabilities.moving),
                phase1: Printed.decimal(verdict.probabilities.phase1),
                phase2: Printed.decimal(verdict.probabilities.phase2), due: verdict.dueOn.long,
                outcome: outcome ?? "not due yet",
                brier: verdict.brier.map { Printed.decimal($0) } ?? "")
        }
        hasVerdicts = !verdicts.isEmpty
        listTitle = verdicts.isEmpty ? "No verdict has been given yet" : "\(verdicts.count) verdicts"
    }

    /// After twenty verdicts the model says itself whether it is worth having.
    private static func title(ours: [Double], habit: [Double], last: [Double]) -> String {
        guard !ours.isEmpty else { return "No verdict is due yet" }
        let average = { (values: [Double]) in values.reduce(0, +) / Double(max(1, values.count)) }
        let isBetter =
            average(ours) < average(habit) && (last.isEmpty || average(ours) < average(last))
        if ours.count >= 20, !isBetter {
            return "Over \(ours.count) verdicts we were no better than a plain guess: do not lean on them"
        }
        if isBetter { return "So far better than both plain guesses" }
        // A tie is no failure where the guess was right too.
        let best = min(average(habit), last.isEmpty ? .infinity : average(last))
        return average(ours) - best < 0.005
            ? "So far as good as a plain guess; too few to tell"
            : "So far no better than a plain guess; too few to tell"
    }
}

/// The language of the product, on a page of its own.
package struct DesignModel: Sendable {
    /// A colour.
    package struct Colour: Sendable {
        package let token: String
        package let name: String
        package let use: String
        package let values: String
    }

    /// A verdict's sign.
    package struct Sign: Sendable {
        package let code: String
        package let sign: String
        package let name: String
        package let meaning: String
    }

    package let colours: [Colour]
    package let verdicts: [Sign]

    package init() {
        colours = Token.allCases.map { token in
            let use =
                switch token.duty {
                case .ground: "ground or rule"
                case .text: "text and marks"
                case .graphic: "marks"
                case .underInk: "under text"
                }
            return Colour(
                token: token.rawValue, name: token.rawValue, use: use,
                values: "\(token.light) in light, \(token.dark) in dark")
        }
        verdicts = VerdictCode.allCases.map { code in
            Sign(
                code: code.rawValue, sign: Wording.sign(code), name: Wording.name(code),
                meaning: Wording.meaning(code, thresholds: Thresholds()))
        }
    }
}

extension Site {
    /// Whether verdicts held.
    package static func wereWeRight(_ model: WereWeRightModel, shell: ShellModel) -> String {
        render("were-we-right", title: "Were we right?", page: model, shell: shell)
    }

    /// The language of the product.
    package static func design(_ model: DesignModel, shell: ShellModel) -> String {
        render("design", title: "How it looks", page: model, shell: shell)
    }
}
