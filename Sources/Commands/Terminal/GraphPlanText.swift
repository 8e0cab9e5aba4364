import Casework
import Foundation

/// Seeds on a graph of numbers, for the terminal.
struct GraphPlanText {
    let plan: GraphPlan
    let people: Int
    let paper: Paper

    /// All lines.
    func lines() -> [String] {
        var lines = paper.wrapped("Seeds: " + plan.seeds.map(String.init).joined(separator: " "))
        lines.append("")
        if let guaranteed = plan.guaranteed {
            lines += paper.wrapped(
                String(
                    format:
                        "They reach %.0f of %d on average (%.0f to %.0f, 95 %%). No choice of as many reaches "
                        + "more than %.0f; at least %.0f %% of the best is certain.", plan.reach, people,
                    plan.reach - plan.halfWidth, plan.reach + plan.halfWidth, plan.bestPossible,
                    100 * guaranteed))
        } else {
            lines += paper.wrapped(
                String(
                    format:
                        "They reach %.0f of %d; no choice of as many reaches more than %.0f. Where several "
                        + "contacts are needed a second one adds more than a first, so no quick choice has a "
                        + "guarantee: the gap between the two numbers is what is not known.", plan.reach,
                    people, plan.bestPossible))
        }
        return lines
    }
}
