extension Catalogue {
    /// Who uses it and how often.
    static let useMeasures: [Explanation] = [
        Explanation(
            .measure, code: "reach", title: "people who have ever used it",
            summary: """
                Reach is the share of the people present whose use can be seen and who have used AI on \
                at least one day.
                """,
            says: """
                Reach tells how far the first step has gone. It only ever grows, and a single try on a \
                demonstration day counts as much as a year of daily work: read it as the top of the \
                funnel, never as success. What matters is the distance between reach and habit.
                """,
            computed: """
                People with at least one day of use in any mode that counts as firsthand (assist or \
                agent), divided by the people present on the as-of day whose use can be seen. Weak signs \
                (review, editor) do not count here. The interval is a 90 % Wilson interval.
                """,
            needs: """
                use.csv or a usage export, people.csv, and coverage that is known. People whose use \
                cannot be seen are left out of both sides.
                """,
            source: """
                The roster frame: everybody present counts, not only those in the log. Wilson interval: \
                Brown, Cai & DasGupta (2001).
                """),
        Explanation(
            .measure, code: "weakReach", title: "people with weak signs only",
            summary: """
                Weak reach is the share of the people seen whose only sign of AI is a weak one: an \
                accepted review remark or a mark an editor writes by itself.
                """,
            says: """
                An editor's default mark or a review bot's remark shows that AI was near the work, not \
                that a person chose it. A large weak reach beside a small reach usually means that a \
                tool was switched on for everybody. It never counts towards a habit.
                """,
            computed: """
                People with a day of use in mode review or editor and none in mode assist or agent, \
                divided by the people whose use can be seen. The interval is a 90 % Wilson interval.
                """,
            needs: """
                use.csv with its mode column, or a source that tells the modes apart, such as commit \
                trailers.
                """,
            source: "Our own definition: firsthand use means used on one's own real work."),
        Explanation(
            .measure, code: "habit", title: "people with a habit",
            summary: """
                Habit is the share of people who used AI in at least 60 % of the last ten work weeks \
                outside weeks in which use was ordered.
                """,
            says: """
                This is the one usage figure worth celebrating, because nobody made it happen. It leaves \
                ordered weeks out, so a deadline cannot raise it. It is shown beside the threshold that \
                counts as traction (0.35 unless changed).
                """,
            computed: """
                A person is active in a week with a day of firsthand use. Only weeks at work count: at \
                least two working days not on leave, or weeks with any sign of work where leave is \
                unknown. Of the last ten such weeks outside mandates at least six must be seen, else the \
                person is too new. Habit is at least 60 % of them active. Team shares are partially \
                pooled: u ~ Binomial(n, p), p ~ Beta(mu K, (1 - mu) K) with K = 1/rho - 1, integrated \
                over a grid of mu and rho; the interval is the posterior's 90 %.
                """,
            needs: """
                use.csv and people.csv, and at least eight weeks in which use can be seen. activity.csv \
                sharpens the work weeks, mandates.csv takes ordered weeks out. Last-seen dates alone \
                make it not known.
                """,
            source: """
                Our own definition. Pooling on the grid: 94 to 98 % real coverage for a claimed 95 % in \
                teams of 5 to 12, where plugging in the most likely values gave 44 to 91 %.
                """),
        Explanation(
            .measure, code: "trialRate", title: "people who have tried",
            summary: """
                The trial rate is the share of the people covered by a live use case who have used AI at \
                least once.
                """,
            says: """
                It separates two very different kinds of stuck. If few of those who could try have \
                tried, the question is exposure, time or the message. If many tried and few stayed, the \
                question is what they got out of it.
                """,
            computed: """
                Of the people whose role has a live use case and whose use can be seen, the share with \
                at least one day of firsthand use up to the as-of day. The interval is a 90 % Wilson \
                interval.
                """,
            needs: """
                use.csv, people.csv and use-cases.csv with live dates and roles. Without a register \
                everybody counts as covered, and the reading says so.
                """,
            source: """
                Part of the split habit ≈ coverage × trial × conversion, which tells where people are \
                lost.
                """),
        Explanation(
            .measure, code: "conversion", title: "people who stayed after trying",
            summary: """
                Conversion is the share of people with a habit among those whose first use lies at least \
                six weeks back.
                """,
            says: """
                Conversion answers the hardest question: once somebody has tried it on their own work, \
                is it worth coming back? A low conversion with a high trial rate points at personal \
                value, ease or fit. Above 0.45 with probability 0.8 the value counts as sound.
                """,
            computed: """
                People with a habit divided by people whose first firsthand use is six weeks or more \
                before the as-of day and who are not too new. The interval is Jeffreys' 90 %.
                """,
            needs: """
                use.csv over at least 14 weeks in practice, and people.csv. Last-seen dates alone make \
                it not known.
                """,
            source: """
                Our own definition. A habit is judged only weeks after the first use: automaticity takes \
                a median of 66 days with a range of 18 to 254 (Lally et al. 2010).
                """),
        Explanation(
            .measure, code: "coverage", title: "people with a live use case for their role",
            summary: """
                Coverage is the share of managers and contributors whose role has had a live use case \
                for at least six weeks.
                """,
            says: """
                Nobody can take up what does not exist for their job. A low coverage with a low supply \
                is the easy kind of stuck; a high coverage with a low trial rate is the real wall.
                """,
            computed: """
                Managers and contributors present on the as-of day whose role is named by a use case \
                that went live 42 or more days ago and is not retired, divided by all of them. A use \
                case without roles is for everybody. It is an exact count over the roster and carries no \
                interval.
                """,
            needs: "use-cases.csv with live dates, and roles in people.csv.",
            source: """
                Our own definition. Not to be confused with coverage.csv, which says where use can be \
                seen.
                """),
        Explanation(
            .measure, code: "drift", title: "where habit is heading",
            summary: """
                Drift is the change of the habit share over the last six weeks, on the logit scale.
                """,
            says: """
                Zero means standing still, above zero growing, below zero shrinking. A drift of 0.4 \
                takes a share of 20 % to about 27 %. The interval matters more than the sign: in a small \
                organisation six weeks rarely settle it.
                """,
            computed: """
                logit(habit now) - logit(habit six weeks ago) for the people present on both days, so \
                that joiners and leavers cannot make a trend. The interval comes from resampling whole \
                teams.
                """,
            needs: "use.csv over at least sixteen weeks in which the same people can be seen.",
            source: """
                Our own definition. Weekly figures of one frozen group, because a changing group makes \
                trends out of nothing.
                """),
        Explanation(
            .measure, code: "habitForecast", title: "habit twelve weeks from now",
            summary: """
                The forecast is the habit share twelve weeks ahead if nothing new is done, with its 90 % \
                interval.
                """,
            says: """
                The verdict speaks of this number, not of today's. It is meant to be scored: twelve \
                weeks later it can be held against the fact. It is wide on purpose, and widest where the \
                organisation is small.
                """,
            computed: """
                logit(habit in 12 weeks) = logit(habit now) + m × drift + e, with e normal of standard \
                deviation s. Start values are m = 1.0 and s = 0.45, drawn toward what the organisation's \
                own past shows once there is enough of it; the binomial variance of the share comes on \
                top. Weeks in which use sagged in most teams at once and then came back are left out of \
                the clock, like mandates; where it has not come back, the forecast stands halfway \
                between a season and the end of it, and is wider.
                """,
            needs: "What habit and drift need. Where use cannot be seen today there is no forecast.",
            source: """
                Start values of m and s come from simulated organisations. Forecasts stop at twelve \
                weeks because a ceiling cannot be identified before the curve bends.
                """),
        Explanation(
            .measure, code: "l28", title: "days of use in the last 28",
            summary: """
                L28 is the number of days with use in the last 28, shown as a histogram over the whole \
                roster, with its median.
                """,
            says: """
                Read the shape. A rise at the right is a core of people who use it daily; a mass at the \
                left is visitors. An average would hide both.
                """,
            computed: """
                For each person whose use can be seen, the days with firsthand use among the 28 that end \
                on the as-of day; people without any count as zero. The figure printed is the median in \
                days.
                """,
            needs: """
                use.csv with dates, and coverage over the whole 28 days. Last-seen dates alone make it \
                not known.
                """,
            source: "The power-user curve of Jin & Chen (2018)."),
        Explanation(
            .measure, code: "stickiness", title: "weekly use against monthly use",
            summary: """
                Stickiness is the number of people active in the last 7 days divided by those active in \
                the last 28.
                """,
            says: """
                Near one, whoever came this month also came this week. Near a quarter, people drop in. \
                It says nothing about those who never came, so it never stands alone and never leads.
                """,
            computed: """
                People with firsthand use in the last seven days divided by people with firsthand use in \
                the last 28, both ending on the as-of day. The interval is a 90 % Wilson interval over \
                the people active in 28 days.
                """,
            needs: "use.csv with dates, covered over 28 days.",
            source: """
                Weekly over monthly active people, a common product figure; kept for comparability.
                """),
        Explanation(
            .measure, code: "tooNew", title: "people too new to judge",
            summary: """
                Too new is the number of people seen for fewer than six work weeks outside mandates.
                """,
            says: """
                Nobody is called a non-user for having just arrived. A large number here means that the \
                habit share rests on fewer people than the roster suggests, and that waiting will settle \
                more than analysing.
                """,
            computed: """
                People present on the as-of day whose use can be seen and who have fewer than six of the \
                last ten work weeks outside mandates at work and seen. An exact count, also left out of \
                the habit share's denominator.
                """,
            needs: "people.csv with from dates where people joined, and coverage.",
            source: "Our own definition."),
        Explanation(
            .measure, code: "cannotBeSeen", title: "people whose use cannot be seen",
            summary: """
                Cannot be seen is the number of people for whom no source says whether they use AI on \
                the as-of day.
                """,
            says: """
                An export that ended, labels switched off or concealed names are not people who stopped. \
                They are counted apart here and appear in no rate. If this number is large, the reading \
                is about the rest and says so.
                """,
            computed: """
                People present on the as-of day for whom no coverage line includes the last ten weeks, \
                or whose only coverage says that absence means nothing. An exact count.
                """,
            needs: "people.csv and coverage.csv, or sources that state whom they cover.",
            source: "The three states of the house: used, not used though seen, cannot be seen."),
    ]

