package import Archive
import Rollout

/// Lets people in and out: invitations, passwords, sessions, and how often somebody may try.
package actor Doorkeeper {
    /// Why somebody is not let in: a sentence to show.
    package struct Refusal: Error, Hashable, Sendable {
        package let message: String
        /// Seconds until another try makes sense, where waiting helps.
        package let waitSeconds: Int64?

        init(_ message: String, waitSeconds: Int64? = nil) {
            self.message = message
            self.waitSeconds = waitSeconds
        }
    }

    /// A session lasts this long after it was opened.
    package static let sessionSeconds: Int64 = 12 * 3_600
    /// A session ends after this long without a page.
    package static let idleSeconds: Int64 = 2 * 3_600
    /// An invitation can be used this long.
    package static let invitationSeconds: Int64 = 7 * 86_400
    /// Failures within `windowSeconds` that an address, or a place on the network, may have.
    package static let failuresAllowed = 8
    package static let windowSeconds: Int64 = 15 * 60

    private let installation: Installation
    private var failures: [String: [Moment]] = [:]
    /// Verified against when there is no such account, so that the time taken tells nothing.
    private let decoy: String

    package init(_ installation: Installation) {
        self.installation = installation
        decoy = Passwords.hash("no account has this", salt: installation.secretBytes(16))
    }

    private var archive: any Archive { installation.archive }

    /// Whether nobody can administer yet, so that a first link is due.
    package func isFirstRun() async throws -> Bool {
        try await archive.accounts().allSatisfy { !$0.capabilities.contains(.administrator) }
    }

    /// A link's secret with which the holder makes an account.
    package func invite(
        email: String? = nil, member: MemberID? = nil, capabilities: Set<Capability> = [],
        by visitor: Visitor? = nil
    ) async throws -> Secret {
        let secret = Secret(installation.secretBytes)
        try await archive.add(
            Invitation(
                secretHash: secret.hash, email: email, member: member, capabilities: capabilities,
                expiresAt: installation.now().advanced(by: Doorkeeper.invitationSeconds)))
        try await installation.log(.accounts, "Made an invitation", by: visitor)
        return secret
    }

    /// The invitation somebody holds; nil where it is used, expired or none.
    package func invitation(_ text: String) async throws -> Invitation? {
        guard let secret = Secret(text) else { return nil }
        return try await archive.invitation(secretHash: secret.hash, at: installation.now())
    }

    /// Makes the account of an invitation and signs its holder in.
    /// - Throws: `Refusal` with the sentence to show; `ArchiveFailure`.
    package func accept(
        _ text: String, email: String, name: String, password: String
    ) async throws -> (account: Account, session: Secret) {
        guard let secret = Secret(text), let invitation = try await invitation(text) else {
            throw Refusal("This invitation has been used or has expired. Ask for a new one.")
        }
        let address = (invitation.email ?? email).trimmed
        let called = name.trimmed
        guard address.contains("@"), address.utf8.count <= 254, !address.contains(" ") else {
            throw Refusal("This is no e-mail address. It is what you will sign in with.")
        }
        guard !called.isEmpty, called.count <= 100 else { throw Refusal("Please tell us your name.") }
        if let objection = Passwords.objection(to: password, email: address) { throw Refusal(objection) }
        let hash = Passwords.hash(password, salt: installation.secretBytes(16))
        let account: Account
        do {
            account = try await archive.redeem(
                secretHash: secret.hash,
                as: NewAccount(
                    email: address, name: called, member: invitation.member,
                    capabilities: invitation.capabilities, passwordHash: hash), at: installation.now())
        } catch let failure as ArchiveFailure where failure.code == .taken || failure.code == .missing {
            throw Refusal(failure.message)
        }
        try await installation.log(
            .accounts, "Made an account", by: Visitor(account: account, standing: nil))
        return (account, try await open(account))
    }

    /// Signs somebody in.
    ///
    /// - Parameter place: Where the request comes from, for counting failures; never kept.
    /// - Throws: `Refusal`, the same for a wrong address and a wrong password.
    package func signIn(
        email: String, password: String, from place: String
    ) async throws -> (account: Account, session: Secret) {
        let address = email.trimmed.lowercased()
        for key in ["address \(address)", "place \(place)"] { try checkFailures(key) }
        let account = try await archive.account(email: address)
        let isRight = Passwords.matches(password, hash: account?.passwordHash ?? decoy)
        guard let account, isRight else {
            for key in ["address \(address)", "place \(place)"] {
                failures[key, default: []].append(installation.now())
            }
            try await installation.log(.signInFailed, "A sign-in failed")
            throw Refusal("The address or the password is not right.")
        }
        failures["address \(address)"] = nil
        try await installation.log(.signedIn, "Signed in", by: Visitor(account: account, standing: nil))
        return (account, try await open(account))
    }

    private func checkFailures(_ key: String) throws {
        let now = installation.now()
        let recent = (failures[key] ?? []).filter {
            $0.advanced(by: Doorkeeper.windowSeconds) > now
        }
        failures[key] = recent.isEmpty ? nil : recent
        // Whoever tries many addresses would fill the memory: the oldest counts go first.
        if failures.count > 10_000 { failures.removeAll() }
        guard recent.count >= Doorkeeper.failuresAllowed, let first = recent.first else { return }
        let wait = first.seconds + Doorkeeper.windowSeconds - now.seconds
        throw Refusal(
            "Too many tries. Wait \(max(1, (wait + 59) / 60)) minutes and try again.", waitSeconds: wait)
    }

    private func open(_ account: Account) async throws -> Secret {
        let secret = Secret(installation.secretBytes)
        let now = installation.now()
        try await archive.add(
            SessionRecord(
                secretHash: secret.hash, account: account.id, startedAt: now, lastSeenAt: now,
                expiresAt: now.advanced(by: Doorkeeper.sessionSeconds)))
        try await archive.removeExpired(at: now)
        return secret
    }

    /// Who holds a session; nil where it has ended.
    package func visitor(session text: String, in evidence: StoredEvidence?) async throws -> Visitor? {
        guard let secret = Secret(text) else { return nil }
        let now = installation.now()
        guard let session = try await archive.session(secretHash: secret.hash, at: now),
            session.lastSeenAt.advanced(by: Doorkeeper.idleSeconds) > now,
            let account = try await archive.account(session.account)
        else { return nil }
        // A write for each page would be dear; a minute is exact enough.
        if session.lastSeenAt.advanced(by: 60) < now {
            do { try await archive.touchSession(secretHash: secret.hash, at: now) } catch let failure
                as ArchiveFailure where failure.isOfTheDisk
            {
                // Whoever is inside may go on reading; the session ends on its time.
            }
        }
        let standing = account.member.flatMap { member in
            evidence.flatMap { Visitor.Standing(member, in: $0) }
        }
        return Visitor(account: account, standing: standing)
    }

    /// Ends every session of the visitor, everywhere.
    package func signOut(_ visitor: Visitor) async throws {
        try await archive.endSessions(of: visitor.account.id)
        try await installation.log(.signedOut, "Signed out everywhere", by: visitor)
    }

    /// Changes a password; every session ends and a new one begins.
    /// - Throws: `Refusal`.
    package func changePassword(of visitor: Visitor, from old: String, to new: String) async throws -> Secret
    {
        guard Passwords.matches(old, hash: visitor.account.passwordHash) else {
            throw Refusal("The present password is not right.")
        }
        if let objection = Passwords.objection(to: new, email: visitor.account.email) {
            throw Refusal(objection)
        }
        let hash = Passwords.hash(new, salt: installation.secretBytes(16))
        try await archive.setPasswordHash(hash, of: visitor.account.id)
        try await installation.log(.accounts, "Changed the password", by: visitor)
        return try await open(visitor.account)
    }
}

extension String {
    /// Without spaces and line ends around it.
    fileprivate var trimmed: String {
        var rest = Substring(self)
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
