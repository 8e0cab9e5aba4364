import Discovery
import Inference
import Measures
import Rollout
import Testing

@Suite struct `A trial` {
    @Test func `takes ten occasions and then asks for a verdict`() throws {
        let full = try Made.trial(before: 30, after: [Double](repeating: 20, count: 10))
        let failure = #expect(throws: TrialFailure.self) {
            try full.adding(Occasion(day: Made.day, after: try Strain(minutes: 20)))
        }
        #expect(failure?.code == .full)
        #expect(
            failure?.message
                == "Ten occasions are noted, which is enough. Say what came of it: keep, drop or not yet.")
    }

    @Test func `cannot be decided before it was tried`() throws {
        let trial = try Made.trial(before: 30, after: [])
        #expect(throws: TrialFailure.self) { try trial.deciding(.keep, why: .savesTime, on: Made.day) }
    }

    @Test func `goes on after "not yet", and not after keep`() throws {
        let tried = try Made.trial(before: 30, after: [20])
        let occasion = Occasion(day: Made.day, after: try Strain(minutes: 10))
        let later = try tried.deciding(.notYet, why: nil, on: Made.day).adding(occasion)
        #expect(later.occasions.count == 2 && later.verdict == nil)
        #expect(throws: TrialFailure.self) {
            try tried.deciding(.keep, why: .calmer, on: Made.day).adding(occasion)
        }
    }

    @Test(arguments: [-1, 1_441, Double.nan, Double.infinity])
    func `refuses minutes that cannot be`(minutes: Double) {
        #expect(throws: TrialFailure.self) { try Strain(minutes: minutes) }
    }

    @Test func `refuses a strain of eleven and a task without a word`() {
        #expect(throws: TrialFailure.self) { try Strain(minutes: 1, strain: 11) }
        #expect(throws: TrialFailure.self) {
            try Trial(
                id: 1, person: PersonID(0), role: 0, task: " 12 ", baseline: try Strain(minutes: 1),
                began: Made.day)
        }
    }
}

@Suite struct `What a trial did for its owner` {
    @Test func `is too little to say below five occasions`() throws {
        let result = OwnResult(try Made.trial(before: 30, after: [20, 20, 20, 20]))
        #expect(
            result.minutes.reason?.sentence
                == "Too few to say: four occasions so far, and five are the least that can tell luck from gain."
        )
    }

    /// Checked against scipy: References/paired_differences.py.
    @Test func `has Student's interval from five on`() throws {
        let summary = try #require(
            PairedDifferences.summary(before: [30, 42, 28, 51, 33], after: [21, 30, 25, 38, 30]).value)
        #expect(abs(summary.mean - 8.0) < 1e-12)
        #expect(abs(summary.interval.low - 3.427698) < 1e-6)
        #expect(abs(summary.interval.high - 12.572302) < 1e-6)
        #expect(summary.isClear)
    }

    @Test func `is never certain because everybody rounds`() throws {
        let result = OwnResult(try Made.trial(before: 30, after: [20, 20, 20, 20, 20]))
        let summary = try #require(result.minutes.value)
        #expect(summary.mean == 10)
        #expect(summary.interval.width > 3 && summary.interval.width < 6)
    }

    @Test func `turns its sign when before and after change places`() throws {
        let (a, b) = ([30.0, 42, 28, 51, 33], [21.0, 30, 25, 38, 30])
        let one = try #require(PairedDifferences.summary(before: a, after: b).value)
        let other = try #require(PairedDifferences.summary(before: b, after: a).value)
        #expect(abs(one.mean + other.mean) < 1e-12 && abs(one.interval.low + other.interval.high) < 1e-9)
    }

    @Test func `takes the minutes of the very occasion where they are given`() throws {
        var trial = try Made.trial(before: 30, after: [])
        for _ in 0..<5 {
            trial = try trial.adding(
                Occasion(day: Made.day, after: try Strain(minutes: 20), usualMinutes: 60))
        }
        #expect(OwnResult(trial).minutes.value?.mean == 40)
    }

    @Test func `confirms a pain only when it was kept and gained its owner something`() throws {
        let better = try Made.trial(before: 30, after: [20]).deciding(.keep, why: .savesTime, on: Made.day)
        #expect(OwnResult(better).confirmation?.gains == [.time])
        let dropped = try Made.trial(before: 30, after: [20]).deciding(
            .drop, why: .moreChecking, on: Made.day)
        #expect(OwnResult(dropped).confirmation == nil)
        let slower = try Made.trial(before: 30, after: [40]).deciding(.keep, why: nil, on: Made.day)
        #expect(OwnResult(slower).confirmation == nil)
        let calmer = try Made.trial(before: 30, after: [40], strain: (8, 3)).deciding(
            .keep, why: .calmer, on: Made.day)
        #expect(OwnResult(calmer).confirmation?.gains == [.strain])
        let unnamed = try Made.trial(before: 30, after: [20], theme: nil).deciding(
            .keep, why: nil, on: Made.day)
        #expect(OwnResult(unnamed).gains.isEmpty)
    }

    @Test func `is held by its interval as often as claimed, on differences we made`() {
        // The whole table is Benchmarks trials; here one row with a seed, ± 3 standard errors of 2,000 draws.
        let row = PairedStudy.run(
            .init(name: "normal", pairs: 6, shape: .normal), replications: 2_000, seed: 1)
        #expect(abs(row.coverage - 0.9) < 3 * (0.9 * 0.1 / 2_000).squareRoot())
    }
}
