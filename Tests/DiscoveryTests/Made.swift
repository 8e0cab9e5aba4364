import Discovery
import Measures
import Rollout

/// Small things tests are made of.
enum Made {
    static let day = Day(year: 2026, month: 6, day: 1)!

    static func pain(
        _ id: Int64, person: Int, role: Int = 0, _ text: String, kind: PainKind = .tedious,
        theme: ThemeKey? = nil
    ) -> Pain {
        Pain(
            id: id, person: PersonID(person), role: role, kind: kind, text: text, chosenTheme: theme,
            named: day)
    }

    static func trial(
        before: Double, after: [Double], theme: ThemeKey? = .task("data-entry"), useCase: String? = "uc-1",
        strain: (before: Int, after: Int)? = nil
    ) throws -> Trial {
        var trial = try Trial(
            id: 1, person: PersonID(0), role: 0, task: "Entering orders", theme: theme, useCase: useCase,
            baseline: try Strain(minutes: before, strain: strain?.before), began: day)
        for minutes in after {
            trial = try trial.adding(
                Occasion(day: day, after: try Strain(minutes: minutes, strain: strain?.after)))
        }
        return trial
    }

    static func example(
        kept: Bool = true, consent: Consent = .roleOnly, after: Double = 12,
        task: String = "Answering delivery questions"
    ) -> ShelfExample {
        ShelfExample(
            id: 1, owner: PersonID(0), role: 0, task: task, useCase: "uc-1", tool: "Copilot",
            minutesBefore: 40,
            minutesAfter: after, strainBefore: 7, strainAfter: 3, occasions: 6, isKept: kept,
            consent: consent,
            shared: day)
    }
}
