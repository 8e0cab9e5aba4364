package import Measures

/// What got better in somebody's own day.
package enum PersonalGain: String, Hashable, Sendable, CaseIterable {
    /// Minutes of a task they named as a pain.
    case time
    case interruptions
    case strain
    case tedium
}

/// A trial's before and after, for its owner.
package struct OwnResult: Hashable, Sendable {
    package let trial: Trial
    package let minutes: Measured<PairedDifferences.Summary>
    package let interruptions: Measured<PairedDifferences.Summary>
    package let strain: Measured<PairedDifferences.Summary>
    package let tedium: Measured<PairedDifferences.Summary>

    /// The arithmetic of a trial.
    ///
    /// An occasion with minutes of its own before is paired with those, any other with the baseline. The baseline is one
    /// remembered number: its own error is in no interval, which the page says.
    package init(_ trial: Trial) {
        self.trial = trial
        let occasions = trial.occasions
        minutes = PairedDifferences.summary(
            before: occasions.map { $0.usualMinutes ?? trial.baseline.minutes },
            after: occasions.map(\.after.minutes))
        func points(_ field: (Strain) -> Int?) -> Measured<PairedDifferences.Summary> {
            guard let before = field(trial.baseline) else {
                return .notKnown(
                    Reason("noBaseline", "Not noted before the trial, so there is nothing to compare with."))
            }
            let after = occasions.compactMap { field($0.after) }
            return PairedDifferences.summary(
                before: [Double](repeating: Double(before), count: after.count),
                after: after.map(Double.init), step: 1)
        }
        interruptions = points(\.interruptions)
        strain = points(\.strain)
        tedium = points(\.tedium)
    }

    /// What got better on average, with or without certainty: what a person who keeps it can point to.
    ///
    /// Time counts where the task was named as a pain: minutes saved on work somebody likes are no gain of theirs.
    package var gains: Set<PersonalGain> {
        var gains: Set<PersonalGain> = []
        func isLess(_ before: Int?, _ after: [Int]) -> Bool {
            guard let before, !after.isEmpty else { return false }
            return Double(after.reduce(0, +)) / Double(after.count) < Double(before)
        }
        let occasions = trial.occasions
        guard !occasions.isEmpty else { return [] }
        let saved = occasions.reduce(0.0) {
            $0 + ($1.usualMinutes ?? trial.baseline.minutes) - $1.after.minutes
        }
        if saved > 0, trial.theme != nil { gains.insert(.time) }
        if isLess(trial.baseline.interruptions, occasions.compactMap(\.after.interruptions)) {
            gains.insert(.interruptions)
        }
        if isLess(trial.baseline.strain, occasions.compactMap(\.after.strain)) { gains.insert(.strain) }
        if isLess(trial.baseline.tedium, occasions.compactMap(\.after.tedium)) { gains.insert(.tedium) }
        return gains
    }

    /// What the trial confirms in the ledger of its role; nil unless it was kept, gained its owner something, and says for which
    /// pain and with which use case.
    package var confirmation: ConfirmedGain? {
        guard trial.verdict == .keep, let theme = trial.theme, let useCase = trial.useCase, !gains.isEmpty
        else { return nil }
        return ConfirmedGain(
            person: trial.person, role: trial.role, theme: theme, useCase: useCase, gains: gains)
    }
}
