import Discovery
import Testing

@Suite struct `Grouping of statements` {
    /// Statements of our own making; the first half chose the thresholds, the second half did not.
    static let tuned: [(theme: String, texts: [String])] = [
        (
            "data-entry",
            [
                "Typing orders from mails into the system", "retyping addresses from paper forms",
                "entering order data by hand", "Data entry from scanned paper", "typing in paper orders",
                "I enter the same order data twice",
            ]
        ),
        (
            "customer-questions",
            [
                "Customers phoning to ask where their order is", "the same phone questions every day",
                "phone calls: where is my order", "answering the same customer questions",
                "customer calls with the same question",
            ]
        ),
        (
            "filing",
            [
                "Filing scans in the right folder", "naming and filing documents",
                "sorting files into folders", "archive documents and name them",
            ]
        ),
        (
            "dispatch",
            [
                "Trucks that come late and have to be rescheduled",
                "changing delivery routes again and again", "late deliveries, calling the carrier",
                "rearranging truck deliveries",
            ]
        ),
        ("minutes", ["Writing minutes of meetings", "meeting notes", "typing up notes after each meeting"]),
        (
            "own:badges",
            [
                "printing visitor badges", "visitor badges for the reception", "badge printing for visitors",
                "making badges for visitors",
            ]
        ),
        (
            "own:translation",
            [
                "translating manuals for the French site", "translations of manuals",
                "manual translation into French",
            ]
        ),
    ]
    static let fresh: [(theme: String, texts: [String])] = [
        (
            "timesheets",
            [
                "filling in my timesheet", "timesheets and travel expenses", "expense receipts after a trip",
                "claiming travel expenses",
            ]
        ),
        (
            "mailbox",
            [
                "answering the same e-mails over and over", "standard replies to emails",
                "same email replies again",
            ]
        ),
        (
            "claims",
            [
                "checking claims for missing documents", "claims that come without the documents",
                "chasing missing documents for applications",
            ]
        ),
        (
            "lists",
            [
                "keeping the stock list up to date", "updating the master data spreadsheet",
                "updating lists in Excel",
            ]
        ),
        (
            "status",
            ["status report for my boss", "weekly progress slides", "putting the status report together"]
        ),
        (
            "scheduling",
            [
                "finding a date for a meeting with six people", "scheduling appointments",
                "calendar ping-pong to arrange a meeting",
            ]
        ),
        (
            "own:parking",
            ["parking permits for guests", "handing out parking permits", "guest parking permits"]
        ),
        (
            "own:labels",
            ["sticking labels on pallets", "pallet labels that come off", "new labels for pallets"]
        ),
    ]

    /// Pairs put together rightly, of pairs put together, and of pairs that belong together.
    static func pairs(_ corpus: [(theme: String, texts: [String])]) -> (precision: Double, recall: Double) {
        let flat = corpus.flatMap { entry in entry.texts.map { (entry.theme, $0) } }
        let pains = flat.enumerated().map { Made.pain(Int64($0), person: $0, $1.1) }
        var home: [Int: ThemeKey] = [:]
        for group in ThemeGrouping.groups(pains, tasks: TaskCatalogue.tasks(forOccupation: "43-4051")) {
            for place in group.pains { home[place] = group.key }
        }
        var (together, right, wanted) = (0, 0, 0)
        for a in flat.indices {
            for b in flat.indices where b > a {
                let isSame = flat[a].0 == flat[b].0
                wanted += isSame ? 1 : 0
                guard home[a] == home[b] else { continue }
                together += 1
                right += isSame ? 1 : 0
            }
        }
        return (Double(right) / Double(max(1, together)), Double(right) / Double(max(1, wanted)))
    }

    @Test func `puts together what belongs together`() {
        let tuned = Self.pairs(Self.tuned)
        let fresh = Self.pairs(Self.fresh)
        print("grouping: tuned \(tuned), fresh \(fresh)")
        #expect(tuned.precision >= 0.9 && tuned.recall >= 0.75)
        #expect(fresh.precision >= 0.85 && fresh.recall >= 0.6)
    }

    @Test func `does not depend on the order of arrival`() {
        let texts = (Self.tuned + Self.fresh).flatMap(\.texts)
        func themes(_ order: [String]) -> Set<Set<String>> {
            let pains = order.enumerated().map { Made.pain(Int64($0), person: $0, $1) }
            let groups = ThemeGrouping.groups(pains, tasks: TaskCatalogue.tasks(forOccupation: "43"))
            return Set(groups.map { Set($0.pains.map { order[$0] }) })
        }
        #expect(themes(texts) == themes(texts.reversed()))
        #expect(themes(texts) == themes(texts.sorted()))
    }

    @Test func `lets a person's correction stand`() {
        let pains = [
            Made.pain(1, person: 0, "Typing orders from mails into the system"),
            Made.pain(2, person: 1, "Typing orders from mails into the system", theme: .task("mailbox")),
        ]
        let groups = ThemeGrouping.groups(pains, tasks: TaskCatalogue.tasks(forOccupation: "43"))
        #expect(groups.map(\.key) == [.task("data-entry"), .task("mailbox")])
    }

    @Test func `puts every statement into exactly one group`() {
        let texts = ["", "   ", "????", "a", "the of and", "日本語の書類", "Filing", "filing!"]
        let pains = texts.enumerated().map { Made.pain(Int64($0), person: $0, $1) }
        let places = ThemeGrouping.groups(pains, tasks: []).flatMap(\.pains)
        #expect(places.sorted() == Array(texts.indices))
    }

    @Test(arguments: [
        ("filing", "files"), ("invoices", "invoicing"), ("meetings", "meeting"), ("planned", "planning"),
        ("claims", "claim"),
    ])
    func `lets forms of a word meet`(one: String, other: String) {
        #expect(StatementWords(one) == StatementWords(other))
    }

    @Test func `knows what a chosen task is without guessing`() {
        for group in TaskCatalogue.groups {
            for task in group.tasks {
                let found = ThemeGrouping.groups([Made.pain(1, person: 0, task.title)], tasks: group.tasks)
                #expect(found.map(\.key) == [task.key], "\(task.title)")
            }
        }
    }
}

@Suite struct `The catalogue of tasks` {
    @Test func `has every major group of civilian occupations, each id once`() {
        let codes = TaskCatalogue.groups.map(\.code).filter { $0 != "00" }.sorted()
        #expect(
            codes == [
                "11", "13", "15", "17", "19", "21", "23", "25", "27", "29", "31", "33", "35", "37", "39",
                "41", "43", "45", "47", "49", "51", "53",
            ])
        let ids = TaskCatalogue.groups.flatMap(\.tasks).map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.count >= 90)
    }

    @Test func `gives everybody somewhere to begin`() {
        #expect(TaskCatalogue.tasks(forOccupation: "43-4051").first?.id == "data-entry")
        #expect(TaskCatalogue.tasks(forOccupation: nil).count == 12)
        #expect(TaskCatalogue.tasks(forOccupation: "99-0000").count == 12)
        #expect(TaskCatalogue.group(ofOccupation: "00-0000") == nil)
        #expect(TaskCatalogue.task("data-entry")?.title == "Entering data from paper and mails")
    }

    @Test func `speaks plainly and short`() {
        for task in TaskCatalogue.groups.flatMap(\.tasks) {
            #expect(
                task.title.count <= 60 && task.title.first?.isUppercase == true && !task.title.hasSuffix("."))
        }
    }
}
