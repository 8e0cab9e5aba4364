/// Lines that are no rows, and rows that are none of the table's.
extension Corpus {
    static let rows: [BadCase] = [
        use("lone-cr", "lines that end in a lone carriage return", "person,date,tool\rquorlix,2026-01-05,X\rvantroub,2026-01-06,X"),
        use("mixed-line-ends", "three kinds of line ends in one file", "person,date,tool\r\nquorlix,2026-01-05,X\rvantroub,2026-01-06,X\nxanthelm,2026-01-07,X\r\n\r\n"),
        use("cr-cr-lf", "line ends that were translated twice", "person,date,tool\r\r\nquorlix,2026-01-05,X\r\r\nvantroub,2026-01-06,X\r\r\n"),
        use("no-last-line-end", "a last row without a line end", "person,date,tool\nquorlix,2026-01-05,X"),
        use("cut-in-a-row", "a file cut off in the middle of a row", "person,date,tool\nquorlix,2026-01-05,X\nvantroub,2026-0"),
        use("unclosed-quote", "a quote that does not close", "person,date,tool\nquorlix,2026-01-05,X\n\"vantroub,2026-01-06,X\nxanthelm,2026-01-07,X\n"),
        use("unclosed-quote-at-end", "a quote that opens in the last cell", "person,date,tool\nquorlix,2026-01-05,X\nvantroub,2026-01-06,\"X\n"),
        use("text-after-quote", "letters after a closing quote", "person,date,tool\nquorlix,2026-01-05,\"X\"y\nvantroub,2026-01-06,X\n"),
        use("quote-in-a-plain-cell", "a quote inside a cell without quotes", "person,date,tool\nquorlix,2026-01-05,5\" screen\nvantroub,2026-01-06,X\n"),
        use("backslash-quotes", "quotes escaped by a backslash", "person,date,tool\nquorlix,2026-01-05,\"a \\\"b\\\" c\"\nvantroub,2026-01-06,X\n"),
        use("single-quotes", "cells in single quotes", "person,date,tool\n'quorlix','2026-01-05','X'\n"),
        use("quotes-everywhere", "fifty thousand open quotes", .repeated("person,date,tool\n", "\"x\"\"\n", times: 50_000, "quorlix,2026-01-05,X\n")),
        use("quoted-line-breaks", "a cell of more lines than a cell has", .repeated("person,date,tool\nquorlix,2026-01-05,\"", "x\n", times: 600, "\"\nvantroub,2026-01-06,X\n")),
        use("ragged", "rows with too few and too many fields", "person,date,tool\nquorlix,2026-01-05\nvantroub,2026-01-06,X,Y\nxanthelm,2026-01-07,X,,\n"),
        use("decimal-comma", "numbers with a comma in a file with commas", "person,date,tool,count\nquorlix,2026-01-05,X,1,5\nvantroub,2026-01-06,X,2\n"),
        use("blank-rows", "blank lines and rows of commas", "\n\nperson,date,tool\n\n,,\nquorlix,2026-01-05,X\n , , \n\t\n"),
        use("title-above-header", "a title above the header", "Usage report\nDownloaded on Monday\n\nperson,date,tool\nquorlix,2026-01-05,X\n"),
        use("total-below", "a line of totals below the rows", "person,date,tool,count\nquorlix,2026-01-05,X,3\nTotal,,,3\n"),
        use("header-twice", "two files glued together, headers and all", "person,date,tool\nquorlix,2026-01-05,X\nperson,date,tool\nvantroub,2026-01-06,X\n"),
        use("long-row", "a row of two mebibytes", .repeated("person,date,tool\nquorlix,2026-01-05,", "x", times: 2_000_000, "\nvantroub,2026-01-06,X\n")),
        use("huge-line", "a line of a hundred megabytes", .repeated("person,date,tool\nquorlix,2026-01-05,", "x", times: 100_000_000, "\nvantroub,2026-01-06,X\n")),
        use("huge-header", "a header of a hundred megabytes", .repeated("person,date,tool,", "x", times: 100_000_000, "\nvantroub,2026-01-06,X\n")),
        use("huge-quoted-cell", "a quote that opens before a hundred megabytes", .repeated("person,date,tool\nquorlix,2026-01-05,\"", "xxxxxxxxx\n", times: 10_000_000, "vantroub,2026-01-06,X\n")),
        use("huge-row-of-fields", "a row of fifty million fields", .repeated("person,date,tool\nquorlix,2026-01-05,X", ",", times: 50_000_000, "1\nvantroub,2026-01-06,X\n")),
        use("many-lines", "ten million blank lines", .repeated("person,date,tool\nquorlix,2026-01-05,X\n", "\n", times: 10_000_000, "strangelby,2026-01-06,X\n")),
        use("strangers", "three hundred thousand people nobody knows", strangers(300_000)),
        use("long-names", "names of half a mebibyte", longNames(60)),
        use("many-tools", "two hundred thousand tools", manyTools(200_000)),
        use("semicolons", "semicolons, as some countries' programs write", "person;date;tool\nquorlix;05.01.2026;X\nvantroub;2026-01-06;X\n"),
        use("spaces-as-delimiter", "columns set apart by spaces", "person date tool\nquorlix 2026-01-05 X\n"),
        use("sep-line", "a first line that names the delimiter", "sep=;\nperson;date;tool\nquorlix;2026-01-05;X\n"),
        use("sep-line-wrong", "a first line that names another delimiter", "sep=|\nperson;date;tool\nquorlix;2026-01-05;X\n"),
        use("html-table", "a web page under the name of a table", "<!DOCTYPE html>\n<html><body><table><tr><td>quorlix</td></tr></table></body></html>\n"),
        use("json-as-csv", "JSON under the name of a table", "[{\"person\":\"quorlix\",\"date\":\"2026-01-05\",\"tool\":\"X\"}]\n"),
        use("zip-as-csv", "a zip archive under the name of a table", .bytes([0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0] + noise(500, seed: 9))),
    ]

    private static func use(_ name: String, _ what: String, _ text: String) -> BadCase {
        use(name, what, .text(text))
    }

    private static func use(_ name: String, _ what: String, _ content: BadCase.Content) -> BadCase {
        BadCase("rows/\(name)", what, ["use.csv": content])
    }

    private static func strangers(_ count: Int) -> BadCase.Content {
        numbered(count, "person,date,tool\nquorlix,2026-01-05,X\n") { "strangelby\($0),2026-01-06,X\n" }
    }

    private static func manyTools(_ count: Int) -> BadCase.Content {
        numbered(count, "person,date,tool\n") { "quorlix,2026-01-05,tool \($0)\n" }
    }

    private static func longNames(_ count: Int) -> BadCase.Content {
        numbered(count, "person,date,tool\nquorlix,2026-01-05,X\n") { number in
            let long = String(repeating: "y", count: 500_000)
            return number % 2 == 0 ? "quorlix,2026-01-06,\(long)\(number)\n" : "strangelby\(number)\(long),2026-01-06,X\n"
        }
    }

    /// Numbered rows after a beginning, made as they are written.
    static func numbered(
        _ count: Int, _ first: String, _ row: @escaping @Sendable (Int) -> String
    ) -> BadCase.Content {
        .pieces {
            let rows = (0..<count).lazy.map { Array(row($0).utf8) }
            return AnySequence([AnySequence([Array(first.utf8)]), AnySequence(rows)].joined())
        }
    }
}
