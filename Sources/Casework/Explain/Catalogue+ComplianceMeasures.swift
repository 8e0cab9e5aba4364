extension Catalogue {
    /// Habit or compliance.
    static let complianceMeasures: [Explanation] = [
        Explanation(
            .measure, code: "persistence", title: "use that lasts when orders stop",
            summary: """
                Persistence compares how often people use AI outside ordered weeks with how often they \
                use it in them.
                """,
            says: """
                Near one, orders make no difference: people use it because they want to. Below one half, \
                use follows the order and leaves with it. It is the clearest behavioural line between \
                habit and compliance.
                """,
            computed: """
                The share of person-weeks with use outside mandates divided by the share inside \
                mandates, among people who ever tried and were at work. The interval comes from \
                resampling whole teams.
                """,
            needs: """
                use.csv and mandates.csv with at least three ordered weeks. Last-seen dates alone make \
                it not known.
                """,
            source: """
                Our own definition. Where use is mandatory, its amount stops being a sign of success \
                (Hartwick & Barki 1994).
                """),
        Explanation(
            .measure, code: "mandateRateRatio", title: "use in ordered weeks against the rest",
            summary: """
                The mandate rate ratio is the rate of active person-weeks inside ordered weeks divided \
                by the rate outside them.
                """,
            says: """
                One means that orders change nothing. Well above one means that much of what the log \
                shows was asked for. It is the mirror image of persistence with an exact interval.
                """,
            computed: """
                (a in / e in) / (a out / e out), with a the active person-weeks and e the person-weeks \
                at work. Given their sum, a in is binomial with probability RR e in / (RR e in + e out), \
                which gives the exact interval.
                """,
            needs: "use.csv and mandates.csv; without mandates it is not known.",
            source: """
                The conditional binomial interval for a ratio of two rates, as in standard texts on \
                rates.
                """),
        Explanation(
            .measure, code: "selfStart", title: "people who began by themselves",
            summary: """
                Self-start is the share of people whose first use fell outside ordered weeks and before \
                the first order to use.
                """,
            says: """
                People who find something themselves tell others about it; people who were sent seldom \
                do. A high share of self-starters is the best sign that discovery is at work.
                """,
            computed: """
                Among people with a first use within the evidence, the share whose first day of use lies \
                outside every mandate that applies to them and before the first one. The interval is a \
                90 % Wilson interval.
                """,
            needs: """
                use.csv from before the first order, and mandates.csv. Without mandates everybody is a \
                self-starter and the figure is not known.
                """,
            source: """
                Our own definition. Whether self-starters keep the habit better than mandated ones is a \
                question the evidence can answer against the method.
                """),
        Explanation(
            .measure, code: "singleActionShare", title: "days with a single action",
            summary: """
                The single-action share is the share of active days on which a person did exactly one \
                thing.
                """,
            says: """
                One click to be counted looks like use in a log. A high and flat share is shallow use; a \
                falling one is people finding their way in.
                """,
            computed: """
                Days with exactly one action divided by active days over the last 12 weeks outside \
                mandates, summed over people. The interval comes from resampling whole teams.
                """,
            needs: """
                A source that counts actions: count in use.csv or an export with action counts. Sources \
                that only say whether a day was active leave it not known.
                """,
            source: "Our own definition; one of several signs of depth."),
        Explanation(
            .measure, code: "breadth", title: "different uses in four weeks",
            summary: """
                Breadth is the mean number of different use cases that an active person used in the last \
                four weeks.
                """,
            says: """
                People who found a value try the next thing. A breadth that stays at one after months \
                usually means that one task was prescribed.
                """,
            computed: """
                For people active in the last 28 days, the number of different use cases (or tools, \
                where no use case is named) used; the mean over people. The interval comes from \
                resampling whole teams.
                """,
            needs: "use.csv with its use_case column, or several tools.",
            source: "Our own definition."),
        Explanation(
            .measure, code: "burstiness", title: "use in bursts",
            summary: """
                Burstiness tells whether a person's days of use come evenly (below zero), by chance \
                (zero) or in bursts (above zero).
                """,
            says: """
                A burst before each reporting date and silence between is the rhythm of compliance; so \
                is a project that comes and goes. It supports other signs and decides nothing alone.
                """,
            computed: """
                For a person with n active days, r is the standard deviation of the gaps between them \
                over their mean, and A = (sqrt(n + 1) r - sqrt(n - 1)) / ((sqrt(n + 1) - 2) r + sqrt(n - \
                1)). The median over people with at least five active days is shown.
                """,
            needs: "use.csv with dates over at least twelve weeks.",
            source: """
                Goh & Barabási (2008); the form free of size bias is Kim & Jo (2016), \
                doi:10.1103/PhysRevE.94.032311.
                """),
        Explanation(
            .measure, code: "synchrony", title: "teams that move in step",
            summary: """
                Synchrony is how much more alike the weekly use of team-mates is than their own rhythms \
                would make it.
                """,
            says: """
                People who work on their own problems do not switch on and off together. High synchrony \
                points at a shared occasion: a campaign, a count, an order nobody wrote down.
                """,
            computed: """
                The mean phi correlation of weekly 0/1 use over pairs of team-mates, less the same after \
                shifting each person's weeks in a circle by a random amount. The interval comes from \
                resampling whole teams.
                """,
            needs: "use.csv over at least twelve weeks and teams with at least two users.",
            source: """
                Our own definition. The circular shift keeps everybody's own rhythm and breaks only what \
                is shared.
                """),
        Explanation(
            .measure, code: "giniExcess", title: "concentration beyond chance",
            summary: """
                Gini excess is how much more concentrated use is on few people than it would be if \
                everybody used it equally often.
                """,
            says: """
                Some people always do more by chance alone: among 100 people with three actions each on \
                average, chance gives a Gini of 0.32. Only what lies above that says that a few carry \
                the whole.
                """,
            computed: """
                The Gini index of active days (or actions, where counted) over people who used it in the \
                last 28 days, less its mean when the same total falls on them by chance. Draws use the \
                reading's own seed.
                """,
            needs: "use.csv with dates; counts where a source has them.",
            source: """
                Gini less its null: the raw index is never shown alone, because low counts inflate it.
                """),
        Explanation(
            .measure, code: "habitRetention", title: "users still there after twelve weeks",
            summary: """
                Retention is the share of people still using AI twelve weeks after their first use.
                """,
            says: """
                The curve behind this number falls at first for everybody. What counts is whether it \
                flattens: a flat tail is value, a cliff at the end of a campaign is compliance.
                """,
            computed: """
                The Kaplan-Meier estimate at twelve weeks of the time from first use to lapse, a lapse \
                being four work weeks without use. People who joined late enter late; those still active \
                are censored. The band is Greenwood's on the log-log scale.
                """,
            needs: "use.csv over at least sixteen weeks.",
            source: "Kaplan & Meier (1958), doi:10.1080/01621459.1958.10501452."),
    ]
}
