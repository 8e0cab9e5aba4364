import Figures
package import Measures

/// A person's own page.
package struct OwnPageModel: Sendable {
    /// A week of one's own.
    package struct OwnWeek: Sendable {
        package let week: Week
        package let days: Int
        package let isOrdered: Bool

        package init(week: Week, days: Int, isOrdered: Bool) {
            self.week = week
            self.days = days
            self.isOrdered = isOrdered
        }
    }

    /// A row of the table.
    package struct Row: Sendable {
        package let week: String
        package let days: String
    }

    /// A look at figures about the team.
    package struct Look: Sendable {
        package let when: String
        package let who: String
        package let what: String

        package init(when: String, who: String, what: String) {
            self.when = when
            self.who = who
            self.what = what
        }
    }

    /// What the person names, tries and keeps; nil where nothing is known of it.
    package let discovery: ForMeDiscovery?
    package let daysTitle: String
    package let daysText: String
    package let weeks: String
    package let weeksLabel: String
    package let hasWeeks: Bool
    package let rows: [Row]
    package let examples: [ExampleModel]
    package let hasExamples: Bool
    package let hasPulse: Bool
    package let held: [Fact]
    package let objectsValue: String
    package let objectsText: String
    package let objectsButton: String
    package let looks: [Look]
    package let hasLooks: Bool

    package init(
        weeks: [OwnWeek], habitWeeks: Int, countedWeeks: Int, examples: [ExampleModel], hasPulse: Bool,
        held: [Fact], hasObjected: Bool, looks: [Look], discovery: ForMeDiscovery? = nil
    ) {
        self.discovery = discovery
        let used = weeks.count { $0.days > 0 }
        hasWeeks = used > 0
        if used == 0 {
            daysTitle = "No day with AI at work is known of you"
            daysText =
                "Either you have not used it, or the tool you use does not say so. Both are fine, and nobody else sees this."
        } else if countedWeeks < 6 {
            daysTitle = "Too early to speak of a habit"
            daysText =
                "A habit needs at least six weeks at work to be seen; so far there are \(countedWeeks)."
        } else {
            let isHabit = Double(habitWeeks) >= 0.6 * Double(countedWeeks)
            daysTitle =
                "You used it in \(habitWeeks) of your last \(countedWeeks) weeks at work"
            daysText =
                isHabit
                ? "That is what we call a habit: most weeks, unasked. Weeks in which use was ordered do not count."
                : "We speak of a habit from six weeks in ten. There is no target: what counts is whether it is worth your while."
        }
        self.weeks = OwnPageModel.drawing(weeks)
        weeksLabel = "Bars for \(weeks.count) weeks, \(used) of them with at least one day"
        rows = weeks.reversed().map {
            Row(week: $0.week.monday.long, days: "\($0.days)" + ($0.isOrdered ? " (use was ordered)" : ""))
        }
        self.examples = examples
        hasExamples = !examples.isEmpty
        self.hasPulse = hasPulse
        self.held = held
        objectsValue = hasObjected ? "no" : "yes"
        objectsText =
            hasObjected
            ? "You object to being analysed: you are in no figure. Your days stay here for you alone."
            : "You stay on the roster and are in no figure. It takes effect with the next reading whose group can change without giving you away, at the latest with the next quarter."
        objectsButton = hasObjected ? "Let me be counted again" : "Leave me out of every figure"
        self.looks = looks
        hasLooks = !looks.isEmpty
    }

    /// One bar a week, its height the days.
    private static func drawing(_ weeks: [OwnWeek]) -> String {
        let (step, height) = (24, 84)
        let bars = weeks.enumerated().map { place, week -> String in
            let tall = week.days * 12
            let x = place * step
            let ground =
                week.isOrdered
                ? "<rect x=\"\(x)\" y=\"0\" width=\"\(step)\" height=\"\(height)\" class=\"f-wash\"/>" : ""
            guard tall > 0 else { return ground }
            return
                "\(ground)<g><title>Week of \(Markup.escaped(week.week.monday.long)): \(week.days) \(week.days == 1 ? "day" : "days")</title><rect x=\"\(x + 4)\" y=\"\(height - tall)\" width=\"\(step - 8)\" height=\"\(tall)\" class=\"f-accent\"/></g>"
        }
        return
            "<svg viewBox=\"0 0 \(max(1, weeks.count) * step) \(height + 2)\" aria-hidden=\"true\">\(bars.joined())<line x1=\"0\" y1=\"\(height + 1)\" x2=\"\(weeks.count * step)\" y2=\"\(height + 1)\" class=\"s-quiet\"/></svg>"
    }
}

extension Site {
    /// A person's own page.
    package static func own(_ model: OwnPageModel, shell: ShellModel) -> String {
        render("for-me", title: "For me", page: model, shell: shell)
    }
}
