import Diagnosis
import Disclosure
import Foundation
import Measures

/// A plan of invitations for the terminal: bridges first, then what is to be expected, then for whom.
struct PlanText {
    let plan: PlanPublication
    let paper: Paper

    /// All lines.
    func lines() -> [String] {
        var lines = [paper.inked("\(plan.name): where to invite", .strong), ""]
        if !plan.isProtected {
            lines += paper.wrapped("Unprotected: small groups are shown as they are. Do not pass on.") + [""]
        }
        if plan.wasStopped {
            lines +=
                paper.wrapped(
                    "Stopped early: the figures rest on \(plan.runs) runs, so their intervals are rougher.")
                + [""]
        }
        for block in [bridges(), outcomes(), curve(), fairness()] where !block.isEmpty {
            lines += block + [""]
        }
        lines.append(paper.inked("What the evidence cannot tell", .strong))
        for unknown in plan.unknowns { lines += paper.wrapped(unknown, indent: "    ", first: "  · ") }
        return lines
    }

    private func bridges() -> [String] {
        var lines = [paper.inked("Bridges", .strong)]
        if plan.bridges.isEmpty {
            lines += paper.wrapped(
                "No team with users adjoins a team whose people could be invited.", indent: "  ")
        }
        let width = (plan.bridges.flatMap { [$0.from.count, $0.to.count] }.max() ?? 0) + 2
        for bridge in plan.bridges {
            let number = bridge.invitations == 1 ? "1 invitation" : "\(bridge.invitations) invitations"
            lines.append(
                bridge.from == bridge.to
                    ? "  \(padded(bridge.from, width))  within the team\(String(repeating: " ", count: max(1, width - 13)))\(number)"
                    : "  \(padded(bridge.from, width))→ \(padded(bridge.to, width)) \(number)")
        }
        if plan.intoSmallTeams > 0 {
            lines += paper.wrapped(
                "Into teams too small to be named, together: \(plan.intoSmallTeams).", indent: "  ")
        }
        for sentence in plan.advice { lines += paper.wrapped(sentence, indent: "  ") }
        return lines
    }

    private func outcomes() -> [String] {
        var lines = [
            paper.inked(
                "Firsthand experience after \(plan.request.weeks) weeks, of \(plan.people) people (now \(cell(plan.today)))",
                .strong)
        ]
        for outcome in plan.outcomes {
            let gain = outcome.code == "nothing" ? "" : "  \(cell(outcome.gain))"
            lines.append(
                "  \(padded(PlanPublication.name(ofOutcome: outcome.code), 34)) \(padded(cell(outcome.reach), 18))\(gain)"
            )
        }
        lines += paper.wrapped(
            "Shares, and points more than doing nothing, each with where nine of ten runs lie, from \(plan.runs) runs of a simulator that had no part in the choice.",
            indent: "  ")
        if let ceiling = plan.ceiling { lines += paper.wrapped(ceiling, indent: "  ") }
        if let finding = plan.comparison { lines += paper.wrapped(finding, indent: "  ") }
        return lines
    }

    private func curve() -> [String] {
        // Where nobody can be invited there is nothing to spend.
        if plan.placed == 0 { return [] }
        var lines = [paper.inked("By number of invitations", .strong)]
        for point in plan.curve {
            let share = point.reach.shown?.value?.value ?? 0
            let mark = point.invitations == plan.knee ? "  ← from here on each brings less" : ""
            lines.append(
                "  \(String(repeating: " ", count: max(0, 5 - String(point.invitations).count)))\(point.invitations)  \(padded(Paper.bar(share, width: 24), 25))\(cell(point.reach))\(mark)"
            )
        }
        if plan.knee == nil {
            lines += paper.wrapped(
                "The curve does not bend: each further invitation brings about as much as the last.",
                indent: "  ")
        }
        return lines
    }

    private func fairness() -> [String] {
        var lines = [paper.inked("Teams: now · nothing done · with the plan", .strong)]
        for row in plan.teams {
            lines.append(
                "  \(padded(row.team, 28)) \(padded(cell(row.today), 18)) \(padded(cell(row.nothing), 18)) \(cell(row.plan))"
            )
        }
        if plan.teamsNotShown > 0 {
            lines += paper.wrapped(
                plan.teamsNotShown == 1
                    ? "1 team is too small to be shown."
                    : "\(plan.teamsNotShown) teams are too small to be shown.",
                indent: "  ")
        }
        if let sentence = plan.fairness { lines += paper.wrapped(sentence, indent: "  ") }
        return lines
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text.count >= width ? text : text + String(repeating: " ", count: width - text.count)
    }

    private func cell(_ figure: Disclosed<Measured<PublishedEstimate>>) -> String {
        switch figure.state {
        case .withheld: "withheld"
        case .shown(.notKnown): "not known"
        case .shown(.known(let estimate)):
            FigureText.value(estimate) + (FigureText.interval(estimate).map { " (\($0))" } ?? "")
        }
    }
}
