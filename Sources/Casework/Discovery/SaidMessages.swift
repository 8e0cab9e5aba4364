import Archive
import Measures
import Rollout

extension StoredEvidence {
    /// The evidence with the messages of the log beside those of messages.csv.
    ///
    /// So what was written down on the page counts for whether messages fit their listeners (barrier
    /// `messageMisalignment`), and orders among it for who began under orders (`superficialCompliance`). One that is in both counts once.
    /// - Complexity: O(messages²) of the log, which people write by hand.
    func with(said: [SaidMessage]) -> StoredEvidence {
        var evidence = evidence
        for entry in said where entry.date <= evidence.asOf {
            guard let layer = Layer(rawValue: entry.layer) else { continue }
            let message = Message(
                date: entry.date, layer: layer, channel: entry.channel.isEmpty ? nil : entry.channel,
                motive: entry.motive.flatMap { Message.Motive(rawValue: $0) }, hasExample: entry.hasExample,
                isOrder: entry.isOrder)
            if !evidence.messages.contains(message) { evidence.messages.append(message) }
            evidence.sources.insert(.messages)
        }
        return StoredEvidence(evidence: evidence, members: members)
    }

    /// The evidence with what an edition published of people's own pages; as it is for nil.
    ///
    /// Nothing finer than the edition gets into the diagnosis, so nothing finer can come out of it.
    func with(_ edition: DiscoveryEdition?) -> StoredEvidence {
        var evidence = evidence
        evidence.testimony = edition?.testimony
        return StoredEvidence(evidence: evidence, members: members)
    }
}
