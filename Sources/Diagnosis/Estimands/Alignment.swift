import Measures
import Rollout

/// Whether messages speak of what their listeners want.
struct Alignment: Sendable {
    /// Weeks of messages looked at.
    static let windowWeeks = 26

    let matched: [Layer: Int]
    let sent: [Layer: Int]
    /// Messages with a concrete example, of those for which it was noted.
    let withExample: Int
    let exampleNoted: Int

    init(_ evidence: Evidence) {
        let from = evidence.asOf.advanced(by: 1 - 7 * Alignment.windowWeeks)
        let recent = evidence.messages.filter { $0.date >= from && $0.date <= evidence.asOf }
        var matched: [Layer: Int] = [:]
        var sent: [Layer: Int] = [:]
        for message in recent {
            guard let motive = message.motive else { continue }
            sent[message.layer, default: 0] += 1
            if motive == Message.Motive.wanted(by: message.layer) { matched[message.layer, default: 0] += 1 }
        }
        self.matched = matched
        self.sent = sent
        withExample = recent.count { $0.hasExample == true }
        exampleNoted = recent.count { $0.hasExample != nil }
    }

    /// Matched and sent over the layers given.
    func counts(_ layers: [Layer] = Layer.allCases) -> (matched: Int, sent: Int) {
        (layers.reduce(0) { $0 + (matched[$1] ?? 0) }, layers.reduce(0) { $0 + (sent[$1] ?? 0) })
    }
}
