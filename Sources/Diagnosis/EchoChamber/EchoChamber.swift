import Measures
import Rollout
import Spread

/// Believers among believers: everybody else has no firsthand experience in sight.
///
/// Severity = 0.6 clip((G − G₀)/0.5) + 0.4 clip((excess unexposed − 0.05)/0.3), where G₀ is the median
/// gap of the contagion-aware null; times less where one of the four conditions fails.
/// - Source: SCIENCE 9.4 (B3), 3.2–3.4, 9.6.
enum EchoChamber: Barrier {
    static let code: BarrierCode = .echoChamber
    static let headline =
        "Believers meet believers: the others have nobody in sight who uses it on work like theirs."
    static let cure =
        "Open demonstrations across team borders, by pairs from adjoining teams, each followed by a trial on people’s own work."
    static let refutedIf =
        "people without anybody in sight become fewer and those people still do not try it."

    static let signs: [Sign] = [
        .logged(0.6, needs: [.use], "how much more users see of users than others do"),
        .logged(0.4, needs: [.use], "how many others have no user in sight"),
    ]

    static func readings(_ draw: Draw) -> [Double?] {
        let users = draw.tally[.users]
        let others = draw.tally[.nonUsers]
        var gap: Double?
        if users > 0, others > 0 { gap = draw.tally[.inside] / users - draw.tally[.outside] / others }
        let reference = draw.gapOfContagion ?? 0.3
        return [
            gap.map { Shortfall.clip(($0 - reference) / 0.5) },
            draw.unexposedExcess.map { Shortfall.clip(($0 - 0.05) / 0.3) },
        ]
    }

    static func standing(_ context: BarrierContext) -> Double {
        EchoConditions(context).factor
    }

    /// "The others have nobody in sight" is untrue where most of them do: then use is clustered, and that is all.
    static func mayBeNamed(_ context: BarrierContext) -> Bool {
        EchoConditions(context).isUnseen != false
    }

    static func restsOn(_ context: BarrierContext) -> [Phrase] {
        var phrases: [Phrase] = []
        if let test = context.echo.gap {
            let null =
                test.defaultNull == .activityKeeping ? "kept activity, layer and role" : "kept layer and role"
            phrases.append(
                Phrase(
                    "Users and non-users differ by {exposureGap} in the share of users among their close colleagues; chance that "
                        + "\(null) gives as much in \(FigureWords.share(test.chosen.p)) of draws."))
            if let contagion = context.echo.contagion {
                phrases.append(
                    Phrase(
                        "Ordinary contagion without any wall would give \(FigureWords.points(contagion.gap.median)) "
                            + "(up to \(FigureWords.points(contagion.gap.percentile95)) in 95 of 100)."))
            }
        }
        phrases.append("{unexposedNonUsers} of {unexposedNonUsers.n} non-users have no user in sight.")
        phrases.append(
            "{selfReportedSight} of {selfReportedSight.n} answers from people without experience say they have not even watched a colleague."
        )
        if let share = context.evidence.testimony?.notWatched {
            phrases.append(
                Phrase(
                    "Asked on their own pages after demonstrations, about \(FigureWords.share(share.value)) of those without experience said that they had not watched one."
                ))
        }
        let conditions = EchoConditions(context)
        if conditions.isClustered == true, conditions.isUnseen == false || conditions.isGood == false {
            phrases.append("Use is clustered, but not all four signs of an echo chamber are there.")
        }
        return phrases
    }

    static func missing(_ context: BarrierContext) -> [String] {
        let conditions = EchoConditions(context)
        var missing: [String] = []
        if conditions.isClustered == nil {
            missing.append("Too few users, or too few others, to see clusters.")
        }
        if context.evidence.ties.isEmpty {
            missing.append("No ties.csv: sight is taken from teams and the manager line.")
        }
        if context.tally[.sightNone] + context.tally[.sightSome] < 5 {
            missing.append("No pulse (Q1): whether people have watched a colleague is not asked.")
        }
        if conditions.isGood == nil {
            missing.append("No pulse (Q2, Q3): whether believers feel a benefit is not asked.")
        }
        if conditions.isRosy == nil {
            missing.append("No pulse (QL): what leaders believe of others is not asked.")
        }
        return missing
    }
}

extension EchoConditions {
    /// The conditions of what a barrier may look at.
    fileprivate init(_ context: BarrierContext) {
        self.init(echo: context.echo, tally: context.tally, testimony: context.evidence.testimony)
    }
}
