/// Why a quantity is not known.
public struct Reason: Hashable, Sendable {
    /// A stable code, for example `noCoverage`.
    public let code: String
    /// One sentence: what is missing and what would settle it.
    public let sentence: String

    /// A reason with its code and its sentence.
    public init(_ code: String, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }
}

/// A quantity that is known, or not known for a reason; "not known" is never zero and never NaN.
public enum Measured<Value> {
    /// The quantity.
    case known(Value)
    /// No quantity, and why.
    case notKnown(Reason)

    /// The quantity where it is known.
    public var value: Value? {
        if case .known(let value) = self { value } else { nil }
    }

    /// The reason where it is not known.
    public var reason: Reason? {
        if case .notKnown(let reason) = self { reason } else { nil }
    }

    /// The same, with a known quantity transformed.
    public func map<Other>(_ transform: (Value) -> Other) -> Measured<Other> {
        switch self {
        case .known(let value): .known(transform(value))
        case .notKnown(let reason): .notKnown(reason)
        }
    }
}

extension Measured: Sendable where Value: Sendable {}
extension Measured: Equatable where Value: Equatable {}
extension Measured: Hashable where Value: Hashable {}
