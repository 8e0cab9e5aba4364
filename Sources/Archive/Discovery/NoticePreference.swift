/// What somebody wants to be told, and when not.
package struct NoticePreference: Hashable, Sendable {
    /// Whether anything is sent at all; nothing is until somebody asks for it.
    package let isOn: Bool
    /// Minutes of the day (UTC) from and to which nothing is sent; equal: never quiet.
    package let quietFrom: Int
    package let quietTo: Int
    /// Hash of the secret in the address of their calendar feed; nil: no feed.
    package let feedHash: [UInt8]?
    /// How they want to be told, where the house has more than one way.
    package let channel: Channel

    /// A way in which messages reach somebody.
    package enum Channel: String, Hashable, Sendable, CaseIterable {
        case mail, chat
    }

    package init(
        isOn: Bool, quietFrom: Int, quietTo: Int, feedHash: [UInt8]?, channel: Channel = .mail
    ) {
        self.isOn = isOn
        self.quietFrom = quietFrom
        self.quietTo = quietTo
        self.feedHash = feedHash
        self.channel = channel
    }

    /// The same with another calendar feed.
    package func with(feedHash: [UInt8]?) -> NoticePreference {
        NoticePreference(
            isOn: isOn, quietFrom: quietFrom, quietTo: quietTo, feedHash: feedHash, channel: channel)
    }

    /// Nothing is sent, quiet from six in the evening to eight in the morning once something is, no feed.
    package static let untouched = NoticePreference(
        isOn: false, quietFrom: 18 * 60, quietTo: 8 * 60, feedHash: nil)
}
