import Inference

/// What was planted, how hard and where.
struct Causes: Sendable {
    /// One planted cause.
    struct Planted: Sendable {
        let illness: Illness
        let severity: Double
        /// Unit it is confined to; nil: everywhere.
        let unit: Int?
    }

    let planted: [Planted]

    init(_ planted: [Planted]) { self.planted = planted }

    /// Draws severities: U(.5, 1), in the mild world U(.2, .5).
    init(plan: SpecimenPlan, unitSizes: [Int], using random: inout RandomSource) {
        let first = plan.world == .mild ? random.draw(0.2, 0.5) : random.draw(0.5, 1)
        let second = plan.world == .mild ? random.draw(0.2, 0.5) : random.draw(0.5, 1)
        let others = Illness.causes.filter { $0 != plan.illness }
        let drawn = others[random.below(others.count)]
        // The largest unit: a cause in a handful of people is no cause of the organisation's.
        let largest = unitSizes.indices.max { (unitSizes[$0], -$0) < (unitSizes[$1], -$1) }
        let unit = plan.world == .oneUnit ? largest : nil
        guard plan.illness != .healthy else {
            planted = []
            return
        }
        var planted = [Planted(illness: plan.illness, severity: first, unit: unit)]
        if let other = plan.second ?? (plan.world == .twoCauses ? drawn : nil) {
            planted.append(Planted(illness: other, severity: second, unit: unit))
        }
        self.planted = planted
    }

    /// Severity of a cause in a unit; nil asks for the organisation as a whole. 0 where absent.
    func severity(_ illness: Illness, unit: Int? = nil) -> Double {
        for cause in planted where cause.illness == illness {
            if let place = cause.unit, let unit, place != unit { return 0 }
            return cause.severity
        }
        return 0
    }

    /// The same causes without one of them.
    func removing(_ illness: Illness) -> Causes {
        Causes(planted.filter { $0.illness != illness })
    }
}
