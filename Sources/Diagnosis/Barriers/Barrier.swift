import Inference
import Measures
import Rollout

/// A barrier: definition, evidence, wording, cure and falsifier, together in one folder.
///
/// Adding one touches its folder and `Barriers.all`, nothing else.
protocol Barrier: Sendable {
    static var code: BarrierCode { get }
    /// What people are asked about it; nil where no answer of one team speaks of it.
    static var theme: AnswerTheme? { get }
    /// One sentence for a sponsor.
    static var headline: String { get }
    /// What to do, offered as a choice.
    static var cure: String { get }
    /// What would show that this was not the barrier.
    static var refutedIf: String { get }
    /// The signs the severity is made of, what people answer first.
    static var signs: [Sign] { get }
    /// A shortfall in 0...1 for each sign, from one draw of the evidence; nil where it cannot be read.
    static func readings(_ draw: Draw) -> [Double?]
    /// What people let be counted on their own pages adds, from one draw; nil where it adds nothing.
    ///
    /// An extra: where it is missing nothing is hidden, so it stands beside the signs and not among them.
    static func testimony(_ testimony: Testimony, asked: Double?) -> SeverityPart?
    /// Whether the evidence, seen whole, allows the name at all; a factor on the severity, 1 if it does.
    static func standing(_ context: BarrierContext) -> Double
    /// Whether its name would be true at all: what the headline says must not be denied by the evidence.
    static func mayBeNamed(_ context: BarrierContext) -> Bool
    /// What the finding rests on.
    static func restsOn(_ context: BarrierContext) -> [Phrase]
    /// What is missing for it.
    static func missing(_ context: BarrierContext) -> [String]
}

extension Barrier {
    static var theme: AnswerTheme? { nil }

    /// The parts of the severity, from one draw of the evidence: one a sign.
    static func parts(_ draw: Draw) -> [SeverityPart] {
        let readings = readings(draw)
        precondition(readings.count == signs.count, "a barrier gives one reading for each of its signs")
        let asked = zip(signs, readings).first { $0.0.kind == .asked }?.1 ?? nil
        var parts = zip(signs, readings).map { sign, value -> SeverityPart in
            switch sign.kind {
            case .asked: .asked(weight: sign.weight, value: value)
            case .logged: .logged(weight: sign.weight, value: value)
            case .corroborating: .corroborating(weight: sign.weight, value: value, asked: asked)
            }
        }
        if let said = draw.testimony, let part = testimony(said, asked: asked) { parts.append(part) }
        return parts
    }

    static func testimony(_ testimony: Testimony, asked: Double?) -> SeverityPart? { nil }

    static func standing(_ context: BarrierContext) -> Double { 1 }

    static func mayBeNamed(_ context: BarrierContext) -> Bool { true }
}

/// One part of a severity: a shortfall in 0...1, its weight, nil where the evidence is missing.
struct SeverityPart: Sendable {
    let weight: Double
    let value: Double?
    /// Whether the part is what people answer when asked.
    let isAsked: Bool

    /// What people answer when asked.
    static func asked(weight: Double, value: Double?) -> SeverityPart {
        SeverityPart(weight: weight, value: value, isAsked: true)
    }

    /// A sign in logs or calendars.
    static func logged(weight: Double, value: Double?) -> SeverityPart {
        SeverityPart(weight: weight, value: value, isAsked: false)
    }

    /// A sign in logs and calendars that has many mothers: where people were asked, it counts only as far
    /// as their answers confirm it.
    static func corroborating(weight: Double, value: Double?, asked: Double?) -> SeverityPart {
        guard let value, let asked else { return .logged(weight: weight, value: value) }
        return .logged(weight: weight, value: min(value, asked))
    }

    /// The parts together; nil where none is known.
    ///
    /// A log that is missing is left out of the sum. An answer that is missing stays in it as nothing
    /// claimed: what nobody was asked cannot be made up for by a calendar.
    static func severity(_ parts: [SeverityPart]) -> Double? {
        guard parts.contains(where: { $0.value != nil }) else { return nil }
        var sum = 0.0
        var weight = 0.0
        for part in parts where part.value != nil || part.isAsked {
            sum += part.weight * (part.value ?? 0)
            weight += part.weight
        }
        return weight > 0 ? sum / weight : nil
    }
}

/// One draw of the evidence: teams resampled whole, supply and alignment drawn from their posteriors.
struct Draw: Sendable {
    let tally: Tally
    /// Live use cases per champion-week; nil where no register is there.
    let supply: Double?
    let supplyThreshold: Double
    /// Share of messages whose motive is the listener's; nil without a message log.
    let alignment: Double?
    /// Median exposure gap of the contagion-aware null; nil where it cannot be computed.
    let gapOfContagion: Double?
    /// Excess of unexposed non-users over chance; nil where sight is not known.
    let unexposedExcess: Double?
    /// Whether at least three mandate weeks were seen.
    let hasMandates: Bool
    /// Whether a calendar of changes is there: without one a load of nothing is not a quiet time.
    let hasChanges: Bool
    /// What people let be counted on their own pages; nil where there is none.
    var testimony: Testimony?

    /// Mean halo-adjusted answer; nil where nobody answered.
    func adjusted(_ sum: Tally.Field, _ weight: Tally.Field) -> Double? { tally.ratio(sum, weight) }
}

/// What a barrier may look at beside the draws.
struct BarrierContext: Sendable {
    let tally: Tally
    let draw: Draw
    let evidence: Evidence
    let echo: EchoReading
    let supply: Supply
    let asked: Asked
}

/// Shortfalls on fixed scales.
enum Shortfall {
    /// 0 at 3.45 or better, 1 one and a half scale points below (SCIENCE 9.4).
    static func short(_ mean: Double?, reference: Double = Asked.anchor) -> Double? {
        mean.map { clip((reference - $0) / 1.5) }
    }

    static func clip(_ value: Double) -> Double { min(1, max(0, value)) }
}

/// All barriers, in the order in which ties are broken.
enum Barriers {
    static let all: [any Barrier.Type] = [
        NoTimeOrFocus.self, NoPersonalValue.self, EchoChamber.self, EnthusiasmGap.self,
        MessageMisalignment.self, ChangeFatigue.self, SuperficialCompliance.self,
    ]
}
