extension Catalogue {
    /// What people say when asked.
    static let askedMeasures: [Explanation] = [
        Explanation(
            .measure, code: "personalBenefit", title: "benefit that was felt",
            summary: """
                Personal benefit is the share of answers by people with firsthand experience that agree \
                that AI took dull work, interruptions or stress away.
                """,
            says: """
                This is the answer to what's in it for me, given by those who know. It is never mixed \
                with hopes. If it is high and use still does not spread, the rest has not seen it; if it \
                is low, nothing else will help for long.
                """,
            computed: """
                Answers of 4 or 5 to Q2 and Q3 marked as experienced, divided by such answers, in the \
                latest wave. The interval is Jeffreys' 90 % for the people present, those who did not \
                answer included as unknown.
                """,
            needs: "pulse.csv with Q2 and Q3, variant experienced, from at least five people.",
            source: """
                Our own definition (Q2, Q3). Personal benefit is a factor of its own in readiness for \
                change (Holt et al. 2007).
                """),
        Explanation(
            .measure, code: "expectedBenefit", title: "benefit that is expected",
            summary: """
                Expected benefit is the share of answers by people without firsthand experience that \
                agree that AI could take dull work, interruptions or stress away.
                """,
            says: """
                Low hopes beside high felt benefit are the signature of an echo chamber: those who know \
                are convinced and the rest has not heard it from somebody like them. High hopes beside \
                low felt benefit are a promise that was not kept.
                """,
            computed: """
                Answers of 4 or 5 to Q2 and Q3 marked as expected, divided by such answers, in the \
                latest wave. The interval is Jeffreys' 90 % for the people present, those who did not \
                answer included as unknown.
                """,
            needs: "pulse.csv with Q2 and Q3, variant expected, from at least five people.",
            source: """
                Our own definition (Q2, Q3, worded as expectation). Never pooled with felt benefit.
                """),
        Explanation(
            .measure, code: "timeToTry", title: "time to try",
            summary: """
                Time to try is the share of people who agree that even in a busy week they get time to \
                try AI on their own work.
                """,
            says: """
                It is the contributor's side of supply: a use case can be live and nobody may have an \
                hour for it.
                """,
            computed: """
                Answers of 4 or 5 to Q4 divided by answers to Q4, in the latest wave. The interval is \
                Jeffreys' 90 % for the people present, those who did not answer included as unknown.
                """,
            needs: "pulse.csv with Q4, at least five answers.",
            source: "Our own definition (Q4)."),
        Explanation(
            .measure, code: "managerSupport", title: "help from one's manager",
            summary: """
                Manager support is the share of people who agree that their manager helps them make AI \
                fit their job.
                """,
            says: """
                Managers want stability; a rollout that gives them none will not be supported by them. \
                Withheld support shows here and nowhere in the logs.
                """,
            computed: """
                Answers of 4 or 5 to Q5 divided by answers to Q5, in the latest wave. The interval is \
                Jeffreys' 90 % for the people present, those who did not answer included as unknown.
                """,
            needs: "pulse.csv with Q5, at least five answers.",
            source: """
                Our own definition (Q5). Management support is a factor of readiness for change (Holt et \
                al. 2007).
                """),
        Explanation(
            .measure, code: "messageClarity", title: "knowing what it means for one's job",
            summary: """
                Message clarity is the share of people who agree that they know what AI is meant to \
                change for someone in their job.
                """,
            says: """
                A message can be heard by everybody and mean nothing to anybody in particular. This asks \
                whether it arrived as something about one's own job.
                """,
            computed: """
                Answers of 4 or 5 to Q6 divided by answers to Q6, in the latest wave. The interval is \
                Jeffreys' 90 % for the people present, those who did not answer included as unknown.
                """,
            needs: "pulse.csv with Q6, at least five answers.",
            source: "Our own definition (Q6)."),
        Explanation(
            .measure, code: "changeStrain", title: "more change than can be absorbed",
            summary: """
                Change strain is the share of people who agree that right now they are asked to take on \
                more changes than they can absorb.
                """,
            says: """
                Tired people refuse good things too. High strain says: not now, or something else first.
                """,
            computed: """
                Answers of 4 or 5 to Q7 divided by answers to Q7, in the latest wave. The interval is \
                Jeffreys' 90 % for the people present, those who did not answer included as unknown.
                """,
            needs: "pulse.csv with Q7, at least five answers.",
            source: """
                Our own definition (Q7). Fatigue from change goes with exhaustion and lower commitment \
                (Bernerth, Walker & Harris 2011).
                """),
        Explanation(
            .measure, code: "choice", title: "using it because one wants to",
            summary: """
                Choice is the mean of what moves people to use AI, from -1 (it is expected of me) to 1 \
                (I want to).
                """,
            says: """
                Use from pressure and use from choice look alike in a log and part ways when the \
                pressure ends.
                """,
            computed: """
                The mean of (Q8 - 3)/2 over the answers of the latest wave; the interval comes from \
                resampling respondents.
                """,
            needs: "pulse.csv with Q8, at least five answers.",
            source: """
                Our own definition (Q8), after self-determination theory: external against own motives.
                """),
        Explanation(
            .measure, code: "advocacy", title: "people who would suggest it",
            summary: """
                Advocacy is the share of people who would suggest to a colleague with a job like theirs \
                to try AI, 8 or more of 10.
                """,
            says: """
                A practice travels on invitations from colleagues. The question names a colleague with \
                the same job, because that is whom people believe.
                """,
            computed: """
                From 30 answers to Q9: the share of 9 and 10 less the share of 0 to 6, with variance [p \
                + d - (p - d)²]/n. Below 30 answers: the share of 8 or more with Jeffreys' 90 % \
                interval, since the difference would have a standard error near 0.28 at eight answers.
                """,
            needs: "pulse.csv with Q9, at least five answers.",
            source: "Our own definition (Q9). Likelihood to recommend is a common survey item."),
        Explanation(
            .measure, code: "enthusiasmDifference", title: "leaders against the rest",
            summary: """
                The enthusiasm difference is the probability that a randomly chosen leader would suggest \
                AI more warmly than a randomly chosen manager or contributor.
                """,
            says: """
                One half means that both feel alike. Above 0.6 leaders are ahead; below one half they \
                are not convinced either, which is another illness.
                """,
            computed: """
                P(X > Y) + P(X = Y)/2 over the answers to Q9 of executives (X) against managers and \
                contributors (Y), in the latest wave; the interval comes from resampling respondents.
                """,
            needs: "pulse.csv with Q9 and layer, at least five answers on each side.",
            source: """
                Probability of superiority (Mann-Whitney U/mn): it respects the order of answers and \
                assumes no distances between them.
                """),
        Explanation(
            .measure, code: "believedGap", title: "what leaders believe against what is said",
            summary: """
                The believed gap is the share of people who leaders and managers think are better off, \
                less the share of their people who say so.
                """,
            says: """
                A surveyed 76 % of executives thought their staff enthusiastic; 31 % of contributors \
                were. A large gap means that reports going up are rosier than the work.
                """,
            computed: """
                The mean of QL/10 over executives and managers, less the share of answers of 4 or 5 to \
                Q2 and Q3 by contributors with firsthand experience. The interval comes from resampling \
                both sides.
                """,
            needs: "pulse.csv with QL, and at least five answers to Q2 or Q3 from their people.",
            source: """
                Our own definition (QL). The pair 76 and 31 is from a survey of 1,400 employees in the \
                United States.
                """),
        Explanation(
            .measure, code: "response", title: "people who answered",
            summary: """
                Response is the share of the people present who answered at least one item of the latest \
                wave.
                """,
            says: """
                Silence is not agreement. A low response widens every other answer's interval; it is \
                shown from ten people on, so that nobody can be named for not answering.
                """,
            computed: """
                Different respondents of the latest wave divided by people present on its day; where \
                answers carry no respondent key, the largest number of answers to one item is used. An \
                exact count.
                """,
            needs: "pulse.csv and people.csv; at least ten people in the scope.",
            source: "Our own definition."),
    ]

