/// Two readings of the same organisation side by side.
///
/// Made from what was already published twice, so it can show nothing that the two documents do not.
package struct CompareBody: WireDocument, Hashable {
    package static let schemaName = "firsthand.compare/1"

    /// A reading's day and seed.
    package struct Reading: Codable, Hashable, Sendable {
        package var asOf: String
        package var seed: UInt64
        package var product: String
    }

    /// What became of one scope.
    package struct Scope: Codable, Hashable, Sendable {
        package var scope: ScopeBody.Name
        package var verdict: Verdicts
        package var measures: [Measure]
        package var barriers: [Barrier]
    }

    /// The verdict before and after; null where there was none.
    package struct Verdicts: Codable, Hashable, Sendable {
        package var before: String?
        package var after: String?
    }

    /// A measure before and after.
    package struct Measure: Codable, Hashable, Sendable {
        package var code: String
        package var before: FigureBody
        package var after: FigureBody
        /// After less before; null unless both are known as exact numbers of the same unit.
        package var change: Double?
    }

    /// A barrier's rank before and after; 0 where it was not named.
    package struct Barrier: Codable, Hashable, Sendable {
        package var code: String
        package var rankBefore: Int
        package var rankAfter: Int
    }

    package var schema: String
    package var product: String
    package var name: String
    package var before: Reading
    package var after: Reading
    /// Scopes that are in both readings, in the order of the later one.
    package var scopes: [Scope]
    /// What the comparison cannot see, as sentences.
    package var missing: [String]

    /// Compares two documents.
    /// - Parameters:
    ///   - before: The earlier reading.
    ///   - after: The later reading.
    ///   - product: Name and version of the program.
    package init(before: DiagnosisBody, after: DiagnosisBody, product: String) {
        schema = Self.schemaName
        self.product = product
        name = after.name
        self.before = Reading(asOf: before.asOf, seed: before.seed, product: before.product)
        self.after = Reading(asOf: after.asOf, seed: after.seed, product: after.product)
        var scopes: [Scope] = []
        var missing: [String] = []
        for later in after.scopes {
            guard
                let earlier = before.scopes.first(where: {
                    $0.scope.kind == later.scope.kind && $0.scope.name == later.scope.name
                })
            else {
                missing.append("The \(later.scope.kind) \(later.scope.name) is not in the earlier reading.")
                continue
            }
            scopes.append(Scope(earlier, later))
        }
        for earlier in before.scopes
        where !scopes.contains(where: {
            $0.scope.kind == earlier.scope.kind && $0.scope.name == earlier.scope.name
        }) {
            missing.append("The \(earlier.scope.kind) \(earlier.scope.name) is not in the later reading.")
        }
        if before.thresholds != after.thresholds {
            missing.append("The two readings use different thresholds: their verdicts do not compare.")
        }
        self.scopes = scopes
        self.missing = missing
    }
}

extension CompareBody.Scope {
    init(_ earlier: ScopeBody, _ later: ScopeBody) {
        scope = later.scope
        verdict = CompareBody.Verdicts(before: earlier.verdict?.code, after: later.verdict?.code)
        measures = later.measures.compactMap { measure in
            earlier.measures.first { $0.code == measure.code }.map {
                CompareBody.Measure(code: measure.code, before: $0.figure, after: measure.figure)
            }
        }
        barriers = (later.barriers + later.unnamed).compactMap { barrier in
            (earlier.barriers + earlier.unnamed).first { $0.code == barrier.code }.map {
                CompareBody.Barrier(code: barrier.code, rankBefore: $0.rank, rankAfter: barrier.rank)
            }
        }
    }
}

extension CompareBody.Measure {
    init(code: String, before: FigureBody, after: FigureBody) {
        self.code = code
        self.before = before
        self.after = after
        // Two rounded shares may differ by ten points where nothing moved: no change is printed for them.
        guard before.precision == .exact, after.precision == .exact, before.unit == after.unit,
            let earlier = before.value, let later = after.value
        else { return }
        change = Rounding.short(later - earlier)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try container.encode(before, forKey: .before)
        try container.encode(after, forKey: .after)
        try container.encode(change, forKey: .change)
    }
}

extension CompareBody.Verdicts {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(before, forKey: .before)
        try container.encode(after, forKey: .after)
    }
}
