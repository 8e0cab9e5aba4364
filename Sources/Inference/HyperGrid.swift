import RealModule

/// The posterior of (mu, rho) over 60 × 40 points, and the sums every group's posterior needs.
///
/// Only cells that carry weight are kept, so that later passes are short.
struct HyperGrid {
    static let muCount = 60
    static let rhoCount = 40
    static let muLow = 0.01
    static let muStep = 0.98 / 59
    static let logRhoLow = Double.log(0.002)
    static let logRhoStep = (Double.log(0.8) - Double.log(0.002)) / 39

    /// Posterior weight of each cell, shape rhoCount × muCount, adds up to 1.
    let weights: [Double]
    /// Indices of the cells kept: weight above 1e-7 of the heaviest.
    let kept: [Int]
    /// logBeta(posterior) of each kept cell for each distinct pair, shape kept × pairs.
    let logPosteriors: [Double]

    static func mu(_ column: Int) -> Double { muLow + Double(column) * muStep }
    static func rho(_ row: Int) -> Double { Double.exp(logRhoLow + Double(row) * logRhoStep) }
    static func size(_ row: Int) -> Double { 1 / rho(row) - 1 }

    /// Shapes of a cell's Beta distribution.
    static func shapes(_ cell: Int) -> (a: Double, b: Double) {
        let size = size(cell / muCount)
        let mu = mu(cell % muCount)
        return (mu * size, (1 - mu) * size)
    }

    /// Fills the grid.
    ///
    /// The likelihood is a product of rising factorials, so one table of log Γ(a+k) - log Γ(a) per
    /// cell serves all groups; the grid is symmetric in mu, so the same table read backwards serves b.
    init(_ distinct: DistinctCounts) {
        let pairs = distinct.pairs
        let needed = RisingFactorials.Needs(pairs)
        var logWeights = [Double](repeating: 0, count: Self.muCount * Self.rhoCount)
        var tablesOfRow: [[RisingFactorials]] = []
        var totalsOfRow: [RisingFactorials] = []
        for row in 0..<Self.rhoCount {
            let size = Self.size(row)
            let rho = Self.rho(row)
            let tables = (0..<Self.muCount).map { RisingFactorials(Self.mu($0) * size, needed.outcomes) }
            let totals = RisingFactorials(size, needed.trials)
            tablesOfRow.append(tables)
            totalsOfRow.append(totals)
            // Beta(1, 6) is a density in rho; even steps in log rho need the factor rho.
            let prior = 5 * Double.log(onePlus: -rho) + .log(rho)
            var common = prior
            for (index, pair) in pairs.enumerated() where pair.trials > 0 {
                common -= Double(distinct.multiplicities[index]) * totals.values[needed.trialsIndex[index]]
            }
            for column in 0..<Self.muCount {
                let first = tables[column].values
                let second = tables[Self.muCount - 1 - column].values
                var sum = common
                for index in pairs.indices {
                    sum +=
                        Double(distinct.multiplicities[index])
                        * (first[needed.successIndex[index]] + second[needed.failureIndex[index]])
                }
                logWeights[row * Self.muCount + column] = sum
            }
        }
        let top = logWeights.max() ?? 0
        let raw = logWeights.map { Double.exp($0 - top) }
        let total = raw.reduce(0, +)
        weights = raw.map { $0 / total }
        let kept = raw.indices.filter { raw[$0] > 1e-7 }
        self.kept = kept
        var logPosteriors: [Double] = []
        logPosteriors.reserveCapacity(kept.count * pairs.count)
        for cell in kept {
            let tables = tablesOfRow[cell / Self.muCount]
            let totals = totalsOfRow[cell / Self.muCount]
            let (a, b) = Self.shapes(cell)
            let base = SpecialFunctions.logBeta(a, b)
            let first = tables[cell % Self.muCount].values
            let second = tables[Self.muCount - 1 - cell % Self.muCount].values
            for index in pairs.indices {
                logPosteriors.append(
                    base + first[needed.successIndex[index]] + second[needed.failureIndex[index]]
                        - totals.values[needed.trialsIndex[index]])
            }
        }
        self.logPosteriors = logPosteriors
    }
}

/// log Γ(a+k) - log Γ(a) for a few whole numbers k.
struct RisingFactorials {
    /// The values, in the order of the numbers asked for.
    let values: [Double]

    /// - Parameter counts: Whole numbers ≥ 0, ascending.
    init(_ a: Double, _ counts: [Int]) {
        var values: [Double] = []
        values.reserveCapacity(counts.count)
        var product = 1.0
        var logs = 0.0
        var reached = 0
        let start = (counts.last ?? 0) > 64 ? Double.logGamma(a) : 0
        for count in counts {
            if count > 64 {
                values.append(.logGamma(a + Double(count)) - start)
                continue
            }
            while reached < count {
                product *= a + Double(reached)
                reached += 1
                // A factor is at most 563: the product is emptied long before it could overflow.
                if product > 1e200 || product < 1e-200 {
                    logs += .log(product)
                    product = 1
                }
            }
            values.append(logs + .log(product))
        }
        self.values = values
    }

    /// Which numbers a set of pairs asks for, and where each pair finds its own.
    struct Needs {
        let outcomes: [Int]
        let trials: [Int]
        let successIndex: [Int]
        let failureIndex: [Int]
        let trialsIndex: [Int]

        init(_ pairs: [Count]) {
            let outcomes = Set(pairs.flatMap { [$0.successes, $0.trials - $0.successes] }).sorted()
            let trials = Set(pairs.map(\.trials)).sorted()
            let place = Dictionary(uniqueKeysWithValues: outcomes.enumerated().map { ($1, $0) })
            let trialsPlace = Dictionary(uniqueKeysWithValues: trials.enumerated().map { ($1, $0) })
            successIndex = pairs.map { place[$0.successes] ?? 0 }
            failureIndex = pairs.map { place[$0.trials - $0.successes] ?? 0 }
            trialsIndex = pairs.map { trialsPlace[$0.trials] ?? 0 }
            self.outcomes = outcomes
            self.trials = trials
        }
    }
}
