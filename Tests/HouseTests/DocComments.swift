/// Finds declarations other rooms can see that say nothing about themselves.
///
/// A doc comment stands directly above its declaration, or above the declaration's attributes. Exempt are
/// the members whose meaning is fixed elsewhere: operators, the requirements of well-known protocols,
/// and, below `public`, stored properties and memberwise initialisers, whose meaning is the property's name.
/// Members that a protocol of the house asks for are explained there, once. Enum cases carry no access word and
/// are left to the author.
enum DocComments {
    /// Declarations without a doc comment.
    /// - Parameters:
    ///   - file: The file to look through.
    ///   - promised: Names of members that protocols of the house explain.
    static func missing(in file: SourceFile, promised: Set<String> = []) -> [Finding] {
        var found: [Finding] = []
        for (index, line) in file.code.enumerated() {
            guard let declaration = Declaration(line), !declaration.isExempt,
                declaration.access == "public" || !promised.contains(declaration.name),
                !isDocumented(index, in: file)
            else { continue }
            found.append(
                Finding(
                    path: file.path, line: index + 1,
                    message: "\(declaration.words) has no doc comment")
            )
        }
        return found
    }

    /// Names of the documented members of a file's protocols.
    static func promises(in file: SourceFile) -> Set<String> {
        var names: Set<String> = []
        var depth: Int?
        var level = 0
        for (index, line) in file.code.enumerated() {
            let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
            if depth == nil, let place = words.firstIndex(of: "protocol"), words.count > place + 1 {
                depth = level
            } else if depth != nil, let place = words.firstIndex(where: { $0 == "var" || $0 == "func" }),
                words.count > place + 1, isDocumented(index, in: file)
            {
                names.insert(String(words[place + 1]))
            }
            level += line.count { $0 == "{" } - line.count { $0 == "}" }
            if let start = depth, level <= start, line.contains("}") { depth = nil }
        }
        return names
    }

    private static func isDocumented(_ index: Int, in file: SourceFile) -> Bool {
        var above = index - 1
        while above >= 0 {
            let line = file.lines[above].drop { $0 == " " }
            if line.hasPrefix("///") || line.hasSuffix("*/") { return true }
            // Attributes and conditional compilation may stand between.
            guard line.hasPrefix("@") || line.hasPrefix("#if") else { return false }
            above -= 1
        }
        return false
    }

    private struct Declaration {
        let access: String
        let keyword: String
        let name: String
        private let line: String

        /// The declaration as a message names it, for example `package func weigh`.
        var words: String { [access, keyword, name].filter { !$0.isEmpty }.joined(separator: " ") }

        init?(_ line: String) {
            var words = line.split(separator: " ")
            while let word = words.first, word.hasPrefix("@") { words.removeFirst() }
            let keywords: Set<Substring> = [
                "func", "init", "struct", "enum", "class", "actor", "protocol", "typealias", "subscript",
                "var", "let",
            ]
            var access: Substring?
            while let word = words.first {
                if word == "public" || word == "package" || word == "open" {
                    access = word
                } else if word == "static" || word == "class", let next = words.dropFirst().first,
                    keywords.contains(Self.stem(next))
                {
                    // A modifier here, not the keyword.
                } else if keywords.contains(Self.stem(word)) {
                    break
                } else if !Self.modifiers.contains(word), !word.hasPrefix("private("),
                    !word.hasPrefix("nonisolated(")
                {
                    return nil
                }
                words.removeFirst()
            }
            guard let access, let keyword = words.first else { return nil }
            self.access = String(access)
            self.keyword = String(Self.stem(keyword))
            let isNameless = self.keyword == "init" || self.keyword == "subscript"
            let named = isNameless ? "" : words.dropFirst().first ?? ""
            name = String(named.prefix { !"({:<".contains($0) || named == "<" || named == "==" })
            self.line = line
        }

        private static let modifiers: Set<Substring> = [
            "static", "final", "mutating", "nonmutating", "indirect", "override", "convenience", "required",
            "lazy",
            "nonisolated", "consuming", "borrowing", "weak", "prefix", "postfix", "infix", "isolated",
            "dynamic",
        ]

        /// `init?(`, `init(` and `subscript(` begin with their keyword.
        private static func stem(_ word: Substring) -> Substring {
            for keyword in ["init", "subscript"] where word.hasPrefix(keyword) {
                let rest = word.dropFirst(keyword.count)
                if rest.isEmpty || "(?!<".contains(rest.first!) { return word.prefix(keyword.count) }
            }
            return word
        }

        var isExempt: Bool {
            let fixed: Set<String> = [
                "<", "==", "+", "-", "*", "/", "description", "debugDescription", "customMirror", "hash",
                "encode",
                "next", "makeIterator",
            ]
            if fixed.contains(name) || line.contains("init(from ") || line.contains("init(stringLiteral ") {
                return true
            }
            guard access == "package" else { return false }
            let isStored = keyword == "let" || (keyword == "var" && !line.contains("{"))
            return isStored || line.contains(" init(")
        }
    }
}
