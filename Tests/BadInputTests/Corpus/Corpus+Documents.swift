/// JSON that is not whole, or more than anybody asked for. The reader is that of GitHub Copilot, because it
/// takes lines as well as documents.
extension Corpus {
    private static func row(_ day: String = "2026-03-30", login: String = "quorlix", _ more: String = "") -> String {
        "{\"day\":\"\(day)\",\"user_id\":7,\"user_login\":\"\(login)\",\"user_initiated_interaction_count\":3,\"used_chat\":true\(more)}"
    }

    static let documents: [BadCase] = [
        lines("sound", "lines of JSON", row() + "\n" + row("2026-03-31") + "\n"),
        lines("broken-in-the-middle", "a broken line between two whole ones", row() + "\n{\"day\":\"2026-03-31\",\"user_login\":\n" + row("2026-03-31") + "\n"),
        lines("cut-off", "a last line that is cut off", row() + "\n" + row("2026-03-31").dropLast(20)),
        lines("blank-lines", "blank lines and other line ends", "\r\n" + row() + "\r\n\r\n  \r\n" + row("2026-03-31") + "\r\n"),
        lines("lone-cr", "lines of JSON that end in a lone carriage return", row() + "\r" + row("2026-03-31") + "\r"),
        lines("nested-100000", "arrays a hundred thousand deep in a line", row("2026-03-30", login: "quorlix", ",\"x\":" + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)) + "\n" + row("2026-03-31") + "\n"),
        lines("nested-open", "a million brackets that never close", row() + "\n{\"day\":" + String(repeating: "[", count: 1_000_000) + "\n" + row("2026-03-31") + "\n"),
        lines("only-brackets", "nothing but a hundred thousand brackets", String(repeating: "[", count: 100_000)),
        lines("only-braces", "nothing but a hundred thousand objects", String(repeating: "{\"a\":", count: 100_000)),
        lines("duplicate-keys", "the same key twice in an object", row("2026-03-30", login: "quorlix", ",\"user_login\":\"vantroub\"") + "\n" + row("2026-03-31") + "\n"),
        lines("big-numbers", "numbers beyond 64 bits", row().replacing(":3,", with: ":99999999999999999999999999,") + "\n" + row("2026-03-31").replacing(":3,", with: ":1e400,") + "\n" + row("2026-04-01").replacing(":3,", with: ":-7,") + "\n"),
        lines("bad-dates", "days that are none", row("2026-02-30") + "\n" + row("9999-12-31") + "\n" + row("0001-01-01") + "\n" + row("30.03.2026") + "\n" + row().replacing("\"2026-03-30\"", with: "null") + "\n" + row().replacing("\"2026-03-30\"", with: "20260330") + "\n" + row() + "\n"),
        lines("no-user", "rows without a user", row().replacing("\"user_login\":\"quorlix\"", with: "\"user_login\":null").replacing("\"user_id\":7", with: "\"user_id\":null") + "\n" + row() + "\n"),
        lines("strangers", "users nobody knows", row("2026-03-30", login: "strangelby") + "\n" + row("2026-03-30", login: "odd\\\"whistle") + "\n" + row() + "\n"),
        lines("escapes", "escapes whole and broken", row("2026-03-30", login: "\\u0071uorlix") + "\n" + row("2026-03-30", login: "\\ud800") + "\n" + row("2026-03-30", login: "\\x") + "\n" + row() + "\n"),
        lines("other-values", "values of other kinds than expected", "{\"day\":\"2026-03-30\",\"user_login\":[\"quorlix\"],\"user_id\":7,\"user_initiated_interaction_count\":\"3\",\"used_chat\":\"true\"}\n" + row().replacing(":true", with: ":1") + "\n"),
        lines("comments", "comments and commas too many", row().dropLast() + ",}\n// nothing\n" + row("2026-03-31") + "\n"),
        lines("not-a-number", "words that are no JSON", row().replacing(":3,", with: ":NaN,") + "\n" + row("2026-03-31").replacing(":true", with: ":True") + "\n"),
        lines("zero-bytes", "zero bytes in a line", row() + "\n" + row("2026-03-31", login: "quor\u{0}lix") + "\n\u{0}\n"),
        lines("utf16", "lines of JSON in UTF-16", .bytes(utf16(row() + "\n" + row("2026-03-31") + "\n", bigEndian: false, mark: true))),
        lines("latin", "lines of JSON in Latin-1", .bytes(Array((row() + "\n{\"day\":\"2026-03-31\",\"user_login\":\"").utf8) + [0xFC] + Array("x\",\"user_initiated_interaction_count\":1}\n".utf8))),
        lines("huge-line", "a line of a hundred megabytes", .repeated(row() + "\n{\"day\":\"", "x", times: 100_000_000, "\"}\n" + row("2026-03-31") + "\n")),
        lines("document", "a document that wraps the rows", "{\"report_start_day\":\"2026-03-30\",\"day_totals\":[\(row()),\(row("2026-03-31"))]}"),
        lines("document-cut-off", "a document that is cut off", "{\"report_start_day\":\"2026-03-30\",\"day_totals\":[\(row()),\(row("2026-03-31").dropLast(9))"),
        lines("document-with-a-broken-row", "a document with one row that is none", "{\"report_start_day\":\"2026-03-30\",\"day_totals\":[\(row()),7,null,\"x\",[],\(row("2026-03-31"))]}"),
        lines("document-empty", "a document without rows", "{\"report_start_day\":\"2026-03-30\",\"day_totals\":[{\"user_login\":1}]}"),
        lines("document-of-another-kind", "a document whose rows are an object", "{\"report_start_day\":\"2026-03-30\",\"day_totals\":{\"user_login\":\"quorlix\"}}"),
        lines("document-of-three-hundred-megabytes", "a document too large to hold", .repeated("{\"report_start_day\":\"2026-03-30\",\"day_totals\":[" + row() + ",{\"user_login\":\"", "x", times: 300_000_000, "\"}]}")),
        lines("garbage-after", "letters after the last line", row() + "\n" + row("2026-03-31") + "\nthe end\n"),
    ]

    private static func lines(_ name: String, _ what: String, _ text: some StringProtocol) -> BadCase {
        lines(name, what, .text(String(text)))
    }

    private static func lines(_ name: String, _ what: String, _ content: BadCase.Content) -> BadCase {
        BadCase("json/\(name)", what, ["exports/copilot.ndjson": content])
    }
}
