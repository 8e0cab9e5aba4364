extension Catalogue {
    /// Every verdict by its code.
    package static let verdicts: [String: Explanation] = byCode([
        Explanation(
            .verdict, code: "moving", title: "on its way",
            summary: "With nothing new, enough people will have a habit twelve weeks from now.",
            says: """
                Use takes root by itself. The best help is not to disturb: keep supply going, let \
                discoveries travel by invitation, and look at the teams that are left out.
                """,
            computed: """
                Over joint draws of the habit share H twelve weeks ahead and of supply: P(moving) = P(H \
                at or above 0.35). The verdict is given where that is 0.80 or more. One pseudo-draw is \
                added to each of the three classes, so that nothing is ever certain.
                """,
            needs: """
                At least eight weeks in which use can be seen, thirty people in six teams (twelve people \
                for a role), and a use-case register that is not empty.
                """,
            more: [
                Explanation.Passage(
                    "What to do",
                    """
                    Write down the forecast, look again in twelve weeks, and publish how it came out.
                    """)
            ],
            source: "Our own rule. It is a forecast, and can be scored twelve weeks later."),
        Explanation(
            .verdict, code: "phase1", title: "the easy kind of stuck",
            summary: """
                Few people will have a habit, and too few use cases go live: daily business crowds it \
                out.
                """,
            says: """
                The value is probably sound; there is just too little of it within reach. It is called \
                easy because the cure is known: a committed champion with protected time. It is said to \
                be sound only if those few who tried also stayed.
                """,
            computed: """
                Over joint draws of the habit share H twelve weeks ahead and of supply: P(phase 1) = P(H \
                below 0.35 and supply below 0.25 per champion-week). Given at 0.80 or more. The value is \
                called sound only if conversion exceeds 0.45 with probability 0.8; otherwise the verdict \
                reads phase 1 now, phase 2 likely after.
                """,
            needs: "What moving needs, and champions.csv for the champion-weeks behind supply.",
            more: [
                Explanation.Passage(
                    "What to do",
                    """
                    Give one champion structured time for several use cases a week, and count promised \
                    and kept hours.
                    """)
            ],
            source: """
                Our own rule; thresholds are shown, can be changed in case.yaml, and a strip shows the \
                verdict at others.
                """),
        Explanation(
            .verdict, code: "phase2", title: "the real wall",
            summary: """
                Use cases keep arriving, and few people will have a habit: it does not cross to the \
                rest.
                """,
            says: """
                There is supply, and no traction. Leaders see the value; managers and contributors do \
                not follow. More use cases, more licences and more messages of the same kind will not \
                change it. What helps depends on the barrier named first.
                """,
            computed: """
                Over joint draws of the habit share H twelve weeks ahead and of supply: P(phase 2) = P(H \
                below 0.35 and supply at or above 0.25 per champion-week). Given at 0.80 or more. It \
                says that leadership understands and the rest does not follow only if leaders are ahead \
                with probability of superiority above 0.6, with probability 0.8.
                """,
            needs: """
                What moving needs, and champions.csv. The barriers behind it need a pulse to be told \
                apart.
                """,
            more: [
                Explanation.Passage(
                    "What to do",
                    """
                    Read the barriers from the top; apply the first one's cure to some teams before \
                    others, in a drawn order.
                    """)
            ],
            source: """
                Our own rule. In simulated organisations it got 86 % of phases right where judging by \
                today's use got 80 %; in small ones it did no better than that.
                """),
        Explanation(
            .verdict, code: "notEnoughEvidence", title: "not enough evidence",
            summary: "The evidence does not carry a verdict, and the reading says what is missing.",
            says: """
                No phase reaches a probability of 0.80, or a gate is not passed. This is a finding too: \
                acting on a guess costs more than waiting for one file. The probabilities are shown all \
                the same.
                """,
            computed: """
                Given where none of the three probabilities reaches 0.80, or where there are fewer than \
                eight weeks of use, fewer than thirty people in six teams (twelve people for a role), or \
                no use case in the register.
                """,
            needs: """
                Nothing. What would settle the question stands under missing, each with the file it \
                comes from.
                """,
            more: [
                Explanation.Passage(
                    "What to do",
                    """
                    Bring the first thing under missing, usually the use-case register, the champions' \
                    weeks or one pulse.
                    """)
            ],
            source: "Our own rule: a verdict that cannot be wrong is not one."),
    ])
}
