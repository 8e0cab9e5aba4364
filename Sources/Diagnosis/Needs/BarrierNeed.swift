package import Rollout

/// What a barrier is read from, sign by sign.
package struct BarrierNeed: Sendable {
    /// One sign: its share of the severity and what it cannot be read without.
    package struct Part: Hashable, Sendable {
        /// Share of the severity, 0...1; the parts of a barrier add up to 1.
        package let weight: Double
        package let inputs: Set<EvidenceInput>
        package let items: [PulseItem]
        /// Whether the part counts as nothing, not as unknown, where something is missing.
        package let isZeroWithout: Bool
        /// What it tells, as a clause that begins with "whether" or "how".
        package let tells: String
    }

    package let code: BarrierCode
    package let parts: [Part]

    /// The barriers in the order of their codes; made of the signs their severities are computed from.
    package static let all: [BarrierNeed] = Barriers.all.map { barrier in
        let sum = barrier.signs.reduce(0) { $0 + $1.weight }
        return BarrierNeed(
            code: barrier.code,
            parts: barrier.signs.map {
                Part(
                    weight: $0.weight / sum, inputs: $0.needs, items: $0.items,
                    isZeroWithout: $0.isZeroWithout, tells: $0.tells)
            })
    }

    /// The share of the barrier that can be read with what is there, 0...1.
    package func visible(with inputs: Set<EvidenceInput>) -> Double {
        parts.reduce(0) { $0 + ($1.inputs.isSubset(of: inputs) ? $1.weight : 0) }
    }

    /// Whether nothing at all speaks of the barrier: its severity is then not known.
    package func isInvisible(with inputs: Set<EvidenceInput>) -> Bool {
        parts.allSatisfy { !$0.isZeroWithout && !$0.inputs.isSubset(of: inputs) }
    }
}
