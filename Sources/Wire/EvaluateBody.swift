/// How well the diagnosis did on organisations whose illness is known.
package struct EvaluateBody: WireDocument, Hashable {
    package static let schemaName = "firsthand.evaluate/1"

    /// One figure of merit over a set of worlds.
    package struct Score: Codable, Hashable, Sendable {
        /// For example `phaseRight` or `firstBarrierRight`.
        package var name: String
        /// The set of worlds, for example `base` or `mild`.
        package var worlds: String
        package var n: Int
        package var value: Double
        package var low: Double?
        package var high: Double?
        /// The limit the product promises; null where none is promised.
        package var limit: Double?
        /// Whether the limit is kept; null where none is promised.
        package var isKept: Bool?

        /// A score held against its limit.
        /// - Parameters:
        ///   - name: What is scored.
        ///   - worlds: Over which worlds.
        ///   - n: Number of worlds.
        ///   - value: The score, finite.
        ///   - low: Lower end of its 90 % interval.
        ///   - high: Upper end of its 90 % interval.
        ///   - limit: The limit promised.
        ///   - isCeiling: Whether the limit is an upper one, as for false alarms.
        package init(
            name: String, worlds: String, n: Int, value: Double, low: Double? = nil, high: Double? = nil,
            limit: Double? = nil, isCeiling: Bool = false
        ) {
            self.name = name
            self.worlds = worlds
            self.n = n
            self.value = Rounding.short(value)
            self.low = low.map(Rounding.short)
            self.high = high.map(Rounding.short)
            self.limit = limit.map(Rounding.short)
            isKept = limit.map { isCeiling ? value <= $0 : value >= $0 }
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .name)
            try container.encode(worlds, forKey: .worlds)
            try container.encode(n, forKey: .n)
            try container.encode(value, forKey: .value)
            try container.encode(low, forKey: .low)
            try container.encode(high, forKey: .high)
            try container.encode(limit, forKey: .limit)
            try container.encode(isKept, forKey: .isKept)
        }
    }

    package var schema: String
    package var product: String
    package var seed: UInt64
    package var scores: [Score]

    /// Whether every limit promised is kept.
    package var isKept: Bool { scores.allSatisfy { $0.isKept ?? true } }

    /// The scores of one run.
    package init(product: String, seed: UInt64, scores: [Score]) {
        schema = Self.schemaName
        self.product = product
        self.seed = seed
        self.scores = scores
    }
}
