/// What an installation keeps and can be asked for.
///
/// A cellar (SQLite, PostgreSQL) and the in-memory twin keep the same promises; one contract suite tests them
/// all. Every method is atomic: it has happened whole, or not at all, and once it returned it survives a crash.
/// No method reads a clock or a source of randomness: moments and secrets are given.
package protocol Archive: EvidenceShelf, AccountShelf, AuditShelf, PulseShelf, VerdictShelf, ImportShelf,
    PersonalShelf, SettingsShelf, DiscoveryShelf
{
    /// Checks that what is kept is whole, and answers what was found wrong, in sentences; empty when all is well.
    /// - Complexity: Linear in what is kept.
    func selfCheck() async throws -> [String]
}
