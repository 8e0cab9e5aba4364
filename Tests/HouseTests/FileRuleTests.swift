import Testing

@Suite struct `Files of the house` {
    /// A file longer than this hides a second idea.
    static let wall = 500

    /// Why a file's name says nothing; nil where it says something.
    static func complaint(aboutName path: String) -> String? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let stem = name.hasSuffix(".swift") ? String(name.dropLast(6)) : name
        if stem.lowercased().hasSuffix("+ext") || stem.lowercased().hasSuffix("+extensions") {
            return "name the concern: Type+Concern.swift"
        }
        // Cut at capitals, so that "UtilityCurve" is not mistaken for a drawer of odds and ends.
        var words: [String] = []
        for character in stem {
            if character.isUppercase || words.isEmpty || !character.isLetter { words.append("") }
            words[words.count - 1].append(character)
        }
        let empty: Set<String> = [
            "Util", "Utils", "Utilities", "Helper", "Helpers", "Manager", "Managers", "Misc", "Common",
        ]
        return words.contains { empty.contains($0) } ? "name what it is, not that it is useful" : nil
    }

    @Test func `are read from a whole checkout`() {
        #expect(House.swift.count > 40)
        #expect(House.swift.allSatisfy { !$0.text.isEmpty })
    }

    @Test func `stay under five hundred lines`() {
        let long = House.swift.filter { $0.lines.count > Self.wall + 1 }.map {
            "\($0.path): \($0.lines.count) lines"
        }
        #expect(long == [])
    }

    @Test func `end in one line break`() {
        let open = House.swift.filter { !$0.text.hasSuffix("\n") || $0.text.hasSuffix("\n\n") }.map(\.path)
        #expect(open == [])
    }

    @Test func `have names that say what is in them`() {
        let empty = House.swift.compactMap { file in
            Self.complaint(aboutName: file.path).map { "\(file.path): \($0)" }
        }
        #expect(empty == [])
    }

    @Test(arguments: [
        ("Sources/Wire/Utils.swift", "name what it is, not that it is useful"),
        ("Sources/Wire/DateHelper.swift", "name what it is, not that it is useful"),
        ("Sources/Wire/Case+Helpers.swift", "name what it is, not that it is useful"),
        ("Sources/Wire/Array+ext.swift", "name the concern: Type+Concern.swift"),
    ])
    func `are refused names that say nothing`(path: String, complaint: String) {
        #expect(Self.complaint(aboutName: path) == complaint)
    }

    @Test(arguments: [
        "Sources/Spread/UtilityCurve.swift", "Sources/Wire/ManagerialLayer.swift", "Package.swift",
    ])
    func `keep names that only sound like those`(path: String) {
        #expect(Self.complaint(aboutName: path) == nil)
    }

    @Test func `compile without warnings, in Swift 6 mode`() throws {
        let manifest = try #require(House.text(of: "Package.swift"))
        #expect(manifest.contains(".treatAllWarnings(as: .error)"))
        #expect(manifest.contains("swiftLanguageModes: [.v6]"))
        for feature in [
            "ExistentialAny", "MemberImportVisibility", "InternalImportsByDefault",
            "NonisolatedNonsendingByDefault",
        ] {
            #expect(manifest.contains(".enableUpcomingFeature(\"\(feature)\")"))
        }
        #expect(!manifest.contains("unsafeFlags"))
    }

    @Test func `are checked by one command, with undeclared imports refused`() throws {
        let makefile = try #require(House.text(of: "Makefile"))
        #expect(makefile.contains("--explicit-target-dependency-import-check error"))
        #expect(makefile.contains("check: lint test"))
        let run = try #require(House.text(of: ".ci/run"))
        for step in ["make setup", "make lint", "make test", "make demo"] { #expect(run.contains(step)) }
    }

    @Test func `come with a licence`() throws {
        let licence = try #require(House.text(of: "LICENSE"))
        #expect(licence.contains("Licen"))
        #expect(licence.count > 500)
    }
}
