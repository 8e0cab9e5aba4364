package import Archive

/// How the front door is set up.
package struct FrontSettings: Sendable {
    /// The address people type, for example `https://firsthand.example.com`; links in messages begin with it.
    package let baseURL: String
    /// Whether the server itself speaks TLS, or a proxy in front of it does.
    package let isBehindTLS: Bool
    /// Whether the sign-in page lists the people of the demonstration.
    package let demo: [DemoPerson]
    /// Bytes of an upload at most.
    package let longestUpload: Int
    package let product: String
    /// Ways in which reminders can reach people here.
    package let channels: Set<NoticePreference.Channel>

    /// Somebody to sign in as in a demonstration.
    package struct DemoPerson: Hashable, Sendable {
        package let email: String
        package let password: String
        /// What this person comes for, for example "Rollout lead: where are we stuck, why, what next".
        package let what: String

        package init(email: String, password: String, what: String) {
            self.email = email
            self.password = password
            self.what = what
        }
    }

    package init(
        baseURL: String, isBehindTLS: Bool = false, demo: [DemoPerson] = [],
        longestUpload: Int = 4 << 30, product: String = "firsthand",
        channels: Set<NoticePreference.Channel> = []
    ) {
        self.channels = channels
        self.baseURL = baseURL
        self.isBehindTLS = isBehindTLS
        self.demo = demo
        self.longestUpload = longestUpload
        self.product = product
    }
}
