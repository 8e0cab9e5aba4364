import Inference
import Measures
import Testing

@Suite struct `Many comparisons` {
    let pValues = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]

    @Test func `match the golden values of Benjamini and Hochberg`() {
        let expected = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.105714, 0.216, 0.216, 0.216]
        let adjusted = MultipleComparisons.benjaminiHochberg(pValues)
        #expect(zip(adjusted, expected).allSatisfy { close($0, $1, 5.1e-7) })
        #expect(MultipleComparisons.benjaminiHochberg(pValues.reversed()) == adjusted.reversed())
    }

    @Test func `match Holm step by step`() {
        // statsmodels multipletests(method="holm").
        let expected = [0.01, 0.072, 0.312, 0.312, 0.312, 0.312, 0.312, 0.615, 0.615, 0.615]
        #expect(zip(MultipleComparisons.holm(pValues), expected).allSatisfy { close($0, $1, 1e-12) })
        #expect(MultipleComparisons.holm([0.4]) == [0.4] && MultipleComparisons.holm([]).isEmpty)
    }
}

@Suite struct `Permutation p-values` {
    @Test func `are never zero and count ties`() {
        #expect(Permutation.pValue(observed: 3, null: [1, 2, 3, 4]) == 3.0 / 5)
        #expect(Permutation.pValue(observed: 9, null: [1, 2, 3, 4]) == 1.0 / 5)
        #expect(Permutation.pValue(observed: 0, null: []) == 1)
        #expect(Permutation.twoSidedPValue(observed: -4, null: [-5, 1, 2]) == 2.0 / 4)
        #expect(Permutation.pValue(observed: 0.3, null: [0.1 + 0.2]) == 1)
    }
}

@Suite struct `A bootstrap over groups` {
    @Test func `takes groups whole`() {
        let labels = [7, 7, 3, 9, 3, 7]
        let bootstrap = ClusterBootstrap(labels: labels)
        #expect(bootstrap.members == [[2, 4], [0, 1, 5], [3]])
        var source = RandomSource(seed: 2)
        for _ in 0..<50 {
            var twin = source
            let weights = bootstrap.drawWeights(using: &source)
            #expect(weights[0] == weights[1] && weights[0] == weights[5] && weights[2] == weights[4])
            #expect(weights[0] + weights[2] + weights[3] == 3)
            let indices = bootstrap.drawIndices(using: &twin)
            for index in labels.indices { #expect(Double(indices.count { $0 == index }) == weights[index]) }
        }
    }
}

@Suite struct `Survey weights` {
    @Test func `restore the make-up of the roster`() throws {
        let result = try PostStratification.weights(cells: [0, 0, 0, 1], population: [6, 6])
        #expect(zip(result.weights, [2.0 / 3, 2.0 / 3, 2.0 / 3, 2]).allSatisfy { close($0, $1, 1e-12) })
        #expect(close(result.mean([1, 1, 1, 0]), 0.5, 1e-12))
        #expect(close(result.designEffect, 4.0 / 3, 1e-12))
        #expect(result.capped == 0)
    }

    @Test func `are cut at three times the median`() throws {
        let result = try PostStratification.weights(cells: [0, 0, 0, 0, 1], population: [8, 20])
        #expect(result.capped == 1)
        #expect(close(result.weights[4] / result.weights[0], 3, 1e-12))
        #expect(close(result.weights.reduce(0, +), 5, 1e-12))
    }

    @Test func `meet every margin`() throws {
        var source = RandomSource(seed: 14)
        let rows = (0..<200).map { _ in source.below(3) }
        let columns = rows.map { ($0 + source.below(2)) % 4 }
        let result = try Raking.weights(
            margins: [
                RakingMargin(categories: rows, targets: [50, 30, 20]),
                RakingMargin(categories: columns, targets: [0.3, 0.35, 0.2, 0.15]),
            ], cap: 1000)
        #expect(result.converged)
        let total = result.weights.reduce(0, +)
        for (category, share) in [0.5, 0.3, 0.2].enumerated() {
            let sum = zip(rows, result.weights).reduce(0) { $0 + ($1.0 == category ? $1.1 : 0) }
            #expect(close(sum / total, share, 1e-9))
        }
        for (category, share) in [0.3, 0.35, 0.2, 0.15].enumerated() {
            let sum = zip(columns, result.weights).reduce(0) { $0 + ($1.0 == category ? $1.1 : 0) }
            #expect(close(sum / total, share, 1e-9))
        }
        #expect(result.designEffect >= 1 && result.effectiveSize <= 200)
    }

