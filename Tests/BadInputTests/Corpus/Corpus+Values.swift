/// Cells that are not what their column holds.
extension Corpus {
    static let values: [BadCase] = [
        dates("ambiguous", "dates that can be read two ways", "quorlix,03/04/2026,X\nvantroub,05/06/2026,X\n"),
        dates("contradicting", "dates of both orders in one column", "quorlix,13/04/2026,X\nvantroub,05/26/2026,X\n"),
        dates("decided-by-one", "dates whose order one row decides", "quorlix,03/04/2026,X\nvantroub,25/06/2026,X\n"),
        dates("decided-by-settings", "dates whose order the settings say", "quorlix,03/04/2026,X\n", settings: "dates: mdy\n"),
        dates("settings-against-dates", "dates that do not fit what the settings say", "quorlix,25/04/2026,X\nvantroub,03/04/2026,X\n", settings: "dates: mdy\n"),
        dates("year-1", "the year 1", "quorlix,0001-01-01,X\nvantroub,2026-01-06,X\n"),
        dates("year-9999", "the year 9999", "quorlix,9999-12-31,X\nvantroub,2026-01-06,X\n"),
        dates("year-0", "the year 0", "quorlix,0000-01-01,X\nvantroub,2026-01-06,X\n"),
        dates("year-of-two-digits", "years of two digits", "quorlix,05.01.26,X\nvantroub,2026-01-06,X\n"),
        dates("year-of-five-digits", "years of five digits", "quorlix,20261-01-05,X\nvantroub,2026-01-06,X\n"),
        dates("thirtieth-of-february", "a day that does not exist", "quorlix,2026-02-30,X\nvantroub,2023-02-29,X\nxanthelm,2024-02-29,X\n"),
        dates("month-13", "a month that does not exist", "quorlix,2026-13-01,X\nvantroub,2026-01-06,X\n"),
        dates("nulls", "words for nothing in place of dates", "quorlix,NULL,X\nvantroub,0000-00-00,X\nxanthelm,,X\nmizzenby,N/A,X\n"),
        dates("serial", "a spreadsheet's serial numbers", "quorlix,46027,X\nvantroub,2026-01-06,X\n"),
        dates("epoch", "seconds since 1970", "quorlix,1767571200,X\nvantroub,2026-01-06,X\n"),
        dates("formula", "a formula in place of a date", "quorlix,=TODAY(),X\nvantroub,2026-01-06,X\n"),
        dates("with-times", "times after dates, sensible and not", "quorlix,2026-01-05T10:00:00Z,X\nvantroub,2026-01-06 11:30 PM,X\nxanthelm,2026-01-07 and later,X\n"),
        dates("far-in-the-future", "one day seventy years after the others", "quorlix,2026-01-05,X\nvantroub,2096-01-06,X\n"),
        dates("full-width-digits", "digits of another script", "quorlix,\u{FF12}\u{FF10}\u{FF12}\u{FF16}-01-05,X\nvantroub,2026-01-06,X\n"),
        counts("beyond-64-bits", "numbers beyond 64 bits", ["18446744073709551616", "99999999999999999999999999", "9223372036854775807"]),
        counts("negative", "numbers below zero", ["-1", "-0", "-99999999999"]),
        counts("not-numbers", "words in place of numbers", ["NaN", "inf", "many", "1e3", "0x10", "1_000"]),
        counts("fractions", "fractions where there are none", ["1.5", "2.0", "3,00", "1,000"]),
        counts("formulas", "formulas in place of numbers", ["=1+3", "+4", "@SUM(1)", "-2+3"]),
        BadCase("values/formula-names", "formulas in place of names", "use.csv", "person,date,tool\nquorlix,2026-01-05,=cmd|'/c calc'!A0\nvantroub,2026-01-06,+X\nxanthelm,2026-01-07,@X\n=quorlix,2026-01-08,X\n"),
        BadCase("values/markup-names", "markup in place of names", "use.csv", "person,date,tool\nquorlix,2026-01-05,<script>alert(1)</script>\nvantroub,2026-01-06,{{{team}}}\n"),
        BadCase("values/names-by-case-and-form", "people in other letters and another Unicode form", ["people.csv": .text(SoundCase.people + "zo\u{EB},Green,Analyst,quorlix,\n"), "use.csv": .text("person,date,tool\nQUORLIX,2026-01-05,X\n Quorlix ,2026-01-06,X\nZOE\u{308},2026-01-07,X\nQuorlix@EXAMPLE.com,2026-01-08,x\n")]),
        BadCase("values/modes", "modes that are none", "use.csv", "person,date,tool,mode\nquorlix,2026-01-05,X,Agent\nvantroub,2026-01-06,X,agents\nxanthelm,2026-01-07,X,assisted by a very long word indeed\n"),
        BadCase("values/person-in-the-tool-column", "people where tools belong", ["use.csv": .text("person,date,tool\nquorlix,2026-01-05,vantroub\nvantroub,2026-01-06,quorlix@example.com\n"), "coverage.csv": nil]),
        BadCase("values/columns-swapped", "two columns swapped", "use.csv", "person,date,tool\nX,2026-01-05,quorlix\nX,2026-01-06,vantroub\n"),
    ]

    private static func dates(_ name: String, _ what: String, _ rows: String, settings: String? = nil) -> BadCase {
        BadCase("values/dates-\(name)", what, ["use.csv": .text("person,date,tool\n" + rows), "case.yaml": settings.map { .text($0) }])
    }

    private static func counts(_ name: String, _ what: String, _ cells: [String]) -> BadCase {
        let rows = cells.enumerated().map { "quorlix,2026-01-\(10 + $0),X,\"\($1)\"\n" }.joined()
        return BadCase("values/counts-\(name)", what, ["use.csv": .text("person,date,tool,count\n" + rows + "vantroub,2026-01-06,X,2\n")])
    }
}
