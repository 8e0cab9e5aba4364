/// Exports of vendors with the oddities met in them.
extension Corpus {
    static let exports: [BadCase] = [
        export("unknown", "a table nobody knows", "a,b\n1,2\n"),
        export("twice", "one export under two names", ["exports/a.csv": events(""), "exports/b.csv": events("")]),
        export("events-bad-cells", "generic events with bad cells", events("2026-01-08,quorlix,,\n,quorlix,X,\nsoon,quorlix,X,\n2026-01-08,strangelby,X,\n2026-01-08,quorlix,X,many\n2026-01-08,quorlix,X,-1\n2026-01-08,quorlix,X,18446744073709551616\n")),
        export("events-wrong-extension", "generic events that call themselves JSON", ["exports/events.json": events("")]),
        export("events-concealed", "generic events with people by codes", events("2026-01-08,E58EEF6A6BBD3D0293CB306D24A42057,X,\n")),
        export("detail-concealed", "a usage detail with concealed names, in two letter cases", detail("2026-07-03,E58EEF6A6BBD3D0293CB306D24A42057,6A46,2026-07-01,\n2026-07-03,e58eef6a6bbd3d0293cb306d24a42057,6A46,2026-07-01,\n2026-07-03,(Unknown),,2026-07-01,\n")),
        export("detail-duplicate-header", "a usage detail with the period twice", ["exports/detail.csv": .text("Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Word Copilot Last Activity Date,Report Period,Report Period\n2026-07-03,quorlix@example.com,Quorlix,2026-07-02,,7,7\n")]),
        export("detail-german", "a usage detail with semicolons and German dates", ["exports/detail.csv": .text("Report Refresh Date;User Principal Name;Display Name;Last Activity Date;Word Copilot Last Activity Date\n25.09.2026;quorlix@example.com;Quorlix;24.09.2026;\n25.09.2026;vantroub@example.com;Vantroub;31.09.2026;01.09.2026\n")]),
        export("detail-bad-dates", "a usage detail with dates that are none", detail("2026-07-03,quorlix@example.com,Quorlix,yesterday,2026-07-01\nsoon,vantroub@example.com,V,2026-07-02,\n2026-07-03,xanthelm@example.com,X,2027-07-02,9999-12-31\n")),
        export("detail-empty", "a usage detail without rows", detail("")),
        export("detail-strangers", "a usage detail of people nobody knows", detail("2026-07-03,strangelby@example.com,Strangelby,2026-07-01,\n")),
    ]

    private static func events(_ rows: String) -> BadCase.Content {
        .text("timestamp,person,tool,count\n2026-01-07T09:12:44Z,quorlix,X,2\n" + rows)
    }

    private static func detail(_ rows: String) -> BadCase.Content {
        .text("Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Word Copilot Last Activity Date\n2026-07-03,quorlix@example.com,Quorlix,2026-07-02,2026-06-01\n" + rows)
    }

    private static func export(_ name: String, _ what: String, _ content: BadCase.Content) -> BadCase {
        BadCase("exports/\(name)", what, ["exports/export.csv": content])
    }

    private static func export(_ name: String, _ what: String, _ text: String) -> BadCase {
        export(name, what, .text(text))
    }

    private static func export(_ name: String, _ what: String, _ entries: [String: BadCase.Content?]) -> BadCase {
        BadCase("exports/\(name)", what, entries)
    }
}
