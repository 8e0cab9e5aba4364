package import Disclosure
package import Measures

/// A figure as JSON: its state first, then the number where there is one.
///
/// What is withheld or not known has no number at all, and a sentence that says why.
package struct FigureBody: Codable, Hashable, Sendable {
    /// Whether there is a number.
    package enum State: String, Codable, Hashable, Sendable, CaseIterable {
        case known, notKnown, withheld
    }

    /// How exactly the number is given.
    package enum Precision: String, Codable, Hashable, Sendable, CaseIterable {
        /// As measured.
        case exact
        /// Rounded to five points, because the group is small.
        case fivePoints
        /// Only a word is given, in `band`.
        case band
    }

    package var state: State
    /// What the number means; null where there is none.
    package var unit: String?
    package var value: Double?
    package var low: Double?
    package var high: Double?
    /// The probability the interval claims.
    package var level: Double?
    package var n: Int?
    package var precision: Precision?
    /// The word given instead of a number, for example "nearly everybody".
    package var band: String?
    /// One sentence; null where the figure is known.
    package var reason: String?
    /// The reason's stable code.
    package var reasonCode: String?

    private init(state: State, reason: Reason?) {
        self.state = state
        self.reason = reason?.sentence
        reasonCode = reason?.code
    }

    /// A figure that was measured and may be shown, or that nobody knows.
    package init(_ measured: Measured<PublishedEstimate>) {
        switch measured {
        case .notKnown(let reason):
            self.init(state: .notKnown, reason: reason)
        case .known(let estimate):
            self.init(state: .known, reason: nil)
            unit = estimate.unit.rawValue
            n = estimate.n
            switch estimate.precision {
            case .band(let word):
                // The number behind a band is the secret the band keeps.
                precision = .band
                band = word
                return
            case .exact: precision = .exact
            case .fivePoints: precision = .fivePoints
            }
            value = Rounding.short(estimate.value)
            low = estimate.interval.map { Rounding.short($0.low) }
            high = estimate.interval.map { Rounding.short($0.high) }
            level = estimate.interval.map { Rounding.short($0.level) }
        }
    }

    /// A figure that may not be shown.
    package init(withheld reason: Reason) { self.init(state: .withheld, reason: reason) }

    /// A figure as Disclosure let it go.
    package init(_ figure: Disclosed<Measured<PublishedEstimate>>) {
        switch figure.state {
        case .shown(let measured): self.init(measured)
        case .withheld(let reason): self.init(withheld: reason)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        // Nulls are written out: whoever reads the JSON finds the same keys in every state.
        try container.encode(state, forKey: .state)
        try container.encode(unit, forKey: .unit)
        try container.encode(value, forKey: .value)
        try container.encode(low, forKey: .low)
        try container.encode(high, forKey: .high)
        try container.encode(level, forKey: .level)
        try container.encode(n, forKey: .n)
        try container.encode(precision, forKey: .precision)
        try container.encodeIfPresent(band, forKey: .band)
        try container.encode(reason, forKey: .reason)
        try container.encodeIfPresent(reasonCode, forKey: .reasonCode)
    }
}
