package import Measures

/// The evidence: roster, use, answers, register.
///
/// Filing is union where evidence is a set (days of use, days at work, ties, coverage), and the later word
/// where it is a statement (a person's place, a use case, counted actions of a week). So the same filing twice
/// changes nothing, and days may come in any order.
package protocol EvidenceShelf: Sendable {
    /// Unites what an import read with what is kept.
    ///
    /// People are recognised by `Contact.key`. Imported answers replace earlier imported answers of the same wave.
    /// People who were erased are left out, with all that speaks of them.
    func file(_ filing: Filing) async throws -> FilingReport

    /// All evidence up to a day.
    /// - Parameters:
    ///   - asOf: The day to speak of; nil: the last day anything kept speaks of.
    ///   - withObjectors: Whether people who objected to being analysed are in it. A diagnosis leaves them out.
    /// - Complexity: Linear in blocks of use.
    func evidence(asOf: Day?, withObjectors: Bool) async throws -> StoredEvidence

    /// Everybody on the roster with contact, in ascending order of member.
    func contacts() async throws -> [(member: MemberID, contact: Contact)]

    /// The contact of one member; nil where there is none.
    func contact(_ member: MemberID) async throws -> Contact?

    /// Forgets days of use and of work, and counted actions, before a day; whole blocks lose their bits.
    /// - Returns: Person-days forgotten.
    func forgetUse(before day: Day) async throws -> Int

    /// Forgets pulse answers of waves before a day.
    /// - Returns: Answers forgotten.
    func forgetAnswers(before day: Day) async throws -> Int
}
