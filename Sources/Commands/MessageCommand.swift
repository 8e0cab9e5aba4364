import ArgumentParser
import Discovery
import Foundation
import Intake
import Pages
import Rollout
import Wire

/// `firsthand message`: drafts of messages about AI.
struct MessageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message", abstract: "Check what a draft says, to whom, and whose benefit it speaks of.",
        subcommands: [MessageCheckCommand.self])
}

/// `firsthand message check FILE`: what the rules say of a draft.
struct MessageCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say of a draft whom it addresses, whose benefit it speaks of, and whether it orders.",
        discussion: "Rules, no model: the same text gives the same answer. Nothing is kept.")

    /// How the answer is written.
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "A text file; - reads standard input.")
    var file: String
    @Option(help: "For whom it is meant: executive, manager or contributor.")
    var to: String?
    @Option(help: "text or json.")
    var format: Format = .text

    func run() throws {
        let layer = try to.map { word in
            guard let layer = Layer(rawValue: word) else {
                throw ValidationError("--to takes executive, manager or contributor.")
            }
            return layer
        }
        let check = MessageCheck(try read())
        switch format {
        case .json:
            let body = MessageCheckCommand.body(check, for: layer)
            print(String(decoding: try body.encode(), as: UTF8.self))
        case .text:
            print(
                MessageCheckCommand.lines(check, for: layer, paper: .standardOutput()).joined(separator: "\n")
            )
        }
    }

    private func read() throws -> String {
        do {
            let data =
                file == "-"
                ? FileHandle.standardInput.readDataToEndOfFile()
                : try Data(contentsOf: URL(fileURLWithPath: file))
            guard let text = String(data: data, encoding: .utf8) else {
                throw IntakeFailure(
                    .messageUnreadable, "The draft is no UTF-8 text. Save it as plain text.", place: file)
            }
            return text
        } catch let failure as IntakeFailure {
            throw failure
        } catch {
            throw IntakeFailure(.messageUnreadable, "The draft cannot be read. Check the path.", place: file)
        }
    }

    static func body(_ check: MessageCheck, for layer: Layer?) -> MessageCheckBody {
        MessageCheckBody(
            audience: check.audience?.rawValue, benefit: check.benefit.rawValue,
            motive: check.motive?.rawValue, hasExample: check.hasExample, tone: check.tone.rawValue,
            // Two decimals: more would pretend to an exactness that reading does not have.
            grade: check.grade.map { ($0 * 100).rounded() / 100 }, isHeavy: check.isHeavy,
            fits: layer.map(check.fits),
            marks: check.marks.map {
                .init(rule: $0.rule.rawValue, sentence: $0.sentence, text: $0.text, reason: $0.reason)
            })
    }

    static func lines(_ check: MessageCheck, for layer: Layer?, paper: Paper) -> [String] {
        var lines: [String] = []
        let facts = MessagesModel.facts(check)
        let width = facts.map(\.label.count).max() ?? 0
        for fact in facts {
            let note = fact.note.map { " (\($0))" } ?? ""
            lines.append(
                fact.label.padding(toLength: width + 2, withPad: " ", startingAt: 0) + fact.value + note)
        }
        if let layer {
            let word = layer == .contributor ? "those who do the work" : "\(layer.rawValue)s"
            lines += [
                "",
                check.fits(layer)
                    ? "It fits \(word): their motive, a before and an after, and no order."
                    : "It does not fit \(word) yet: they need their own motive, a before and an after, and no order.",
            ]
        }
        if !check.marks.isEmpty { lines += ["", paper.inked("Sentences to look at", .strong)] }
        for mark in check.marks {
            lines += paper.wrapped("“\(mark.text)”", indent: "    ", first: "  · ")
            lines += paper.wrapped(mark.reason, indent: "    ")
        }
        return lines
    }
}