    /// Messages and changes around the rollout.
    static let surroundingsMeasures: [Explanation] = [
        Explanation(
            .measure, code: "alignment", title: "messages with the reader's own motive",
            summary: """
                Alignment is the share of messages to a layer that speak of what that layer wants.
                """,
            says: """
                Executives look for advantage, managers for stability, contributors for a better day of \
                their own. A message with somebody else's motive is heard as noise.
                """,
            computed: """
                Messages of the last 26 weeks whose motive is the one of the layer they address, divided \
                by messages with a motive; the interval is Jeffreys' 90 %. For the organisation the \
                layers count by their messages.
                """,
            needs: "messages.csv with layer and motive. The text of messages is never kept.",
            source: "Our own definition, from the method's point on communication."),
        Explanation(
            .measure, code: "changeLoad", title: "changes that land on people",
            summary: """
                Change load is the sum of recent changes that land on a person, each by its weight and \
                fading with a half-life of 13 weeks.
                """,
            says: """
                One heavy change is 3; two light ones that began today are 2. From about 1.5 a rollout \
                competes with the rest of life at work.
                """,
            computed: """
                For each person the sum over the changes that hit them of weight × 2 to the power of -(t \
                - start)/13 weeks, counting open changes and those that ended; the mean over people is \
                shown. It is computed from the calendar and carries no interval.
                """,
            needs: "changes.csv with team, from and weight.",
            source: """
                Our own definition. How often things change predicts fatigue, in studies of change \
                fatigue.
                """),
    ]

    /// One team among the others.
    static let teamsMeasures: [Explanation] = [
        Explanation(
            .measure, code: "bottomThird", title: "probability of being in the lower third",
            summary: """
                Bottom third is the probability that a team's habit share lies in the lowest third of \
                all teams.
                """,
            says: """
                Teams are never put in a list from best to worst: with few people the order is mostly \
                chance. A probability above 0.8 is worth a visit; anything else is not.
                """,
            computed: """
                From joint posterior draws of all teams' habit shares: the share of draws in which the \
                team is among the lowest third. Pooled with all other teams, so that a small team is not \
                last by luck.
                """,
            needs: "What habit needs; at least six teams.",
            source: "Ranks from small groups mislead; a posterior probability says only what is known.")
    ]
}
