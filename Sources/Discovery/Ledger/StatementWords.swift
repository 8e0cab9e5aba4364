/// The words of a statement that carry its meaning: lower case, without endings, without little words.
///
/// English only; words of other languages stay as they are and are compared whole.
package struct StatementWords: Hashable, Sendable {
    /// Stems, none twice.
    package let stems: Set<String>

    /// The words of a text.
    /// - Complexity: O(characters).
    package init(_ text: String) {
        stems = Set(
            StatementWords.words(of: text).filter { !StatementWords.little.contains($0) }.map(
                StatementWords.stem))
    }

    /// Words of letters and digits, in lower case, in order; an apostrophe joins.
    static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text.lowercased() {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else if character == "'" || character == "’" {
                continue
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// A word without its ending, so that "filing", "filed" and "files" meet.
    ///
    /// A light stemmer: plural, past and progressive endings, and a few nouns made of verbs. Words of up to four letters stay.
    /// - Source: after step 1 of Porter (1980), doi:10.1108/eb046814, without its later steps.
    static func stem(_ word: String) -> String {
        if let irregular = irregulars[word] { return irregular }
        guard word.count > 4 else {
            return word.count == 4 && word.hasSuffix("s") && !word.hasSuffix("ss")
                ? String(word.dropLast()) : word
        }
        for (ending, replacement) in endings where word.hasSuffix(ending) {
            let root = word.dropLast(ending.count)
            guard root.count >= 3, root.contains(where: { "aeiouy".contains($0) }) else { continue }
            return finished(String(root) + replacement)
        }
        return finished(word)
    }

    private static let endings: [(String, String)] = [
        ("ations", ""), ("ation", ""), ("ings", ""), ("ing", ""), ("ments", ""), ("ment", ""), ("iest", "y"),
        ("ies", "y"), ("ied", "y"), ("ers", ""), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("ed", ""),
        ("er", ""),
        ("es", ""), ("ss", "ss"), ("us", "us"), ("is", "is"), ("s", ""),
    ]

    /// Undoes a doubled consonant and a last e, which endings leave behind in some forms and not in others.
    private static func finished(_ root: String) -> String {
        var root = root
        if let last = root.last, root.dropLast().last == last, !"aeiouls".contains(last) { root.removeLast() }
        if root.count > 3, root.hasSuffix("e") { root.removeLast() }
        return root
    }

    /// Forms that share no beginning, and words people use for the same thing.
    private static let irregulars: [String: String] = [
        "wrote": "writ", "written": "writ", "write": "writ", "writes": "writ", "writing": "writ",
        "typing": "typ",
        "type": "typ", "types": "typ", "mails": "email", "mail": "email", "emails": "email", "inbox": "email",
        "e": "email", "mins": "minut", "minutes": "minut", "found": "find", "kept": "keep", "sent": "send",
        "told": "tell", "phone": "phon", "phones": "phon", "calls": "call", "calling": "call",
        "called": "call",
        "invoices": "invoic", "invoicing": "invoic", "sheet": "spreadsheet", "sheets": "spreadsheet",
        "excel": "spreadsheet",
        "spreadsheets": "spreadsheet", "meetings": "meet", "docs": "document", "doc": "document",
        "tickets": "ticket",
        "rota": "roster", "rotas": "roster", "copying": "copy", "copies": "copy", "copied": "copy",
        "pasting": "copy",
        "paste": "copy", "pasted": "copy", "retyping": "typ", "retype": "typ", "timesheet": "timesheet",
        "timesheets": "timesheet", "hours": "timesheet", "summarise": "summar", "summaries": "summar",
        "summary": "summar", "summarising": "summar", "summarize": "summar", "summarizing": "summar",
    ]

    /// Words that say nothing about which work is meant.
    private static let little: Set<String> = Set(
        """
        a about after again all also always am an and any are as at be because been before being but by can cannot cant come
        constantly could day daily did do does doing dont down each etc even ever every everything far few find finding for
        forever from get gets getting go going had has have having he her his how i if im in into is it its ive just keep keeps
        least like lot lots made make making many me more most much must my need needs never no not now of off often on once one
        only or other our out over part people really same should so some somebody someone something still such take takes taking
        task tasks than that thats the their them then there these they thing things this those through time times to too two up
        us very was way we week weekly month monthly end well were what when where which while who whole why will with without
        work would yet you your hate hating boring bored dull tedious annoying annoy stress stressful stresses stressed endless
        interrupt interrupts interrupted interruptions repetitive nerve nerves wait waiting asks asking ask hard long different
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}
