package import Foundation

/// A whole JSON document promised to others, with the name of its schema.
package protocol WireDocument: Codable, Sendable {
    /// Name and version, for example `firsthand.diagnosis/1`.
    static var schemaName: String { get }
    /// The name the document carries.
    var schema: String { get }
}

extension WireDocument {
    /// The document as JSON: keys sorted, indented, the same bytes for the same content.
    ///
    /// - Throws: `EncodingError` where a number is not finite; none is ever written.
    package func encode() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    /// Reads a document and checks that it is of this kind and version.
    ///
    /// - Throws: `WireFailure`, with a sentence that says what was found.
    package static func decode(_ data: Data) throws(WireFailure) -> Self {
        let decoder = JSONDecoder()
        let named: SchemaName
        do {
            named = try decoder.decode(SchemaName.self, from: data)
        } catch {
            throw WireFailure(.malformed, "This is not a JSON document with a \"schema\".")
        }
        guard named.schema == schemaName else {
            throw WireFailure(
                .otherSchema, "This document is \"\(named.schema)\"; \"\(schemaName)\" is expected here.")
        }
        do {
            return try decoder.decode(Self.self, from: data)
        } catch let error as DecodingError {
            throw WireFailure(.malformed, "This \"\(schemaName)\" document is damaged: \(sentence(error))")
        } catch {
            throw WireFailure(.malformed, "This \"\(schemaName)\" document is damaged.")
        }
    }

    private static func sentence(_ error: DecodingError) -> String {
        func place(_ path: [any CodingKey]) -> String {
            let words = path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }
            return words.isEmpty ? "the top" : String(words.joined().drop { $0 == "." })
        }
        return switch error {
        case .keyNotFound(let key, let context):
            "\"\(key.stringValue)\" is missing at \(place(context.codingPath))."
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "\(place(context.codingPath)) holds something else than promised."
        @unknown default: "it cannot be read."
        }
    }
}

/// The one key every document has.
private struct SchemaName: Decodable {
    let schema: String
}
