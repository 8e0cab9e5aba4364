import Measures
import Rollout

/// The audit of figures that rest on answers: what one group's answers leave of another's.
///
/// Who answered is not known to anybody, so answers are audited as numbers: a group less a group
/// inside it, and a group less all published groups of one kind inside it, must leave no answers
/// or at least the minimum, and where few are left and the figure is a share, not all alike.
struct AnswersAudit {
    /// Only so many of the largest groups are taken as the whole that others are subtracted from.
    static let wholes = 64

    private let figures: [FamilyGroups.Figure?]
    private let kind: Family.Kind
    private let policy: DisclosurePolicy
    /// Groups strictly inside each whole, by kind of scope, largest first.
    private let inside: [Int: [[Int]]]

    /// Nil where no figure rests on answers.
    /// - Complexity: O(wholes × groups × roster / 64).
    init?(
        groups: FamilyGroups, figures: [FamilyGroups.Figure?], kind: Family.Kind, policy: DisclosurePolicy
    ) {
        guard figures.contains(where: { $0?.answers != nil }) else { return nil }
        self.figures = figures
        self.kind = kind
        self.policy = policy
        let sizes = groups.sets.map(\.count)
        let bySize = groups.sets.indices.filter { figures[$0] != nil }
            .sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
        var inside: [Int: [[Int]]] = [:]
        for whole in bySize.prefix(AnswersAudit.wholes) {
            let parts = bySize.filter {
                sizes[$0] < sizes[whole] && groups.sets[$0].isSubset(of: groups.sets[whole])
            }
            inside[whole] = Scope.Kind.allCases.map { kind in parts.filter { groups.kinds[$0] == kind } }
                .filter { !$0.isEmpty }
        }
        self.inside = inside
    }

    /// Whether no remainder of few answers follows from the published figures.
    func isSafe(_ published: [Int]) -> Bool {
        let shown = Set(published)
        for whole in published {
            for parts in inside[whole] ?? [] {
                let here = parts.filter(shown.contains)
                if here.count > 1, !leavesEnough(whole, less: here) { return false }
                for part in here where !leavesEnough(whole, less: [part]) { return false }
            }
        }
        return true
    }

    private func leavesEnough(_ whole: Int, less parts: [Int]) -> Bool {
        guard let all = figures[whole], let answers = all.answers else { return true }
        var left = answers
        var agreeing = all.estimate.value * Double(answers)
        for part in parts {
            guard let figure = figures[part], let some = figure.answers else { return true }
            left -= some
            agreeing -= figure.estimate.value * Double(some)
        }
        if left <= 0 { return true }
        if left < policy.minimumGroup { return false }
        guard kind == .counts, all.estimate.unit == .share, left < policy.roundingBelow else { return true }
        return agreeing >= 0.5 && agreeing <= Double(left) - 0.5
    }
}
