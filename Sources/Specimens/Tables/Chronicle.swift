import Inference
import Measures
import Rollout

/// Everything one organisation leaves behind, before it is written down as tables.
struct Chronicle: Sendable {
    /// From when a tool's log covers a team; days count from the season's first Monday.
    struct Sight: Sendable {
        let tool: String
        /// Nil: everybody.
        let team: Int?
        let from: Int
        let note: String
    }

    let staff: Staff
    let season: Season
    let presence: Presence
    let causes: Causes
    let surroundings: Surroundings
    let history: History
    let reorganised: Int?
    let sheets: [AnswerSheet]
    /// Who works with whom, `a` before `b`.
    let ties: [(a: Int, b: Int, weight: Int)]
    let sights: [Sight]
    /// The tool of a member in a week.
    let toolUse: ToolUse

    func text(_ day: Int) -> String { season.start.advanced(by: day).description }

    func isWritten(_ day: Int) -> Bool { day < season.observed * 7 }

    static func key(_ member: Int) -> String {
        let digits = String(member + 1)
        return "p" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

/// Which tool a use went through.
struct ToolUse: Sendable {
    static let assistant = "Compass"
    static let office = "Microsoft 365 Copilot"
    static let code = "GitHub Copilot"

    /// Week from which a team works in the second tool for good; nil: as each likes.
    let moved: [Int?]
    /// Liking for the second tool, in 0...1; by member.
    let liking: [Double]
    let isEngineer: [Bool]

    init(staff: Staff, world: World, using random: inout RandomSource) {
        liking = staff.members.map { _ in random.uniform() * random.uniform() * 0.8 }
        isEngineer = staff.members.map {
            $0.role < staff.families.count && staff.families[$0.role].isEngineering
        }
        moved = staff.teams.map { _ in
            let moves = random.drawBernoulli(0.5)
            return world == .twoTools && moves ? 19 : nil
        }
    }

    func second(_ member: Int) -> String { isEngineer[member] ? ToolUse.code : ToolUse.office }

    func tool(_ member: Int, team: Int, week: Int, chance: Double) -> String {
        if let moved = moved[team], week >= moved { return second(member) }
        return chance < liking[member] ? second(member) : ToolUse.assistant
    }
}
