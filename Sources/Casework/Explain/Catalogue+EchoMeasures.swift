extension Catalogue {
    /// Who sees whom use it.
    static let echoMeasures: [Explanation] = [
        Explanation(
            .measure, code: "exposureGap", title: "users among users",
            summary: """
                The exposure gap is how many more users a user has among team-mates than a non-user has, \
                as a difference of shares.
                """,
            says: """
                Zero means that users and non-users see the same number of users around them. A large \
                gap means that use stays where it already is. The gap alone does not make an echo \
                chamber: any practice that spreads from person to person clusters.
                """,
            computed: """
                G = (1/U) sum over teams of u (u - 1)/(n - 1), less (1/(N - U)) sum over teams of (n - \
                u) u/(n - 1), with u users of n in a team and U of N in all. Its mean without any \
                clustering is -1/(N - 1), whatever the team sizes; p-values come from permuting users \
                within layer and role.
                """,
            needs: "people.csv with teams, use.csv, at least two teams with two people or more.",
            source: """
                Our own definition: a leave-one-out form, because the usual segregation indices are \
                inflated in small teams (0.31 on average for 30 teams of 8 without any clustering).
                """),
        Explanation(
            .measure, code: "withinTeamCorrelation", title: "how alike team-mates are",
            summary: """
                Within-team correlation is how much more alike two team-mates are in having a habit than \
                two people of the organisation.
                """,
            says: """
                It is the strength of the walls between teams in one number: 0 means that knowing one \
                member tells nothing about the next, 0.3 is a strong pattern. It is judged against what \
                ordinary contagion at today's level would give.
                """,
            computed: """
                rho of the beta-binomial model of team counts: u ~ Binomial(n, p), p ~ Beta(mu K, (1 - \
                mu) K), K = 1/rho - 1, on a grid of 60 values of mu and 40 of rho with prior rho ~ \
                Beta(1, 6). Mean and 90 % interval of the posterior.
                """,
            needs: "people.csv with teams and use.csv; at least six teams.",
            source: "Beta-binomial model; checked with the rat-tumour data of Tarone (1982)."),
        Explanation(
            .measure, code: "unexposedNonUsers", title: "non-users with no user in sight",
            summary: """
                Unexposed non-users is the share of non-users who have no user among the people they can \
                see at work.
                """,
            says: """
                They cannot learn by watching, because there is nobody to watch. They are the people \
                that messages reach and experience does not. This is the number that bridging pairs of \
                teams should lower.
                """,
            computed: """
                Non-users without any user in sight, divided by all non-users. In sight are team-mates \
                and one's own manager, for managers their peers too, and the neighbours in ties.csv \
                where ties are known. The interval comes from resampling whole teams.
                """,
            needs: "people.csv with teams (manager helps), use.csv; ties.csv makes sight exact.",
            source: """
                Our own definition. Practices that cost effort spread by exposure to several people \
                (Centola & Macy 2007).
                """),
        Explanation(
            .measure, code: "unexposedExcess", title: "unexposed beyond chance",
            summary: """
                Unexposed excess is how much larger the share of unexposed non-users is than if the same \
                users were spread by chance within layer and role.
                """,
            says: """
                With few users many people see none, by arithmetic alone. Only the excess says that the \
                users are walled off.
                """,
            computed: """
                The share of unexposed non-users less its mean over permutations of who is a user, \
                within layer and role. The interval is the spread of the permutations around the \
                observed share.
                """,
            needs: "What unexposedNonUsers needs.",
            source: "Permutation within strata: who people are stays fixed, who uses it does not."),
        Explanation(
            .measure, code: "fewBelievingTies", title: "non-users with fewer than two believers in sight",
            summary: "Few believing ties is the share of non-users who see fewer than two believers.",
            says: """
                One enthusiast is an oddity; two are a pattern. People who must change how they work \
                usually need more than one example. Demonstrations by pairs aim at this number.
                """,
            computed: """
                Non-users with at most one believer in sight, divided by all non-users. A believer has a \
                habit, or has firsthand experience and would recommend it (8 or more of 10) where \
                answers can be linked within a wave. The interval comes from resampling whole teams.
                """,
            needs: "people.csv with teams, use.csv; ties.csv makes sight exact.",
            source: "Complex contagion: Centola & Macy (2007), Centola (2010)."),
        Explanation(
            .measure, code: "tieExposure", title: "believers among a non-user's ties",
            summary: "Tie exposure is the mean share of believers among the working ties of non-users.",
            says: """
                It is the same question as the exposure gap, asked over real working ties instead of \
                teams. Compare it with the share of believers in the organisation: far below means \
                walled off.
                """,
            computed: """
                For each non-user with at least one tie, the number of neighbours who have a habit over \
                the number of neighbours; the mean over non-users. Shown with its mean under two nulls: \
                permuting users within layer and role, and rewiring ties while keeping everybody's \
                number of ties.
                """,
            needs: "ties.csv and use.csv.",
            source: """
                Network exposure, Valente; golden value 0.5801 for non-adopters in the Medical \
                Innovation data.
                """),
        Explanation(
            .measure, code: "tieEIndex", title: "ties that cross between users and non-users",
            summary: """
                The E-I index is the share of ties between users and non-users less the share of ties \
                within either group.
                """,
            says: """
                Minus one means that nobody works with anybody of the other kind, plus one that all ties \
                cross. It depends on how many users there are, so it is printed beside what chance would \
                give.
                """,
            computed: """
                (E - I)/(E + I) with E the ties between a user and a non-user and I the others, each tie \
                counted once; the expected value under random labels stands beside it. The interval \
                comes from resampling people with the ties between them.
                """,
            needs: "ties.csv and use.csv.",
            source: """
                Krackhardt & Stern (1988). On the Medical Innovation data it is 0.000 where another \
                index says 0.24: one index never decides.
                """),
        Explanation(
            .measure, code: "tieAssortativity", title: "likeness along ties",
            summary: """
                Assortativity is the correlation between having a habit at the two ends of a working \
                tie.
                """,
            says: """
                Zero: use does not run along ties. Positive: users work with users. It can be close to \
                zero while non-users still see few users, so it stands behind exposure.
                """,
            computed: """
                (sum of e kk - sum of a k b k) / (1 - sum of a k b k), over the mixing matrix e of users \
                and non-users along ties, a and b its margins. The interval comes from resampling people \
                with the ties between them.
                """,
            needs: "ties.csv and use.csv.",
            source: "Newman (2003); golden value -0.025714082 for the Medical Innovation data."),
        Explanation(
            .measure, code: "selfReportedSight", title: "people who have watched nobody",
            summary: """
                Self-reported sight is the share of people without firsthand use who say they have not \
                watched a colleague use it either.
                """,
            says: """
                The cheapest measure of an echo chamber there is: it needs no network, only one \
                question. It also catches the colleagues one sees outside the chart.
                """,
            computed: """
                Answers 0 to Q1 divided by answers 0 or 1 to Q1, in the latest wave. The interval is \
                Jeffreys' 90 %; where fewer answer than are there, the people who did not answer widen \
                it.
                """,
            needs: "pulse.csv with Q1, at least five answers of 0 or 1.",
            source: "Our own definition (question Q1 of the pulse)."),
        Explanation(
            .measure, code: "managerWithHabit", title: "people whose manager has a habit",
            summary: "Manager with habit is the share of people whose own manager uses AI by habit.",
            says: """
                What a manager does is seen by a whole team. Where this is low, a message from above \
                arrives as a request to do what nobody nearby does.
                """,
            computed: """
                People with a known manager whose use can be seen, and who has a habit, divided by \
                people with a known manager whose use can be seen. The interval comes from resampling \
                whole teams.
                """,
            needs: "people.csv with its manager column, and use.csv.",
            source: """
                Our own definition. Frequent use is about twice as likely where the manager supports it, \
                in surveys.
                """),
    ]
}
