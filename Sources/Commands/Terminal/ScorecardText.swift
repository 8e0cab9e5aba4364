import Casework
import Foundation
import Measures

/// Scorecards as a table of text, worlds across.
enum ScorecardText {
    /// One line a figure, with 95 % binomial intervals.
    static func table(_ cards: [Scorecard]) -> [String] {
        let rows: [(String, (Scorecard) -> String)] = [
            ("organisations", { "\($0.organizations)" }),
            ("phase right", { rate($0.phaseRight) }),
            ("  today's habit alone", { rate($0.naiveRight) }),
            ("  verdict 12 weeks ago", { rate($0.earlierRight) }),
            ("decided", { rate($0.decided) }),
            ("right when decided", { rate($0.rightWhenDecided) }),
            ("Brier", { number($0.brier) }),
            ("  today's habit alone", { number($0.naiveBrier) }),
            ("  verdict 12 weeks ago", { number($0.earlierBrier) }),
            ("calibration error (ECE)", { number($0.calibrationError) }),
            ("strongest barrier right", { rate($0.firstBarrier) }),
            ("  and named", { rate($0.firstNamed) }),
            ("among the first two", { rate($0.firstTwoBarriers) }),
            ("right at P(first) ≥ .8", { rate($0.confidentBarrier) }),
            ("false barrier if healthy", { rate($0.falseBarrier) }),
            ("habit in its 90 %", { rate($0.habitCovered) }),
            ("forecast in its 90 %", { rate($0.forecastCovered) }),
        ]
        let header = padded("", 26) + cards.map { padded($0.world, 18) }.joined()
        return [header]
            + rows.map { name, value in padded(name, 26) + cards.map { padded(value($0), 18) }.joined() }
    }

    private static func rate(_ rate: Rate) -> String {
        guard let share = rate.share, let interval = rate.interval else { return "—" }
        return String(format: "%.2f (%.2f–%.2f)", share, interval.low, interval.high)
    }

    private static func number(_ value: Double?) -> String { value.map { String(format: "%.3f", $0) } ?? "—" }

    private static func padded(_ text: String, _ width: Int) -> String {
        text.count >= width ? text + " " : text + String(repeating: " ", count: width - text.count)
    }
}
