import ArgumentParser
import Diagnosis
import Disclosure
import Foundation
import Measures

/// `firsthand interview`: ten questions for whoever has no files yet.
struct InterviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interview",
        abstract: "Answer ten questions and get a provisional reading: opinion, not evidence.",
        discussion: "Nothing is kept. With --with, the reading says where two people's pictures differ.")

    @Option(help: "Answers as ten letters, as another interview printed them; nothing is asked then.")
    var answers: String?
    @Option(name: .customLong("with"), help: "Somebody else's ten letters to compare with.")
    var other: String?

    func run() throws {
        let paper = Paper.standardOutput()
        let mine = try answers.map { try Self.parse($0, "--answers") } ?? Self.ask(paper)
        let theirs = try other.map { try Self.parse($0, "--with") }
        print(InterviewText(answers: mine, other: theirs, paper: paper).lines().joined(separator: "\n"))
    }

    private static func parse(_ text: String, _ option: String) throws -> InterviewAnswers {
        guard let answers = InterviewAnswers(text: text) else {
            throw ValidationError(
                "\(option) takes the ten letters that an interview printed, for example babcb-aabd.")
        }
        return answers
    }

    private static func ask(_ paper: Paper) -> InterviewAnswers {
        var answers = InterviewAnswers()
        for (place, question) in InterviewQuestion.allCases.enumerated() {
            print("")
            print(paper.wrapped("\(place + 1). \(question.text)").joined(separator: "\n"))
            if !question.isScale {
                for choice in question.choices { print("   \(choice.code + 1)  \(choice.label)") }
            }
            let (low, high) = question.isScale ? (0, 10) : (1, question.choices.count)
            while true {
                print("   \(low) to \(high), or Enter to leave it open: ", terminator: "")
                fflush(nil)
                guard let line = readLine() else { return answers }
                let text = line.trimmingCharacters(in: .whitespaces)
                if text.isEmpty { break }
                if let number = Int(text), (low...high).contains(number) {
                    answers[question] = number - low
                    break
                }
                print("   Please type a number from \(low) to \(high).")
            }
        }
        return answers
    }
}

/// A provisional reading as a page of text.
struct InterviewText {
    let answers: InterviewAnswers
    let other: InterviewAnswers?
    let paper: Paper

    func lines() -> [String] {
        let reading = InterviewReading(answers)
        let probabilities = reading.probabilities
        var lines = [
            "", paper.inked("Opinion, not evidence: one person's answers to ten questions", .strong),
        ]
        let all: [(String, Double)] = [
            ("moving", probabilities.moving), ("phase 1", probabilities.phase1),
            ("phase 2", probabilities.phase2),
        ]
        for (name, probability) in all.sorted(by: { $0.1 > $1.1 }) {
            lines.append(
                "  \(name.padding(toLength: 8, withPad: " ", startingAt: 0)) \(FigureText.number(probability, decimals: 2))  "
                    + String(repeating: "█", count: Int((probability * 20).rounded())))
        }
        lines += reading.because.flatMap { paper.wrapped($0, indent: "  ") }
        lines += ["", paper.inked("What the answers point at, strongest first", .strong)]
        for barrier in reading.barriers.prefix(3) {
            lines.append(
                "  · \(barrier.code.rawValue): severity \(FigureText.number(barrier.severity.low, decimals: 1)) to \(FigureText.number(barrier.severity.high, decimals: 1))"
            )
        }
        lines += ["", paper.inked("What would settle most", .strong)]
        switch reading.settles {
        case .use:
            lines += paper.wrapped(
                "One export of use by person and day, and a list of people and teams.", indent: "  ")
        case .register:
            lines += paper.wrapped("A list of use cases with the day each went live.", indent: "  ")
        case .pulse:
            lines += paper.wrapped(
                "Nine questions to people: what stands in the way, only they can say.", indent: "  ")
        }
        if let other {
            let differing = InterviewQuestion.allCases.filter { question in
                guard let here = answers[question], let there = other[question] else { return false }
                return abs(here - there) >= (question.isScale ? 2 : 1)
            }
            lines += [
                "",
                paper.inked("Where the two pictures differ: \(differing.count) of ten questions", .strong),
            ]
            for question in differing {
                lines += paper.wrapped(question.text, indent: "    ", first: "  · ")
                lines.append(
                    "    you: \(question.choices[answers[question]!].label); the other: \(question.choices[other[question]!].label)"
                )
            }
        }
        lines += ["", "Your answers as letters, for somebody to compare with: \(answers.text)"]
        return lines
    }
}
