/// One file of a case, opened as often as needed; its bytes are never held whole.
package struct CaseFile {
    /// The path within the case, with `/` between folders, for example `exports/events.csv`.
    package let path: String
    /// Bytes on disk, where known.
    package let size: Int?
    /// What lies at the path; only a file can be opened.
    package let kind: Kind
    private let opener: () throws -> ByteStream

    /// What lies at a path of a case.
    package enum Kind: Hashable, Sendable {
        case file
        /// A folder where a file could be.
        case folder
        /// A folder whose files cannot be listed.
        case lockedFolder
        /// A pipe, a device or a socket: opening it may wait for ever, reading it may never end.
        case special
        /// A link that leads nowhere, or back to itself.
        case brokenLink
    }

    /// A file that is read by opening a stream.
    /// - Parameters:
    ///   - path: The path within the case.
    ///   - size: Bytes on disk, where known.
    ///   - open: Makes a stream that starts at the first byte; called once for each pass.
    package init(path: String, size: Int? = nil, open: @escaping () throws -> ByteStream) {
        self.path = path
        self.size = size
        kind = .file
        opener = open
    }

    /// Something at a path that is no file; opening it throws.
    package init(path: String, kind: Kind) {
        self.path = path
        size = nil
        self.kind = kind
        opener = { throw StreamTrouble.unreadable }
    }

    /// A file whose bytes are at hand.
    package init(path: String, bytes: [UInt8]) {
        self.init(path: path, size: bytes.count) { ByteStream(bytes) }
    }

    /// A stream from the first byte on.
    package func open() throws -> ByteStream { try opener() }

    /// The path in lower case and without `.gz`.
    package var plainPath: String {
        let lower = path.lowercased()
        return lower.hasSuffix(".gz") ? String(lower.dropLast(3)) : lower
    }

    /// The same without folders.
    package var plainName: String {
        let plain = plainPath
        return plain.split(separator: "/").last.map(String.init) ?? plain
    }
}

/// Bytes that come one piece after another.
package struct ByteStream {
    /// Fills the buffer from its start and answers how many bytes were written; 0 at the end.
    package let read: (UnsafeMutableRawBufferPointer) throws -> Int

    /// A stream that is read by a closure.
    package init(read: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) { self.read = read }

    /// A stream over bytes at hand.
    package init(_ bytes: [UInt8]) {
        var place = 0
        read = { target in
            let count = min(target.count, bytes.count - place)
            guard count > 0 else { return 0 }
            bytes.withUnsafeBytes { all in
                target.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[place..<place + count]))
            }
            place += count
            return count
        }
    }
}
