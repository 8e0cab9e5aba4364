import Figures
import Testing

@Suite struct `Escaping` {
    @Test func `disarms everything that ends an element or an attribute`() {
        #expect(Markup.escaped("<a href='x'>\"&</a>") == "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&lt;/a&gt;")
    }

    @Test func `is not fooled by a combining accent after a quotation mark`() {
        #expect(Markup.escaped("\"\u{301}<\u{338}") == "&quot;\u{301}&lt;\u{338}")
    }

    @Test func `drops what XML cannot write and keeps the rest`() {
        #expect(Markup.escaped("a\u{0}\u{8}\u{1F}b\u{FFFF}\tc\nÄ😀") == "ab\tc\nÄ😀")
    }
}

@Suite struct `Printed numbers` {
    @Test(arguments: [
        (0.18, "18\u{A0}%"), (0.0, "0\u{A0}%"), (1.0, "100\u{A0}%"), (0.004, "under 1\u{A0}%"),
        (0.998, "over 99\u{A0}%"), (-0.05, "−5\u{A0}%"), (0.005, "1\u{A0}%"),
    ]) func `say shares in whole per cent`(share: Double, words: String) {
        #expect(Printed.percent(share) == words)
    }

    @Test func `say ranges with one sign`() {
        #expect(Printed.percentRange(0.15, 0.21) == "15–21\u{A0}%")
        #expect(Printed.percentRange(0.178, 0.182) == "18\u{A0}%")
    }

    @Test(arguments: [
        (0, "0"), (412, "412"), (4120, "4120"), (41_200, "41\u{202F}200"),
        (-1_234_567, "−1\u{202F}234\u{202F}567"),
    ])
    func `group long counts`(count: Int, words: String) {
        #expect(Printed.count(count) == words)
    }

    @Test(arguments: [
        (0.74, 2, "0.74"), (2.0, 2, "2.00"), (-0.004, 2, "0.00"), (-1.5, 1, "−1.5"), (44.4, 0, "44"),
        (0.05, 2, "0.05"),
    ])
    func `keep their decimals`(number: Double, places: Int, words: String) {
        #expect(Printed.decimal(number, places: places) == words)
    }

    @Test func `count people as people`() {
        #expect(Printed.people(1) == "1\u{A0}person")
        #expect(Printed.people(412) == "412\u{A0}people")
    }
}

@Suite struct `Data tables` {
    @Test func `name rows and columns and escape every cell`() {
        let table = DataTable(caption: "A & B", header: ["Team", "Habit"], rows: [["<x>", "18 %"]])
        #expect(
            table.html == """
                <table>
                <caption>A &amp; B</caption>
                <thead><tr><th scope="col">Team</th><th scope="col">Habit</th></tr></thead>
                <tbody>
                <tr><th scope="row">&lt;x&gt;</th><td>18 %</td></tr>
                </tbody>
                </table>
                """)
    }
}
