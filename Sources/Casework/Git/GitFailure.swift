/// Why no case could be made of git history: nothing was written.
package struct GitFailure: Error, Hashable, Sendable {
    /// What went wrong.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        case gitMissing = "git.missing"
        case notARepository = "git.notARepository"
        case notTrusted = "git.notTrusted"
        case emptyRepository = "git.emptyRepository"
        case nothingInWindow = "git.nothingInWindow"
        case gitFailed = "git.failed"
        case keyUnreadable = "git.keyUnreadable"
        case notWritten = "git.notWritten"
    }

    package let code: Code
    /// What was found, where, and what to do.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
