import Disclosure
import Testing

@Suite struct `Steps of active days` {
    @Test func `leave no step with one to four people`() {
        let people = [38, 10, 3, 1, 1, 2, 0, 1, 1, 1, 0, 0, 1, 0, 1] + [Int](repeating: 0, count: 14)
        let steps = DayStep.steps(of: people, least: 5)
        #expect(steps.allSatisfy { $0.people == 0 || $0.people >= 5 })
        #expect(steps.reduce(0) { $0 + $1.people } == people.reduce(0, +))
        #expect(steps.first == DayStep(days: 0...0, people: 38))
    }

    @Test func `cover every day once and in order`() {
        for seed in 0..<40 {
            let people = (0..<29).map { ($0 * 7 + seed * 13) % (seed % 5 + 2) }
            let steps = DayStep.steps(of: people, least: 5)
            #expect(steps.flatMap { Array($0.days) } == Array(0..<29))
            #expect(steps.reduce(0) { $0 + $1.people } == people.reduce(0, +))
        }
    }

    @Test func `join a small remainder to the last step that holds somebody`() {
        #expect(
            DayStep.steps(of: [9, 0, 0, 2], least: 5) == [DayStep(days: 0...3, people: 11)])
    }
}
