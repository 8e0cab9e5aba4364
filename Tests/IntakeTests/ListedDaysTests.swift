import Intake
import Measures
import Rollout
import Testing

/// Lists of people by day join to as few spans as they take, in whatever order their files come.
@Suite struct `People listed by day` {
    private func row(_ name: String, _ day: String) -> String {
        "{\"email\":\"\(name)@example.com\",\"day\":\"\(day)\",\"isActive\":false,\"chatRequests\":0,\"agentRequests\":0}\n"
    }

    @Test func `cover every day they are listed and no other, whatever the order`() throws {
        // Each person is listed on a set of days of its own; what coverage says must be those days exactly.
        var random = SmallRandom(seed: 7)
        for _ in 0..<30 {
            var days: [Int: Set<Int>] = [:]
            var files: [String: String] = [:]
            for file in 0..<4 {
                var text = ""
                for _ in 0..<6 {
                    let (person, day) = (random.next(3), random.next(12))
                    days[person, default: []].insert(day)
                    text += row(["ada", "grace", "linus"][person], "2026-05-\(10 + day)")
                }
                files["f\(file)"] = text
            }
            let result = try readExports(files)
            for person in 0..<3 {
                let lines = result.evidence.coverage.filter { $0.people?.contains(PersonID(person)) ?? false }
                let covered = lines.flatMap { line in
                    (0...line.from.distance(to: line.to)).map { line.from.advanced(by: $0).number }
                }
                // No day twice: spans that touch have been joined.
                #expect(
                    covered.sorted()
                        == (days[person] ?? []).map { day("2026-05-10").advanced(by: $0).number }.sorted())
                let sorted = lines.sorted { $0.from < $1.from }
                #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0.to.advanced(by: 1) < $1.from })
            }
        }
    }
}

/// A small generator of numbers with a seed.
struct SmallRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A number below a bound.
    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
