/// Why a statistical method refused its input.
public struct InferenceFailure: Error, Hashable, Sendable {
    /// The kinds of refusal; callers may switch over them.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// Fewer observations than the method needs.
        case tooFewObservations
        /// Two inputs that must have the same shape have different shapes.
        case shapeMismatch
        /// A number lies outside the range in which the method is defined.
        case outOfRange
        /// An iterative method did not reach its tolerance.
        case didNotConverge
        /// The design does not determine the parameters.
        case notIdentified
    }

    /// The kind of refusal.
    public let code: Code
    /// One sentence: what was found and what to do.
    public let message: String

    /// A failure with its code and its sentence.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension InferenceFailure: CustomStringConvertible {
    /// The sentence, for logs.
    public var description: String { message }
}
