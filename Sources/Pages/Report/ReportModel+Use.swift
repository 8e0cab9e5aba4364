import Diagnosis
import Disclosure
import Figures
import Measures
import Rollout

/// The pictures of use: loss, trend and how often.
extension ReportModel {
    /// Where people are lost between a live use case and a habit.
    static func loss(_ publication: Publication) -> FigureModel {
        let loss = publication.pictures.loss
        let everybody = loss.everybody.shown
        let counts = [loss.covered, loss.tried, loss.habit].map { $0.shown?.value }
        // Shares are of those they can be told of, the same as in the headline.
        let measures = [MeasureCode.coverage, .trialRate, .habit].map {
            publication.organization?[$0]?.shown?.value
        }
        let before = [everybody] + counts
        let drops = zip(before, counts).map { from, to in from.flatMap { from in to.map { from - $0 } } }
        let widest = drops.enumerated().max { ($0.element ?? -1) < ($1.element ?? -1) }
            .flatMap { ($0.element ?? 0) > 0 ? $0.offset + 1 : nil }
        let names = ["Covered", "Tried", "Habit"]
        let whys = ["with no use case for their job", "covered, not tried", "tried, no habit"]
        let stages =
            [LossBar.Stage(name: "Everybody", people: Reading(loss.everybody))]
            + zip(names.indices, [loss.covered, loss.tried, loss.habit]).map { index, figure in
                LossBar.Stage(
                    name: names[index],
                    people: Reading(figure, of: measures[index]?.n, bandOf: measures[index]),
                    lost: drops[index].flatMap { $0 > 0 ? "\(Printed.people($0)) \(whys[index])" : nil })
            }
        return FigureModel(
            id: "loss-chart", kicker: "Where people are lost",
            chart: LossBar(
                title: Findings.loss(
                    tried: measures[1]?.value, habit: measures[2]?.value,
                    words: measures[2].flatMap(Wording.band)),
                description: stages.map { "\($0.name): \($0.people.fullText)" }.joined(separator: "; ")
                    + "; cannot be seen: \(Reading(loss.cannotBeSeen).fullText).",
                stages: stages, cannotBeSeen: Reading(loss.cannotBeSeen), widest: widest),
            subtitle:
                "Covered: a use case for the job is live. Tried: used one at least once. Habit: uses one in most weeks, unasked.",
            footnote: [
                "Widths are people at work; executives are not counted. Shares are of those whose use can be seen",
                "and, for habit, of those with enough weeks to tell.",
            ].joined(separator: " "))
    }

    /// The weekly habit share with its forecast.
    static func trend(_ publication: Publication) -> FigureModel {
        let kicker = "The trend"
        guard let trend = publication.pictures.trend.value, let first = trend.points.first,
            let last = trend.points.last
        else {
            let reason = publication.pictures.trend.reason?.sentence ?? "No week can be seen."
            return FigureModel(
                id: "trend-chart", kicker: kicker,
                chart: Unseen(title: Findings.trend([]), state: "not known", reason: reason),
                subtitle: "Share of people with a habit, week by week.")
        }
        let points = trend.points.map {
            HabitTrendChart.Point(week: $0.week, share: Reading($0.share), isMandated: $0.isMandated)
        }
        let title = Findings.trend(
            points.map {
                .init(
                    week: $0.week, share: $0.share.number?.value,
                    words: $0.share.number.flatMap { $0.hasPoint ? nil : $0.text })
            })
        let latest = points.last { $0.share.number != nil }
        let end = trend.forecast.last
        let forecast = end.map {
            " By \($0.week.monday.long) it will likely lie in \(Printed.percentRange($0.outer.low, $0.outer.high))."
        }
        let ordered = points.filter(\.isMandated).count
        let frozen =
            trend.points.compactMap { $0.share.shown?.n }.first
            .map { "Share with a habit among the \($0) people who can be told of in every week shown, " }
            ?? "Share with a habit among those who can be told of in every week shown, "
        let threshold = publication.thresholds.habit
        let sure = end.map {
            " The dark part of the fan holds with \(Printed.percent($0.inner.level)), the whole of it with \(Printed.percent($0.outer.level))."
        }
        return FigureModel(
            id: "trend-chart", kicker: kicker,
            chart: HabitTrendChart(
                title: title,
                description:
                    "Weekly share from \(first.week.monday.long) to \(last.week.monday.long)"
                    + (latest.map { ", last \($0.share.text)" } ?? "")
                    + ". Use was ordered in \(ordered) of the weeks."
                    + (forecast ?? " No forecast can be made."),
                points: points,
                fan: trend.forecast.map { .init(week: $0.week, inner: $0.inner, outer: $0.outer) },
                instrumentChanges: trend.instrumentChanges.map { .init(day: $0.day, what: $0.what) },
                threshold: Number(threshold, text: "\(Printed.percent(threshold)) counts as traction")),
            subtitle:
                "\(frozen)week by week with its interval, then what is likely if nothing new is done.",
            footnote:
                "Habit: active in at least \(Printed.percent(publication.thresholds.habitWeeks)) of the work weeks in which use was not ordered."
                + (sure ?? "")
                + (points.contains { $0.share.number.map { !$0.hasPoint } ?? false }
                    ? " A hollow mark: hardly anybody, or nearly everybody." : ""))
    }

    /// People by active days in the last 28.
    static func power(_ publication: Publication) -> FigureModel {
        let (id, kicker) = ("power-chart", "How often")
        let subtitle =
            "Everybody whose use can be seen, by active days in the last 28 days; those without any included."
        func unseen(_ state: String, _ reason: String) -> FigureModel {
            FigureModel(
                id: id, kicker: kicker,
                chart: Unseen(title: "How often people use it cannot be shown", state: state, reason: reason),
                subtitle: subtitle)
        }
        switch publication.pictures.powerCurve {
        case .notKnown(let reason): return unseen("not known", reason.sentence)
        case .known(let curve):
            guard let steps = curve.steps.shown else {
                return unseen("withheld", curve.steps.withheldBecause?.sentence ?? "")
            }
            let median = curve.medianDays.shown
            let total = steps.reduce(0) { $0 + $1.people }
            let none = steps.first.flatMap { $0.days == 0...0 ? $0.people : nil }
            return FigureModel(
                id: id, kicker: kicker,
                chart: PowerCurve(
                    title: Findings.powerCurve(total: total, none: none, median: median),
                    description:
                        "Columns for 0 to 28 active days, \(Printed.people(total)) in all."
                        + (none.map { " \(Printed.people($0)) used it on no day." } ?? "")
                        + (median.map { " The median is \($0) days." } ?? ""),
                    steps: steps.map { .init(days: $0.days, people: $0.people) }, median: median),
                subtitle: subtitle,
                footnote:
                    "A rise at the right is a core who use it daily; the mass at the left are visitors. Days with fewer than five people are taken together, and a column’s area is its people."
            )
        }
    }
}
