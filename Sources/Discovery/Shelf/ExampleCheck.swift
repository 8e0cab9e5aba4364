/// Sends back claims that nobody could copy: an example needs a task, a before and an after.
package enum ExampleCheck {
    /// What is missing, and a hint that helps.
    package struct Hint: Hashable, Sendable {
        /// What the example lacks.
        package enum Lack: String, Hashable, Sendable, CaseIterable {
            case task, before, after, personalSubject
        }

        package let lack: Lack
        package let sentence: String
    }

    /// Words that say how good something is and not what was done.
    private static let empty: Set<String> = [
        "ai", "amaz", "awesome", "bett", "boost", "chatgpt", "copilot", "efficiency", "efficient", "effici",
        "fast", "gamechang", "gain",
        "good", "great", "help", "impact", "improv", "increas", "innovation", "innovat", "job", "llm",
        "potential", "productive",
        "productiv", "productivity", "quality", "revolution", "save", "sav", "smart", "solution", "success",
        "successful",
        "support", "transform", "tool", "use", "us", "using", "useful", "value", "valu",
    ]

    /// Words that speak of the company and not of somebody's day.
    private static let company: Set<String> = [
        "business", "company", "competitive", "competitiv", "cost", "customer", "enterprise", "enterpris",
        "growth", "headcount", "margin",
        "market", "organisation", "organiz", "organis", "profit", "revenue", "revenu", "shareholder",
        "strategy", "strategic",
    ]

    /// What keeps a claim off the shelf; empty: it can stand there.
    ///
    /// - Parameters:
    ///   - task: The title.
    ///   - before: Minutes before, where given.
    ///   - after: Minutes after, where given.
    /// - Complexity: O(letters).
    package static func hints(task: String, minutesBefore before: Double?, minutesAfter after: Double?)
        -> [Hint]
    {
        var hints: [Hint] = []
        let words = StatementWords.words(of: task).filter { $0.count > 1 && $0.contains(where: \.isLetter) }
        let telling = words.filter { !StatementWords($0).stems.isEmpty }.map(StatementWords.stem)
            .filter { !empty.contains($0) }
        if telling.isEmpty {
            hints.append(
                Hint(
                    lack: .task,
                    sentence:
                        "Name the piece of work, not how good it is: “Answering delivery questions” says more than “Great productivity boost”."
                ))
        } else if telling.allSatisfy({ company.contains($0) }) {
            hints.append(
                Hint(
                    lack: .personalSubject,
                    sentence:
                        "Say what became easier in your own day; what the company gains is another story."))
        }
        if before == nil {
            hints.append(Hint(lack: .before, sentence: "Say how many minutes it took before, roughly."))
        }
        if after == nil {
            hints.append(
                Hint(lack: .after, sentence: "Say how many minutes it takes now, checking included."))
        }
        return hints
    }
}
