import Foundation
import Inference
import Spread
import Testing

@Suite struct `Contagion fit` {
    @Test func `finds the p and q that made a curve`() {
        // A noiseless curve of 10,000 people with p = .01, q = .2 and exposure equal to the adopted share.
        var curve: [Int] = []
        var adopted = 0.0
        for _ in 0..<40 {
            let new = ((10_000 - adopted) * (1 - exp(-(0.01 + 0.2 * adopted / 10_000)))).rounded()
            curve.append(Int(new))
            adopted += new
        }
        let fit = ContagionFit(adoptions: curve, people: 10_000) { $0 }
        #expect(abs(fit.p - 0.01) < 0.0003)
        #expect(abs(fit.q - 0.2) < 0.004)
        #expect(fit.steps.isEmpty)
        #expect(fit.ceiling == 1)
    }

    @Test func `a constant hazard has no contagion in it`() {
        var curve: [Int] = []
        var left = 10_000.0
        for _ in 0..<30 {
            let new = (left * (1 - exp(-0.02))).rounded()
            curve.append(Int(new))
            left -= new
        }
        let fit = ContagionFit(adoptions: curve, people: 10_000) { $0 }
        #expect(abs(fit.p - 0.02) < 0.0005)
        #expect(fit.q < 0.002)
    }

    @Test func `a mandate week is set aside and leaves the rest of the fit alone`() {
        var curve: [Int] = []
        var adopted = 0.0
        for week in 0..<30 {
            var new = ((2000 - adopted) * (1 - exp(-(0.005 + 0.1 * adopted / 2000)))).rounded()
            if week == 12 { new += 400 }
            curve.append(Int(new))
            adopted += new
        }
        let fit = ContagionFit(adoptions: curve, people: 2000) { $0 }
        #expect(fit.steps == [12])
        #expect(abs(fit.q - 0.1) < 0.02)
    }

    @Test func `a curve that levels off is fitted with a ceiling`() {
        var curve: [Int] = []
        var adopted = 0.0
        for _ in 0..<60 {
            let new = (max(0, 4000 - adopted) * (1 - exp(-(0.02 + 0.5 * adopted / 10_000)))).rounded()
            curve.append(Int(new))
            adopted += new
        }
        let fit = ContagionFit(adoptions: curve, people: 10_000) { $0 }
        #expect(fit.ceiling < 0.45)
        #expect(fit.q > 0.3)
    }

    @Test func `a drive that ran out is told from a hazard that was low all along`() throws {
        var curve: [Int] = []
        var adopted = 0.0
        for week in 0..<40 {
            let level = week < 16 ? 1.0 : 0.05
            let new = ((10_000 - adopted) * (1 - exp(-level * (0.005 + 0.3 * adopted / 10_000)))).rounded()
            curve.append(Int(new))
            adopted += new
        }
        let fit = ContagionFit(adoptions: curve, people: 10_000) { $0 }
        let fade = try #require(fit.fade)
        #expect(abs(fade.week - 16) <= 2)
        #expect(fade.factor <= 0.1)
        #expect(fit.q / fit.p > 30)
    }

    @Test func `one adopter, and adoption all at once, still give finite numbers`() {
        for curve in [[0, 0, 1, 0], [0, 50, 0, 0], [50, 0, 0, 0], [99, 0]] {
            let fit = ContagionFit(adoptions: curve, people: 100) { $0 }
            #expect(fit.p.isFinite && fit.p > 0 && fit.q.isFinite && fit.q >= 0)
            #expect(fit.logLikelihood.isFinite)
        }
    }
}

@Suite struct `Contagion null` {
    /// A history made by hazard p + q × ((1 − mixing) × team share + mixing × organisation share).
    static func history(
        team: [Int], weeks: Int, p: Double, q: Double, mixing: Double, stopAt: Int,
        using random: inout RandomSource
    ) -> [Int?] {
        var first = [Int?](repeating: nil, count: team.count)
        let teams = team.max()! + 1
        var size = [Double](repeating: 0, count: teams)
        for number in team { size[number] += 1 }
        var counts = [Double](repeating: 0, count: teams)
        var all = 0
        for week in 0..<weeks {
            let before = counts
            let share = Double(all) / Double(team.count - 1)
            for person in team.indices where first[person] == nil && all < stopAt {
                let mates = before[team[person]] / (size[team[person]] - 1)
                let hazard = p + q * ((1 - mixing) * mates + mixing * share)
                if random.uniform() < 1 - exp(-hazard) {
                    first[person] = week
                    counts[team[person]] += 1
                    all += 1
                }
            }
        }
        return first
    }

