package import Archive

/// A running Firsthand: the archive, and what the product asks of the world outside.
///
/// The clock and the source of secrets are given, so that every verb can be tested on any day.
package struct Installation: Sendable {
    package let archive: any Archive
    /// What time it is.
    package let now: @Sendable () -> Moment
    /// Random bytes fit for secrets.
    package let secretBytes: @Sendable (Int) -> [UInt8]

    package init(
        archive: any Archive, now: @escaping @Sendable () -> Moment,
        secretBytes: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.archive = archive
        self.now = now
        self.secretBytes = secretBytes
    }

    /// Writes an entry into the audit log.
    package func log(
        _ action: AuditEntry.Action, _ what: String, by visitor: Visitor? = nil, team: String? = nil
    ) async throws {
        try await archive.add(
            AuditEntry(
                at: now(), account: visitor?.account.id, who: visitor?.account.name ?? "Firsthand",
                action: action, what: what, team: team))
    }
}
