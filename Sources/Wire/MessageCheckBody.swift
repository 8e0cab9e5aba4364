/// What the rules say of a draft: `firsthand.message/1`.
package struct MessageCheckBody: WireDocument {
    package static let schemaName = "firsthand.message/1"

    /// A sentence with something to know about it.
    package struct Mark: Codable, Sendable {
        package let rule: String
        /// Place among the sentences, from 0.
        package let sentence: Int
        package let text: String
        package let reason: String

        package init(rule: String, sentence: Int, text: String, reason: String) {
            self.rule = rule
            self.sentence = sentence
            self.text = text
            self.reason = reason
        }
    }

    package let schema: String
    /// executive, manager or contributor; null: it does not say.
    package let audience: String?
    /// company, reader, both or none.
    package let benefit: String
    /// advantage, stability or personal; null: none.
    package let motive: String?
    package let hasExample: Bool
    /// orders, invites or neither.
    package let tone: String
    /// School years; null without words.
    package let grade: Double?
    package let isHeavy: Bool
    /// Whether it fits the layer that was asked about; null: none was.
    package let fits: Bool?
    package let marks: [Mark]

    package init(
        audience: String?, benefit: String, motive: String?, hasExample: Bool, tone: String, grade: Double?,
        isHeavy: Bool, fits: Bool?, marks: [Mark]
    ) {
        schema = MessageCheckBody.schemaName
        self.audience = audience
        self.benefit = benefit
        self.motive = motive
        self.hasExample = hasExample
        self.tone = tone
        self.grade = grade
        self.isHeavy = isHeavy
        self.fits = fits
        self.marks = marks
    }
}
