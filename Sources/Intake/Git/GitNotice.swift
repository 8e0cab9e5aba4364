package import Rollout

/// Everything a collect may have to say; each has a heading in Guides/Notices/Git.md.
package enum GitNotice: String, Hashable, Sendable, CaseIterable {
    case agentCandidates = "git.agentCandidates"
    case doubtfulBots = "git.doubtfulBots"
    case futureCommits = "git.futureCommits"
    case instrumentChange = "git.instrumentChange"
    case keyReadable = "git.keyReadable"
    case labelsBanned = "git.labelsBanned"
    case noCore = "git.noCore"
    case peopleDropped = "git.peopleDropped"
    case shallow = "git.shallow"
    case squashLoss = "git.squashLoss"
    case teamless = "git.teamless"
    case unattributed = "git.unattributed"
    case unknownLabel = "git.unknownLabel"
    case weakMarks = "git.weakMarks"

    /// How much it matters.
    package var severity: Notice.Severity {
        switch self {
        case .instrumentChange, .peopleDropped, .teamless, .weakMarks, .unattributed, .agentCandidates: .note
        case .doubtfulBots, .futureCommits, .keyReadable, .labelsBanned, .shallow, .squashLoss, .unknownLabel:
            .warning
        case .noCore: .error
        }
    }

    /// The notice with its sentences.
    package func notice(_ message: String, file: String? = nil) -> Notice {
        Notice(rawValue, severity, file: file, message: message)
    }
}
