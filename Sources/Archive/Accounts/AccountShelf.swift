/// Accounts, invitations and sessions.
package protocol AccountShelf: Sendable {
    /// Every account, in ascending order of id.
    func accounts() async throws -> [Account]

    /// The account of an id; nil where there is none.
    func account(_ id: AccountID) async throws -> Account?

    /// The account of an address, whatever its letter case; nil where there is none.
    func account(email: String) async throws -> Account?

    /// Makes an account.
    /// - Throws: `taken` where the address has one.
    func add(_ account: NewAccount, at moment: Moment) async throws -> Account

    /// Changes what an account may do.
    /// - Throws: `missing`.
    func setCapabilities(_ capabilities: Set<Capability>, of account: AccountID) async throws

    /// Changes a password and ends every session of the account.
    /// - Throws: `missing`.
    func setPasswordHash(_ hash: String, of account: AccountID) async throws

    /// Removes an account with its sessions; one that is not there is no error.
    func removeAccount(_ id: AccountID) async throws

    /// Keeps an invitation.
    func add(_ invitation: Invitation) async throws

    /// The invitation of a secret's hash, if it has not expired; it stays.
    func invitation(secretHash: [UInt8], at moment: Moment) async throws -> Invitation?

    /// Uses an invitation up and makes the account, in one step: of two who try at once one succeeds.
    /// - Throws: `missing` where the invitation is used, expired or unknown; `taken` where the address has an account.
    func redeem(secretHash: [UInt8], as account: NewAccount, at moment: Moment) async throws -> Account

    /// Keeps a session.
    func add(_ session: SessionRecord) async throws

    /// The session of a secret's hash, if it has not expired.
    func session(secretHash: [UInt8], at moment: Moment) async throws -> SessionRecord?

    /// Notes that a session was used.
    func touchSession(secretHash: [UInt8], at moment: Moment) async throws

    /// Ends one session.
    func endSession(secretHash: [UInt8]) async throws

    /// Ends every session of an account.
    func endSessions(of account: AccountID) async throws

    /// Removes sessions and invitations that have expired.
    func removeExpired(at moment: Moment) async throws
}
