package import Disclosure
import Measures
import Rollout

/// What `firsthand diagnose --format json` promises, version 1.
///
/// Keys may be added within a version; none is taken away and none changes its meaning. The schema is
/// `Schemas/firsthand.diagnosis.1.schema.json`.
package struct DiagnosisBody: WireDocument, Hashable {
    package static let schemaName = "firsthand.diagnosis/1"

    package var schema: String
    /// Name and version of the program that wrote the document.
    package var product: String
    /// The organisation's name.
    package var name: String
    package var seed: UInt64
    /// The day the reading speaks of, as `yyyy-mm-dd`.
    package var asOf: String
    /// False where the figures went out without disclosure control.
    package var protected: Bool
    package var thresholds: ThresholdsBody
    package var coverage: [CoverageBody]
    package var scopes: [ScopeBody]
    package var notices: [NoticeBody]

    /// The document of a publication.
    /// - Parameters:
    ///   - publication: What may be shown.
    ///   - product: Name and version of the program.
    package init(publication: Publication, product: String) {
        self.init(
            publication: publication, product: product, scopes: publication.scopes.map(ScopeBody.init))
    }

    /// The document of a publication with scopes already made.
    init(publication: Publication, product: String, scopes: [ScopeBody]) {
        schema = Self.schemaName
        self.product = product
        name = publication.name
        seed = publication.seed
        asOf = publication.asOf.description
        protected = publication.isProtected
        thresholds = ThresholdsBody(publication.thresholds)
        coverage = publication.coverage.map(CoverageBody.init)
        self.scopes = scopes
        notices = publication.notices.map(NoticeBody.init)
    }

    /// A document put together by hand.
    package init(
        product: String, name: String, seed: UInt64, asOf: String, protected: Bool = true,
        thresholds: ThresholdsBody, coverage: [CoverageBody] = [], scopes: [ScopeBody] = [],
        notices: [NoticeBody] = []
    ) {
        schema = Self.schemaName
        self.product = product
        self.name = name
        self.seed = seed
        self.asOf = asOf
        self.protected = protected
        self.thresholds = thresholds
        self.coverage = coverage
        self.scopes = scopes
        self.notices = notices
    }
}
