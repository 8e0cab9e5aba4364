import Rollout

/// One person's answers to one wave, before a key is drawn for it.
struct AnswerSheet: Sendable {
    /// Week of the wave; the day is its Wednesday.
    let week: Int
    let member: Int
    let team: Int
    /// Answers in the order of the items; nil: skipped, -1: cannot say.
    var answers: [(item: PulseItem, value: Int?)] = []
    /// Whether Q2 and Q3 were asked as felt rather than hoped for.
    var isExperienced = false
    /// Which form of Q3 was drawn.
    var form = "a"

    static let cannotSay = -1
}

/// Waves of the pulse: every four weeks, the last in the last week written.
enum Waves {
    static func weeks(_ season: Season) -> [Int] {
        Array(stride(from: (season.observed - 1) % 4, to: season.observed, by: 4))
    }
}
