import Testing

@Suite struct `Reading a Swift file as text` {
    private func code(_ text: String) -> String {
        SourceFile(path: "Sources/Room/File.swift", text: text).code.joined(separator: "\n")
    }

    @Test func `blanks line comments and keeps the code before them`() {
        #expect(code("let a = 1 // print(a)\nb") == "let a = 1            \nb")
    }

    @Test func `blanks nested block comments`() {
        #expect(code("a /* b /* c */ d */ e") == "a                   e")
    }

    @Test func `blanks what a string says and keeps its quotes`() {
        #expect(code(#"f("// no, \" it")"#) == #"f("            ")"#)
    }

    @Test func `keeps the code inside an interpolation`() {
        #expect(code(#"f("at \(g("x")) o")"#) == #"f("    (g(" "))  ")"#)
    }

    @Test func `knows raw and long strings`() {
        #expect(code(##"f(#"a"b"#)"##) == ##"f(#"   "#)"##)
        #expect(code("\"\"\"\n print(\"x\")\n\"\"\" + y") == "\"\"\"\n           \n\"\"\" + y")
    }

    @Test func `leaves compiler directives alone`() {
        #expect(code("#if os(Linux)\n#endif") == "#if os(Linux)\n#endif")
    }

    @Test func `keeps strings where only comments are taken out`() {
        let file = SourceFile(path: "Package.swift", text: "f(\"a.b\") // \"c.d\"")
        #expect(file.uncommented == ["f(\"a.b\")         "])
    }

    @Test func `knows the room from the path`() {
        #expect(SourceFile(path: "Sources/Spread/Seeds/Greedy.swift", text: "").room == "Spread")
        #expect(SourceFile(path: "Tests/SpreadTests/GreedyTests.swift", text: "").room == nil)
        #expect(SourceFile(path: "Package.swift", text: "").room == nil)
    }
}
