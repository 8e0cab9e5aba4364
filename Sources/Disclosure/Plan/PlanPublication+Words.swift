import Diagnosis
import Measures

/// What a plan says in sentences, the same on the terminal and on pages.
extension PlanPublication {
    /// An outcome's name as readers see it.
    package static func name(ofOutcome code: String) -> String {
        switch code {
        case "nothing": "Nothing done"
        case "plan": "This plan"
        case "mostCentral": "Those most people see"
        case "mostEnthusiastic": "Friends of the enthusiasts"
        case "atRandom": "At random"
        case "onePerTeam": "One per team in turn"
        default: code
        }
    }

    /// What to know when the invitations are given out.
    package var advice: [String] {
        var advice: [String] = []
        if placed > 0 {
            let sessions =
                cost.demonstrations == 1 ? "1 demonstration" : "\(cost.demonstrations) demonstrations"
            advice.append(
                "That is \(sessions) with up to \(PlanCost.seats) guests and \(PlanCost.showing) who show it, \(cost.hours) hours of people’s time if each takes an hour."
            )
        }
        if placed < request.invitations, request.limit == nil {
            advice.append(
                "Only \(placed) of \(request.invitations) invitations have somewhere to go: at most a third of a team is invited, by a team that adjoins it and has two users or more."
            )
        }
        advice.append(
            inPairs
                ? "In pairs: a second user in sight adds more than the first (probability \(FigureText.text(complexProbability, unit: .proportion))), so two colleagues of one team are invited together."
                : "One by one: a first user in sight adds at least as much as a second (probability \(FigureText.text(1 - complexProbability, unit: .proportion)))."
        )
        if !overloaded.isEmpty {
            advice.append(
                "Left alone, since other changes land there: \(overloaded.joined(separator: ", ")).")
        }
        if isLoadedEverywhere {
            advice.append(
                "Other changes land on most teams now. The best plan may be to wait for a free window.")
        }
        return advice
    }

    /// What no choice of as many invitations could exceed, beside what this one comes to; nil where either is not shown.
    package var ceiling: String? {
        guard placed > 0, let most = bound?.shown?.value?.value,
            let own = self["plan"]?.reach.shown?.value?.value
        else { return nil }
        let caution =
            inPairs
            ? " Where a second user in sight adds more than the first, no quick choice is sure to be the best: the distance is what is not known."
            : ""
        if most > 0.995 {
            return
                "How much more another choice of as many people could bring is not known: no bound below everybody was found.\(caution)"
        }
        let text = FigureText.text(most, unit: .share)
        let points = FigureText.number(max(1, (most - own) * 100), decimals: 0)
        guard most - own > 0.005 else {
            return
                "No choice of as many people comes above \(text) in this model: none is clearly better than this plan."
        }
        return
            "No choice of as many people comes above \(text) in this model, whoever is invited: this plan is at most \(points == "1" ? "1 point" : "\(points) points") below it.\(caution)"
    }

    /// What the least-reached team shown comes to; nil where no team's figures are shown.
    package var fairness: String? {
        guard let before = leastReached(\.nothing), let after = leastReached(\.plan) else { return nil }
        return
            "The least-reached team shown comes to \(FigureText.text(after, unit: .share)), and to \(FigureText.text(before, unit: .share)) with nothing done."
    }
}
