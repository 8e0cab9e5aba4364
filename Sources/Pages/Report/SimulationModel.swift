package import Disclosure
import Figures
import Measures

/// The scenarios' section of the report: a fan of habit, a fan of experience, and what is not known.
package struct SimulationModel: Sendable {
    package let habit: FigureModel
    package let tried: FigureModel
    package let undecided: [String]
    package let hasUndecided: Bool
    package let unknowns: [String]

    /// The section of scenarios: a pure mapping.
    package init(_ simulation: ScenarioPublication) {
        habit = Self.fan(
            simulation, id: "simulation-habit", kicker: "What if", title: Self.title(simulation),
            unit: "with a habit, % of everybody", weeks: \.habit)
        tried = Self.fan(
            simulation, id: "simulation-tried", kicker: "Tried at all",
            title: "Trying it is not keeping it: the same ways by first tries",
            unit: "with firsthand experience, % of everybody", weeks: \.tried)
        undecided = simulation.undecided
        hasUndecided = !undecided.isEmpty
        unknowns = simulation.unknowns
    }

    /// The finding: the scenario that ends with most habits, where it can be told from the first.
    private static func title(_ simulation: ScenarioPublication) -> String {
        let best = simulation.lines.dropFirst().filter { $0.betterProbability > 0.9 }
            .max { (value($0) ?? 0) < (value($1) ?? 0) }
        guard let best, let share = value(best) else {
            return "No way to go on can be told from the first by what is known"
        }
        return "“\(best.name)” ends with most habits: \(Printed.percent(share)) of everybody"
    }

    private static func value(_ line: ScenarioPublication.Line) -> Double? {
        line.habit.last?.shown?.value?.value
    }

    private static func fan(
        _ simulation: ScenarioPublication, id: String, kicker: String, title: String, unit: String,
        weeks: KeyPath<ScenarioPublication.Line, [Disclosed<Measured<PublishedEstimate>>]>
    ) -> FigureModel {
        let lines = simulation.lines.map { line in
            ScenarioFan.Line(name: line.name, weeks: line[keyPath: weeks].map { Reading($0) })
        }
        return FigureModel(
            id: id, kicker: kicker,
            chart: ScenarioFan(
                title: title,
                description: lines.map { "\($0.name): \($0.weeks.last?.text ?? "not known")" }
                    .joined(separator: "; ") + ".",
                unit: unit, lines: lines),
            subtitle:
                "Lines are the middle of \(simulation.runs) runs from the week of \(simulation.firstWeek.monday.long) on; bars at the right are where nine of ten end."
        )
    }
}
