/// Rosters that contradict themselves.
extension Corpus {
    static let people: [BadCase] = [
        BadCase("people/none", "no roster", ["people.csv": nil]),
        BadCase("people/empty", "an empty roster", "people.csv", ""),
        BadCase("people/header-only", "a roster of a header", "people.csv", "person,team,role\n"),
        BadCase("people/all-refused", "a roster whose rows are all refused", "people.csv", "person,team,role\n,Blue,Engineer\nquorlix,Blue\n"),
        BadCase("people/no-header", "a roster without its header", "people.csv", "quorlix,Blue,Engineer\nvantroub,Blue,Engineer\n"),
        BadCase("people/zeros", "a roster of zeros", ["people.csv": .bytes([UInt8](repeating: 0, count: 3000))]),
        BadCase("people/unclosed-header", "a roster whose header does not end", "people.csv", "\"person,team,role\nquorlix,Blue,Engineer\n"),
        BadCase("people/ids-differ-in-case", "one person in two letter cases", "people.csv", SoundCase.people + "QUORLIX,Green,Analyst,,\n"),
        BadCase("people/ids-differ-in-form", "one person in two Unicode forms", "people.csv", SoundCase.people + "zo\u{EB},Green,Analyst,quorlix,\nzoe\u{308},Green,Analyst,quorlix,\n"),
        BadCase("people/twice-the-same", "one person twice with the same cells", "people.csv", SoundCase.people + "drubwick,Green,Analyst,xanthelm,\n"),
        BadCase("people/one-address-for-two", "two people with one address", "people.csv", SoundCase.people + "oddwhistle,Green,Analyst,quorlix,QUORLIX@example.com\n"),
        BadCase("people/address-is-another-person", "an address that is another person's name", "people.csv", SoundCase.people + "oddwhistle,Green,Analyst,quorlix,drubwick\n"),
        BadCase("people/cycle", "managers in a circle", "people.csv", SoundCase.people + "oddwhistle,Green,Analyst,strangelby,\nstrangelby,Green,Analyst,oddwhistle,\n"),
        BadCase("people/own-manager", "a person who manages nobody but the same person", "people.csv", SoundCase.people + "oddwhistle,Green,Analyst,oddwhistle,\n"),
        BadCase("people/unknown-manager", "a manager who is not there", "people.csv", SoundCase.people + "oddwhistle,Green,Analyst,strangelby,\n"),
        BadCase("people/manager-by-address", "managers by address, in other letters", "people.csv", SoundCase.people + "oddwhistle,Green,Analyst,Quorlix@Example.com,\n"),
        BadCase("people/two-tops", "two people at the top", "people.csv", SoundCase.people + "oddwhistle,Green,Analyst,,\nstrangelby,Green,Analyst,oddwhistle,\n"),
        BadCase("people/long-chain", "fifty thousand people, each managed by the next", ["people.csv": chain(50_000, closed: false)]),
        BadCase("people/long-circle", "fifty thousand people in one circle", ["people.csv": chain(50_000, closed: true)]),
        BadCase("people/no-leaders", "neither layers nor managers", "people.csv", "person,team,role\nquorlix,Blue,Engineer\nvantroub,Blue,Engineer\nxanthelm,Green,Analyst\n"),
        BadCase("people/bad-layer", "a layer that is none", "people.csv", "person,team,role,layer\nquorlix,Blue,Engineer,boss\nvantroub,Blue,Engineer,contributor\nxanthelm,Green,Analyst,manager\n"),
        BadCase("people/no-team-no-role", "people without team and role", "people.csv", SoundCase.people + "oddwhistle,,,quorlix,\n"),
        BadCase("people/teams-in-a-circle", "teams above each other", "people.csv", "person,team,role,manager,parent_team\nquorlix,Blue,Engineer,,Green\nvantroub,Green,Engineer,quorlix,Blue\nxanthelm,Red,Analyst,quorlix,Red\n"),
        BadCase("people/team-of-two-parents", "a team below two others", "people.csv", "person,team,role,manager,parent_team\nquorlix,Blue,Engineer,,North\nvantroub,Blue,Engineer,quorlix,South\nxanthelm,Green,Analyst,quorlix,\n"),
        BadCase("people/dates", "dates of entry that are none, reversed or impossible", "people.csv", "person,team,role,manager,from,to\nquorlix,Blue,Engineer,,2026-13-01,\nvantroub,Blue,Engineer,quorlix,2026-05-01,2025-05-01\nxanthelm,Green,Analyst,quorlix,0000-00-00,9999-12-31\n"),
        BadCase("people/manager-left", "a manager who has left", "people.csv", "person,team,role,manager,to\nquorlix,Blue,Engineer,,2025-12-31\nvantroub,Blue,Engineer,quorlix,\nxanthelm,Green,Analyst,quorlix,\n"),
        BadCase("people/ambiguous-dates", "dates of entry that can be read two ways", "people.csv", "person,team,role,manager,from\nquorlix,Blue,Engineer,,03/04/2025\nvantroub,Blue,Engineer,quorlix,05/06/2025\nxanthelm,Green,Analyst,quorlix,\n"),
        BadCase("people/right-to-left", "names written from right to left", ["people.csv": .text("person,team,role,manager\n\u{5E2}\u{5D5}\u{5D6}\u{5E8},\u{5DB}\u{5D7}\u{5D5}\u{5DC},Engineer,\n\u{202E}vantroub\u{202C},Blue,Engineer,\u{5E2}\u{5D5}\u{5D6}\u{5E8}\nxanthelm,Blue,Engineer,\u{5E2}\u{5D5}\u{5D6}\u{5E8}\n"), "use.csv": .text("person,date,tool\n\u{5E2}\u{5D5}\u{5D6}\u{5E8},2026-01-05,X\nvantroub,2026-01-06,X\n")]),
        BadCase("people/invisible-characters", "names with spaces and marks nobody sees", ["people.csv": .text(SoundCase.people), "use.csv": .text("person,date,tool\n\u{FEFF}quorlix\u{200B},2026-01-05,X\nvan\u{200B}troub,2026-01-06,X\nxanthelm\u{A0},2026-01-07,X\n")]),
        BadCase("people/one", "a roster of one", "people.csv", "person,team,role\nquorlix,Blue,Engineer\n"),
    ]

    private static func chain(_ count: Int, closed: Bool) -> BadCase.Content {
        numbered(count, "person,team,role,manager\n") { number in
            let manager = number + 1 < count ? "p\(number + 1)" : closed ? "p0" : ""
            return "p\(number),Team \(number % 100),Clerk,\(manager)\n"
        }
    }
}
