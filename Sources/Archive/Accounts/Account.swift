/// What somebody may see and do. What a person is on the roster (worker, manager, executive, champion) is read
/// there and needs no grant.
package enum Capability: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Reads the diagnosis, plans, proves.
    case rolloutLead
    /// Reads where the organisation stands.
    case sponsor
    /// Imports, settings, accounts, backups.
    case administrator
    /// Reads the privacy pages and the whole audit log.
    case council

    package static func < (left: Capability, right: Capability) -> Bool { left.rawValue < right.rawValue }
}

/// An account's number.
package struct AccountID: Hashable, Comparable, Sendable {
    package let number: Int64

    package init(_ number: Int64) { self.number = number }

    package static func < (left: AccountID, right: AccountID) -> Bool { left.number < right.number }
}

/// Somebody who can sign in.
package struct Account: Hashable, Sendable {
    package let id: AccountID
    /// In lower case; unique.
    package let email: String
    package let name: String
    /// Who this is on the roster; nil for somebody who is not on it.
    package let member: MemberID?
    package let capabilities: Set<Capability>
    /// The hash of the password in its standard text form, with its parameters and salt.
    package let passwordHash: String
    package let createdAt: Moment

    package init(
        id: AccountID, email: String, name: String, member: MemberID?, capabilities: Set<Capability>,
        passwordHash: String, createdAt: Moment
    ) {
        self.id = id
        self.email = email
        self.name = name
        self.member = member
        self.capabilities = capabilities
        self.passwordHash = passwordHash
        self.createdAt = createdAt
    }
}

/// An account that is not kept yet.
package struct NewAccount: Hashable, Sendable {
    package let email: String
    package let name: String
    package let member: MemberID?
    package let capabilities: Set<Capability>
    package let passwordHash: String

    package init(
        email: String, name: String, member: MemberID? = nil, capabilities: Set<Capability> = [],
        passwordHash: String
    ) {
        self.email = email
        self.name = name
        self.member = member
        self.capabilities = capabilities
        self.passwordHash = passwordHash
    }
}

/// A link that lets somebody make an account, once. The link's secret is not kept, only its hash.
package struct Invitation: Hashable, Sendable {
    package let secretHash: [UInt8]
    /// The address it was made for; nil: for whoever holds the link.
    package let email: String?
    package let member: MemberID?
    package let capabilities: Set<Capability>
    package let expiresAt: Moment

    package init(
        secretHash: [UInt8], email: String? = nil, member: MemberID? = nil,
        capabilities: Set<Capability> = [],
        expiresAt: Moment
    ) {
        self.secretHash = secretHash
        self.email = email
        self.member = member
        self.capabilities = capabilities
        self.expiresAt = expiresAt
    }
}

/// Somebody who is signed in. The cookie's secret is not kept, only its hash.
package struct SessionRecord: Hashable, Sendable {
    package let secretHash: [UInt8]
    package let account: AccountID
    package let startedAt: Moment
    package let lastSeenAt: Moment
    package let expiresAt: Moment

    package init(
        secretHash: [UInt8], account: AccountID, startedAt: Moment, lastSeenAt: Moment, expiresAt: Moment
    ) {
        self.secretHash = secretHash
        self.account = account
        self.startedAt = startedAt
        self.lastSeenAt = lastSeenAt
        self.expiresAt = expiresAt
    }
}
