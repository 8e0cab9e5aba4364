import Measures
import Rollout

/// One person's answers in one wave.
struct Respondent: Sendable {
    let wave: Day
    let team: Int?
    let role: Int
    let layer: Layer
    /// Answers by item; shape (10) in the order of `PulseItem.allCases`; nil: skipped or not asked.
    var answers: [Int?]
    var benefitVariant: PulseAnswer.Variant?
    /// "Cannot say" answers, counted apart from silence.
    var cannotSay: Int
    /// Weight for those who did not answer; 1 unless weighted.
    var weight: Double = 1

    subscript(item: PulseItem) -> Int? { answers[item.place] }

    /// The answer on the common 1–5 scale, with change load turned round; nil where there is none.
    func score(_ item: PulseItem) -> Double? {
        guard let answer = self[item] else { return nil }
        return switch item {
        case .changeLoad: Double(6 - answer)
        case .advocacy: 1 + 0.4 * Double(answer)
        case .experience, .believed: nil
        default: Double(answer)
        }
    }

    /// The answer with the person's general mood taken off: the item's share of the distance of the mean
    /// of the other items from the anchor.
    /// - Source: SCIENCE 1.2 (halo).
    func adjustedScore(_ item: PulseItem, halo: Halo) -> Double? {
        guard let own = score(item) else { return nil }
        guard let mood = mood(besides: item) else { return own }
        return own - halo[item] * (mood - Asked.anchor)
    }

    /// The mean of the person's other items; nil with fewer than two.
    func mood(besides item: PulseItem) -> Double? {
        var sum = 0.0
        var count = 0
        for other in PulseItem.scored where other != item {
            // The two benefit items stand for one thing; one must not explain the other away.
            if item.isBenefit, other.isBenefit { continue }
            if let value = score(other) {
                sum += value
                count += 1
            }
        }
        return count >= 2 ? sum / Double(count) : nil
    }

    /// Whether the person used AI firsthand in the past four weeks, by their own word.
    var saysUser: Bool? { self[.experience].map { $0 >= 2 } }
}

extension PulseItem {
    /// The item's place among all items; written out, since every answer read asks for it.
    var place: Int {
        switch self {
        case .experience: 0
        case .tedium: 1
        case .interruptionsOrStress: 2
        case .time: 3
        case .managerSupport: 4
        case .clarity: 5
        case .changeLoad: 6
        case .choice: 7
        case .advocacy: 8
        case .believed: 9
        }
    }

    /// Whether the item asks for the benefit felt.
    var isBenefit: Bool { self == .tedium || self == .interruptionsOrStress }

    /// Items with a score on the common scale.
    static let scored: [PulseItem] = [
        .tedium, .interruptionsOrStress, .time, .managerSupport, .clarity, .changeLoad, .choice, .advocacy,
    ]
}

/// The pulse as a diagnosis reads it: the answers of the last twelve weeks.
struct Asked: Sendable {
    /// The level at which an item is no shortfall; fixed in advance (SCIENCE 9.4).
    static let anchor = 3.45
    /// Answers older than this many days are not of today.
    static let window = 84

    let respondents: [Respondent]
    /// Waves the answers come from, in ascending order.
    let waves: [Day]
    /// How much of each item a general mood explains.
    let halo: Halo

    /// The same answers with other weights.
    init(respondents: [Respondent], waves: [Day]) {
        self.respondents = respondents
        self.waves = waves
        halo = Halo(respondents)
    }

    /// The answers that are of today.
    static func recent(_ evidence: Evidence) -> [PulseAnswer] {
        let from = evidence.asOf.advanced(by: 1 - Asked.window)
        return evidence.pulse.filter { $0.wave >= from && $0.wave <= evidence.asOf }
    }

    /// Gathers answers into respondents.
    init(_ evidence: Evidence) {
        let current = Asked.recent(evidence)
        var order: [Key] = []
        var found: [Key: Respondent] = [:]
        for (index, answer) in current.enumerated() {
            let key = Key(
                wave: answer.wave, respondent: answer.respondent, row: answer.respondent == nil ? index : -1)
            if found[key] == nil {
                order.append(key)
                found[key] = Respondent(
                    wave: answer.wave, team: answer.team, role: answer.role, layer: answer.layer,
                    answers: [Int?](repeating: nil, count: PulseItem.allCases.count),
                    benefitVariant: nil, cannotSay: 0)
            }
            switch answer.reply {
            case .value(let value): found[key]?.answers[answer.item.place] = value
            case .cannotSay: found[key]?.cannotSay += 1
            case .skipped: break
            }
            if let variant = answer.variant { found[key]?.benefitVariant = variant }
        }
        let respondents = order.compactMap { key -> Respondent? in
            guard var one = found[key] else { return nil }
            // Without a mark, Q1 of the same person tells whether a benefit was felt or hoped for.
            if one.benefitVariant == nil {
                one.benefitVariant = one.saysUser.map { $0 ? .experienced : .expected }
            }
            return one
        }
        self.init(respondents: respondents, waves: Set(current.map(\.wave)).sorted())
    }

    private struct Key: Hashable {
        let wave: Day
        let respondent: Int?
        let row: Int
    }
}
