/// Settings that say nothing, or far too much.
extension Corpus {
    static let settings: [BadCase] = [
        yaml("not-yaml", "settings that are not YAML", "name: [unclosed\n"),
        yaml("tabs", "settings indented with tabs", "calendar:\n\tworkdays: [Mon]\n"),
        yaml("a-list", "settings that are a list", "- name\n- asOf\n"),
        yaml("a-word", "settings that are a word", "hello\n"),
        yaml("two-documents", "settings in two documents", "name: One\n---\nname: Two\n"),
        yaml("same-key-twice", "a setting twice", "name: One\nname: Two\n"),
        yaml("unknown-keys", "settings that do not exist", "nmae: X\nthresholds: {hope: 1}\ncalendar: {moons: 3}\n"),
        yaml("wrong-types", "settings of the wrong kind", "name: [1, 2]\nasOf: {a: 1}\ncalendar: 7\nthresholds: [0.5]\ntools: 3\npeople: [quorlix]\ncolumns: yes\ndates: [dmy]\n"),
        yaml("bad-values", "settings out of range", "asOf: 9999-12-31\nthresholds: {habit: 7, supply: -1, horizonWeeks: 1e9, decided: .nan}\ncalendar: {workdays: [Moonday, 9], holidays: [soon]}\ndates: ymd\n"),
        yaml("aliases-of-nobody", "aliases of people who are not there", "people: {strangelby: [oddwhistle], quorlix: [vantroub]}\n"),
        yaml("laughs", "anchors that multiply to a billion", laughs(levels: 9, key: false)),
        yaml("laughs-as-key", "the same as a key", laughs(levels: 9, key: true)),
        yaml("laughs-merged", "the same merged into settings", "a: &a {x: 1}\n" + (1...40).map { "b\($0): &b\($0) {<<: [\($0 == 1 ? "*a, *a" : "*b\($0 - 1), *b\($0 - 1)")]}\n" }.joined() + "tools: *b40\n"),
        yaml("anchor-to-itself", "an anchor that holds itself", "tools: &t {X: [*t]}\n"),
        yaml("unknown-alias", "an alias without an anchor", "name: *nobody\n"),
        yaml("deep-brackets", "brackets a hundred thousand deep", "name: " + String(repeating: "[", count: 100_000)),
        yaml("deep-indents", "indents a thousand deep", (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
        yaml("long", "settings of two mebibytes", "name: " + String(repeating: "x", count: 2 << 20) + "\n"),
        yaml("many-people", "aliases of fifty thousand strangers", "people:\n" + (0..<40_000).map { "  s\($0): [o\($0)]\n" }.joined()),
        yaml("zero-bytes", "settings with zero bytes", "name: X\u{0}\n"),
        yaml("binary-tags", "settings with tags", "name: !!binary aGVsbG8=\nasOf: !!python/object:os.system x\n"),
        BadCase("settings/utf16", "settings in UTF-16", ["case.yaml": .bytes(utf16("name: \u{DC}ber\n", bigEndian: false, mark: true))]),
        BadCase("settings/latin", "settings in Latin-1", ["case.yaml": .bytes(Array("name: ".utf8) + [0xDC, 0x62, 0x65, 0x72, 0x0A])]),
        BadCase("settings/noise", "settings of random bytes", ["case.yaml": .bytes(noise(500, seed: 3))]),
    ]

    private static func yaml(_ name: String, _ what: String, _ text: String) -> BadCase {
        BadCase("settings/\(name)", what, "case.yaml", text)
    }

    /// Anchors each of which holds the one before it nine times.
    private static func laughs(levels: Int, key: Bool) -> String {
        let lines = (1...levels).map { level in
            let inside = level == 1 ? "ha" : "*l\(level - 1)"
            return "l\(level): &l\(level) [\(Array(repeating: inside, count: 9).joined(separator: ", "))]\n"
        }
        return lines.joined() + (key ? "? *l\(levels)\n: 1\n" : "tools: {X: *l\(levels)}\n")
    }
}
