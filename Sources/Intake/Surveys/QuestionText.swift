/// Texts of questions as they are compared.
enum QuestionText {
    /// A question's letters and digits in lower case, without a number in front.
    ///
    /// `1. AI takes dull work, off my hands!` and `AI takes dull work off my hands` are one question, so a
    /// comma that moved does not lose it. Two questions that differ in a word are two.
    static func key(_ text: String) -> String {
        var rest = Substring(CellText.key(text))
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        // A number and a point before a text is a number in a list; `Q2` and `2` are codes.
        if !digits.isEmpty, let mark = rest.dropFirst(digits.count).first, mark == "." || mark == ")",
            rest.dropFirst(digits.count + 1).contains(where: \.isLetter)
        {
            rest = rest.dropFirst(digits.count + 1)
        }
        return String(rest.filter { $0.isLetter || $0.isNumber })
    }

    /// A text as a YAML scalar in double quotes on one line, cut at 200 characters.
    static func yaml(_ text: String) -> String {
        let shown = CellText.display(text).prefix(200)
        let escaped = shown.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return
            "\"\(String(escaped.filter { !$0.isNewline && ($0.unicodeScalars.first?.value ?? 0) >= 32 }))\""
    }
}
