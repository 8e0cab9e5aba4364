extension Catalogue {
    /// The rhythm of use, and what weighting costs.
    static let rhythmMeasures: [Explanation] = [
        Explanation(
            .measure, code: "clumpiness", title: "use in clumps, beyond chance",
            summary: """
                Clumpiness is the share of people whose active weeks lie in clumps that chance alone would \
                give to one person in twenty.
                """,
            says: """
                Five per cent is what chance gives. A good deal more says that use comes in spells: a \
                campaign, a project, a reporting season. Spells that orders explain are compliance; others \
                may simply be the work. It supports other signs and decides nothing alone.
                """,
            computed: """
                For each person the work weeks since the first use, at most the last 26, with the entropy \
                measure H = 1 + sum x log x / log(n + 1), where x are the gaps between active weeks over the \
                number of weeks plus one. It counts as clumped above the 95th percentile of 500 random \
                placements of as many active weeks. People with fewer than sixteen such weeks, or fewer than \
                three active or idle ones, are left out; the interval is a 90 % Wilson interval.
                """,
            needs: "use.csv over at least sixteen work weeks and ten people with a rhythm to judge.",
            source: "Zhang, Bradlow & Small (2015), doi:10.1287/mksc.2014.0873."),
        Explanation(
            .measure, code: "deadlineRatio", title: "use just before deadlines, against par",
            summary: """
                The deadline ratio is how much of the use falls on the last two workdays before a deadline, \
                over how much of the work does.
                """,
            says: """
                One is par: people use it when their work asks for it. Several times par means that use is \
                fetched up for the count. A deadline is the last day of a mandate, the day on which somebody \
                looks.
                """,
            computed: """
                The share of the days of use that lie on the last two workdays up to and including a \
                deadline, divided by the share of the days at work that do, over the last 26 weeks and \
                people who ever tried, from their first week of use on. The interval comes from resampling \
                whole teams.
                """,
            needs: """
                use.csv, and mandates.csv with at least two deadlines in the last 26 weeks; activity.csv \
                makes the days at work exact. Without mandates it is not known.
                """,
            source: """
                Our own definition of the deadline share, divided by its par so that calendars of any length \
                compare.
                """),
        Explanation(
            .measure, code: "lapsed", title: "starters who have stopped for good",
            summary: """
                Lapsed is the share of people who began within the evidence and are expected to have stopped \
                for good.
                """,
            says: """
                Somebody who has not used it for three weeks may be on a pause or at an end; which of the \
                two is likelier depends on how often they used it before. The figure says it for all \
                starters together. It is never worked out for one person to see.
                """,
            computed: """
                The BG/BB model: each week a person uses it with a probability of their own until, one week, \
                they stop. Its four parameters are fitted by maximum likelihood to everybody's weeks after \
                the first use, orders left out; the figure is one less the mean probability of still being \
                there.
                """,
            needs: """
                use.csv that shows the first use of at least twenty people, six work weeks ago or earlier. \
                It is taken for the organisation only.
                """,
            source: """
                Fader, Hardie & Shang (2010), doi:10.1287/mksc.1100.0580; checked against the package \
                lifetimes.
                """),
        Explanation(
            .measure, code: "expectedWeeks", title: "weeks of use to come from a starter",
            summary: """
                Expected weeks are the weeks with use to be expected from the mean starter over the next \
                twelve.
                """,
            says: """
                Twelve would be use in every week. It is the same forecast as the habit's in another coin, \
                made from the rhythm of each starter and not from the trend of the whole: where the two \
                disagree, the trend is carried by newcomers.
                """,
            computed: """
                The BG/BB model of lapsed: for each starter the expected number of active weeks among the \
                next twelve given their record, the mean over all of them. Only the mean is kept.
                """,
            needs: "What lapsed needs.",
            source: """
                Fader, Hardie & Shang (2010), doi:10.1287/mksc.1100.0580, the conditional expectation summed \
                week by week.
                """),
        Explanation(
            .measure, code: "designEffect", title: "cost of weighting the answers",
            summary: """
                The design effect is by how much weighting the answers to the roster widens what they can \
                tell.
                """,
            says: """
                At one the people who answered are like the roster in layer, role and use. At two, a hundred \
                answers tell as much as fifty would have. A high one says that the silent are of another \
                kind than the answering, and that the sensitivity beside it should be read.
                """,
            computed: """
                One plus the squared coefficient of variation of the weights. Answers are raked to the \
                roster on layer × role and on use (none, tried, habit); cells under five are merged, weights \
                capped at three times the median.
                """,
            needs: """
                pulse.csv with at least twenty answers; with fewer nothing is weighted and it is one.
                """,
            source: "Kish (1965), Survey Sampling."),
    ]
}
