import Measures
import Rollout
import Spread

/// The four conditions under which clustered use may be called an echo chamber; nil: not known.
///
/// - Source: SCIENCE 3.3.
struct EchoConditions: Sendable {
    /// (a) Clustered beyond chance and beyond ordinary contagion.
    let isClustered: Bool?
    /// (b) Share of non-users who have seen nobody use it: by their own word in the pulse, by their own word after demonstrations,
    /// and by what ties or teams let them see; the least of those that are known.
    let unseen: Double?
    /// (c) Those with firsthand experience report benefit.
    let isGood: Bool?
    /// (d) Believers' view of others is rosier than others' answers.
    let isRosy: Bool?

    init(echo: EchoReading, tally: Tally, testimony: Testimony? = nil) {
        if let test = echo.gap {
            let beyondChance = test.chosen.p < 0.05
            isClustered = beyondChance && (echo.contagion.map { test.gap > $0.gap.percentile95 } ?? true)
        } else {
            isClustered = nil
        }
        let asked = tally[.sightNone] + tally[.sightSome]
        let signs = [
            asked >= 5 ? tally[.sightNone] / asked : nil, tally.ratio(.unexposed, .sighted),
            testimony?.notWatched?.value,
        ].compactMap(\.self)
        unseen = signs.min()
        isGood =
            tally[.experiencedWeight] >= 5
            ? tally[.experiencedAgree] / tally[.experiencedWeight] >= 0.5
                || tally[.experiencedSum] / tally[.experiencedWeight] >= Asked.anchor
            : nil
        isRosy =
            tally[.believedWeight] >= 1 && tally[.feltWeight] >= 5
            ? tally[.believedSum] / tally[.believedWeight] > tally[.feltSum] / tally[.feltWeight] : nil
    }

    /// Whether most non-users have seen nobody use it.
    var isUnseen: Bool? { unseen.map { $0 > 0.5 } }

    /// How far the name "echo chamber" may stand: 1 where nothing speaks against it.
    var factor: Double {
        var factor = 1.0
        if isClustered != true { factor *= 0.25 }
        // Graded: nothing of the name is left below three in ten, all of it stands from six in ten on.
        if let unseen { factor *= 0.1 + 0.9 * Shortfall.clip((unseen - 0.3) / 0.3) }
        if isGood == false { factor *= 0.6 }
        if isRosy == false { factor *= 0.8 }
        return factor
    }
}
