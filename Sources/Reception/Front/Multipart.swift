import Foundation
import Hummingbird

/// A form with files, read as it comes: fields are kept, files go to disk piece by piece.
///
/// - Source: RFC 7578 and RFC 2046, section 5.1.
struct MultipartReader {
    /// What was sent.
    struct Received: Sendable {
        var fields: [String: String] = [:]
        var files: [String] = []
    }

    static let longestField = 1 << 16
    static let longestHead = 1 << 13
    static let mostParts = 200

    private let delimiter: [UInt8]
    private let folder: URL
    /// Called with the fields so far before the first byte of a file is kept.
    private let mayKeepFiles: ([String: String]) throws -> Void
    private var held: [UInt8]
    private var part: Part = .preamble
    private var received = Received()
    private var parts = 0

    private enum Part {
        case preamble
        case head
        case field(name: String, value: [UInt8])
        case file(FileHandle)
        case end
    }

    /// A reader for a request's boundary; nil where the request is no such form.
    init?(
        contentType: String?, folder: URL, mayKeepFiles: @escaping ([String: String]) throws -> Void
    ) {
        guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = MultipartReader.parameter("boundary", of: contentType), !boundary.isEmpty,
            boundary.utf8.count <= 70
        else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.folder = folder
        self.mayKeepFiles = mayKeepFiles
        // The first boundary has no line before it.
        held = [13, 10]
    }

    /// Takes in the next bytes.
    /// - Throws: 400 where the form is broken, 413 where it is too long, and what the disk says.
    mutating func feed(_ bytes: some Collection<UInt8>) throws {
        held.append(contentsOf: bytes)
        while try step() {}
    }

    /// Everything that was sent, once all bytes are in.
    func finish() throws -> Received {
        guard case .end = part else { throw MultipartReader.broken }
        return received
    }

    private static let broken = HTTPError(
        .badRequest, message: "The upload was cut off or broken. Send it again.")

    /// One step; false where more bytes are needed.
    private mutating func step() throws -> Bool {
        switch part {
        case .end:
            held.removeAll()
            return false
        case .head:
            guard let end = MultipartReader.find([13, 10, 13, 10], in: held) else {
                guard held.count <= MultipartReader.longestHead else { throw MultipartReader.broken }
                return false
            }
            try open(String(decoding: held[..<end], as: UTF8.self))
            held.removeFirst(end + 4)
            return true
        case .preamble, .field, .file:
            guard let end = MultipartReader.find(delimiter, in: held) else {
                // What could be the begin of a boundary stays; the rest is content.
                let sure = held.count - delimiter.count - 2
                guard sure > 0 else { return false }
                try keep(held[..<sure])
                held.removeFirst(sure)
                return false
            }
            guard held.count >= end + delimiter.count + 2 else { return false }
            try keep(held[..<end])
            try close()
            let tail = held[(end + delimiter.count)..<(end + delimiter.count + 2)]
            held.removeFirst(end + delimiter.count + 2)
            if tail.elementsEqual([45, 45]) {
                part = .end
            } else if tail.elementsEqual([13, 10]) {
                part = .head
            } else {
                throw MultipartReader.broken
            }
            return true
        }
    }

    private mutating func open(_ head: String) throws {
        parts += 1
        guard parts <= MultipartReader.mostParts else {
            throw HTTPError(
                .contentTooLarge, message: "Send at most \(MultipartReader.mostParts) files at once.")
        }
        let lines = head.split(separator: "\r\n")
        guard
            let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = MultipartReader.parameter("name", of: String(disposition))
        else { throw MultipartReader.broken }
        guard let fileName = MultipartReader.parameter("filename", of: String(disposition)) else {
            part = .field(name: name, value: [])
            return
        }
        try mayKeepFiles(received.fields)
        guard !fileName.isEmpty else {
            // A file field nobody filled in.
            part = .field(name: "", value: [])
            return
        }
        let safe = MultipartReader.safeName(fileName, taken: received.files)
        let place = folder.appendingPathComponent(safe)
        try Data().write(to: place, options: .withoutOverwriting)
        part = .file(try FileHandle(forWritingTo: place))
        received.files.append(safe)
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) throws {
        switch part {
        case .file(let handle): try handle.write(contentsOf: Data(bytes))
        case .field(let name, var value):
            value.append(contentsOf: bytes)
            guard value.count <= MultipartReader.longestField else { throw HTTPError(.contentTooLarge) }
            part = .field(name: name, value: value)
        default: break
        }
    }

    private mutating func close() throws {
        switch part {
        case .file(let handle): try handle.close()
        case .field(let name, let value): received.fields[name] = String(decoding: value, as: UTF8.self)
        default: break
        }
    }

    /// The last step of a path, in letters no file system minds; never a name twice, never hidden.
    static func safeName(_ name: String, taken: [String]) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let allowed = last.unicodeScalars.map { scalar -> Character in
            let isFine =
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || " ._-()".unicodeScalars.contains(scalar)
            return isFine ? Character(scalar) : "_"
        }
        var safe = String(allowed.prefix(120))
        while safe.hasPrefix(".") || safe.hasPrefix(" ") { safe.removeFirst() }
        if safe.isEmpty { safe = "upload" }
        guard taken.contains(safe) else { return safe }
        var number = 2
        while taken.contains("\(number)-\(safe)") { number += 1 }
        return "\(number)-\(safe)"
    }

    /// A parameter of a header; quotes and backslashes undone.
    private static func parameter(_ name: String, of header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2,
                pair[0].trimmingCharacters(in: .whitespaces).lowercased() == name
            else { continue }
            let value = pair[1].trimmingCharacters(in: .whitespaces)
            guard value.hasPrefix("\""), value.hasSuffix("\""), value.count >= 2 else { return value }
            return String(value.dropFirst().dropLast()).replacing("\\\"", with: "\"")
        }
        return nil
    }

    /// Where a sequence begins.
    /// - Complexity: O(n) for the rare first byte of a delimiter.
    private static func find(_ needle: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= needle.count else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            needle.withUnsafeBufferPointer { needle in
                var place = 0
                let last = buffer.count - needle.count
                while place <= last {
                    guard let hit = memchr(buffer.baseAddress! + place, Int32(needle[0]), last - place + 1)
                    else { return nil }
                    place = UnsafeRawPointer(hit) - UnsafeRawPointer(buffer.baseAddress!)
                    if memcmp(hit, needle.baseAddress!, needle.count) == 0 { return place }
                    place += 1
                }
                return nil
            }
        }
    }
}
