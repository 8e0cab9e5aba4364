import Archive
import Foundation

/// Values of ours that are kept under a setting's name, as JSON.
extension Archive {
    /// What is kept under a name; nil where nothing is.
    ///
    /// - Parameter what: What cannot be read where it is damaged, as the beginning of a sentence.
    /// - Throws: `ArchiveFailure`; `damaged` where the text is no such value.
    func value<Value: Decodable>(of name: String, what: String) async throws -> Value? {
        guard let text = try await setting(name) else { return nil }
        do { return try JSONDecoder().decode(Value.self, from: Data(text.utf8)) } catch {
            throw ArchiveFailure(.damaged, "\(what) cannot be read. Restore the latest backup.")
        }
    }

    /// Keeps a value under a name; the same value is the same text.
    func keep(_ value: some Encodable, as name: String) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try await set(String(decoding: try encoder.encode(value), as: UTF8.self), for: name)
    }
}
