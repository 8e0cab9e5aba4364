/// What every code means: the words behind `firsthand explain`, the same as in the guide pages.
///
/// The pages under `Guides` say the same words; a docs test compares them.
package enum Catalogue {
    /// Explanations by their code.
    ///
    /// - Precondition: no code comes twice.
    static func byCode(_ explanations: [Explanation]) -> [String: Explanation] {
        Dictionary(uniqueKeysWithValues: explanations.map { ($0.code, $0) })
    }
}
