/// The part of an organisation a figure speaks of.
package struct Scope: Hashable, Sendable, Comparable {
    /// The kinds of scope, in the order they are shown.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case organization, team, role, layer
    }

    package let kind: Kind
    package let name: String

    package init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    package static func < (left: Scope, right: Scope) -> Bool {
        let kinds = Kind.allCases
        let order = (kinds.firstIndex(of: left.kind) ?? 0, kinds.firstIndex(of: right.kind) ?? 0)
        return order.0 == order.1 ? left.name < right.name : order.0 < order.1
    }
}
