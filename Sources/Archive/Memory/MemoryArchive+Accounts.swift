extension MemoryArchive {
    package func accounts() -> [Account] { desk.accounts }

    package func account(_ id: AccountID) -> Account? { desk.accounts.first { $0.id == id } }

    package func account(email: String) -> Account? {
        let folded = email.lowercased()
        return desk.accounts.first { $0.email == folded }
    }

    package func add(_ account: NewAccount, at moment: Moment) throws -> Account {
        let folded = account.email.lowercased()
        guard self.account(email: folded) == nil else {
            throw ArchiveFailure(.taken, "There is an account with this address already.")
        }
        desk.lastAccount += 1
        let kept = Account(
            id: AccountID(desk.lastAccount), email: folded, name: account.name, member: account.member,
            capabilities: account.capabilities, passwordHash: account.passwordHash, createdAt: moment)
        desk.accounts.append(kept)
        return kept
    }

    package func setCapabilities(_ capabilities: Set<Capability>, of id: AccountID) throws {
        try change(id) {
            Account(
                id: $0.id, email: $0.email, name: $0.name, member: $0.member, capabilities: capabilities,
                passwordHash: $0.passwordHash, createdAt: $0.createdAt)
        }
    }

    package func setPasswordHash(_ hash: String, of id: AccountID) throws {
        try change(id) {
            Account(
                id: $0.id, email: $0.email, name: $0.name, member: $0.member, capabilities: $0.capabilities,
                passwordHash: hash, createdAt: $0.createdAt)
        }
        endSessions(of: id)
    }

    private func change(_ id: AccountID, _ change: (Account) -> Account) throws {
        guard let place = desk.accounts.firstIndex(where: { $0.id == id }) else {
            throw ArchiveFailure(.missing, "There is no such account.")
        }
        desk.accounts[place] = change(desk.accounts[place])
    }

    package func removeAccount(_ id: AccountID) {
        desk.accounts.removeAll { $0.id == id }
        endSessions(of: id)
    }

    package func add(_ invitation: Invitation) { desk.invitations[invitation.secretHash] = invitation }

    package func invitation(secretHash: [UInt8], at moment: Moment) -> Invitation? {
        desk.invitations[secretHash].flatMap { $0.expiresAt > moment ? $0 : nil }
    }

    package func redeem(secretHash: [UInt8], as account: NewAccount, at moment: Moment) throws -> Account {
        guard invitation(secretHash: secretHash, at: moment) != nil else {
            throw ArchiveFailure(
                .missing, "This invitation has been used or has expired. Ask for a new one.")
        }
        let kept = try add(account, at: moment)
        desk.invitations[secretHash] = nil
        return kept
    }

    package func add(_ session: SessionRecord) { desk.sessions[session.secretHash] = session }

    package func session(secretHash: [UInt8], at moment: Moment) -> SessionRecord? {
        desk.sessions[secretHash].flatMap { $0.expiresAt > moment ? $0 : nil }
    }

    package func touchSession(secretHash: [UInt8], at moment: Moment) {
        guard let known = desk.sessions[secretHash] else { return }
        desk.sessions[secretHash] = SessionRecord(
            secretHash: secretHash, account: known.account, startedAt: known.startedAt, lastSeenAt: moment,
            expiresAt: known.expiresAt)
    }

    package func endSession(secretHash: [UInt8]) { desk.sessions[secretHash] = nil }

    package func endSessions(of account: AccountID) {
        desk.sessions = desk.sessions.filter { $0.value.account != account }
    }

    package func removeExpired(at moment: Moment) {
        desk.sessions = desk.sessions.filter { $0.value.expiresAt > moment }
        desk.invitations = desk.invitations.filter { $0.value.expiresAt > moment }
    }
}
