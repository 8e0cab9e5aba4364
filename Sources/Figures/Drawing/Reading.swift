/// A number for a chart with its interval and the words it is printed with.
package struct Number: Hashable, Sendable {
    package let value: Double
    /// The interval's ends; nil where the number is exact.
    package let low: Double?
    package let high: Double?
    /// How readers see it, for example "18 % (15–21 %)".
    package let text: String
    /// The same without its interval, for marks with little room, for example "about 20 %".
    package let label: String
    /// False where only a band may be said: the interval is drawn, no point.
    package let hasPoint: Bool

    /// A number.
    /// - Precondition: everything is finite, so that no NaN can reach a drawing.
    package init(
        _ value: Double, low: Double? = nil, high: Double? = nil, text: String, label: String? = nil,
        hasPoint: Bool = true
    ) {
        precondition(
            value.isFinite && (low ?? 0).isFinite && (high ?? 0).isFinite, "a chart takes finite numbers only"
        )
        self.value = value
        self.low = low
        self.high = high
        self.text = text
        self.label = label ?? text
        self.hasPoint = hasPoint
    }
}

/// What a chart is given for one place: a number, or why there is none.
package enum Reading: Hashable, Sendable {
    case shown(Number)
    /// Withheld by a privacy rule, with the reason.
    case withheld(String)
    /// Not known, with the reason.
    case notKnown(String)

    /// The number, where there is one.
    package var number: Number? {
        if case .shown(let number) = self { number } else { nil }
    }

    /// One word for a mark or a cell: the number's text, "withheld" or "not known".
    package var text: String {
        switch self {
        case .shown(let number): number.text
        case .withheld: "withheld"
        case .notKnown: "not known"
        }
    }

    /// The number's text, or the state with its reason.
    package var fullText: String {
        switch self {
        case .shown(let number): number.text
        case .withheld(let reason): "withheld: \(reason)"
        case .notKnown(let reason): "not known: \(reason)"
        }
    }
}
