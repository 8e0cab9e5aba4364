import Inference
import Measures
import Rollout

/// Why two files that speak of the same use can differ.
package enum Disagreement: String, Hashable, Sendable, CaseIterable {
    /// A file gives only the last day seen, so the days it leaves out say nothing.
    case lastSeenOnly
    /// A file has not yet been told of its last days.
    case late
    /// The days fit better one day apart: another time zone, or the day of the report for that of the use.
    case dayShift
    /// A file lists people the other does not: another licence scope.
    case licenceScope
    /// One file has nearly every day of the other, and many more: it counts more kinds of use.
    case widerDefinition
    /// Hardly any day is in both: they tell of different uses of one tool, and complete each other.
    case complementary
    /// The weeks differ widely: something was off in some of them.
    case unevenWeeks
    /// Nothing of the kind was found.
    case unexplained
}

extension SourceComparison {
    /// A cause is taken for found where the days fit this much better without it.
    private static let clearly = 0.1
    /// Person-days below which days show nothing but chance.
    private static let fewest = 20

    /// What the days themselves show to be the cause, with the sentence that says so; never empty.
    package var reasons: [(cause: Disagreement, sentence: String)] {
        var found: [(Disagreement, String)] = []
        let (one, other) = (first.name, second.name)
        for source in [first, second] where source.absence == .lastSeenOnly {
            found.append(
                (
                    .lastSeenOnly,
                    "\(source.name) gives only the last days on which somebody was seen: a day it does not have is not a day without use."
                ))
        }
        let isTelling =
            table.either >= Self.fewest && first.absence != .lastSeenOnly && second.absence != .lastSeenOnly
        if isTelling {
            found += complement
            if found.isEmpty { found += lateness + shift + definition }
            if found.isEmpty { found += uneven }
        }
        if firstListsOthers || secondListsOthers {
            let who =
                firstListsOthers && secondListsOthers
                ? "Each of the two lists people the other does not"
                : "\(firstListsOthers ? one : other) lists people \(firstListsOthers ? other : one) does not"
            found.append(
                (
                    .licenceScope,
                    "\(who): licences or accounts differ. Only people both speak of are compared."
                ))
        }
        if found.isEmpty, isTelling, let share = table.jaccard.value, share < 0.95 {
            found.append(
                (
                    .unexplained,
                    "The days show no single cause. Telemetry that is switched off for some, other surfaces of the product, or a filter in one of the exports are the usual ones."
                ))
        }
        return found
    }

    private var complement: [(Disagreement, String)] {
        // Days that fit once they are moved tell of the same use.
        guard let share = table.jaccard.value, share < 0.05, shift.isEmpty,
            min(table.onlyFirst, table.onlySecond) * 20 >= table.either
        else { return [] }
        return [
            (
                .complementary,
                "Hardly any day is in both: the two seem to tell of different uses of one tool, for example by team, surface or use case, and complete each other."
            )
        ]
    }

    /// Whether the last days of the overlap are missing in one file.
    private var lateness: [(Disagreement, String)] {
        guard weeks.count >= 2, let last = weeks.last?.table else { return [] }
        let before = weeks.dropLast().reduce(BinaryAgreement()) { $0 + $1.table }
        func lags(_ share: (BinaryAgreement) -> Measured<Double>) -> Bool {
            guard let then = share(before).value, let now = share(last).value else { return false }
            return then - now >= 2 * Self.clearly
        }
        var found: [(Disagreement, String)] = []
        for (source, isLate) in [
            (second, lags(\.secondGivenFirst) && !lags(\.firstGivenSecond)),
            (first, lags(\.firstGivenSecond) && !lags(\.secondGivenFirst)),
        ] where isLate {
            let known = source.lateBy.map { " (\($0))" } ?? ""
            found.append(
                (
                    .late,
                    "\(source.name) lacks days of the last week that the other has: it tells of a day late\(known). Export it again in a week."
                ))
        }
        return found
    }

    private var shift: [(Disagreement, String)] {
        guard let plain = table.jaccard.value else { return [] }
        let candidates = [(shifted.later.jaccard.value, "later"), (shifted.earlier.jaccard.value, "earlier")]
        guard
            let best = candidates.compactMap({ share, word in share.map { ($0, word) } }).max(by: {
                $0.0 < $1.0
            }),
            best.0 - plain >= Self.clearly
        else { return [] }
        return [
            (
                .dayShift,
                "The days fit better when those of \(second.name) are taken one day \(best.1): the two cut the day in different time zones, or one writes the day of the report."
            )
        ]
    }

    private var definition: [(Disagreement, String)] {
        guard let second = table.secondGivenFirst.value, let first = table.firstGivenSecond.value,
            max(first, second) >= 0.95, min(first, second) <= 0.85
        else { return [] }
        let (wide, narrow) = first > second ? (self.first, self.second) : (self.second, self.first)
        return [
            (
                .widerDefinition,
                "\(wide.name) has nearly every day of \(narrow.name) and more: it counts more kinds of use, or an event where the other asks for a prompt."
            )
        ]
    }

    private var uneven: [(Disagreement, String)] {
        let shares = weeks.filter { $0.table.either >= 5 }.compactMap { $0.table.jaccard.value }
        guard shares.count >= 4, let low = shares.min(), let high = shares.max(), high - low >= 0.4 else {
            return []
        }
        return [
            (
                .unevenWeeks,
                "Some weeks agree well and others hardly: one of the two had an outage, a change of settings or a partial export."
            )
        ]
    }
}
