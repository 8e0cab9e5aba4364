import RealModule

/// One unit's outcomes over time and the period in which it was first served.
public struct StaggeredUnit: Hashable, Sendable {
    /// First served period, an index into the outcomes; nil if never served.
    public let start: Int?
    /// Outcome by period, shape (periods), all finite.
    public let outcomes: [Double]

    /// A unit.
    public init(start: Int?, outcomes: [Double]) {
        self.start = start
        self.outcomes = outcomes
    }
}

/// Effect in one cohort and period.
public struct GroupTimeEffect: Hashable, Sendable {
    /// First served period of the cohort.
    public let cohort: Int
    /// Period.
    public let period: Int
    /// Average effect on the cohort.
    public let effect: Double
    /// Units in the cohort.
    public let units: Int
}

/// One number with its standard error.
public struct EffectEstimate: Hashable, Sendable {
    /// The effect.
    public let value: Double
    /// Its standard error, from the influence of each unit.
    public let standardError: Double
}

/// Effects of a roll-out in waves, without covariates: each cohort against those not (yet) served.
///
/// - Source: Callaway & Sant'Anna (2021), doi:10.1016/j.jeconom.2020.12.001.
public struct StaggeredEffects: Sendable {
    /// Whom a cohort is compared with.
    public enum Controls: String, Hashable, Sendable, CaseIterable {
        /// Units that are never served.
        case neverServed
        /// Units not yet served in the period, and the never served.
        case notYetServed
    }

    /// Every cohort and every period but the first, by cohort, then period.
    public let effects: [GroupTimeEffect]
    /// Influence of each unit on each effect, shape (effects × units).
    private let influence: [[Double]]
    private let starts: [Int?]

    /// Estimates all cohort and period effects; before its start a cohort is compared with the period before.
    ///
    /// - Throws: `shapeMismatch` for ragged or non-finite outcomes; `notIdentified` without a cohort served
    ///   after the first period or without anybody to compare with.
    /// - Complexity: O(cohorts × periods × units).
    public init(_ units: [StaggeredUnit], controls: Controls = .notYetServed) throws(InferenceFailure) {
        let periods = units.first?.outcomes.count ?? 0
        guard periods >= 2,
            units.allSatisfy({ $0.outcomes.count == periods && $0.outcomes.allSatisfy(\.isFinite) })
        else {
            throw InferenceFailure(
                .shapeMismatch, "Every unit needs the same two or more periods of finite outcomes.")
        }
        // Units served from the very first period have no before; they can serve neither side.
        let used = units.filter { ($0.start ?? 1) >= 1 }
        let cohorts = Set(used.compactMap(\.start).filter { $0 < periods }).sorted()
        var effects: [GroupTimeEffect] = []
        var influence: [[Double]] = []
        for cohort in cohorts {
            let members = used.indices.filter { used[$0].start == cohort }
            for period in 1..<periods {
                let base = period >= cohort ? cohort - 1 : period - 1
                let others = used.indices.filter { index in
                    guard let start = used[index].start, start < periods else { return true }
                    return controls == .notYetServed && start > max(period, base) && start != cohort
                }
                guard !others.isEmpty else { continue }
                func change(_ index: Int) -> Double {
                    used[index].outcomes[period] - used[index].outcomes[base]
                }
                let own = members.reduce(0) { $0 + change($1) } / Double(members.count)
                let theirs = others.reduce(0) { $0 + change($1) } / Double(others.count)
                var row = [Double](repeating: 0, count: used.count)
                for index in members { row[index] = (change(index) - own) / Double(members.count) }
                for index in others { row[index] = -(change(index) - theirs) / Double(others.count) }
                effects.append(
                    GroupTimeEffect(
                        cohort: cohort, period: period, effect: own - theirs, units: members.count))
                influence.append(row)
            }
        }
        guard effects.contains(where: { $0.period >= $0.cohort }) else {
            throw InferenceFailure(
                .notIdentified, "No wave was served while somebody was left to compare it with.")
        }
        self.effects = effects
        self.influence = influence
        starts = used.map(\.start)
    }

