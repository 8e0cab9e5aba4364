package import Measures

/// A figure about people that may be shown, or the reason why it is withheld.
///
/// Only this room can make one: the initialisers are internal to it.
package struct Disclosed<Value: Sendable>: Sendable {
    /// Shown, or withheld with the reason.
    package enum State: Sendable {
        case shown(Value)
        case withheld(Reason)
    }

    package let state: State

    init(shown value: Value) { state = .shown(value) }

    init(withheld reason: Reason) { state = .withheld(reason) }

    /// The figure, where it may be shown.
    package var shown: Value? {
        if case .shown(let value) = state { value } else { nil }
    }

    /// Why it is withheld, where it is.
    package var withheldBecause: Reason? {
        if case .withheld(let reason) = state { reason } else { nil }
    }
}

extension Disclosed: Equatable where Value: Equatable {}
extension Disclosed.State: Equatable where Value: Equatable {}
