import Discovery
import Measures
@_spi(Disclosure) import Rollout
import Testing

@Suite struct `The ledger of a role` {
    private let people = Dictionary(uniqueKeysWithValues: (0..<12).map { (PersonID($0), $0 < 8 ? 0 : 1) })

    private func ledgers(_ pains: [Pain], _ confirmations: [ConfirmedGain] = []) -> [RoleLedger] {
        RoleLedger.all(
            pains: pains, confirmations: confirmations, people: people,
            occupations: [0: "43-4051", 1: "13-2011"])
    }

    private func confirmation(_ person: Int, gains: Set<PersonalGain> = [.time]) -> ConfirmedGain {
        ConfirmedGain(
            person: PersonID(person), role: 0, theme: .task("data-entry"), useCase: "uc-1", gains: gains)
    }

    @Test func `counts each person once a theme`() throws {
        let pains = [
            Made.pain(1, person: 0, "Entering data from paper and mails"),
            Made.pain(2, person: 0, "entering paper orders into the system"),
            Made.pain(3, person: 1, "Typing order data from mails into the system"),
        ]
        let theme = try #require(ledgers(pains)[0].themes.first)
        #expect(theme.key == .task("data-entry"))
        #expect(theme.named.exposed == 2)
        #expect(theme.title.exposed == "Entering data from paper and mails")
    }

    @Test func `leaves out who has changed the role`() {
        let pains = [Made.pain(1, person: 9, role: 0, "Filing")]
        #expect(ledgers(pains).allSatisfy { $0.themes.isEmpty })
    }

    @Test func `covers a role from five personal gains on, and not by gains of the company`() {
        let pains = (0..<5).map { Made.pain(Int64($0), person: $0, "Entering data from paper and mails") }
        func coverage(_ confirmations: [ConfirmedGain], shared: Set<Int> = []) -> LedgerCoverage {
            LedgerCoverage(ledgers(pains, confirmations), sharedExamples: shared, minimum: 5)
        }
        // The second role has four people and is not spoken of.
        #expect(coverage((0..<4).map { confirmation($0) }).covered == 0)
        #expect(coverage((0..<5).map { confirmation($0) }).covered == 1)
        #expect(coverage((0..<5).map { confirmation($0, gains: []) }).covered == 0)
        #expect(coverage([], shared: [0]).covered == 1)
        #expect(coverage([]).roles == 1)
    }

    @Test func `counts one person's confirmations of one use case once`() throws {
        let pains = [Made.pain(1, person: 0, "Entering data from paper and mails")]
        let given = [confirmation(0), confirmation(0)]
        let answer = try #require(ledgers(pains, given)[0].themes.first?.answers.first)
        #expect(answer.useCase == "uc-1")
        #expect(answer.confirmed.exposed == 1)
    }

    @Test func `names a theme only by words that five people used`() throws {
        let pains = (0..<6).map {
            Made.pain(
                Int64($0), person: $0, "Chasing drivers for \($0 == 0 ? "Quillfeather" : "proofs") of parking"
            )
        }
        let ledger = ledgers(pains)[0]
        let theme = try #require(ledger.themes.max { $0.named.exposed < $1.named.exposed })
        #expect(theme.named.exposed == 6)
        #expect(theme.title.exposed == "chasing · drivers · parking · proofs")
        let four = (0..<4).map { Made.pain(Int64($0), person: $0, "Chasing drivers for parking proofs") }
        #expect(ledgers(four)[0].themes.first?.title.exposed == .some(nil))
    }

    @Test func `shows no statement with a word that fewer than five people used`() throws {
        let lone = (0..<7).map {
            Made.pain(Int64($0), person: $0, "Chasing drivers \($0 == 0 ? "" : "q\($0)") for parking proofs")
        }
        let theme = try #require(ledgers(lone)[0].themes.max { $0.named.exposed < $1.named.exposed })
        #expect(theme.statement.exposed == "Chasing drivers  for parking proofs")
        let all = (0..<7).map {
            Made.pain(
                Int64($0), person: $0, "Chasing drivers q\($0) for parking proofs", theme: .task("copying"))
        }
        let other = try #require(ledgers(all)[0].themes.max { $0.named.exposed < $1.named.exposed })
        #expect(other.named.exposed == 7 && other.statement.exposed.isEmpty)
    }

    @Test func `prints nothing of a statement`() {
        let pains = [Made.pain(1, person: 0, "Quillfeather")]
        let theme = ledgers(pains)[0].themes[0]
        #expect(!"\(theme.statement) \(theme.title) \(theme.named)".contains("Quillfeather"))
    }
}
