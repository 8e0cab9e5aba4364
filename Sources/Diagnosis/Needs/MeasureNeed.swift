package import Rollout

/// What a measure cannot be known without, and how far back it looks.
package struct MeasureNeed: Hashable, Sendable {
    /// Each of these must be there.
    package let inputs: Set<EvidenceInput>
    /// The items of the pulse it is made of.
    package let items: [PulseItem]
    /// Weeks of use looked at, counted back from the as-of day; nil: the whole history, or none.
    package let weeksBack: Int?

    private init(_ inputs: Set<EvidenceInput>, items: [PulseItem] = [], weeksBack: Int? = nil) {
        self.inputs = inputs
        self.items = items
        self.weeksBack = weeksBack
    }

    private static func use(_ weeksBack: Int?, and others: Set<EvidenceInput> = []) -> MeasureNeed {
        MeasureNeed(others.union([.use]), weeksBack: weeksBack)
    }

    private static func answers(_ items: PulseItem..., and others: Set<EvidenceInput> = []) -> MeasureNeed {
        MeasureNeed(others.union([.pulse]), items: items)
    }

    /// What a measure of the organisation needs.
    ///
    /// This is the one place where it is written down: the coverage page explains gaps from it, and a
    /// test takes files away from specimens and compares it with what the diagnosis then does not know.
    package static func of(_ code: MeasureCode) -> MeasureNeed {
        let habit = Observation.habitLookback
        switch code {
        case .reach, .weakReach, .trialRate, .burstiness, .habitRetention, .lapsed, .expectedWeeks:
            return .use(nil)
        case .habit, .conversion, .selfStart, .tooNew, .withinTeamCorrelation, .bottomThird:
            return .use(habit)
        case .drift, .habitForecast: return .use(habit + TallyBuilder.driftWeeks)
        case .l28, .stickiness, .breadth: return .use(4)
        case .cannotBeSeen: return MeasureNeed([])
        case .coverage: return .use(nil, and: [.register])
        case .supply, .pipelineStall, .oldestIdea: return MeasureNeed([.register])
        case .keptHours: return MeasureNeed([.champions, .keptHours])
        case .persistence, .mandateRateRatio:
            return .use(TallyBuilder.persistenceWeeks, and: [.mandates])
        case .singleActionShare: return .use(Observation.userWindow, and: [.actionCounts])
        case .synchrony, .clumpiness: return .use(MeasureTable.rhythmWeeks)
        case .deadlineRatio: return .use(MeasureTable.rhythmWeeks, and: [.mandates])
        case .giniExcess, .exposureGap, .unexposedNonUsers, .unexposedExcess, .fewBelievingTies:
            return .use(Observation.userWindow)
        case .tieExposure, .tieEIndex, .tieAssortativity:
            return .use(Observation.userWindow, and: [.ties])
        case .managerWithHabit: return .use(habit, and: [.managerLine])
        case .selfReportedSight: return .answers(.experience)
        case .personalBenefit, .expectedBenefit: return .answers(.tedium, .interruptionsOrStress)
        case .timeToTry: return .answers(.time)
        case .managerSupport: return .answers(.managerSupport)
        case .messageClarity: return .answers(.clarity)
        case .changeStrain: return .answers(.changeLoad)
        case .choice: return .answers(.choice)
        case .advocacy, .enthusiasmDifference: return .answers(.advocacy)
        case .believedGap:
            return .answers(.believed, .tedium, .interruptionsOrStress, and: [.believed])
        // The rate is over those whose use can be seen, as every other figure of the organisation is.
        case .response: return .answers(and: [.use])
        case .designEffect: return .answers()
        case .alignment: return MeasureNeed([.messages])
        case .changeLoad: return MeasureNeed([.changes])
        }
    }
}
