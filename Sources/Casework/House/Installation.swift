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
    private let pending = PendingLooks()

    package init(
        archive: any Archive, now: @escaping @Sendable () -> Moment,
        secretBytes: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.archive = archive
        self.now = now
        self.secretBytes = secretBytes
    }

    /// Writes an entry into the audit log.
    ///
    /// A look that the disk cannot take is written later (`PendingLooks`), so that reading goes on.
    /// - Throws: `ArchiveFailure`.
    package func log(
        _ action: AuditEntry.Action, _ what: String, by visitor: Visitor? = nil, team: String? = nil
    ) async throws {
        let entry = AuditEntry(
            at: now(), account: visitor?.account.id, who: visitor?.account.name ?? "Firsthand",
            action: action, what: what, team: team)
        do {
            try await archive.add(entry)
        } catch let failure as ArchiveFailure where action == .looked && failure.isOfTheDisk {
            guard await pending.keep(entry) else { throw failure }
            return
        }
        for waiting in await pending.take() {
            do { try await archive.add(waiting) } catch { _ = await pending.keep(waiting) }
        }
    }
}

extension ArchiveFailure {
    /// Whether the disk refused, not the archive.
    var isOfTheDisk: Bool { code == .diskFull || code == .inputOutput }
}
