import Foundation
import Inference
import Spread
import Testing

@Suite struct `Exposure gap` {
    /// The gap from its definition, person by person.
    static func byHand(users: [Bool], team: [Int]) -> Double? {
        var sums = (users: 0.0, others: 0.0)
        var counts = (users: 0.0, others: 0.0)
        for person in users.indices {
            let mates = users.indices.filter { $0 != person && team[$0] == team[person] }
            if mates.isEmpty { continue }
            let exposure = Double(mates.filter { users[$0] }.count) / Double(mates.count)
            if users[person] {
                sums.users += exposure
                counts.users += 1
            } else {
                sums.others += exposure
                counts.others += 1
            }
        }
        guard counts.users > 0, counts.others > 0 else { return nil }
        return sums.users / counts.users - sums.others / counts.others
    }

    @Test func `equals its definition person by person`() throws {
        var random = RandomSource(seed: 4)
        for _ in 0..<50 {
            let team = (0..<40).map { _ in random.below(12) * 7 - 20 }
            let users = (0..<40).map { _ in random.below(3) == 0 }
            let expected = Self.byHand(users: users, team: team)
            let value = ExposureGap.value(users: users, team: team)
            #expect((expected == nil) == (value == nil))
            if let expected, let value { #expect(abs(expected - value) < 1e-12) }
        }
    }

    @Test
    func `is one between walls, negative when users are spread evenly, and not defined without contrast`() {
        let team = [0, 0, 0, 1, 1, 1]
        #expect(ExposureGap.value(users: [true, true, true, false, false, false], team: team) == 1)
        #expect(ExposureGap.value(users: [true, false, false, true, false, false], team: team) == -0.5)
        #expect(ExposureGap.value(users: [false, false, false, false, false, false], team: team) == nil)
        #expect(ExposureGap.value(users: [true, true, true, true, true, true], team: team) == nil)
        #expect(ExposureGap.value(users: [true, false], team: [0, 1]) == nil)
        #expect(ExposureGap.value(users: [], team: []) == nil)
    }

    @Test func `a person alone in a team changes nothing`() {
        let users = [true, true, false, false, false, true]
        let team = [0, 0, 0, 1, 1, 1]
        #expect(
            ExposureGap.value(users: users + [true], team: team + [9])
                == ExposureGap.value(users: users, team: team))
    }

    @Test func `averages minus one over N minus one over every way to place the users`() {
        let team = [0, 0, 1, 1, 1, 2, 2, 2, 2]
        var sum = 0.0
        var count = 0.0
        for mask in 0..<(1 << 9) where mask.nonzeroBitCount == 3 {
            let users = (0..<9).map { mask >> $0 & 1 == 1 }
            sum += ExposureGap.value(users: users, team: team)!
            count += 1
        }
        #expect(abs(sum / count - -1.0 / 8) < 1e-12)
        #expect(ExposureGap.expectedWithoutClustering(people: 9) == -1.0 / 8)
    }

    @Test func `the permutation p is the share of all placements at least as clustered`() throws {
        let team = [0, 0, 0, 1, 1, 1, 2, 2, 2]
        let users = [true, true, true, true, false, false, false, false, false]
        let observed = try #require(ExposureGap.value(users: users, team: team))
        var above = 0.0
        var all = 0.0
        for mask in 0..<(1 << 9) where mask.nonzeroBitCount == 4 {
            let drawn = (0..<9).map { mask >> $0 & 1 == 1 }
            all += 1
            if ExposureGap.value(users: drawn, team: team)! >= observed - 1e-12 { above += 1 }
        }
        var random = RandomSource(seed: 1)
        let population = Population(team: team, stratum: [Int](repeating: 0, count: 9))
        let test = try #require(
            ExposureGap.test(users: users, population: population, draws: 20_000, using: &random))
        #expect(abs(test.free.p - above / all) < 0.008)
        #expect(abs(test.free.mean - test.expected) < 0.01)
        #expect(test.activityKeeping == nil)
        #expect(test.defaultNull == .free)
        #expect(test.chosen == test.free)
        #expect(test.people == 9 && test.users == 4)
    }

    @Test func `use that follows the stratum is no clustering beyond who people are`() throws {
        // Every engineer uses and nobody else does; engineers sit together.
        let team = (0..<60).map { $0 / 6 }
        let stratum = team.map { $0 < 4 ? 1 : 2 }
        let users = stratum.map { $0 == 1 }
        var random = RandomSource(seed: 2)
        let apart = try #require(
            ExposureGap.test(
                users: users, population: Population(team: team, stratum: stratum), draws: 200,
                using: &random))
        #expect(apart.gap == 1)
        #expect(apart.free.p == 1)
        #expect(apart.free.sd == 0)
        #expect(apart.free.z == nil)
        let together = try #require(
            ExposureGap.test(
                users: users, population: Population(team: team, stratum: [Int](repeating: 0, count: 60)),
                draws: 200, using: &random))
        #expect(together.free.p < 0.01)
    }

    @Test func `where activity is known its null is the default`() throws {
        let team = (0..<60).map { $0 / 6 }
        let users = team.map { $0 < 4 }
        let population = Population(
            team: team, stratum: [Int](repeating: 0, count: 60), activity: team.map { $0 < 4 ? 1 : 0 })
        var random = RandomSource(seed: 2)
        let test = try #require(
            ExposureGap.test(users: users, population: population, draws: 200, using: &random))
        #expect(test.defaultNull == .activityKeeping)
        #expect(test.free.p < 0.01)
        #expect(test.chosen.p == 1)
    }

    @Test func `the same seed gives the same test`() {
        let team = (0..<50).map { $0 / 5 }
        let users = (0..<50).map { $0 % 3 == 0 }
        let population = Population(team: team, stratum: (0..<50).map { $0 % 2 })
        var one = RandomSource(seed: 8)
        var two = RandomSource(seed: 8)
        #expect(
            ExposureGap.test(users: users, population: population, draws: 100, using: &one)
                == ExposureGap.test(users: users, population: population, draws: 100, using: &two))
    }

    @Test func `two thousand draws on five hundred people stay under fifty milliseconds when optimised`()
        throws
    {
        var random = RandomSource(seed: 3)
        let team = (0..<500).map { $0 / 8 }
        let users = (0..<500).map { _ in random.below(10) < 3 }
        let population = Population(
            team: team, stratum: (0..<500).map { $0 % 6 }, activity: (0..<500).map { ($0 / 7) % 5 })
        // The thread's own time, so that tests running beside this one do not count.
        func seconds() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
        }
        var best = Double.infinity
        for _ in 0..<5 {
            let start = seconds()
            _ = ExposureGap.test(users: users, population: population, draws: 2000, using: &random)
            best = min(best, seconds() - start)
        }
        print("exposure gap, 500 people, 2 × 2,000 draws: \(best * 1000) ms")
        #expect(best < 0.05 || !isOptimised)
    }
}
