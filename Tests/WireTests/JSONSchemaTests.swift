import Testing

@Suite struct `A schema check` {
    private func complaints(_ schema: String, _ value: String) throws -> [String] {
        try JSONSchema(root: JSONValue(schema)).complaints(about: JSONValue(value))
    }

    static let misfits: [(schema: String, value: String, complaint: String)] = [
        (#"{"type":"string"}"#, "1", "$: is no string"),
        (#"{"type":["integer","null"]}"#, "1.5", "$: is no integer or null"),
        (#"{"type":"number"}"#, "true", "$: is no number"),
        (#"{"required":["a"]}"#, "{}", "$: a is missing"),
        (#"{"properties":{"a":{"type":"null"}}}"#, #"{"a":0}"#, "$.a: is no null"),
        (#"{"items":{"type":"array"}}"#, "[[],{}]", "$[1]: is no array"),
        (#"{"enum":["a",null]}"#, #""b""#, "$: is none of the words allowed"),
        (#"{"const":"a"}"#, #""b""#, "$: is not the constant"),
        (#"{"minimum":1}"#, "0", "$: is below 1.0"),
        (#"{"maximum":1}"#, "2", "$: is above 1.0"),
        (#"{"minLength":1}"#, #""""#, "$: is too short"),
        (#"{"pattern":"^[0-9]{4}$"}"#, #""12""#, "$: does not look like ^[0-9]{4}$"),
        (#"{"additionalProperties":false}"#, #"{"a":0}"#, "$: a is not expected"),
        (#"{"additionalProperties":{"type":"string"}}"#, #"{"a":0}"#, "$.a: is no string"),
        (##"{"$ref":"#/$defs/a","$defs":{"a":{"type":"null"}}}"##, "0", "$: is no null"),
        (##"{"$ref":"#/$defs/b","$defs":{}}"##, "0", "$: #/$defs/b leads nowhere"),
        (#"{"anyOf":[{"type":"null"},{"type":"string"}]}"#, "0", "$: fits none of 2 shapes"),
        (#"{"allOf":[{"type":"number"},{"minimum":1}]}"#, "0", "$: is below 1.0"),
        (#"{"properties":{"a":false}}"#, #"{"a":0}"#, "$.a: nothing is allowed here"),
        (#"{"uniqueItems":true}"#, "[1,1]", "$: the schema uses uniqueItems"),
    ]

    @Test(arguments: misfits)
    func `refuses what does not fit, at its place`(schema: String, value: String, complaint: String) throws {
        #expect(try complaints(schema, value) == [complaint])
    }

    @Test(arguments: [
        (#"{"type":["integer","null"]}"#, "null"),
        (#"{"type":"integer"}"#, "3.0"),
        (#"{"type":"object","required":["a"],"properties":{"a":{"enum":[1]}}}"#, #"{"a":1,"b":2}"#),
        (#"{"anyOf":[{"type":"null"},{"type":"string"}]}"#, #""a""#),
        ("true", "{}"),
    ])
    func `lets pass what fits`(schema: String, value: String) throws {
        #expect(try complaints(schema, value) == [])
    }
}