    @Test func `say which cell is empty`() {
        let empty = #expect(throws: InferenceFailure.self) {
            try PostStratification.weights(cells: [0], population: [4, 9])
        }
        #expect(empty?.message == "Cell 1 has 9 people and no respondent; merge it with a neighbour.")
        let margin = #expect(throws: InferenceFailure.self) {
            try Raking.weights(margins: [RakingMargin(categories: [0, 0], targets: [1, 1])])
        }
        #expect(margin?.message == "Category 1 of margin 0 has no respondent; merge it with a neighbour.")
        #expect(margin?.code == .notIdentified)
    }
}

@Suite struct `A logistic regression` {
    private let x = [0.5, -1.2, 2.0, 0.1, -0.7, 1.1, -2.0, 0.9]
    private let y = [1.0, 0, 1, 1, 0, 0, 0, 1]

    @Test func `matches statsmodels without priors`() throws {
        let fit = try LogisticRegression.fit(rows: x.map { [1, $0] }, outcomes: y, priors: [.flat, .flat])
        // statsmodels GLM fitted with tol=1e-14, eight digits printed.
        #expect(close(fit.coefficients[0], -0.22631795, 1e-7) && close(fit.coefficients[1], 1.56042344, 1e-7))
        #expect(
            close(fit.standardErrors[0], 0.96171807, 1e-7) && close(fit.standardErrors[1], 1.06760740, 1e-7))
        #expect(close(fit.logPosterior, -3.5858673989860623, 1e-10))
    }

    @Test func `stands where its gradient is zero, with priors and groups`() throws {
        let labels = [0, 0, 1, 1, 2, 2, 3, 3]
        let fit = try LogisticRegression.fit(
            rows: x.map { [1, $0] }, outcomes: y, priors: [.flat, .init(mean: 0.5, deviation: 0.8)],
            groups: .init(labels: labels, deviation: 0.6))
        var gradient = [0.0, (0.5 - fit.coefficients[1]) / 0.64]
        var groups = fit.groupIntercepts.map { -$0 / 0.36 }
        for row in x.indices {
            let residual = y[row] - fit.probability([1, x[row]], group: labels[row])
            gradient[0] += residual
            gradient[1] += residual * x[row]
            groups[labels[row]] += residual
        }
        #expect((gradient + groups).allSatisfy { abs($0) < 1e-8 })
        #expect(fit.groupIntercepts.count == 4)
    }

    @Test func `counts weights as repeated rows`() throws {
        let priors = [LogisticRegression.Prior(deviation: 2), .init(deviation: 2)]
        let weighted = try LogisticRegression.fit(
            rows: x.map { [1, $0] }, outcomes: y, weights: [1, 2, 1, 3, 1, 1, 1, 2], priors: priors)
        let indices = [0, 1, 1, 2, 3, 3, 3, 4, 5, 6, 7, 7]
        let repeated = try LogisticRegression.fit(
            rows: indices.map { [1, x[$0]] }, outcomes: indices.map { y[$0] }, priors: priors)
        #expect(zip(weighted.coefficients, repeated.coefficients).allSatisfy { close($0, $1, 1e-8) })
        #expect(zip(weighted.covariance, repeated.covariance).allSatisfy { close($0, $1, 1e-8) })
    }

    @Test func `recovers planted coefficients among many teams, and draws around them`() throws {
        var source = RandomSource(seed: 17)
        var rows: [[Double]] = []
        var outcomes: [Double] = []
        var labels: [Int] = []
        for team in 0..<150 {
            let own = 0.7 * source.normal()
            for _ in 0..<12 {
                let value = source.normal()
                rows.append([1, value])
                outcomes.append(source.bernoulli(SpecialFunctions.logistic(-0.5 + 0.9 * value + own)) ? 1 : 0)
                labels.append(team)
            }
        }
        let fit = try LogisticRegression.fit(
            rows: rows, outcomes: outcomes, priors: [.init(deviation: 3), .init(deviation: 3)],
            groups: .init(labels: labels, deviation: 0.7))
        #expect(abs(fit.coefficients[1] - 0.9) < 4 * fit.standardErrors[1])
        let draws = (0..<5000).map { _ in fit.draw(using: &source)[1] }
        let mean = draws.reduce(0, +) / 5000
        #expect(abs(mean - fit.coefficients[1]) < 5 * fit.standardErrors[1] / 70)
        let spread = (draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 5000).squareRoot()
        #expect(abs(spread / fit.standardErrors[1] - 1) < 0.06)
    }

    @Test func `needs a prior where the outcomes are perfectly separated`() throws {
        let rows: [[Double]] = [[1, -2], [1, -1], [1, 1], [1, 2]]
        #expect(throws: InferenceFailure.self) {
            try LogisticRegression.fit(rows: rows, outcomes: [0, 0, 1, 1], priors: [.flat, .flat])
        }
        let fit = try LogisticRegression.fit(
            rows: rows, outcomes: [0, 0, 1, 1], priors: [.flat, .init(deviation: 1.5)])
        #expect(fit.coefficients[1] > 0.3 && fit.coefficients[1] < 3)
        let collinear = #expect(throws: InferenceFailure.self) {
            try LogisticRegression.fit(
                rows: [[1, 1], [1, 1], [1, 1]], outcomes: [0, 1, 1], priors: [.flat, .flat])
        }
        #expect(
            collinear?.message == "The coefficients are not determined: drop a column or give it a prior.")
    }
}

