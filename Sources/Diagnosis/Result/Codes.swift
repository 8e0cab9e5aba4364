/// Where a rollout stands.
package enum VerdictCode: String, Hashable, Sendable, CaseIterable {
    case moving, phase1, phase2, notEnoughEvidence
}

/// What stands in the way; one folder each beside this one.
package enum BarrierCode: String, Hashable, Sendable, CaseIterable {
    case noTimeOrFocus, noPersonalValue, echoChamber, enthusiasmGap, messageMisalignment
    case changeFatigue, superficialCompliance
}

/// What is measured.
package enum MeasureCode: String, Hashable, Sendable, CaseIterable {
    // Use
    case reach, weakReach, habit, trialRate, conversion, coverage, drift, habitForecast, l28, stickiness
    case tooNew, cannotBeSeen
    // Supply
    case supply, pipelineStall, oldestIdea, keptHours
    // Habit or compliance
    case persistence, mandateRateRatio, selfStart, singleActionShare, breadth, burstiness, synchrony
    case clumpiness, deadlineRatio, giniExcess, habitRetention, lapsed, expectedWeeks
    // Echo chamber
    case exposureGap, withinTeamCorrelation, unexposedNonUsers, unexposedExcess, fewBelievingTies
    case tieExposure, tieEIndex, tieAssortativity, selfReportedSight, managerWithHabit
    // Asked
    case personalBenefit, expectedBenefit, timeToTry, managerSupport, messageClarity, changeStrain
    case choice, advocacy, enthusiasmDifference, believedGap, response
    case designEffect
    // Messages and changes
    case alignment, changeLoad
    // Teams
    case bottomThird
}
