import Inference
package import Measures
package import Rollout

/// How many messages spoke of what their listeners want: the alignment that barrier B5 rests on.
package struct MessageAlignment: Hashable, Sendable {
    /// Weeks looked back, as in the diagnosis.
    package static let windowWeeks = 26

    package let matched: Int
    package let sent: Int

    /// Counts messages to a layer; those without a motive are left out, and nil counts all layers.
    /// - Complexity: O(messages).
    package init(_ messages: [Message], to layer: Layer? = nil, asOf: Day) {
        let from = asOf.advanced(by: 1 - 7 * MessageAlignment.windowWeeks)
        let counted = messages.filter {
            $0.date >= from && $0.date <= asOf && $0.motive != nil && (layer == nil || $0.layer == layer)
        }
        sent = counted.count
        matched = counted.count { $0.motive == Message.Motive.wanted(by: $0.layer) }
    }

    /// The share matched, with Jeffreys' interval; not known without messages. Messages are no people, so nothing is withheld.
    package var share: Measured<Estimate> {
        guard sent > 0 else {
            return .notKnown(
                Reason(
                    "noMessages",
                    "No message with a motive was logged in the last 26 weeks. Log what is said."))
        }
        return .known(
            Estimate(
                Double(matched) / Double(sent),
                interval: Jeffreys.interval(successes: matched, of: sent, level: 0.9), n: sent,
                unit: .proportion))
    }
}
