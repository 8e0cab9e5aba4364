import Diagnosis
import Testing

@Suite struct `The cost of a plan` {
    @Test func `is a demonstration for every six guests of a pair of teams, and an hour of everybody`() {
        #expect(PlanCost([]) == PlanCost([0]))
        let one = PlanCost([6])
        #expect((one.demonstrations, one.hours) == (1, 8))
        let more = PlanCost([7, 1, 0, 12])
        #expect((more.demonstrations, more.hours) == (2 + 1 + 2, 20 + 2 * 5))
    }

    @Test func `is kept within hours and demonstrations`() {
        let pairs = ["a", "a", "b", "a", "b", "c", "a"]
        // One demonstration of one pair; the third invitation needs a second one.
        #expect(PlanLimit.demonstrations(1).affordable(pairs) == 2)
        #expect(PlanLimit.demonstrations(2).affordable(pairs) == 5)
        #expect(PlanLimit.demonstrations(3).affordable(pairs) == 7)
        // 1 guest and 2 who show it: 3 hours; each further guest one more, each further pair two more.
        #expect(PlanLimit.hours(2).affordable(pairs) == 0)
        #expect(PlanLimit.hours(4).affordable(pairs) == 2)
        #expect(PlanLimit.hours(6).affordable(pairs) == 2)
        #expect(PlanLimit.hours(7).affordable(pairs) == 3)
        #expect(PlanLimit.hours(1_000).affordable([String]()) == 0)
    }
}