    @Test(.enabled(if: isOptimised, "hundreds of histories: only in optimised builds"))
    func `ordinary contagion is clustered against permutation but not against contagion`() throws {
        var random = RandomSource(seed: 11)
        let team = (0..<240).map { $0 / 8 }
        let population = Population(team: team, stratum: [Int](repeating: 0, count: 240))
        var free = 0
        var contagion = 0
        let worlds = 200
        for _ in 0..<worlds {
            let first = Self.history(
                team: team, weeks: 40, p: 0.002, q: 0.16, mixing: 0.5, stopAt: 90, using: &random)
            guard
                let null = ContagionNull.simulate(
                    team: team, firstUseWeek: first, weeks: 40, draws: 99, using: &random),
                let test = ExposureGap.test(
                    users: first.map { $0 != nil }, population: population, draws: 99, using: &random)
            else { continue }
            if null.gap.p <= 0.05 { contagion += 1 }
            if test.free.p <= 0.05 { free += 1 }
        }
        print("false alarms on free contagion: permutation \(free), contagion \(contagion) of \(worlds)")
        #expect(Double(free) / Double(worlds) > 0.25)
        #expect(Double(contagion) / Double(worlds) <= 0.10)
    }

    @Test(.enabled(if: isOptimised, "hundreds of histories: only in optimised builds"))
    func `walls between teams are found`() throws {
        var random = RandomSource(seed: 12)
        let team = (0..<240).map { $0 / 8 }
        var found = 0
        for _ in 0..<40 {
            // No contagion crosses a border: mixing is zero, and few start by themselves.
            let first = Self.history(
                team: team, weeks: 40, p: 0.001, q: 0.5, mixing: 0, stopAt: 90, using: &random)
            guard
                let null = ContagionNull.simulate(
                    team: team, firstUseWeek: first, weeks: 40, draws: 99, using: &random)
            else { continue }
            if null.gap.p <= 0.05 { found += 1 }
            #expect(null.gap.observed > 0)
        }
        print("walls found: \(found) of 40")
        #expect(found >= 36)
    }

    @Test func `the result names what was simulated and repeats with the seed`() throws {
        var random = RandomSource(seed: 13)
        let team = (0..<80).map { $0 / 8 }
        let first = Self.history(
            team: team, weeks: 30, p: 0.01, q: 0.2, mixing: 0.5, stopAt: 30, using: &random)
        let adopters = first.filter { $0 != nil }.count
        var one = RandomSource(seed: 1)
        var two = RandomSource(seed: 1)
        let result = try #require(
            ContagionNull.simulate(
                team: team, firstUseWeek: first, weeks: 30, draws: 50, thinning: 0.5, using: &one))
        #expect(
            result
                == ContagionNull.simulate(
                    team: team, firstUseWeek: first, weeks: 30, draws: 50, thinning: 0.5, using: &two))
        #expect(result.adopters == adopters)
        #expect(result.stillUsing == Int((Double(adopters) / 2).rounded()))
        #expect(result.mixing == 0.5)
        #expect(
            result.gap.observed == ExposureGap.value(users: first.map { $0 != nil }, team: team))
        #expect(
            result.correlation.observed
                == WithinTeamCorrelation.moment(users: first.map { $0 != nil }, team: team))
    }

    @Test func `nobody or everybody has adopted: nothing can be said`() {
        var random = RandomSource(seed: 1)
        let team = [0, 0, 1, 1]
        #expect(
            ContagionNull.simulate(
                team: team, firstUseWeek: [nil, nil, nil, nil], weeks: 4, draws: 5, using: &random) == nil)
        #expect(
            ContagionNull.simulate(
                team: team, firstUseWeek: [0, 1, 2, 3], weeks: 4, draws: 5, using: &random) == nil)
    }

    @Test func `adoption all in one week is dealt out at random`() throws {
        var random = RandomSource(seed: 14)
        let team = (0..<240).map { $0 / 8 }
        let first: [Int?] = (0..<240).map { $0 % 3 == 0 ? 5 : nil }
        let result = try #require(
            ContagionNull.simulate(team: team, firstUseWeek: first, weeks: 20, draws: 400, using: &random))
        #expect(abs(result.gap.mean - -1.0 / 239) < 0.006)
    }

    @Test func `busy people adopt first when activity is given`() throws {
        var random = RandomSource(seed: 15)
        // Half of the teams are ten times as active; contagion or not, use gathers there.
        let team = (0..<160).map { $0 / 8 }
        let activity = team.map { $0 % 2 == 0 ? 10.0 : 1.0 }
        let first: [Int?] = (0..<160).map { $0 % 4 == 0 ? $0 % 20 : nil }
        let plain = try #require(
            ContagionNull.simulate(team: team, firstUseWeek: first, weeks: 20, draws: 100, using: &random))
        let weighted = try #require(
            ContagionNull.simulate(
                team: team, firstUseWeek: first, weeks: 20, draws: 100, activity: activity, using: &random))
        #expect(weighted.gap.median > plain.gap.median + 0.05)
    }

    @Test func `almost everybody has adopted, and hardly anybody is active: still finite, still as many`()
        throws
    {
        var random = RandomSource(seed: 16)
        let team = (0..<400).map { $0 / 8 }
        let first: [Int?] = (0..<400).map { $0 == 0 ? nil : $0 % 20 }
        let activity = team.indices.map { $0 == 5 ? 1.0 : 0 }
        for activity in [nil, activity] {
            let result = try #require(
                ContagionNull.simulate(
                    team: team, firstUseWeek: first, weeks: 20, draws: 3, activity: activity, using: &random))
            #expect(result.adopters == 399)
            // Whoever is left, the gap is that of one non-user in a team of eight.
            #expect(abs(result.gap.mean - result.gap.observed) < 1e-12)
        }
    }
}