    /// What is built and how fast.
    static let supplyMeasures: [Explanation] = [
        Explanation(
            .measure, code: "supply", title: "use cases that go live",
            summary: """
                Supply is the number of use cases that went live per champion-week over the last 26 \
                weeks.
                """,
            says: """
                One committed champion with protected time can build several use cases a week; a quarter \
                of one per champion-week already counts as supply here. Below that, and with little \
                habit, the organisation is in phase 1: daily business crowds it out.
                """,
            computed: """
                n use cases with a live date in the last 26 weeks, over e champion-weeks in the same \
                period; the posterior is Gamma(0.5 + n, e + 1), its mean and 90 % interval are shown. A \
                lifetime average is not used: it hides champions who have lost their time.
                """,
            needs: """
                use-cases.csv with live dates and champions.csv with weeks. Without champions the \
                reading says what is missing.
                """,
            source: """
                Our own definition. The threshold (0.25 unless changed) is shown and can be set in \
                case.yaml.
                """),
        Explanation(
            .measure, code: "pipelineStall", title: "use cases that get stuck on the way",
            summary: """
                Pipeline stall is the share of started use cases not yet live six weeks after their \
                start.
                """,
            says: """
                Ideas that are begun and not finished are the mark of builders who are interrupted. A \
                high stall with many promised and few kept hours asks for protected time, not for more \
                ideas.
                """,
            computed: """
                The Kaplan-Meier estimate at six weeks of the time from start to live, over use cases \
                started in the last 52 weeks; those still open are censored at the as-of day, retired \
                ones at their retirement. The band is Greenwood's on the log-log scale.
                """,
            needs: "use-cases.csv with started and live dates.",
            source: "Kaplan & Meier (1958), doi:10.1080/01621459.1958.10501452."),
        Explanation(
            .measure, code: "oldestIdea", title: "age of the oldest open idea",
            summary: """
                The oldest idea is the number of days since the earliest idea that is neither live nor \
                retired.
                """,
            says: """
                Somebody once asked for this and is still waiting. A single old idea proves little; \
                beside a stalled pipeline it is the sentence people remember.
                """,
            computed: """
                As-of day less the earliest idea date among use cases without a live and without a \
                retired date. An exact number of days, without an interval.
                """,
            needs: "use-cases.csv with idea dates.",
            source: "Our own definition."),
        Explanation(
            .measure, code: "keptHours", title: "protected hours that were kept",
            summary: """
                Kept hours is the share of the hours promised to champions for building that they really \
                got.
                """,
            says: """
                Promises are easy in a calendar. Below one half, the champion is a champion in name. It \
                is the most direct sign that daily business wins.
                """,
            computed: """
                Kept hours divided by promised hours over the champion-weeks of the last 26 weeks in \
                which both are written down. The interval comes from resampling champions.
                """,
            needs: """
                champions.csv with promised_hours and kept_hours. Weeks without kept_hours are not \
                known, never zero.
                """,
            source: "Our own definition."),
    ]
}
