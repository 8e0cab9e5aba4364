import Testing

@Suite struct `Doc comments` {
    private func missing(_ text: String) -> [String] {
        DocComments.missing(in: SourceFile(path: "Sources/Room/File.swift", text: text)).map(\.message)
    }

    @Test func `stand above everything another room can see`() {
        let promised = Set(House.rooms.flatMap(DocComments.promises))
        #expect(House.rooms.flatMap { DocComments.missing(in: $0, promised: promised) } == [])
    }

    @Test(arguments: [
        ("package struct Ward {", "package struct Ward has no doc comment"),
        ("    package func weigh(_ a: Int) -> Int {", "package func weigh has no doc comment"),
        ("package static func weigh() {", "package func weigh has no doc comment"),
        ("public let value: Double", "public let value has no doc comment"),
        ("public init(_ text: String) {", "public init has no doc comment"),
        ("public init?(_ text: String) {", "public init has no doc comment"),
        ("package init?(_ text: String) {", "package init has no doc comment"),
        ("package var share: Double { 1 }", "package var share has no doc comment"),
        ("package subscript(code: Int) -> Int {", "package subscript has no doc comment"),
        ("@inlinable public mutating func step() {", "public func step has no doc comment"),
        ("package indirect enum Tree {", "package enum Tree has no doc comment"),
        ("// Not a doc comment.\npackage enum Tree {", "package enum Tree has no doc comment"),
        ("/// Of something else.\n\npackage enum Tree {", "package enum Tree has no doc comment"),
    ])
    func `are missed where there is none`(text: String, message: String) {
        #expect(missing(text) == [message])
    }

    @Test(arguments: [
        "/// A ward.\npackage struct Ward {",
        "/// A ward.\n@frozen\npublic struct Ward {",
        "/** A ward. */\npackage struct Ward {",
        "package import Measures",
        "struct Ward {",
        "private func weigh() {",
        "package let value: Double",
        "package private(set) var words: [Int] = []",
        "package init(value: Double) {",
        "package static func < (left: Ward, right: Ward) -> Bool {",
        "public var description: String {",
        "case moving, phase1",
        "let text = \"package struct Ward {\"",
        "classify(package)",
    ])
    func `are not asked for where none is needed`(text: String) {
        #expect(missing(text) == [])
    }

    @Test func `are enough on the protocol that asks for a member`() {
        let text = """
            /// A chart.
            package protocol Chart {
                /// Its data.
                var table: Int { get }
                func draw() -> Int
            }
            package struct Bar: Chart {
                package var table: Int { 1 }
                package func draw() -> Int { 1 }
            }
            """
        let file = SourceFile(path: "Sources/Figures/Bar.swift", text: text)
        #expect(DocComments.promises(in: file) == ["table"])
        #expect(
            DocComments.missing(in: file, promised: ["table"]).map(\.message) == [
                "package struct Bar has no doc comment", "package func draw has no doc comment",
            ])
    }
}
