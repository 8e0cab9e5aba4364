import Inference
import Spread
import Testing

@Suite struct `Segregation indices` {
    static let users = [6, 1, 0, 4, 2, 8, 0, 3]
    static let sizes = [8, 7, 9, 10, 6, 9, 12, 8]

    @Test func `golden values of eight teams`() throws {
        let value = try #require(Segregation(users: Self.users, sizes: Self.sizes))
        #expect(abs(value.dissimilarity - 0.5639) < 5e-5)
        #expect(abs(value.gini - 0.7639) < 5e-5)
        #expect(abs(value.isolation - 0.6311) < 5e-5)
        #expect(value.isolation + value.exposure == 1)
    }

    @Test func `the corrected dissimilarity of eight teams is about 0.48`() throws {
        var random = RandomSource(seed: 1)
        let value = try #require(
            Segregation.correctedDissimilarity(
                users: Self.users, sizes: Self.sizes, draws: 4000, using: &random))
        #expect(abs(value - 0.48) < 0.01)
    }

    @Test func `no mixing gives one, equal mixing zero, no contrast nothing`() throws {
        let apart = try #require(Segregation(users: [5, 0], sizes: [5, 5]))
        #expect(apart.dissimilarity == 1 && apart.gini == 1 && apart.isolation == 1)
        let even = try #require(Segregation(users: [1, 2], sizes: [4, 8]))
        #expect(abs(even.dissimilarity) < 1e-12 && abs(even.gini) < 1e-12)
        #expect(Segregation(users: [0, 0], sizes: [4, 8]) == nil)
        #expect(Segregation(users: [4, 8], sizes: [4, 8]) == nil)
    }

    @Test func `thirty teams of eight without clustering show a dissimilarity of about 0.31`() {
        var random = RandomSource(seed: 2)
        var sum = 0.0
        for _ in 0..<400 {
            var marks = (0..<240).map { $0 < 72 }
            random.shuffle(&marks)
            let counts = (0..<30).map { team in marks[(team * 8)..<(team * 8 + 8)].filter { $0 }.count }
            sum += Segregation(users: counts, sizes: [Int](repeating: 8, count: 30))!.dissimilarity
        }
        #expect(abs(sum / 400 - 0.31) < 0.01)
    }
}

@Suite struct `Correlation within teams` {
    /// Beta-binomial teams with a planted correlation.
    static func planted(_ rho: Double, teams: Int, using random: inout RandomSource) -> (
        users: [Bool], team: [Int]
    ) {
        var users: [Bool] = []
        var team: [Int] = []
        for number in 0..<teams {
            // A Pólya urn with share 0.3 draws beta-binomial counts.
            var marked = 0.3 * (1 - rho) / rho
            var all = (1 - rho) / rho
            for _ in 0..<(5 + number % 9) {
                let mark = random.uniform() < marked / all
                users.append(mark)
                team.append(number)
                marked += mark ? 1 : 0
                all += 1
            }
        }
        return (users, team)
    }

    @Test(arguments: [0.02, 0.1, 0.3])
    func `the moment estimator and the gap find a planted correlation, eta squared does not`(_ rho: Double) {
        var random = RandomSource(seed: 31)
        var sums = (moment: 0.0, gap: 0.0, eta: 0.0)
        for _ in 0..<400 {
            let world = Self.planted(rho, teams: 40, using: &random)
            sums.moment += WithinTeamCorrelation.moment(users: world.users, team: world.team) ?? 0
            sums.gap += ExposureGap.value(users: world.users, team: world.team) ?? 0
            sums.eta += WithinTeamCorrelation.etaSquared(users: world.users, team: world.team) ?? 0
        }
        print("planted \(rho): moment \(sums.moment / 400), gap \(sums.gap / 400), eta² \(sums.eta / 400)")
        #expect(abs(sums.moment / 400 - rho) < 0.02)
        #expect(abs(sums.gap / 400 - rho) < 0.02)
        #expect(sums.eta / 400 > rho + 0.05)
    }

    @Test func `perfect teams give one; one team, teams of one and no contrast give nothing`() {
        let team = [0, 0, 1, 1, 2, 2]
        #expect(WithinTeamCorrelation.moment(users: [true, true, false, false, true, true], team: team) == 1)
        #expect(WithinTeamCorrelation.moment(users: [true, false, true], team: [0, 0, 0]) == nil)
        #expect(WithinTeamCorrelation.moment(users: [true, false, true], team: [0, 1, 2]) == nil)
        #expect(WithinTeamCorrelation.moment(users: [true, true], team: [0, 1]) == nil)
        #expect(WithinTeamCorrelation.etaSquared(users: [true, true], team: [0, 1]) == nil)
    }
}
