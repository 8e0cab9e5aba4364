package import Rollout

/// What a case cannot know because something is missing, and what bringing it would settle.
package struct BlindSpots: Sendable {
    /// One thing that is missing.
    package struct Missing: Sendable {
        package let input: EvidenceInput
        /// What to bring, as a sentence.
        package let remedy: String
        /// Whether no verdict can be given without it.
        package let isNeededForVerdict: Bool
        /// Measures that are not known without it, whatever else is there.
        package let measures: [MeasureCode]
        /// Barriers of which it alone, or it with what else is missing, hides a part.
        package let barriers: [Hidden]
        /// Barrier weight that bringing it alone would make readable: one a whole barrier.
        package let settles: Double
    }

    /// How much of a barrier is hidden.
    package struct Hidden: Hashable, Sendable {
        package let code: BarrierCode
        /// Share of its severity that cannot be read without the thing, 0...1.
        package let share: Double
        /// What stays hidden, as clauses.
        package let tells: [String]
        /// Whether nothing of the barrier can be read as things stand.
        package let isInvisible: Bool
    }

    /// What is there.
    package let present: Set<EvidenceInput>
    /// What is missing, what would settle most first.
    package let missing: [Missing]
    /// Share of each barrier that can be read, in the order of the codes.
    package let visible: [(code: BarrierCode, share: Double, isInvisible: Bool)]

    /// Looks for what a case does not have.
    /// - Parameter hasUnmappedSurveys: Whether surveys are there whose questions nobody mapped to ours.
    package init(_ evidence: Evidence, hasUnmappedSurveys: Bool = false) {
        var remedies: [EvidenceInput: String] = [:]
        if evidence.coverage.contains(where: { $0.absence == .notUsed }) {
            remedies[.use] =
                "Every source that tells of single days has ended weeks ago. Export them again, up to today."
        } else if evidence.coverage.contains(where: { $0.absence == .lastSeenOnly }) {
            remedies[.use] =
                "The sources there tell of last days of use only. Add an export that tells of every day, for example an audit log."
        }
        if hasUnmappedSurveys {
            remedies[.pulse] =
                "Surveys are there, and their questions are not mapped to ours: map them under `pulse` in case.yaml, or ask the nine questions of the pulse."
        }
        self.init(
            present: Set(EvidenceInput.allCases.filter { $0.isThere(in: evidence) }), remedies: remedies)
    }

    /// What follows from what is there.
    /// - Parameter remedies: What to bring, where the case allows a better answer than the usual one.
    package init(present: Set<EvidenceInput>, remedies: [EvidenceInput: String] = [:]) {
        self.present = present
        visible = BarrierNeed.all.map {
            ($0.code, $0.visible(with: present), $0.isInvisible(with: present))
        }
        missing = EvidenceInput.allCases.filter { !present.contains($0) }
            .map { BlindSpots.missing($0, present: present, remedy: remedies[$0] ?? $0.remedy) }
            .enumerated()
            .sorted { left, right in
                let (one, other) = (left.element, right.element)
                if one.isNeededForVerdict != other.isNeededForVerdict { return one.isNeededForVerdict }
                if one.settles != other.settles { return one.settles > other.settles }
                if one.measures.count != other.measures.count {
                    return one.measures.count > other.measures.count
                }
                return left.offset < right.offset
            }
            .map(\.element)
    }

    private static func missing(
        _ input: EvidenceInput, present: Set<EvidenceInput>, remedy: String
    ) -> Missing {
        let brought = present.union([input])
        var settles = 0.0
        let barriers = BarrierNeed.all.compactMap { need -> Hidden? in
            settles += need.visible(with: brought) - need.visible(with: present)
            let hidden = need.parts.filter { $0.inputs.contains(input) }
            guard !hidden.isEmpty else { return nil }
            return Hidden(
                code: need.code, share: hidden.reduce(0) { $0 + $1.weight }, tells: hidden.map(\.tells),
                isInvisible: need.isInvisible(with: present))
        }
        return Missing(
            input: input, remedy: remedy, isNeededForVerdict: input == .use || input == .register,
            measures: MeasureCode.allCases.filter { MeasureNeed.of($0).inputs.contains(input) },
            barriers: barriers, settles: settles)
    }
}
