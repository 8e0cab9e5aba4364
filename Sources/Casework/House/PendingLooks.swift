import Archive

/// Looks at figures that could not be written down because the disk takes nothing more.
///
/// Figures may be read while the disk is full, and every look stays accounted for: it waits here and is written with
/// the next entry that can be. When as many wait as are kept in memory, looking ends until there is room.
package actor PendingLooks {
    /// Most looks that wait.
    package static let most = 10_000

    private var entries: [AuditEntry] = []

    package init() {}

    /// Keeps a look that could not be written; false where too many wait already.
    func keep(_ entry: AuditEntry) -> Bool {
        guard entries.count < PendingLooks.most else { return false }
        entries.append(entry)
        return true
    }

    /// Takes what waits, the earliest first.
    func take() -> [AuditEntry] {
        defer { entries = [] }
        return entries
    }
}
