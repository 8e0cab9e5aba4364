package import Diagnosis
package import Disclosure
import Figures
import Measures

/// A term and what is said of it, with small print.
package struct Fact: Sendable {
    package let label: String
    package let value: String
    package let note: String?

    package init(_ label: String, _ value: String, note: String? = nil) {
        self.label = label
        self.value = value
        self.note = note
    }

    /// A measure of a scope as it may be shown: withheld and not known keep their reason.
    package init?(_ code: MeasureCode, of scope: PublishedScope) {
        guard let figure = scope[code] else { return nil }
        let name = Wording.name(code)
        switch figure.state {
        case .withheld(let reason):
            // The value says already that it is withheld; the note says why.
            let why = reason.sentence.replacing("Withheld: ", with: "")
            self.init(name, "withheld", note: why.prefix(1).uppercased() + why.dropFirst())
        case .shown(.notKnown(let reason)): self.init(name, "not known", note: reason.sentence)
        case .shown(.known(let estimate)):
            let people = estimate.n.map { "of \(Printed.count($0))" }
            let note = [Wording.range(estimate), people].compactMap { $0 }.joined(separator: ", ")
            self.init(name, Wording.value(estimate), note: note.isEmpty ? nil : note)
        }
    }
}
