import Foundation

/// A file written in large pieces.
struct ByteFile: ~Copyable {
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private static let piece = 1 << 20

    /// A new, empty file; one that is there is replaced.
    init(_ url: URL) throws {
        try Data().write(to: url)
        handle = try FileHandle(forWritingTo: url)
        buffer.reserveCapacity(ByteFile.piece + 1024)
    }

    /// Adds bytes.
    mutating func append(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= ByteFile.piece { try flush() }
    }

    /// Adds text.
    mutating func append(_ text: String) throws { try append(Array(text.utf8)) }

    /// Writes what is left.
    mutating func close() throws {
        try flush()
        try handle.close()
    }

    private mutating func flush() throws {
        try handle.write(contentsOf: Data(buffer))
        buffer.removeAll(keepingCapacity: true)
    }
}
