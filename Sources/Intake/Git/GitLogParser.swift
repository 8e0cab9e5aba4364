package import Measures

/// One commit as `git log` printed it; valid only while the parser's handler runs.
package struct GitLogEntry: Sendable {
    package let author: GitContact
    /// The day in the author's own time zone.
    package let day: Day
    /// The ref by which git reached the commit.
    package let source: String
    package let message: ArraySlice<UInt8>
    /// Paths of the files touched.
    package let files: [ArraySlice<UInt8>]
}

/// Cuts the output of `git log -z` into commits as it streams by, in memory bounded by one commit.
///
/// Every field ends in a zero byte, which neither messages nor paths can hold, and an empty field
/// begins the next commit, which no path can be: nothing a message contains can be taken for the
/// border of a commit.
package struct GitLogParser {
    /// What `git log` must be asked for: `-z --name-only --format=` this.
    package static let format = "%x00%aN%x00%aE%x00%as%x00%S%x00%B%x00"
    private static let fieldCount = 5

    private var buffer: [UInt8] = []
    private var scanned = 0
    /// Fields of the commit being read, then its files, as ranges of `buffer`.
    private var fields: [Range<Int>] = []
    private var stage = Stage.lead
    /// Commits whose day could not be read.
    package private(set) var undated = 0

    private enum Stage { case lead, fields, terminator, files }

    package init() {}

    /// Takes the next bytes and hands over every commit they complete.
    ///
    /// - Complexity: O(bytes), amortised.
    package mutating func take(
        _ bytes: some Sequence<UInt8>, handler: (GitLogEntry) throws -> Void
    ) rethrows {
        buffer.append(contentsOf: bytes)
        var consumed = 0
        var start = fieldStart
        while let end = buffer[scanned...].firstIndex(of: 0) {
            scanned = end + 1
            if try accept(start..<end, handler: handler) { consumed = start }
            start = end + 1
        }
        scanned = buffer.count
        fieldStart = start
        drop(consumed)
    }

    /// Hands over the last commit; call once at the end of the stream.
    package mutating func finish(handler: (GitLogEntry) throws -> Void) rethrows {
        try emit(handler: handler)
        self = GitLogParser(undated: undated)
    }

    private var fieldStart = 0

    private init(undated: Int) { self.undated = undated }

    /// Takes one field; returns whether everything before it is done with.
    private mutating func accept(
        _ field: Range<Int>, handler: (GitLogEntry) throws -> Void
    ) rethrows -> Bool {
        switch stage {
        case .lead:
            stage = .fields
        case .fields:
            fields.append(field)
            if fields.count == GitLogParser.fieldCount { stage = .terminator }
        case .terminator:
            stage = .files
        case .files:
            if field.isEmpty {
                try emit(handler: handler)
                stage = .fields
                return true
            }
            // git separates the message from the list of files by one line feed.
            let isFirst = fields.count == GitLogParser.fieldCount
            fields.append(isFirst && buffer[field.lowerBound] == 10 ? field.dropFirst() : field)
        }
        return false
    }

    private mutating func emit(handler: (GitLogEntry) throws -> Void) rethrows {
        defer { fields.removeAll(keepingCapacity: true) }
        guard fields.count >= GitLogParser.fieldCount else { return }
        func text(_ index: Int) -> String { String(decoding: buffer[fields[index]], as: UTF8.self) }
        guard let day = Day(text(2)) else {
            undated += 1
            return
        }
        try handler(
            GitLogEntry(
                author: GitContact(name: text(0).trimmedOfBlanks, address: text(1).trimmedOfBlanks), day: day,
                source: text(3), message: buffer[fields[4]],
                files: fields[GitLogParser.fieldCount...].map { buffer[$0] }))
    }

    /// Forgets the bytes of finished commits.
    private mutating func drop(_ count: Int) {
        guard count > 0 else { return }
        buffer.removeFirst(count)
        scanned -= count
        fieldStart -= count
        fields = fields.map { ($0.lowerBound - count)..<($0.upperBound - count) }
    }
}
