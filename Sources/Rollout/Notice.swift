/// Recoverable trouble, collected and reported: what was found, where, what to do.
package struct Notice: Hashable, Sendable {
    /// How much is lost.
    package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
        /// Nothing is lost.
        case note
        /// A row is lost, or a reading is uncertain.
        case warning
        /// A file is lost.
        case error

        package static func < (left: Severity, right: Severity) -> Bool {
            allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
        }
    }

    /// A stable id, for example `intake.unknownColumn`.
    package let id: String
    package let severity: Severity
    /// The file's name within the case folder.
    package let file: String?
    /// The line, from 1; nil where the notice is about the whole file.
    package let line: Int?
    /// One or two sentences without personal values.
    package let message: String

    package init(
        _ id: String, _ severity: Severity, file: String? = nil, line: Int? = nil, message: String
    ) {
        self.id = id
        self.severity = severity
        self.file = file
        self.line = line
        self.message = message
    }
}
