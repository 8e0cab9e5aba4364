import Intake
import Measures
import Testing

@Suite struct `Codes for people` {
    private let key = [UInt8](repeating: 7, count: 32)
    private func day(_ text: String) -> Day { Day(text)! }

    @Test func `are ten hexadecimal digits of the keyed hash`() {
        let code = GitPseudonyms(key: Array("Jefe".utf8)).code("what do ya want for nothing?")
        #expect(code == "p_5bdcc146bf")
    }

    @Test func `rest on the address first seen`() {
        let pseudonyms = GitPseudonyms(key: key)
        let codes = pseudonyms.codes([
            [("b@acme.test", day("2026-01-02")), ("a@acme.test", day("2026-01-03"))],
            [("z@acme.test", day("2026-01-01")), ("y@acme.test", day("2026-01-01"))],
        ])
        #expect(codes == [pseudonyms.code("b@acme.test"), pseudonyms.code("y@acme.test")])
    }

    @Test func `stay when an older address turns up later`() {
        let first = GitPseudonyms(key: key).codes([[("b@acme.test", day("2026-01-02"))]])
        let later = GitPseudonyms(key: key, known: Set(first)).codes([
            [("a@acme.test", day("2025-01-02")), ("b@acme.test", day("2026-01-02"))]
        ])
        #expect(later == first)
    }

    @Test func `differ under another key`() {
        let other = GitPseudonyms(key: [UInt8](repeating: 8, count: 32))
        #expect(other.code("a@acme.test") != GitPseudonyms(key: key).code("a@acme.test"))
    }
}