    /// Average over all served cohorts and periods, cohorts weighted by size.
    public var simple: EffectEstimate { average { $0.period >= $0.cohort } }

    /// Average over cohorts of each cohort's own average.
    public var byCohort: EffectEstimate {
        let served = effects.indices.filter { effects[$0].period >= effects[$0].cohort }
        let cohorts = Set(served.map { effects[$0].cohort }).sorted()
        let parts = cohorts.map { cohort in average { $0.cohort == cohort && $0.period >= cohort } }
        let rows = cohorts.map { cohort in contribution { $0.cohort == cohort && $0.period >= cohort } }
        let sizes = cohorts.map { cohort in Double(starts.count { $0 == cohort }) }
        let total = sizes.reduce(0, +)
        let value = zip(parts, sizes).reduce(0) { $0 + $1.0.value * $1.1 / total }
        var sum = [Double](repeating: 0, count: starts.count)
        for (index, row) in rows.enumerated() {
            let weight = sizes[index] / total
            for unit in starts.indices {
                let share = (starts[unit] == cohorts[index] ? 1 : 0) - (isServed(unit, cohorts) ? weight : 0)
                sum[unit] += weight * row[unit] + parts[index].value * share / total
            }
        }
        return EffectEstimate(value: value, standardError: Self.length(sum))
    }

    /// Effect by periods since the start; negative ones are the placebo periods before it.
    public func sinceStart(_ lag: Int) -> EffectEstimate? {
        effects.contains { $0.period - $0.cohort == lag } ? average { $0.period - $0.cohort == lag } : nil
    }

    /// Mean of the effects by periods since the start, from the start on.
    public var dynamic: EffectEstimate {
        let lags = Set(effects.map { $0.period - $0.cohort }.filter { $0 >= 0 }).sorted()
        return mean(lags.map { lag in { $0.period - $0.cohort == lag } })
    }

    /// Mean over periods of the average effect in each.
    public var byPeriod: EffectEstimate {
        let periods = Set(effects.filter { $0.period >= $0.cohort }.map(\.period)).sorted()
        return mean(periods.map { period in { $0.period == period && $0.cohort <= period } })
    }

    private func mean(_ selections: [(GroupTimeEffect) -> Bool]) -> EffectEstimate {
        let count = Double(selections.count)
        var value = 0.0
        var sum = [Double](repeating: 0, count: starts.count)
        for selection in selections {
            value += average(selection).value / count
            for (unit, part) in contribution(selection).enumerated() { sum[unit] += part / count }
        }
        return EffectEstimate(value: value, standardError: Self.length(sum))
    }

    private func average(_ selects: (GroupTimeEffect) -> Bool) -> EffectEstimate {
        let chosen = effects.filter(selects)
        let total = Double(chosen.reduce(0) { $0 + $1.units })
        let value = chosen.reduce(0) { $0 + $1.effect * Double($1.units) } / total
        return EffectEstimate(value: value, standardError: Self.length(contribution(selects)))
    }

    /// Influence of each unit on a size-weighted average, the estimated weights included.
    private func contribution(_ selects: (GroupTimeEffect) -> Bool) -> [Double] {
        let chosen = effects.indices.filter { selects(effects[$0]) }
        let total = Double(chosen.reduce(0) { $0 + effects[$1].units })
        let value = chosen.reduce(0) { $0 + effects[$1].effect * Double(effects[$1].units) } / total
        var sum = [Double](repeating: 0, count: starts.count)
        for index in chosen {
            let weight = Double(effects[index].units) / total
            for unit in starts.indices {
                sum[unit] += weight * influence[index][unit]
                if starts[unit] == effects[index].cohort {
                    sum[unit] += (effects[index].effect - value) / total
                }
            }
        }
        return sum
    }

    private func isServed(_ unit: Int, _ cohorts: [Int]) -> Bool {
        starts[unit].map(cohorts.contains) ?? false
    }

    private static func length(_ row: [Double]) -> Double { row.reduce(0) { $0 + $1 * $1 }.squareRoot() }
}
