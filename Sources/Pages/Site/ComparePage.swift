import Diagnosis
package import Disclosure
import Figures
package import Measures
import Rollout

/// Two readings side by side.
package struct ComparePageModel: Sendable {
    /// A day that can be chosen.
    package struct Choice: Sendable {
        package let value: String
        package let label: String
        package let isBefore: Bool
        package let isAfter: Bool
    }

    /// One figure on both days.
    package struct Line: Sendable {
        package let label: String
        package let before: String
        package let after: String
        package let change: String

        /// A figure on two days; what is withheld or not known stays in words.
        package init(_ label: String, before: Side, after: Side) {
            self.label = label
            self.before = before.text
            self.after = after.text
            guard let one = before.estimate, let other = after.estimate, one.unit == other.unit,
                one.precision == .exact, other.precision == .exact
            else {
                change = "cannot be said"
                return
            }
            change = Line.words(one, other)
        }

        private static func words(_ one: PublishedEstimate, _ other: PublishedEstimate) -> String {
            let step = other.value - one.value
            let isShare = [.share, .proportion, .shareDifference].contains(one.unit)
            let size = isShare ? (step * 100).rounded() : step
            guard abs(size) >= (isShare ? 1 : 0.005) else { return "the same" }
            let sign = size > 0 ? "+" : "−"
            let number =
                isShare
                ? "\(sign)\(Printed.decimal(abs(size), places: 0))\u{A0}\(abs(size) == 1 ? "point" : "points")"
                : "\(sign)\(Printed.decimal(abs(size)))"
            guard let first = one.interval, let second = other.interval else { return number }
            let isApart = first.high < second.low || second.high < first.low
            return isApart ? "\(number), ranges apart" : "\(number), could be chance"
        }
    }

    /// A figure on one day: its number, or a word in its place.
    package enum Side: Sendable {
        case estimate(PublishedEstimate)
        case word(String)

        var estimate: PublishedEstimate? {
            if case .estimate(let estimate) = self { estimate } else { nil }
        }

        var text: String {
            switch self {
            case .estimate(let estimate): Wording.figure(estimate)
            case .word(let word): word
            }
        }
    }

    /// Figures of one kind of scope.
    package struct Table: Sendable {
        package let anchor: String
        package let kicker: String
        package let title: String
        package let caption: String
        package let head: String
        package let lines: [Line]

        package init(
            anchor: String, kicker: String, title: String, caption: String, head: String, lines: [Line]
        ) {
            self.anchor = anchor
            self.kicker = kicker
            self.title = title
            self.caption = caption
            self.head = head
            self.lines = lines
        }
    }

    package let title: String
    package let lead: String
    package let choices: [Choice]
    package let hasChoices: Bool
    package let problem: String?
    package let tables: [Table]
    package let missing: [String]
    package let hasMissing: Bool
    package let hasResult: Bool
    package let query: String

    /// - Parameters:
    ///   - days: The days of readings, the earliest first.
    ///   - problem: Why nothing can be compared, in a sentence.
    ///   - verdicts: The verdict's code on both days.
    package init(
        days: [Day], before: Day?, after: Day?, problem: String? = nil,
        verdicts: (before: String, after: String)? = nil, tables: [Table] = [], missing: [String] = []
    ) {
        choices = days.reversed().map {
            Choice(value: "\($0)", label: $0.long, isBefore: $0 == before, isAfter: $0 == after)
        }
        hasChoices = days.count > 1
        self.problem = problem
        self.tables = tables
        self.missing = missing
        hasMissing = !missing.isEmpty
        hasResult = !tables.isEmpty
        query = before.flatMap { one in after.map { "before=\(one)&after=\($0)" } } ?? ""
        if let before, let after, let verdicts, !tables.isEmpty {
            let names = [verdicts.before, verdicts.after].map {
                Wording.name(VerdictCode(rawValue: $0) ?? .notEnoughEvidence)
            }
            title =
                names[0] == names[1]
                ? "The verdict stays: \(names[1])" : "From \(names[0]) to \(names[1])"
            lead = "\(before.long) beside \(after.long), as they were published on their day."
        } else {
            title = "Compare two days"
            lead =
                hasChoices
                ? "Two readings side by side, at least four weeks apart."
                : "There is one reading so far, and a comparison needs two. The next one is made in the night."
        }
    }
}

extension Site {
    /// Two readings side by side.
    package static func compare(_ model: ComparePageModel, shell: ShellModel) -> String {
        render("compare", title: "Compare two days", page: model, shell: shell)
    }
}
