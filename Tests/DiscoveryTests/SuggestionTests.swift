import Discovery
import Inference
import Rollout
import Testing

@Suite struct `A suggestion` {
    private func outcomes(_ kept: Int, of tried: Int, useCase: String, role: Int = 0, from first: Int = 0)
        -> [TrialOutcome]
    {
        (0..<tried).map {
            TrialOutcome(
                person: PersonID(first + $0), role: role, theme: ThemeKey("a"), useCase: useCase,
                isKept: $0 < kept)
        }
    }

    private func share(
        _ name: String, _ given: [String: [TrialOutcome]], guaranteed: Double, draws: Int = 2_000
    ) -> Double {
        let suggester = Suggester(
            totals: given.values.map { Count(successes: $0.count(where: \.isKept), trials: $0.count) },
            minimum: 5)
        let candidates = given.map {
            Suggester.Candidate(
                useCase: $0.key, outcomes: NearOutcomes($0.value, role: 0, theme: ThemeKey("a")))
        }
        var source = RandomSource(seed: 3)
        let hits = (0..<draws).count { _ in
            suggester.suggest(candidates, guaranteed: guaranteed, using: &source)?.useCase == name
        }
        return Double(hits) / Double(draws)
    }

    @Test func `is mostly what people in the same role with the same pain kept`() {
        let given = [
            "good": outcomes(18, of: 20, useCase: "good"), "bad": outcomes(2, of: 20, useCase: "bad"),
        ]
        #expect(share("good", given, guaranteed: 0) > 0.99)
    }

    @Test func `goes to what few have tried as often as is guaranteed`() {
        var given = ["good": outcomes(58, of: 60, useCase: "good")]
        given["new"] = []
        let least = share("new", given, guaranteed: 0.2)
        #expect(least >= 0.17)
        #expect(share("new", given, guaranteed: 1) == 1)
    }

    @Test func `does not hang on the outcomes of fewer than five people`() {
        let lucky = ["a": outcomes(4, of: 4, useCase: "a"), "b": outcomes(0, of: 4, useCase: "b")]
        // Both are unknown as far as anything used goes, so each is drawn half of the time.
        #expect(abs(share("a", lucky, guaranteed: 0) - 0.5) < 0.05)
    }

    @Test func `counts a person's last outcome only`() {
        let changed = [
            TrialOutcome(person: PersonID(1), role: 0, theme: nil, useCase: "a", isKept: true),
            TrialOutcome(person: PersonID(1), role: 0, theme: nil, useCase: "a", isKept: false),
        ]
        let near = NearOutcomes(changed, role: 0, theme: nil)
        #expect(near.total == Count(successes: 0, trials: 1))
        #expect(near.peopleInRole == 1)
    }

    @Test func `is none where there is nothing to suggest, and the same for the same seed`() {
        var source = RandomSource(seed: 1)
        #expect(Suggester(totals: [], minimum: 5).suggest([], using: &source) == nil)
        func run() -> [String?] {
            var source = RandomSource(seed: 7)
            let candidates = ["x", "y", "z"].map {
                Suggester.Candidate(useCase: $0, outcomes: NearOutcomes([], role: 0, theme: nil))
            }
            return (0..<20).map { _ in
                Suggester(totals: [], minimum: 5).suggest(candidates, using: &source)?.useCase
            }
        }
        #expect(run() == run())
    }

    @Test func `loses less than chance does on simulated people`() {
        let world = SuggestionStudy.World(
            name: "small", people: 100, roles: 3, pains: 3, useCases: 8, newEvery: 8, weeks: 24,
            spread: (1, 0.5, 0.5))
        let rows = SuggestionStudy.run(
            world, policies: [.random, .guaranteedThompson], replications: 3, seed: 5)
        #expect(rows[1].regret < rows[0].regret)
        #expect(rows.allSatisfy { $0.regret >= 0 && $0.kept > 0 && $0.kept < 1 })
    }
}
