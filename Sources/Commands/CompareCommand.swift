import ArgumentParser
import Casework
import Diagnosis
import Disclosure
import Foundation
import Intake
import Measures
import Rollout

/// `firsthand compare BEFORE AFTER`: what changed, beyond noise.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Say what changed between two cases, or between two days of one case, beyond noise.",
        discussion: "Give two folders, or one folder and two days with --from and --to.")

    @Argument(help: "The earlier case folder, or the only one.", completion: .directory)
    var before: String

    @Argument(
        help: "The later case folder; left out, --from and --to choose two days of one case.",
        completion: .directory)
    var after: String?

    @Option(help: "The earlier day, as yyyy-mm-dd.")
    var from: String?

    @Option(help: "The later day, as yyyy-mm-dd.")
    var to: String?

    @Option(help: "Seed of every null model and resampling.")
    var seed: UInt64 = 1

    func validate() throws {
        if after == nil, from == nil {
            throw ValidationError("Give a second case folder, or --from with a day of this one.")
        }
    }

    func run() throws {
        let earlierDay = try CommandDay.parse(from, option: "--from")
        let laterDay = try CommandDay.parse(to, option: "--to")
        let later = try Investigation(reading: FolderCase(after ?? before), asOf: laterDay)
        let earlier =
            after == nil
            ? Investigation(later, asOf: earlierDay ?? later.evidence.asOf)
            : try Investigation(reading: FolderCase(before), asOf: earlierDay)
        let comparison = Comparison(before: earlier.publish(seed: seed), after: later.publish(seed: seed))
        print(
            ComparisonText(comparison: comparison, paper: .standardOutput()).lines().joined(separator: "\n"))
    }
}

/// A comparison as a page of text.
struct ComparisonText {
    let comparison: Comparison
    let paper: Paper

    func lines() -> [String] {
        let (before, after) = (comparison.before, comparison.after)
        var lines = paper.spread(
            "\(after.name) · \(before.asOf.long) to \(after.asOf.long)",
            "\(comparison.changes.count) measures compared")
        if let one = before.organization?.verdict, let other = after.organization?.verdict {
            let words = (DiagnosisText.word(one.code), DiagnosisText.word(other.code))
            lines += [
                "",
                one.code == other.code
                    ? "The verdict stays: \(words.1)." : "The verdict goes from \(words.0) to \(words.1).",
            ]
            lines.append(
                String(
                    format: "  moving %.2f → %.2f · phase 1 %.2f → %.2f · phase 2 %.2f → %.2f",
                    one.probabilities.moving, other.probabilities.moving, one.probabilities.phase1,
                    other.probabilities.phase1, one.probabilities.phase2, other.probabilities.phase2))
        }
        let real = comparison.changes.filter(\.isBeyondNoise)
        lines += ["", paper.inked("Changed beyond noise (one in ten may still be chance)", .strong)]
        if real.isEmpty { lines.append("  Nothing: every difference could be noise.") }
        for change in real {
            let ranges = (FigureText.interval(change.before) ?? "", FigureText.interval(change.after) ?? "")
            lines += paper.wrapped(
                "\(change.scope.name), \(change.code.rawValue): \(FigureText.value(change.before)) (\(ranges.0)) → "
                    + "\(FigureText.value(change.after)) (\(ranges.1))", indent: "    ", first: "  · ")
        }
        if !comparison.notComparable.isEmpty {
            lines += ["", paper.inked("Not comparable", .strong)]
            lines += comparison.notComparable.flatMap { paper.wrapped($0, indent: "    ", first: "  ○ ") }
        }
        return lines
    }
}
