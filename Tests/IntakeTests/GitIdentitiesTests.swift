import Intake
import Testing

@Suite struct `Identities of committers` {
    private func people(_ contacts: [(String, String)]) -> [[Int]] {
        GitIdentities(contacts.map { GitContact(name: $0.0, address: $0.1) }).contacts
    }

    @Test func `are joined by address, in any case`() {
        #expect(people([("ann", "Ann@acme.test"), ("Ann M", "ann@ACME.test")]) == [[0, 1]])
    }

    @Test func `are joined by GitHub login and by its number`() {
        let contacts = [
            ("a", "7+ann@users.noreply.github.com"), ("b", "ann@users.noreply.github.com"),
            ("c", "7+renamed@users.noreply.github.com"), ("d", "8+other@users.noreply.github.com"),
        ]
        #expect(people(contacts) == [[0, 1, 2], [3]])
    }

    @Test func `are joined by a full name, not by one word of it`() {
        let contacts = [
            ("Ann Moss", "a@one.test"), ("ann  moss", "b@two.test"), ("Ann", "c@three.test"),
            ("Ann Lee", "d@four.test"),
        ]
        #expect(people(contacts) == [[0, 1], [2], [3]])
    }

    @Test func `join a single word only to a login that is nobody's given name`() {
        let login = ("Ann Moss", "7+annmoss@users.noreply.github.com")
        #expect(people([login, ("annmoss", "box@home.test")]) == [[0, 1]])
        let given = ("Ann Moss", "7+jules@users.noreply.github.com")
        #expect(
            people([given, ("jules", "box@home.test"), ("Jules Arnaud", "j@acme.test")]) == [[0], [1], [2]])
        #expect(people([("word", "a@one.test"), ("word", "b@two.test")]) == [[0], [1]])
    }

    @Test func `are not joined by addresses that many share`() {
        #expect(people([("Ann Moss", "root@localhost"), ("Ben Lee", "root@localhost")]) == [[0], [1]])
        #expect(people([("root", "root@localhost"), ("Root", "root@localhost")]) == [[0, 1]])
    }

    @Test func `are not joined by a name that stands for nobody`() {
        #expect(people([("Your Name", "a@one.test"), ("Your Name", "b@two.test")]) == [[0], [1]])
    }

    @Test func `do not depend on the order in which they come`() {
        let contacts = [
            ("Ann Moss", "a@one.test"), ("x", "a@one.test"), ("Ann Moss", "7+am@users.noreply.github.com"),
            ("y", "am@users.noreply.github.com"), ("Ben Lee", "b@one.test"), ("am", "c@one.test"),
        ]
        func groups(_ order: [Int]) -> Set<Set<String>> {
            Set(
                people(order.map { contacts[$0] }).map {
                    Set($0.map { contacts[order[$0]].0 + contacts[order[$0]].1 })
                })
        }
        let expected = groups([0, 1, 2, 3, 4, 5])
        #expect(expected.count == 2)
        for order in [[5, 4, 3, 2, 1, 0], [3, 5, 0, 2, 4, 1], [1, 3, 5, 4, 0, 2]] {
            #expect(groups(order) == expected)
        }
    }
}

@Suite struct `Accounts of machines` {
    private func finding(_ name: String, _ address: String = "x@acme.test") -> GitBots.Finding {
        GitBots(bots: ["Builder"], people: ["jan bot"]).finding(GitContact(name: name, address: address))
    }

    @Test(arguments: ["dependabot[bot]", "Renovate", "GitHub Actions", "builder"])
    func `are known by their sign, their name or the list`(name: String) {
        #expect(finding(name) == .bot)
    }

    @Test(arguments: ["release-bot", "ReleaseBot", "acme automation", "The Robot", "ci_bot_2"])
    func `are told by a whole word`(name: String) {
        #expect(finding(name) == .probably)
    }

    @Test(arguments: ["Ann Abbott", "Ben Talbot", "Botha", "Robotham", "Jan Bot", "Ann McBotany", "botany"])
    func `are not people whose surname holds the word, nor those on the list`(name: String) {
        #expect(finding(name) == .person)
    }

    @Test func `are told by address too`() {
        #expect(finding("Web", "noreply@github.com") == .bot)
        #expect(finding("Tools", "41+acme[bot]@users.noreply.github.com") == .bot)
        #expect(finding("Tools", "release-bot@acme.test") == .probably)
    }
}
