import Measures
import Rollout

/// One answer as a file gives it, while its role is still a number of the desk's book.
struct PulseEntry {
    let wave: Day
    /// Index into the teams of the roster.
    let team: Int?
    /// Number in the desk's book of roles.
    let role: Int
    let layer: Layer
    let item: PulseItem
    let reply: PulseAnswer.Reply
    let variant: PulseAnswer.Variant?
    /// Q3 only: a or b.
    let form: Character?
    /// A key that holds within one wave; of an export, begun with the reader's id, so that two surveys of one
    /// day are not mixed. Never anybody's name.
    let respondent: String?
    let file: String
    let line: Int

    /// Everything but the line, so that the order of the file does not show.
    func sortKey(roles: [Int]) -> String {
        joined(wave, respondent, item.rawValue, form, layer.rawValue, roles[role], team, reply, variant)
    }

    /// One answer a respondent, wave and item; answers that contradict each other are both left out.
    static func withoutConflicts(_ entries: [PulseEntry], book: NoticeBook) -> [PulseEntry] {
        var first: [String: Int] = [:]
        var isOut = [Bool](repeating: false, count: entries.count)
        for (index, entry) in entries.enumerated() {
            guard let respondent = entry.respondent else { continue }
            let key = joined(entry.wave, respondent, entry.item.rawValue)
            guard let other = first[key] else {
                first[key] = index
                continue
            }
            isOut[index] = true
            let known = entries[other]
            if known.reply == entry.reply, known.form == entry.form, known.variant == entry.variant,
                known.layer == entry.layer, known.role == entry.role, known.team == entry.team
            {
                book.add(
                    .duplicateRow, file: entry.file, line: entry.line,
                    "The same row is there twice. One is kept.")
            } else {
                isOut[other] = true
                book.add(
                    .conflictingRow, file: entry.file, line: entry.line,
                    "One respondent answers one item twice and differently. Neither answer is used; keep one."
                )
            }
        }
        return entries.indices.filter { !isOut[$0] }.map { entries[$0] }
    }

    /// The answers, once every role is known.
    /// - Parameter roles: The place of each role by its number in the desk's book.
    static func answers(_ entries: [PulseEntry], roles: [Int]) -> [PulseAnswer] {
        // What Q1 said decides whether Q2 and Q3 were felt or only hoped for.
        var experience: [String: Int] = [:]
        var respondents: [Day: Set<String>] = [:]
        for entry in entries {
            guard let respondent = entry.respondent else { continue }
            respondents[entry.wave, default: []].insert(respondent)
            if entry.item == .experience, case .value(let value) = entry.reply {
                experience[joined(entry.wave, respondent)] = value
            }
        }
        var numbers: [String: Int] = [:]
        for (wave, keys) in respondents {
            for (number, key) in keys.sorted().enumerated() { numbers[joined(wave, key)] = number }
        }
        return entries.map { ($0.sortKey(roles: roles), $0) }.sorted { $0.0 < $1.0 }.map { _, entry in
            let key = entry.respondent.map { joined(entry.wave, $0) }
            var variant = entry.variant
            if variant == nil, entry.item == .tedium || entry.item == .interruptionsOrStress,
                let value = key.flatMap({ experience[$0] })
            {
                variant = value >= 2 ? .experienced : .expected
            }
            return PulseAnswer(
                wave: entry.wave, team: entry.team, role: roles[entry.role], layer: entry.layer,
                item: entry.item, reply: entry.reply, variant: variant, form: entry.form,
                respondent: key.flatMap { numbers[$0] })
        }
    }
}