@Suite struct `Calibration of forecasts` {
    @Test func `scores by hand`() {
        let forecasts = [[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]]
        #expect(close(Calibration.brier(forecasts, outcomes: [0, 1]), (0.14 + 0.86) / 2, 1e-12))
        #expect(close(Calibration.brier([0.8, 0.3], happened: [true, false]), (0.04 + 0.09) / 2, 1e-12))
        #expect(close(Calibration.logScore(forecasts, outcomes: [0, 1]), 0.7803238741, 1e-9))
        #expect(Calibration.logScore([[1, 0]], outcomes: [1]) < 28)
    }

    @Test func `bins what was stated against what happened`() {
        let bins = Calibration.reliability(
            [0.05, 0.15, 0.18, 1.0], happened: [false, true, false, true], bins: 10)
        #expect(bins.map(\.count) == [1, 2, 1])
        #expect(close(bins[1].stated, 0.165, 1e-12) && bins[1].observed == 0.5)
        #expect(close(Calibration.expectedError(bins), (0.05 + 2 * 0.335 + 0) / 4, 1e-12))
        #expect(Calibration.expectedError([]) == 0)
        let top = Calibration.reliability([[0.2, 0.8], [0.9, 0.1]], outcomes: [1, 1])
        #expect(top.map(\.observed) == [1, 0])
    }

    @Test func `finds the temperature by which forecasts are too bold`() throws {
        var source = RandomSource(seed: 19)
        var bold: [[Double]] = []
        var outcomes: [Int] = []
        for _ in 0..<8000 {
            let weights = (0..<3).map { _ in source.gamma(shape: 0.8) + 1e-6 }
            let total = weights.reduce(0, +)
            let honest = weights.map { $0 / total }
            outcomes.append(source.categorical(weights: honest))
            bold.append(Calibration.tempered([honest], temperature: 0.5)[0])
        }
        let temperature = try Calibration.fitTemperature(bold, outcomes: outcomes)
        #expect(abs(temperature - 2) < 0.12)
        let mended = Calibration.tempered(bold, temperature: temperature)
        #expect(
            Calibration.logScore(mended, outcomes: outcomes) < Calibration.logScore(bold, outcomes: outcomes))
        let error = Calibration.expectedError(Calibration.reliability(mended, outcomes: outcomes))
        #expect(error < 0.03)
        let failure = #expect(throws: InferenceFailure.self) {
            try Calibration.fitTemperature([], outcomes: [])
        }
        #expect(failure?.message == "A temperature needs at least one forecast with its outcome.")
    }
}

@Suite struct `The coverage study` {
    @Test func `repeats itself and finds coverage near what is claimed`() throws {
        let world = CoverageStudy.World(teams: 12, mean: 0.25, rho: 0.1)
        var first = RandomSource(seed: 1)
        var second = RandomSource(seed: 1)
        let rows = try CoverageStudy.pooledTeams([world], replications: 60, using: &first)
        #expect(try CoverageStudy.pooledTeams([world], replications: 60, using: &second) == rows)
        #expect(rows[0].coverage > 0.91 && rows[0].coverage < 0.99)
        #expect(rows[0].width < rows[0].wilsonWidth && rows[0].pooledError < rows[0].plainError)
        #expect(CoverageStudy.worlds.count == 7)
    }
}
