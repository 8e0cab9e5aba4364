import Hummingbird

/// One thing the JSON interface does: its route and its documentation are this one value, so they cannot differ.
struct InterfaceEntry: Sendable {
    /// A field of the form that is sent.
    struct Field: Sendable {
        let name: String
        /// A JSON schema type: string, number, integer.
        let type: String
        let isRequired: Bool
        let about: String

        init(_ name: String, _ about: String, type: String = "string", isRequired: Bool = false) {
            self.name = name
            self.type = type
            self.isRequired = isRequired
            self.about = about
        }
    }

    let method: HTTPRequest.Method
    /// With its parameters as `{id}`.
    let path: String
    let summary: String
    let fields: [Field]
    /// The schema of the answer, for example `firsthand.shelf/1`.
    let answers: String
    let answer: @Sendable (Request, FrontContext) async throws -> Response

    /// The path as the router takes it.
    var route: String { path.replacing("{id}", with: ":id") }
}

/// The interface's documentation.
enum InterfaceDocument {
    /// An OpenAPI 3.1 document of the entries.
    static func openAPI(_ entries: [InterfaceEntry], version: String) -> JSONValue {
        var paths: [String: JSONValue] = [:]
        for entry in entries {
            var operations: [String: JSONValue] = [:]
            if case .object(let known)? = paths[entry.path] { operations = known }
            operations[entry.method.rawValue.lowercased()] = operation(entry)
            paths[entry.path] = .object(operations)
        }
        return .object([
            "openapi": .string("3.1.0"),
            "info": .object([
                "title": .string("Firsthand"), "version": .string(version),
                "description": .string(
                    "What the pages of discovery use. Sign in as on the pages; forms carry the token of firsthand.discovery/1."
                ),
            ]),
            "paths": .object(paths),
            "components": .object([
                "schemas": .object(["Problem": problemSchema]),
                "securitySchemes": .object([
                    "session": .object([
                        "type": .string("apiKey"), "in": .string("cookie"),
                        "name": .string("__Host-firsthand"),
                    ])
                ]),
            ]),
            "security": .array([.object(["session": .array([])])]),
        ])
    }

    /// A refusal: a problem document (RFC 9457).
    private static func problem(_ about: String) -> JSONValue {
        .object([
            "description": .string(about),
            "content": .object([
                "application/problem+json": .object([
                    "schema": .object(["$ref": .string("#/components/schemas/Problem")])
                ])
            ]),
        ])
    }

    private static let problemSchema = JSONValue.object([
        "type": .string("object"),
        "properties": .object([
            "type": .object(["type": .string("string")]), "title": .object(["type": .string("string")]),
            "status": .object(["type": .string("integer")]), "detail": .object(["type": .string("string")]),
        ]), "required": .array(["type", "title", "status", "detail"].map { .string($0) }),
    ])

    private static func operation(_ entry: InterfaceEntry) -> JSONValue {
        var operation: [String: JSONValue] = [
            "summary": .string(entry.summary),
            "responses": .object([
                "200": .object([
                    "description": .string(entry.answers),
                    "content": .object([
                        "application/json": .object(["schema": .object(["type": .string("object")])])
                    ]),
                ]),
                "400": problem("What was sent cannot be; the answer says why."),
                "401": problem("Sign in first."),
                "403": problem("Not for this account, or without the token."),
                "404": problem("There is no such thing, or none of yours."),
            ]),
        ]
        if entry.path.contains("{id}") {
            operation["parameters"] = .array([
                .object([
                    "name": .string("id"), "in": .string("path"), "required": .bool(true),
                    "schema": .object(["type": .string("integer")]),
                ])
            ])
        }
        if entry.method == .post {
            var properties: [String: JSONValue] = ["token": .object(["type": .string("string")])]
            for field in entry.fields {
                properties[field.name] = .object([
                    "type": .string(field.type), "description": .string(field.about),
                ])
            }
            let required = ["token"] + entry.fields.filter(\.isRequired).map(\.name)
            operation["requestBody"] = .object([
                "required": .bool(true),
                "content": .object([
                    "application/x-www-form-urlencoded": .object([
                        "schema": .object([
                            "type": .string("object"), "properties": .object(properties),
                            "required": .array(required.map { .string($0) }),
                        ])
                    ])
                ]),
            ])
        }
        return .object(operation)
    }
}

/// JSON as a value, for documents whose shape is not fixed.
indirect enum JSONValue: Encodable, Sendable {
    case string(String)
    case bool(Bool)
    case array([JSONValue])
    case object([String: JSONValue])

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .string(let text): try container.encode(text)
        case .bool(let flag): try container.encode(flag)
        case .array(let values): try container.encode(values)
        case .object(let values): try container.encode(values)
        }
    }
}
