/// Headers that do not say what the columns are.
extension Corpus {
    static let headers: [BadCase] = [
        BadCase("headers/none", "no header at all", "use.csv", "quorlix,2026-01-05,X\nvantroub,2026-01-06,X\n"),
        BadCase("headers/only", "a header and nothing else", "use.csv", "person,date,tool\n"),
        BadCase("headers/empty-names", "a header of commas", "use.csv", ",,\nquorlix,2026-01-05,X\n"),
        BadCase("headers/duplicate", "the same column twice", "use.csv", "person,date,date,tool\nquorlix,2026-01-05,2026-01-06,X\n"),
        BadCase("headers/duplicate-by-spelling", "one column in two spellings", "use.csv", "person,Date (UTC),DATE,tool\nquorlix,2026-01-05,2026-01-06,X\n"),
        BadCase("headers/spelling", "other letters, spaces and brackets in the names", "use.csv", " PERSON ,Date (UTC),\u{A0}Tool,Use-Case\nquorlix,2026-01-05,X,a\n"),
        BadCase("headers/unclosed-quote", "a quote in the header that does not close", "use.csv", "person,\"date,tool\nquorlix,2026-01-05,X\n"),
        BadCase("headers/columns-100000", "a hundred thousand columns", ["use.csv": numbered(100_000, "person,date,tool", { ",c\($0)" })]),
        BadCase("headers/columns-2000", "two thousand columns with a row below", ["use.csv": .text("person,date,tool" + (0..<2000).map { ",c\($0)" }.joined() + "\nquorlix,2026-01-05,X\n")]),
        BadCase("headers/columns-1024", "as many columns as are read, and a row below", ["use.csv": .text("person,date,tool" + (3..<1024).map { ",c\($0)" }.joined() + "\nquorlix,2026-01-05,X" + String(repeating: ",", count: 1021) + "\n")]),
        BadCase("headers/a-person-as-title", "one column a person", "use.csv", "person,date,tool,quorlix,vantroub@example.com,Mizzenby's days\nquorlix,2026-01-05,X,1,2,3\n"),
        BadCase("headers/a-person-as-title-of-the-roster", "one column a person in the roster", "people.csv", SoundCase.people.replacing("email\n", with: "email,drubwick\n").replacing("@example.com\n", with: "@example.com,\n")),
        BadCase("headers/a-person-before-the-header", "a row before the header", "use.csv", "quorlix,2026-01-05,X\nperson,date,tool\nvantroub,2026-01-06,X\n"),
        BadCase("headers/long-title", "a title of a hundred kilobytes", ["use.csv": .text("person,date,tool,\(String(repeating: "t", count: 100_000))\nquorlix,2026-01-05,X,\n")]),
        BadCase("headers/address-as-title", "an address as the title of a column", "use.csv", "person,date,tool,oddwhistle@example.com\nquorlix,2026-01-05,X,1\n"),
        BadCase("headers/wrong-language", "a header in another language", "use.csv", "Person;Datum;Werkzeug\nquorlix;2026-01-05;X\n"),
        BadCase("headers/mapped-twice", "two columns mapped to one", ["use.csv": .text("who,when,day,tool\nquorlix,2026-01-05,2026-01-06,X\n"), "case.yaml": .text("columns: {use.csv: {who: person, when: date, day: date}}\n")]),
        BadCase("headers/mapped-to-nothing", "a column mapped to one that does not exist", ["use.csv": .text("who,date,tool\nquorlix,2026-01-05,X\n"), "case.yaml": .text("columns: {use.csv: {who: persona}}\n")]),
    ]
}
