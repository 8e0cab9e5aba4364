import Measures
import Rollout

/// A week in which a person used a tool, while no day is told and names are still numbers.
struct WeekDraft: Hashable {
    let person: Int
    let tool: Int
    let mode: UseMode
    let week: Week
    /// 1 to 7; nil: not told.
    let activeDays: Int?
    /// The day the file was made, where it tells.
    var refreshed: Day?

    /// Each week once: of two files the later made counts, else the greater number of days.
    /// - Complexity: O(n log n).
    static func settled(_ drafts: [WeekDraft], tools: [String]) -> [WeekUse] {
        struct Key: Hashable {
            let person: Int
            let tool: Int
            let mode: UseMode
            let week: Week
        }
        var kept: [Key: WeekDraft] = [:]
        for draft in drafts {
            let key = Key(person: draft.person, tool: draft.tool, mode: draft.mode, week: draft.week)
            guard let known = kept[key] else {
                kept[key] = draft
                continue
            }
            let one = (draft.refreshed?.number ?? .min, draft.activeDays ?? 0)
            if one > (known.refreshed?.number ?? .min, known.activeDays ?? 0) { kept[key] = draft }
        }
        return kept.values.map { draft in
            WeekUse(
                person: PersonID(draft.person), tool: tools[draft.tool], mode: draft.mode, week: draft.week,
                activeDays: draft.activeDays)
        }.sorted { left, right in
            let one = (left.person, left.tool, left.mode.rawValue, left.week)
            return one < (right.person, right.tool, right.mode.rawValue, right.week)
        }
    }
}
