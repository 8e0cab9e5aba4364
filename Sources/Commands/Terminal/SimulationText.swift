import Disclosure
import Foundation
import Measures

/// Ways to go on for the terminal: where each ends, week by week in steps, and what is not known.
struct SimulationText {
    let simulation: ScenarioPublication
    let paper: Paper

    /// All lines.
    func lines() -> [String] {
        var lines = [
            paper.inked(
                "\(simulation.name): \(simulation.weeks) weeks from \(simulation.firstWeek.monday), \(simulation.people) people, \(simulation.runs) runs",
                .strong), "",
        ]
        if !simulation.isProtected {
            lines += paper.wrapped("Unprotected: small groups are shown as they are. Do not pass on.") + [""]
        }
        if simulation.wasStopped {
            lines +=
                paper.wrapped(
                    "Stopped early: the figures rest on \(simulation.runs) runs, so their intervals are rougher."
                ) + [""]
        }
        let width = (simulation.lines.map(\.name.count).max() ?? 0) + 2
        lines.append(
            paper.inked("People with a habit at the end, in brackets where nine of ten runs lie", .strong))
        for (index, line) in simulation.lines.enumerated() {
            let share = line.habit.last?.shown?.value?.value ?? 0
            let better =
                index == 0
                ? ""
                : "  \(cell(line.gain)), more in \(FigureText.text(line.betterProbability, unit: .proportion)) of runs"
            lines.append(
                "  \(padded(line.name, width))\(padded(Paper.bar(share, width: 20), 21))\(line.habit.last.map(cell) ?? "")\(better)"
            )
        }
        lines += ["", paper.inked("By week: habit", .strong)]
        let steps = Set([0, 0.25, 0.5, 0.75, 1].map { Int($0 * Double(simulation.weeks - 1)) }).sorted()
        lines.append(
            "  \(padded("week", width))" + steps.map { padded("\($0 + 1)", 10) }.joined())
        for line in simulation.lines {
            lines.append(
                "  \(padded(line.name, width))"
                    + steps.map { padded(short(line.habit[$0]), 10) }.joined())
        }
        lines += [
            "",
            paper.inked(
                "At the end: \(simulation.lines.first?.ends.map(\.code).joined(separator: " · ") ?? "")",
                .strong),
        ]
        for line in simulation.lines {
            lines.append(
                "  \(padded(line.name, width))" + line.ends.map { padded(short($0.share), 11) }.joined())
        }
        lines.append("")
        for sentence in simulation.undecided { lines += paper.wrapped(sentence, indent: "  ") }
        lines += ["", paper.inked("What the evidence cannot tell", .strong)]
        for unknown in simulation.unknowns { lines += paper.wrapped(unknown, indent: "    ", first: "  · ") }
        return lines
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text.count >= width ? text + " " : text + String(repeating: " ", count: width - text.count)
    }

    private func short(_ figure: Disclosed<Measured<PublishedEstimate>>) -> String {
        switch figure.state {
        case .withheld: "withheld"
        case .shown(.notKnown): "not known"
        case .shown(.known(let estimate)): FigureText.value(estimate)
        }
    }

    private func cell(_ figure: Disclosed<Measured<PublishedEstimate>>) -> String {
        guard let estimate = figure.shown?.value else { return short(figure) }
        return FigureText.value(estimate) + (FigureText.interval(estimate).map { " (\($0))" } ?? "")
    }
}
