package import Rollout

/// One import, from the moment a file arrives.
package struct ImportRecord: Hashable, Sendable {
    /// Where an import stands.
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// The files are here and nothing has been read.
        case waiting
        case running
        case done
        /// The same bytes were imported before: nothing to do.
        case repeated
        case failed
        case cancelled
    }

    package let id: Int64
    package let arrivedAt: Moment
    /// What was handed in, for people: a file's name, or a folder's.
    package let title: String
    /// Hash of the content, by which a repetition is recognised.
    package let contentHash: String
    package let bytes: Int64
    package var state: State
    /// Bytes read so far.
    package var bytesRead: Int64
    package var rowsRead: Int
    package var rowsRefused: Int
    package var report: FilingReport?
    /// Why it failed, in words.
    package var failure: String?
    package var finishedAt: Moment?

    package init(
        id: Int64, arrivedAt: Moment, title: String, contentHash: String, bytes: Int64,
        state: State = .waiting, bytesRead: Int64 = 0, rowsRead: Int = 0, rowsRefused: Int = 0,
        report: FilingReport? = nil, failure: String? = nil, finishedAt: Moment? = nil
    ) {
        self.id = id
        self.arrivedAt = arrivedAt
        self.title = title
        self.contentHash = contentHash
        self.bytes = bytes
        self.state = state
        self.bytesRead = bytesRead
        self.rowsRead = rowsRead
        self.rowsRefused = rowsRefused
        self.report = report
        self.failure = failure
        self.finishedAt = finishedAt
    }
}

/// Imports and what was found on the way.
package protocol ImportShelf: Sendable {
    /// Notes that files have arrived.
    func addImport(title: String, contentHash: String, bytes: Int64, at moment: Moment) async throws
        -> ImportRecord

    /// Writes down where an import stands.
    /// - Throws: `missing`.
    func update(_ record: ImportRecord) async throws

    /// Every import, the latest first.
    func imports() async throws -> [ImportRecord]

    /// One import; nil where there is none.
    func importRecord(_ id: Int64) async throws -> ImportRecord?

    /// The import that brought these bytes in; nil where none has.
    func finishedImport(contentHash: String) async throws -> ImportRecord?

    /// Keeps what was found while reading; earlier notices of the import are replaced.
    func keepNotices(_ notices: [Notice], ofImport id: Int64) async throws

    /// What was found while reading, in the order of files and lines.
    func notices(ofImport id: Int64) async throws -> [Notice]
}
