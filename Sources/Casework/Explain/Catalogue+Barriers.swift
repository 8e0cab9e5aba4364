extension Catalogue {
    /// Every barrier by its code.
    package static let barriers: [String: Explanation] = byCode([
        Explanation(
            .barrier, code: "noTimeOrFocus", title: "no time or focus",
            summary: "Nobody has the time: champions do not get to build, and people do not get to try.",
            says: """
                Daily business wins every week. Ideas age, promised hours are eaten, use cases do not go \
                live. The value may be perfectly sound; nothing has disproved it. This is the easy kind \
                of stuck, and it belongs to phase 1.
                """,
            computed: """
                Severity = 0.5 × short(Q4) + 0.5 × clip(1 - supply/0.25). short(x) = clip((3.45 - \
                x)/1.5, 0, 1) on the five-point scale, halo taken out.
                """,
            needs: """
                pulse.csv with Q4, use-cases.csv and champions.csv. One half of the severity can be had \
                without the other; what is missing is said.
                """,
            more: [
                Explanation.Passage(
                    "What helps",
                    """
                    Protected hours: first for one committed champion, then for teams, kept in the \
                    calendar and counted.
                    """),
                Explanation.Passage(
                    "What would refute it",
                    """
                    Supply rises within twelve weeks and habit does not follow: then it was phase 2.
                    """),
            ],
            source: """
                Our own weighting, fixed in advance and tried on simulated organisations whose illness \
                was known.
                """),
        Explanation(
            .barrier, code: "noPersonalValue", title: "no personal value",
            summary: "People who have tried it do not find that it makes their own day better.",
            says: """
                Nobody has answered what's in it for me. The people who used it on their own work report \
                no less tedium, no fewer interruptions, no less stress, and those who began by \
                themselves do not stay. The company's benefit does not replace a person's own.
                """,
            computed: """
                Severity = 0.7 × short(experienced benefit) + 0.3 × clip((0.45 - conversion of \
                self-starters)/0.45); the latter counts 0.3 of that where persistence is below 0.6, \
                because compliance lowers conversion too. short(x) = clip((3.45 - x)/1.5, 0, 1) on the \
                five-point scale, halo taken out. On the server, the published share of people who kept \
                nothing of what they tried and let be counted adds 0.2 × clip((0.45 - kept)/0.45) to the \
                1.0 of the others, and only as far as answers confirm it: they are volunteers.
                """,
            needs: """
                pulse.csv with Q2 and Q3 marked as experienced; use.csv for conversion. Without a pulse \
                this barrier is seen in about three of four cases only.
                """,
            more: [
                Explanation.Passage(
                    "What helps",
                    """
                    Start from the role's own pains, with measured before and after examples from that \
                    very role.
                    """),
                Explanation.Passage("What would refute it", "Felt benefit rises and conversion does not."),
            ],
            source: """
                Our own weighting, fixed in advance and tried on simulated organisations whose illness \
                was known. That a task can be done by AI does not say that it takes tedium away: over \
                873 occupations the rank correlation is 0.07.
                """),
        Explanation(
            .barrier, code: "echoChamber", title: "echo chamber",
            summary: "Believers meet believers; the rest has never seen it done.",
            says: """
                Use stays where it began. Those who use it are happy and surrounded by others who use \
                it; most of the rest has no user in sight. Clustering alone is not enough for this name: \
                anything that spreads from person to person clusters.
                """,
            computed: """
                Severity = 0.6 × clip((G - G0)/0.5) + 0.4 × clip((unexposed excess - 0.05)/0.3), where G \
                is the exposure gap and G0 its median when adoption with the same curve spreads freely \
                between teams. It is cut where G does not exceed both nulls, where those who use it \
                report little benefit, and where leaders do not think rosier of others than the others \
                do. Named only where most non-users have nobody in sight, by their own word and by what \
                teams and ties let them see. On the server, the published share of those without \
                experience who said after demonstrations that they had not watched one is a third such \
                sign; the least of the signs counts, so it can weaken the name and never make it.
                """,
            needs: """
                people.csv with teams and use.csv; ties.csv and pulse.csv (Q1, Q2, Q3) make it certain.
                """,
            more: [
                Explanation.Passage(
                    "What helps",
                    """
                    Open demonstrations across team borders, by pairs, and trials on one's own work; \
                    bridge the pairs of teams the map proposes.
                    """),
                Explanation.Passage(
                    "What would refute it",
                    """
                    Fewer people are without a user in sight and the trial rate in their teams does not \
                    rise.
                    """),
            ],
            source: """
                Our own weighting, fixed in advance and tried on simulated organisations whose illness \
                was known. Complex contagion: Centola & Macy (2007). With an anchor set too low, this \
                barrier came first in 76 % of healthy simulated organisations; hence the nulls.
                """),
        Explanation(
            .barrier, code: "enthusiasmGap", title: "enthusiasm gap",
            summary: """
                Leaders are convinced and their managers and people are not, and the support on the \
                ground is missing.
                """,
            says: """
                Those who decided on it see the advantage. Those in the middle see one more thing that \
                upsets a calm team, and do not help. Leaders seldom know: they believe that people feel \
                as they do.
                """,
            computed: """
                Severity = 0.75 × short(Q5) + 0.25 × clip((Q9 level of executives - Q9 level of the rest \
                - 0.4)/1.2). short(x) = clip((3.45 - x)/1.5, 0, 1) on the five-point scale, halo taken \
                out.
                """,
            needs: """
                pulse.csv with Q5 and Q9 by layer; QL shows what leaders believe. Without a pulse this \
                barrier cannot be seen at all.
                """,
            more: [
                Explanation.Passage(
                    "What helps",
                    """
                    Managers first: their own trial on their own work, and a page that says what changes \
                    for their team and when.
                    """),
                Explanation.Passage(
                    "What would refute it", "Manager support rises and trial in those teams does not."),
            ],
            source: """
                Our own weighting, fixed in advance and tried on simulated organisations whose illness \
                was known. Surveys find 76 % of executives who think staff enthusiastic and 31 % of \
                contributors who are.
                """),
        Explanation(
            .barrier, code: "messageMisalignment", title: "message misalignment",
            summary: "The message speaks of somebody else's motive.",
            says: """
                People hear about competitive advantage and want to know about Tuesday. Executives want \
                advantage, managers stability, contributors a better day; a message that carries the \
                wrong one does not arrive.
                """,
            computed: """
                Severity = 0.7 × short(Q6) + 0.3 × clip((1 - alignment - 0.4)/0.5). short(x) = \
                clip((3.45 - x)/1.5, 0, 1) on the five-point scale, halo taken out.
                """,
            needs: """
                pulse.csv with Q6; messages.csv with layer and motive. Without the message log it rests \
                on Q6 alone, and says so.
                """,
            more: [
                Explanation.Passage(
                    "What helps",
                    """
                    One message per layer, the personal motive and a concrete example for contributors.
                    """),
                Explanation.Passage("What would refute it", "Clarity rises and the trial rate does not."),
            ],
            source: """
                Our own weighting, fixed in advance and tried on simulated organisations whose illness \
                was known.
                """),
        Explanation(
            .barrier, code: "changeFatigue", title: "change fatigue",
            summary: "People are asked to take on more change than they can absorb.",
            says: """
                It is not about AI. The system, the reorganisation and the new process came first, and \
                this is the fourth thing. Even good offers are refused by people who are full.
                """,
            computed: """
                Severity = 0.7 × short(6 - Q7) + 0.3 × clip((change load - 1.5)/3). short(x) = \
                clip((3.45 - x)/1.5, 0, 1) on the five-point scale, halo taken out.
                """,
            needs: "pulse.csv with Q7; changes.csv for the load.",
            more: [
                Explanation.Passage(
                    "What helps", "Pause or stagger other changes, and start in the teams with a free window."
                ),
                Explanation.Passage("What would refute it", "The load falls and strain does not."),
            ],
            source: """
                Our own weighting, fixed in advance and tried on simulated organisations whose illness \
                was known. Change fatigue: Bernerth, Walker & Harris (2011).
                """),
        Explanation(
            .barrier, code: "superficialCompliance", title: "superficial compliance",
            summary: "Use follows orders and leaves with them.",
            says: """
                The dashboards look well. Use rises in ordered weeks, consists of single actions and \
                falls away after the count; people say that what moves them is that it is expected. \
                Nothing has taken root.
                """,
            computed: """
                Severity = 0.5 × clip((0.75 - persistence)/0.5) + 0.2 × clip((single-action share - \
                0.2)/0.4) + 0.3 × short(Q8); times 0.4 with fewer than three ordered weeks. short(x) = \
                clip((3.45 - x)/1.5, 0, 1) on the five-point scale, halo taken out. On the server, the \
                published share of contributors who use it and hardly do so without an order adds 0.1 × \
                clip((share - 0.1)/0.4) to the 1.0 of the others, only as far as answers confirm it: it \
                restates persistence in part.
                """,
            needs: """
                use.csv and mandates.csv with at least three ordered weeks; a source that counts \
                actions; pulse.csv with Q8.
                """,
            more: [
                Explanation.Passage(
                    "What helps",
                    """
                    Drop the orders and the counting; offer discovery: pick your own tedious task, try, \
                    keep or drop.
                    """),
                Explanation.Passage("What would refute it", "Persistence stays low after the orders stop."),
            ],
            source: """
                Our own weighting, fixed in advance and tried on simulated organisations whose illness \
                was known. Compliance against commitment: Klein & Sorra (1996).
                """),
    ])
}
