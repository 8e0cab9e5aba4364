import ArgumentParser
import Casework

/// `firsthand explain CODE`: what a verdict, measure, barrier or notice means.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell what a verdict, measure, barrier or notice means, how it is computed, and its source."
    )

    @Argument(
        help:
            "A code as it stands in the JSON or the terminal, for example habit or phase2; none lists them all."
    )
    var code: String?

    func run() throws {
        let paper = Paper.standardOutput()
        guard let code else {
            print(Catalogue.listing().joined(separator: "\n"))
            return
        }
        guard let explanation = Catalogue.find(code) else {
            let near = Catalogue.nearest(code).joined(separator: ", ")
            throw ValidationError(
                "There is no '\(code)'. Near it: \(near). Run 'firsthand explain' for all codes.")
        }
        var lines = paper.wrapped("\(explanation.title) (\(explanation.code))").map {
            paper.inked($0, .strong)
        }
        lines += paper.wrapped(explanation.summary)
        for passage in explanation.passages {
            lines += ["", paper.inked(passage.heading, .strong)]
            lines += passage.text.split(separator: "\n").flatMap { paper.wrapped(String($0), indent: "  ") }
        }
        lines += ["", paper.inked("The same, in the guide: \(explanation.guide)", .quiet)]
        print(lines.joined(separator: "\n"))
    }
}
