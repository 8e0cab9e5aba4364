package import Rollout

/// What came of reading a case.
package struct ReadResult: Sendable {
    package let evidence: Evidence
    /// Everything found on the way, by file and line.
    package let notices: [Notice]
    package let statistics: ReadStatistics
    /// What each export was found to be and to hold, in the order of their paths.
    package let exports: [ExportReading]
    /// The days `use.csv` tells of for tools an export tells of too; empty unless days are kept apart.
    package let ownDays: [ToolDays]
    /// Who each person of the evidence is, in the same order: for the archive's contacts, and nothing shown.
    package let contacts: [RosterContact]

    package init(
        evidence: Evidence, notices: [Notice], statistics: ReadStatistics, exports: [ExportReading] = [],
        ownDays: [ToolDays] = [], contacts: [RosterContact] = []
    ) {
        self.evidence = evidence
        self.notices = notices
        self.statistics = statistics
        self.exports = exports
        self.ownDays = ownDays
        self.contacts = contacts
    }
}

/// A person's id in the roster and their address, where there is one. Printing or reflecting it shows neither.
package struct RosterContact: Hashable, Sendable {
    package let key: String
    package let email: String?

    package init(key: String, email: String?) {
        self.key = key
        self.email = email
    }
}

extension RosterContact: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never who it is.
    package var description: String { "(contact)" }

    /// Never who it is.
    package var debugDescription: String { description }

    /// Nothing: whoever reflects finds no children.
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// How much was read.
package struct ReadStatistics: Hashable, Sendable {
    /// Each file that was read, in the order of paths.
    package var files: [FileStatistics] = []
    /// People of the roster.
    package var people = 0
    /// Different days with any use.
    package var days = 0
    /// Person-days of use: a person's use of one tool, use case and mode on one day is one.
    package var events = 0

    package init() {}
}

/// How much was read of one file.
package struct FileStatistics: Hashable, Sendable {
    package let file: String
    /// Rows with content, the header not counted.
    package var rowsRead = 0
    package var rowsRefused = 0
    /// Bytes read from disk.
    package var bytes = 0

    package init(file: String) { self.file = file }
}

/// How far a file has been read.
package struct ReadProgress: Hashable, Sendable {
    package let file: String
    package let bytesRead: Int
    /// Bytes on disk, where known.
    package let size: Int?

    package init(file: String, bytesRead: Int, size: Int?) {
        self.file = file
        self.bytesRead = bytesRead
        self.size = size
    }
}
