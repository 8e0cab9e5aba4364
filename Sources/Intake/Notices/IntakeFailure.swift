/// Why a case cannot be read at all.
package struct IntakeFailure: Error, Hashable, Sendable {
    /// What went wrong, as a stable code.
    package enum Code: String, Hashable, Sendable, CaseIterable {
        /// The folder does not exist or cannot be listed.
        case folderUnreadable
        /// There is no `people.csv`.
        case peopleMissing
        /// `people.csv` is there and tells of nobody.
        case peopleUnreadable
        /// A graph file is no graph, or cannot be read.
        case graphUnreadable
        /// The draft of a message is not there, or is no text.
        case messageUnreadable
        /// A scenario file is none, or cannot be read.
        case scenarioUnreadable
    }

    package let code: Code
    /// What was found and what to do next, without personal values.
    package let message: String
    /// The file or folder concerned.
    package let place: String

    package init(_ code: Code, _ message: String, place: String) {
        self.code = code
        self.message = message
        self.place = place
    }
}

extension IntakeFailure: CustomStringConvertible {
    /// The place and the message on one line.
    package var description: String { "\(place): \(message)" }
}
