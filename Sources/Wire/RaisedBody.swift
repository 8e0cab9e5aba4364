package import Diagnosis
package import Disclosure

/// The organisation's barrier that the people of a team raise most.
package struct RaisedBody: Codable, Hashable, Sendable {
    package var code: String
    /// The probability that it is the one raised most.
    package var probability: Double
    /// Answers it rests on; null where even that is not shown.
    package var answers: Int?

    /// As published.
    package init(_ published: PublishedRaisedBarrier) {
        self.init(
            published.code, probability: published.probability.value, answers: published.probability.n)
    }

    /// Put together by hand.
    package init(_ code: BarrierCode, probability: Double, answers: Int?) {
        self.code = code.rawValue
        self.probability = Rounding.short(probability)
        self.answers = answers
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(probability, forKey: .probability)
        try container.encode(answers, forKey: .answers)
    }
}
