import Figures
package import Measures

/// The sentences over the charts, computed from the numbers that are shown and from nothing else.
package enum Findings {
    /// A week's share, where one is shown.
    package struct WeekShare: Sendable {
        package let week: Week
        package let share: Double?
        /// The words a share is told in where it is not told as a number, such as "hardly anybody".
        package let words: String?

        package init(week: Week, share: Double?, words: String? = nil) {
            self.week = week
            self.share = share
            self.words = words
        }
    }

    /// What the trend says: stood, rose, fell, or cannot be told.
    ///
    /// "Stood" means that every share shown since then lies within two points of the last, for eight weeks
    /// or more.
    /// - Parameter weeks: Ascending.
    /// - Complexity: O(weeks).
    package static func trend(_ weeks: [WeekShare]) -> String {
        let shown = weeks.compactMap { week in
            week.share.map { (week: week.week, share: $0, level: week.words ?? Printed.percent($0)) }
        }
        guard let first = shown.first, let last = shown.last else {
            return "How habit has moved cannot be shown"
        }
        let level = last.level
        guard shown.count > 1 else { return "Habit is at \(level); one week cannot show a trend" }
        let steady =
            shown.lastIndex { ($0.share - last.share).magnitude > 0.02 }.map { shown[$0 + 1] } ?? first
        if last.week.number - steady.week.number >= 7 {
            let since =
                steady.week == first.week
                ? "in all the weeks we can see" : "since \(month(steady.week, seenFrom: last.week))"
            guard let words = weeks.last(where: { $0.share != nil })?.words else {
                return "Habit has stood at \(level) \(since)"
            }
            return "\(Wording.sentence(words)) has had a habit \(since)"
        }
        let then = shown.last { last.week.number - $0.week.number >= 8 } ?? first
        let before = "from \(then.level) in \(month(then.week, seenFrom: last.week)) to \(level)"
        if last.share - then.share > 0.03 { return "Habit rose \(before)" }
        if then.share - last.share > 0.03 { return "Habit fell \(before)" }
        return "Habit is at \(level) and has gone up and down since \(month(then.week, seenFrom: last.week))"
    }

    /// The month of a week, with its year where that differs.
    private static func month(_ week: Week, seenFrom now: Week) -> String {
        let words = week.monday.long.split(separator: " ")
        let (then, today) = (week.monday.components.year, now.monday.components.year)
        return then == today ? String(words[1]) : "\(words[1]) \(words[2])"
    }

    /// Where people are lost, for example "Three in ten have tried one; 18 % keep using one".
    /// - Parameters:
    ///   - tried: Share of everybody; nil where not shown.
    ///   - habit: Share of everybody; nil where not shown.
    ///   - words: The words the habit share is told in where it is not told as a number.
    package static func loss(tried: Double?, habit: Double?, words: String? = nil) -> String {
        let keep = habit.map { words.map { "\($0) keeps" } ?? "\(Printed.percent($0)) keep" }
        switch (tried, keep) {
        case (let tried?, let keep?):
            return
                "\(Wording.sentence(Wording.inTen(tried))) \(Wording.haveOrHas(tried)) tried one; \(keep) using one"
        case (nil, let keep?):
            return "\(Wording.sentence(keep)) using one; how many tried cannot be shown"
        case (let tried?, nil):
            return
                "\(Wording.sentence(Wording.inTen(tried))) \(Wording.haveOrHas(tried)) tried one; how many keep using one cannot be shown"
        case (nil, nil): return "Where people are lost cannot be shown"
        }
    }

    /// What the power-user curve says.
    /// - Parameters:
    ///   - total: Everybody counted.
    ///   - none: People without a day; nil where they are too few to stand alone.
    package static func powerCurve(total: Int, none: Int?, median: Int?) -> String {
        guard total > 0 else { return "Nobody is on the roster" }
        let idle = none.map { Double($0) / Double(total) }
        if let idle, idle >= 0.5 { return "\(Printed.percent(idle)) used it on no day of the last 28" }
        if let median {
            return "Half used it on \(median) \(median == 1 ? "day" : "days") or fewer in the last 28"
        }
        return "\(Printed.percent(1 - (idle ?? 0))) used it on at least one day of the last 28"
    }

    /// Which barrier leads, and how surely.
    /// - Parameter named: Names with the probability of being first, strongest first.
    package static func barriers(_ named: [(name: String, first: Double)]) -> String {
        guard let leader = named.first else { return "No barrier deserves a name on this evidence" }
        let sure = Printed.percent(leader.first)
        return leader.first >= 0.5
            ? "“\(leader.name)” is the likeliest first barrier: \(sure)"
            : "No barrier clearly leads; “\(leader.name)” is first with \(sure)"
    }

    /// How far belief lies from fact, or layers from each other.
    package static func layers(
        believed: (who: String, believed: Double, fact: Double)?,
        widest: (label: String, high: (String, Double), low: (String, Double))?
    ) -> String {
        if let believed {
            let gap = Printed.decimal((believed.believed - believed.fact).magnitude * 100, places: 0)
            return
                "\(Wording.sentence(believed.who)) believe \(Printed.percent(believed.believed)) gain from it; \(Printed.percent(believed.fact)) of contributors say so: \(gap) points apart"
        }
        if let widest {
            return
                "The layers differ most on “\(widest.label)”: \(Printed.percent(widest.high.1)) of \(widest.high.0), \(Printed.percent(widest.low.1)) of \(widest.low.0)"
        }
        return "What the layers feel cannot be set side by side"
    }

    /// Who is out of sight.
    /// - Parameters:
    ///   - dark: Teams in which most people who do not use it have nobody in sight who does.
    ///   - known: Teams for which that can be shown.
    package static func map(dark: Int, known: Int) -> String {
        guard known > 0 else { return "Who has a user in sight cannot be shown" }
        let teams = known == 1 ? "the one team we can show" : "\(dark) of \(known) teams we can show"
        guard dark > 0 else {
            return "In no team we can show are most non-users out of sight of a user"
        }
        return "In \(teams), most people who do not use it see nobody who does"
    }

    /// A group's habit share and how it is told: a number, "about 45 %" or "hardly anybody".
    package struct GroupShare: Sendable {
        package let share: Double
        package let words: String

        package init(share: Double, words: String) {
            self.share = share
            self.words = words
        }
    }

    /// How wide the groups lie apart; no group is named.
    package static func groups(kind: String, shares: [GroupShare]) -> String {
        guard let low = shares.min(by: { $0.share < $1.share }),
            let high = shares.max(by: { $0.share < $1.share }), shares.count > 1
        else { return "How \(kind) differ cannot be shown" }
        if low.words == high.words, low.words.hasSuffix("body") {
            let which = low.share < 0.5 ? "any" : "each"
            return "\(Wording.sentence(low.words)) has a habit in \(which) of the \(kind) we can show"
        }
        if high.share - low.share < 0.05 { return "Habit is much the same in all \(kind) we can show" }
        return "Habit runs from \(low.words) to \(high.words) between \(kind)"
    }

    /// How many groups have how large a habit share; no group is named.
    package static func spread(kind: String, shares: [Double], all: Int) -> String {
        var counts = [Int](repeating: 0, count: 5)
        for share in shares { counts[min(4, max(0, Int(share * 5)))] += 1 }
        let words = ["under 20", "20–40", "40–60", "60–80", "80–100"]
        let parts = zip(words, counts).map { "\($0)\u{A0}%: \(Printed.count($1))" }
        return "All \(Printed.count(all)) \(kind) by their habit share: \(parts.joined(separator: "; ")); "
            + "cannot be shown: \(Printed.count(all - shares.count))."
    }

    /// How much lands on people now, and whether there is room.
    package static func changes(running: Int, teams: Int, withoutRoom: Int, weeks: String) -> String {
        let now = running == 0 ? "No change is" : running == 1 ? "1 change is" : "\(running) changes are"
        guard teams > 0 else { return "\(now) under way" }
        if withoutRoom == 0 { return "\(now) under way; every team has free weeks in the next \(weeks)" }
        let who =
            withoutRoom == teams ? (teams == 1 ? "the team" : "no team") : "\(withoutRoom) of \(teams) teams"
        let verb =
            withoutRoom == teams && teams > 1
            ? "has a free week" : withoutRoom == 1 || teams == 1 ? "has no free week" : "have no free week"
        return "\(now) under way; \(who) \(verb) in the next \(weeks)"
    }

    /// Whose use can be seen.
    /// - Parameters: Counts of people; nil where not shown.
    package static func coverage(everybody: Int?, unseen: Int?, late: Int) -> String {
        var sentence: String
        switch (everybody, unseen) {
        case (_, 0?): sentence = "Everybody’s use can be seen"
        case (let everybody?, let unseen?):
            sentence = "For \(Printed.count(unseen)) of \(Printed.people(everybody)), use cannot be seen"
        case (nil, let unseen?): sentence = "For \(Printed.people(unseen)), use cannot be seen"
        case (_, nil): sentence = "How many people’s use cannot be seen is withheld"
        }
        if late > 0 { sentence += "; \(late == 1 ? "one source ends" : "\(late) sources end") early" }
        return sentence
    }

    /// Whether the verdict depends on where the thresholds are set.
    package static func sensitivity(same: Int, all: Int) -> String {
        if all == 0 { return "The verdict was not tried at other thresholds" }
        if same == all { return "The verdict is the same at all \(all) settings of the thresholds" }
        return "The verdict is the same at \(same) of \(all) settings of the thresholds"
    }
}

extension Wording {
    /// "have" for several in ten, "has" for one, everybody and nobody.
    static func haveOrHas(_ share: Double) -> String {
        let words = inTen(share)
        return words.hasPrefix("one ") || words.hasSuffix("body") ? "has" : "have"
    }
}
