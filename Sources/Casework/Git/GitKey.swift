import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The key of a case's pseudonyms: 32 random bytes in a file beside the case, never within it.
struct GitKey {
    let bytes: [UInt8]
    /// Whether others than the owner can read the file.
    let isReadableByOthers: Bool

    /// The file that holds the key of a case folder.
    static func path(besideCase folder: String) -> String {
        var base = folder
        while base.count > 1, base.hasSuffix("/") { base.removeLast() }
        return base + ".key"
    }

    /// Reads the key of a case, or makes one where there is none.
    /// - Throws: `keyUnreadable` where a file is there and holds no key, `notWritten`.
    init(besideCase folder: String) throws {
        let path = GitKey.path(besideCase: folder)
        if FileManager.default.fileExists(atPath: path) {
            guard let data = FileManager.default.contents(atPath: path), let bytes = GitKey.decode(data)
            else {
                let name = URL(fileURLWithPath: path).lastPathComponent
                throw GitFailure(
                    .keyUnreadable,
                    "\(name) beside the case folder holds no key. Put the right file back, or remove it: "
                        + "a new key gives everybody a new code.")
            }
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            let permissions = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
            self.bytes = bytes
            isReadableByOthers = permissions & 0o077 != 0
            return
        }
        var generator = SystemRandomNumberGenerator()
        bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
        isReadableByOthers = false
        try GitKey.write(bytes, to: path)
    }

    /// Writes the key so that at no moment anybody else can read it.
    private static func write(_ bytes: [UInt8], to path: String) throws {
        let text = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\n"
        let file = open(path, O_CREAT | O_EXCL | O_WRONLY, 0o600)
        guard file >= 0 else {
            throw GitFailure(
                .notWritten,
                "The key file beside the case folder could not be made. Check that the folder is there and yours."
            )
        }
        try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: Data(text.utf8))
    }

    private static func decode(_ data: Data) -> [UInt8]? {
        let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard text.utf8.count == 64 else { return nil }
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == 64 else { return nil }
        return stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}
