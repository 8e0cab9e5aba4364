import Diagnosis
package import Disclosure
import Figures
import Measures
package import Rollout

/// An example that may be shown: a task before and after.
package struct ExampleModel: Sendable {
    package let task: String
    package let role: String
    package let useCase: String
    package let sentence: String

    package init(_ example: Example, role: String, useCase: String) {
        task = example.task
        self.role = role
        self.useCase = useCase
        sentence = ExampleModel.sentence(example)
    }

    /// An example whose words are made already.
    package init(task: String, role: String, useCase: String, sentence: String) {
        self.task = task
        self.role = role
        self.useCase = useCase
        self.sentence = sentence
    }

    /// Before and after in words, failures included.
    static func sentence(_ example: Example) -> String {
        func minutes(_ value: Double) -> String { "\(Printed.decimal(value, places: 0))\u{A0}minutes" }
        var parts = ["\(minutes(example.beforeMinutes)) before, \(minutes(example.afterMinutes)) after"]
        if let before = example.stressBefore, let after = example.stressAfter {
            parts.append(
                "strain \(Printed.decimal(before, places: 0)) before, \(Printed.decimal(after, places: 0)) after, of ten"
            )
        }
        if let before = example.interruptionsBefore, let after = example.interruptionsAfter {
            parts.append(
                "interruptions \(Printed.decimal(before, places: 0)) before, \(Printed.decimal(after, places: 0)) after"
            )
        }
        return parts.joined(separator: "; ")
            + (example.isKept ? ". Kept." : ". Dropped: it did not help here.")
    }
}

/// A manager's team.
package struct TeamPageModel: Sendable {
    /// Another team of the same manager.
    package struct Way: Sendable {
        package let label: String
        package let href: String

        package init(label: String, href: String) {
            self.label = label
            self.href = href
        }
    }

    package let title: String
    package let lead: String
    package let others: [Way]
    package let hasOthers: Bool
    package let changes: FigureModel
    package let gainTitle: String
    package let gains: [Fact]
    package let question: String
    package let questionWhy: String
    package let example: ExampleModel?

    /// - Parameters:
    ///   - scope: The team's own reading; nil where the team has none.
    ///   - changes: Changes that land on the team: its own and everybody's.
    package init(
        team: String, scope: PublishedScope?, publication: Publication, changes: [Change], others: [Way],
        example: ExampleModel?
    ) {
        title = team
        self.others = others
        hasOthers = !others.isEmpty
        self.example = example
        let asOf = publication.asOf
        let chart = TeamPageModel.chart(changes, team: team, asOf: asOf)
        self.changes = FigureModel(
            id: "changes-chart", kicker: "What changes when", chart: chart,
            subtitle: "Changes that land on your team, by their weight, and weeks without any.",
            footnote: changes.isEmpty ? nil : "From the calendar of changes; light, middle and heavy.")
        let running = changes.count { $0.from <= asOf && ($0.to.map { $0 >= asOf } ?? true) }
        let coming = changes.count { $0.from > asOf }
        lead =
            "\(running == 0 ? "No change is" : running == 1 ? "One change is" : "\(running) changes are") under way for your team, \(coming == 0 ? "none is" : "\(coming) \(coming == 1 ? "is" : "are")") announced. This page has no figure about anybody in particular."
        let codes: [MeasureCode] = [
            .personalBenefit, .timeToTry, .changeStrain, .managerSupport, .trialRate, .habit,
        ]
        gains = scope.map { scope in codes.compactMap { Fact($0, of: scope) } } ?? []
        gainTitle = TeamPageModel.gainTitle(scope)
        (question, questionWhy) = TeamPageModel.talk(publication.organization?.barriers.first?.code)
    }

    private static func chart(_ changes: [Change], team: String, asOf: Day) -> any Chart {
        let (from, to) = (asOf.advanced(by: -56), asOf.advanced(by: 84))
        let shown = changes.filter { $0.from <= to && ($0.to ?? to) >= from }
        guard !shown.isEmpty else {
            return Unseen(
                title: "No change is known for your team", state: "not known",
                reason: "The calendar of changes has nothing from \(from.long) to \(to.long).")
        }
        let free = FreeWeeks.stretches(of: shown, from: asOf, to: to)
        return ChangeLoad(
            title: free.isEmpty
                ? "No week until \(to.long) is free of change"
                : "The next weeks without change begin on \(free[0].lowerBound.long)",
            description: shown.map { "\($0.initiative) from \($0.from.long)" }.joined(separator: "; ") + ".",
            rows: [
                ChangeLoad.Row(
                    name: team,
                    bars: shown.map {
                        ChangeLoad.Bar(
                            initiative: $0.initiative, from: $0.from, to: $0.to, weight: $0.weight)
                    }, free: free)
            ], asOf: asOf, from: from, to: to)
    }

    private static func gainTitle(_ scope: PublishedScope?) -> String {
        guard let figure = scope?[.personalBenefit] else { return "Nobody has asked your team yet" }
        switch figure.state {
        case .shown(.known(let estimate)):
            return "\(Wording.sentence(Wording.value(estimate))) of those who tried feel it in their own day"
        case .shown(.notKnown): return "Whether it makes their day better is not known"
        case .withheld: return "Too few of your team have said whether it makes their day better"
        }
    }

    /// The conversation that fits the strongest barrier: a question to ask, and why this one.
    static func talk(_ barrier: BarrierCode?) -> (String, String) {
        switch barrier {
        case .noTimeOrFocus:
            (
                "Which hour of your week could we keep free for trying one thing?",
                "Time is what is missing most. An hour agreed on with you counts more than encouragement."
            )
        case .noPersonalValue, nil:
            (
                "Which part of your work would you most like to be rid of?",
                "People stay with what takes away their own tedium, interruptions or stress. Ask for theirs before you show yours."
            )
        case .echoChamber:
            (
                "Whom have you watched doing real work with it?",
                "Most have never seen it done. Watching a colleague for half an hour does more than any announcement."
            )
        case .enthusiasmGap:
            (
                "What would you need from me to try it on your own work?",
                "People look at their manager first. Say what you tried yourself, and what failed."
            )
        case .messageMisalignment:
            (
                "What do you think it is meant to change in your job?",
                "What was said so far speaks of other people’s motives. Find out what arrived."
            )
        case .changeFatigue:
            (
                "Which of the running changes could wait?",
                "More is asked than can be absorbed. Taking one thing away makes room for one try."
            )
        case .superficialCompliance:
            (
                "If nobody counted, what would you still use it for?",
                "Use follows orders here. The honest answer shows where it is worth something."
            )
        }
    }
}

/// Stretches of weeks in which no change lands.
enum FreeWeeks {
    /// Whole weeks without a change, joined where they touch.
    /// - Complexity: O(weeks × changes).
    static func stretches(of changes: [Change], from: Day, to: Day) -> [ClosedRange<Day>] {
        var result: [ClosedRange<Day>] = []
        for week in Week(containing: from).advanced(by: 1)...Week(containing: to) {
            let isTaken = changes.contains { change in
                change.from <= week.sunday && (change.to.map { $0 >= week.monday } ?? true)
            }
            guard !isTaken else { continue }
            if let last = result.last, last.upperBound.advanced(by: 1) == week.monday {
                result[result.count - 1] = last.lowerBound...week.sunday
            } else {
                result.append(week.monday...week.sunday)
            }
        }
        return result
    }
}

extension Site {
    /// A manager's team.
    package static func team(_ model: TeamPageModel, shell: ShellModel) -> String {
        render("my-team", title: model.title, page: model, shell: shell)
    }
}
