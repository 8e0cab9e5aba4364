/// Something that was looked at or changed, and by whom.
package struct AuditEntry: Hashable, Sendable {
    /// The kinds of things that are written down.
    package enum Action: String, Hashable, Sendable, CaseIterable {
        /// Looked at figures about people.
        case looked
        /// Took figures out: report, JSON, CSV.
        case exported
        /// Brought evidence in.
        case imported
        /// Changed a setting, a mapping, the register or a plan.
        case changed
        /// Signed in, or tried to and failed.
        case signedIn, signInFailed
        /// Ended sessions.
        case signedOut
        /// Made, changed or removed accounts and invitations.
        case accounts
        /// Opened, closed or reminded of a pulse.
        case pulse
        /// A person's own rights: download, objection, correction, erasure.
        case personal
        /// Backups, restores, deletion by schedule.
        case kept
    }

    package let at: Moment
    /// Who did it; nil: the system, or somebody unknown.
    package let account: AccountID?
    /// What the account was called then; stays when the account goes.
    package let who: String
    package let action: Action
    /// The page or thing, in words, without personal values.
    package let what: String
    /// The team whose figures were looked at; nil: the whole organisation, or no figures at all.
    package let team: String?

    package init(
        at: Moment, account: AccountID?, who: String, action: Action, what: String, team: String? = nil
    ) {
        self.at = at
        self.account = account
        self.who = who
        self.action = action
        self.what = what
        self.team = team
    }
}

/// The audit log: entries are added and read, and never changed or removed.
package protocol AuditShelf: Sendable {
    /// Adds an entry.
    func add(_ entry: AuditEntry) async throws

    /// Entries, newest first.
    /// - Parameters:
    ///   - team: Only those about figures of this team or of the whole organisation; nil: all.
    ///   - offset: Entries to pass over.
    ///   - limit: Entries at most.
    func auditEntries(aboutTeam team: String?, offset: Int, limit: Int) async throws -> [AuditEntry]

    /// Number of entries.
    func auditCount() async throws -> Int
}
