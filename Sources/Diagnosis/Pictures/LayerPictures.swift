import Inference
import Measures
import Rollout

/// Each item of the pulse, layer by layer, with what leaders believe of the others.
struct LayerPictures {
    private let groundwork: Groundwork

    init(_ groundwork: Groundwork) { self.groundwork = groundwork }

    private static let items: [(PulseItem, String)] = [
        (.tedium, "AI has taken dull work off my hands (those with firsthand experience)"),
        (.time, "I get time to try it, even in a busy week"),
        (.managerSupport, "My manager helps me make AI fit my job"),
        (.clarity, "I know what AI should change for my job"),
        (.changeLoad, "I am asked to take on more changes than I can absorb"),
        (.choice, "I use it because I want to, not because it is expected"),
        (.advocacy, "I would suggest it to a colleague (8 to 10 of 10)"),
    ]

    /// One row an item; empty without a pulse.
    func rows() -> [LayerRow] {
        guard !groundwork.asked.respondents.isEmpty else { return [] }
        return LayerPictures.items.map { item, label in
            LayerRow(item: item, label: label, marks: Layer.allCases.map { mark(item, layer: $0) })
        }
    }

    private func mark(_ item: PulseItem, layer: Layer) -> LayerRow.Mark {
        let people = PeopleSet(
            groundwork.present.filter { groundwork.observation.people[$0].layer == layer }.map {
                PersonID($0)
            })
        let answered = groundwork.asked.respondents.filter { respondent in
            respondent.layer == layer && respondent[item] != nil
                && (item != .tedium || respondent.benefitVariant == .experienced)
        }
        let agree = answered.count { ($0[item] ?? 0) >= (item == .advocacy ? 8 : 4) }
        let felt = MeasureTable.share(
            Double(agree), of: Double(answered.count),
            otherwise: Reason("notAsked", "Nobody of this layer answered in the last twelve weeks."))
        return LayerRow.Mark(
            layer: layer, felt: Sensitive(felt, about: people, answers: answered.count),
            believed: item == .tedium && layer != .contributor ? believed(by: layer, people: people) : nil)
    }

    private func believed(by layer: Layer, people: PeopleSet) -> Sensitive<Measured<Estimate>> {
        let answers = groundwork.asked.respondents.filter { $0.layer == layer }.compactMap { $0[.believed] }
        guard !answers.isEmpty else {
            return Sensitive(
                .notKnown(Reason("notAsked", "Nobody of this layer was asked what others feel.")),
                about: people,
                answers: 0)
        }
        let mean = Double(answers.reduce(0, +)) / Double(answers.count) / 10
        return Sensitive(
            .known(Estimate(mean, n: answers.count, unit: .share)), about: people, answers: answers.count)
    }
}
