package import Disclosure
package import Rollout

/// What is said of one scope.
package struct ScopeBody: Codable, Hashable, Sendable {
    /// Which part of the organisation, and how many people it has.
    package struct Name: Codable, Hashable, Sendable {
        package var kind: String
        package var name: String
        package var people: Int

        package init(_ scope: Scope, people: Int) {
            kind = scope.kind.rawValue
            name = scope.name
            self.people = people
        }
    }

    package var scope: Name
    /// Null where the scope is too small for a verdict of its own.
    package var verdict: VerdictBody?
    package var measures: [MeasureBody]
    /// Named barriers, strongest first.
    package var barriers: [BarrierBody]
    /// Barriers weighed and not named; their rank is 0.
    package var unnamed: [BarrierBody]

    /// The organisation's barrier that a team raises most; null where none may be said.
    package var raised: RaisedBody?
    /// What rests on who answered the pulse; null but for an organisation that was asked.
    package var nonResponse: NonResponseBody?

    /// A scope as published.
    package init(_ published: PublishedScope) {
        scope = Name(published.scope, people: published.people)
        verdict = published.verdict.map(VerdictBody.init)
        measures = published.measures.map(MeasureBody.init)
        barriers = published.barriers.map(BarrierBody.init)
        unnamed = published.unnamed.map(BarrierBody.init)
        raised = published.raised.map(RaisedBody.init)
        nonResponse = published.nonResponse.map(NonResponseBody.init)
    }

    /// A scope put together by hand.
    package init(
        scope: Name, verdict: VerdictBody?, measures: [MeasureBody] = [], barriers: [BarrierBody] = [],
        unnamed: [BarrierBody] = [], raised: RaisedBody? = nil, nonResponse: NonResponseBody? = nil
    ) {
        self.scope = scope
        self.verdict = verdict
        self.measures = measures
        self.barriers = barriers
        self.unnamed = unnamed
        self.raised = raised
        self.nonResponse = nonResponse
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(scope, forKey: .scope)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(measures, forKey: .measures)
        try container.encode(barriers, forKey: .barriers)
        try container.encode(unnamed, forKey: .unnamed)
        try container.encode(raised, forKey: .raised)
        try container.encode(nonResponse, forKey: .nonResponse)
    }
}
