/// Why something could not be kept or found: a code to act on and a sentence to show.
package struct ArchiveFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// The disk is full.
        case diskFull
        /// The disk or the file system failed.
        case inputOutput
        /// What is kept is damaged.
        case damaged
        /// Somebody else holds the archive.
        case busy
        /// The archive was written by a newer program.
        case tooNew
        /// The archive cannot be opened.
        case unreadable
        /// There is something with the same name already.
        case taken
        /// There is no such thing.
        case missing
    }

    package let code: Code
    /// What was found and what to do, without personal values.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
