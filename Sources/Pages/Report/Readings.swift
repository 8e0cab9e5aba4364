package import Disclosure
package import Figures
import Measures

/// From figures that may be shown to figures on a chart.
extension Reading {
    /// A published figure as a chart takes it: withheld and not known keep their reason.
    init(_ figure: Disclosed<Measured<PublishedEstimate>>) {
        switch figure.state {
        case .withheld(let reason): self = .withheld(reason.sentence)
        case .shown(.notKnown(let reason)): self = .notKnown(reason.sentence)
        case .shown(.known(let estimate)): self = Reading(estimate)
        }
    }

    /// A published figure that is always known where it is shown.
    init(_ figure: Disclosed<PublishedEstimate>) {
        switch figure.state {
        case .withheld(let reason): self = .withheld(reason.sentence)
        case .shown(let estimate): self = Reading(estimate)
        }
    }

    /// A published count of people, with its share of everybody where that is known.
    /// - Parameter bandOf: The same as a share: where it is told as a band, so is the count.
    init(_ count: Disclosed<Measured<Int>>, of everybody: Int?, bandOf share: PublishedEstimate? = nil) {
        if let share, let words = Wording.band(share), let people = share.n {
            self = .shown(Number(share.value * Double(people), text: words, hasPoint: false))
            return
        }
        switch count.state {
        case .withheld(let reason): self = .withheld(reason.sentence)
        case .shown(.notKnown(let reason)): self = .notKnown(reason.sentence)
        case .shown(.known(let people)): self = Reading(people: people, of: everybody)
        }
    }

    /// A published count of people.
    init(_ count: Disclosed<Int>) {
        switch count.state {
        case .withheld(let reason): self = .withheld(reason.sentence)
        case .shown(let people): self = Reading(people: people, of: nil)
        }
    }

    /// Counted people, with their share of a whole where there is one.
    package init(people: Int, of everybody: Int?) {
        var text = Printed.people(people)
        if let everybody, everybody > 0, people <= everybody {
            text += " · \(Printed.percent(Double(people) / Double(everybody)))"
        }
        self = .shown(Number(Double(people), text: text))
    }

    /// An estimate as a chart takes it; one that is not finite is not known.
    package init(_ estimate: PublishedEstimate) {
        guard estimate.value.isFinite else {
            self = .notKnown("The figure could not be computed.")
            return
        }
        var hasPoint = true
        if case .band = estimate.precision { hasPoint = false }
        self = .shown(
            Number(
                estimate.value, low: estimate.interval?.low, high: estimate.interval?.high,
                text: Wording.figure(estimate), label: Wording.value(estimate), hasPoint: hasPoint))
    }
}
