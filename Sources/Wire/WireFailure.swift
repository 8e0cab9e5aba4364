/// Why a JSON document could not be read.
package struct WireFailure: Error, Hashable, Sendable {
    /// What went wrong, for programs.
    package enum Code: String, Hashable, Sendable {
        /// Not JSON, or not of the shape promised.
        case malformed
        /// JSON of another kind or version.
        case otherSchema
    }

    package let code: Code
    /// What was found and what to do, for people.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
