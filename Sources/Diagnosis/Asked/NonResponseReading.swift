import Inference
import Measures
import Rollout

/// Which conclusions would turn if those who did not answer thought less of it than those who did.
///
/// The answers are weighted to the roster already; what weighting cannot mend is that the silent may differ
/// from the answering of the same layer, role and use. Their logit is shifted, and every conclusion that
/// rests on answers is drawn again.
/// - Source: SCIENCE 4.4.
enum NonResponseReading {
    /// Shifts of the logit among the silent.
    static let deltas = [0.0, -0.5, -1]

    /// Reads the organisation; nil where nobody was asked.
    static func read(context: BarrierContext, groundwork: Groundwork) -> NonResponse? {
        guard !groundwork.asked.respondents.isEmpty else { return nil }
        let answered = groundwork.answered { $0 != .executive }
        let standing = Barriers.all.map { $0.standing(context) }
        let shifts = deltas.map { delta in
            NonResponse.Shift(
                delta: delta,
                firstBarrier: first(
                    context.draw.shifted(NonResponseShift(answered: answered, delta: delta)), standing),
                leadersKeener: VerdictWords.leadersUnderstand(groundwork, delta: delta))
        }
        return NonResponse(shifts: shifts, words: words(shifts))
    }

    /// The most severe barrier of a draw, ties to the earlier in the list.
    private static func first(_ draw: Draw, _ standing: [Double]) -> BarrierCode? {
        var best: (code: BarrierCode, severity: Double)?
        for (barrier, factor) in zip(Barriers.all, standing) {
            let severity = (SeverityPart.severity(barrier.parts(draw)) ?? 0) * factor
            if severity > max(0, best?.severity ?? 0) { best = (barrier.code, severity) }
        }
        return best?.code
    }

    private static func words(_ shifts: [NonResponse.Shift]) -> [Phrase] {
        guard let now = shifts.first else { return [] }
        var phrases: [Phrase] = [
            "The answers are weighted to the roster by layer, role and use; their design effect is {designEffect}."
        ]
        let others = shifts.dropFirst()
        let deepest = others.last.map { odds($0.delta) } ?? ""
        if let first = now.firstBarrier {
            if let turn = others.first(where: { $0.firstBarrier != first }), let other = turn.firstBarrier {
                phrases.append(
                    Phrase(
                        "The strongest barrier hangs on the silent: with \(odds(turn.delta)), it would be \(name(other)) and not \(name(first))."
                    ))
            } else {
                phrases.append(
                    Phrase("The strongest barrier stays \(name(first)) even with \(deepest)."))
            }
        }
        if let keener = now.leadersKeener {
            if let turn = others.first(where: { $0.leadersKeener != keener }) {
                phrases.append(
                    Phrase(
                        keener
                            ? "That leaders are keener than the rest hangs on the silent: with \(odds(turn.delta)), it would not be clear any more ({enthusiasmDifference} of pairs now)."
                            : "Leaders would be clearly keener than the rest with \(odds(turn.delta)) ({enthusiasmDifference} of pairs now)."
                    ))
            } else {
                phrases.append(
                    Phrase(
                        keener
                            ? "Leaders stay keener than the rest even with \(deepest) ({enthusiasmDifference} of pairs now)."
                            : "Leaders do not become clearly keener than the rest even with \(deepest) ({enthusiasmDifference} of pairs now)."
                    ))
            }
        }
        phrases.append(
            "The phase rests on logs and the register, which know everybody: silence cannot turn it.")
        return phrases
    }

    /// A shift in words: the odds of a favourable answer among the silent.
    private static func odds(_ delta: Double) -> String {
        let drop = FigureWords.share(1 - Elementary.exp(delta))
        return
            "the odds of a favourable answer \(drop) lower among those who did not answer (delta \(delta == delta.rounded() ? "−\(Int(-delta))" : "−\(-delta)"))"
    }

    /// A barrier in running text.
    private static func name(_ code: BarrierCode) -> String {
        switch code {
        case .noTimeOrFocus: "lack of time or focus"
        case .noPersonalValue: "lack of personal value"
        case .echoChamber: "the echo chamber"
        case .enthusiasmGap: "the enthusiasm gap"
        case .messageMisalignment: "the message"
        case .changeFatigue: "change fatigue"
        case .superficialCompliance: "superficial compliance"
        }
    }
}

extension Groundwork {
    /// Share of the people of some layers who answered in an average wave; 1 where nobody is in the frame.
    ///
    /// Where each wave asks only some of them, the share is too low, and the silence taken for larger than it is.
    func answered(_ among: (Layer) -> Bool) -> Double {
        let people = observation.people
        let frame = people.indices.count { standings[$0].isInFrame && among(people[$0].layer) }
        let answers = asked.respondents.count { among($0.layer) }
        guard frame > 0, !asked.waves.isEmpty else { return 1 }
        return min(1, Double(answers) / Double(asked.waves.count) / Double(frame))
    }
}

extension Draw {
    /// The same draw with every asked theme as it would be over everybody.
    func shifted(_ shift: NonResponseShift) -> Draw {
        var tally = tally
        let themes: [(Tally.Field, Tally.Field)] = [
            (.experiencedAdjusted, .experiencedWeight), (.timeAdjusted, .timeWeight),
            (.supportAdjusted, .supportWeight), (.clarityAdjusted, .clarityWeight),
            (.strainAdjusted, .strainWeight), (.choiceAdjusted, .choiceWeight),
        ]
        for (sum, weight) in themes where tally[weight] > 0 {
            let mean = tally[sum] / tally[weight]
            let moved = shift.mean(mean, low: 1, high: 5)
            // A halo-adjusted mean may leave the scale; what lies outside it is not moved.
            tally[sum] += (moved - min(5, max(1, mean))) * tally[weight]
        }
        return with(tally: tally, supply: supply, alignment: alignment, testimony: testimony)
    }
}
