import Hummingbird

/// The fields of a form, or of a query.
struct Form: Sendable {
    /// Fields at most; more is a mistake or an attack.
    static let mostFields = 500

    private let fields: [(name: String, value: String)]

    /// Reads `name=value&…`, with `+` and percent signs undone; a pair that is not UTF-8 is passed over.
    /// - Source: WHATWG URL, application/x-www-form-urlencoded.
    init(_ text: String) {
        fields = text.split(separator: "&", maxSplits: Form.mostFields).prefix(Form.mostFields).compactMap {
            let parts = $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Form.decode(parts[0]) else { return nil }
            guard parts.count > 1 else { return (name, "") }
            return Form.decode(parts[1]).map { (name, $0) }
        }
    }

    /// Reads the form of a request.
    /// - Throws: 415 where it is no form, 413 where it is longer than a form can be.
    init(_ request: Request) async throws {
        guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            throw HTTPError(.unsupportedMediaType, message: "A form is expected here.")
        }
        var request = request
        let body = try await request.collectBody(upTo: 1 << 16)
        self.init(String(buffer: body))
    }

    /// A field's value; nil where the form does not have it.
    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Every value of a field.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    private static func decode(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(32)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
                else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }

    /// A text as it may stand in a query.
    static func encode(_ text: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        return text.utf8.map { byte in
            if plain.contains(byte) { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count < 2 ? "0" + digits : digits)
        }.joined()
    }
}
