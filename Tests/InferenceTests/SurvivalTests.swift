import Inference
import Measures
import Testing

private struct Physician {
    let spell: Spell
    let group: String
    let covariates: [Double]?
}

/// Medical Innovation with months after 17 censored; nil where the table is not beside the project.
private func physicians() -> [Physician]? {
    SharedTable.rows("data/medinnov_nodes.csv")?.map { row in
        let month = Double(row["toa"] ?? "") ?? 0
        let covariates = [row["proage"], row["journ2"]].compactMap { $0.flatMap(Double.init) }
        return Physician(
            spell: Spell(time: min(17, month), event: row["censored"] == "0"), group: row["group"] ?? "",
            covariates: covariates.count == 2 ? covariates : nil)
    }
}

@Suite struct `A survival curve` {
    @Test func `drops by one fifth when one of five people lapses`() throws {
        let curve = try KaplanMeier(
            [Spell(time: 2, event: true)] + (0..<4).map { _ in Spell(time: 9, event: false) })
        #expect(curve.survival(at: 1.9) == 1)
        #expect(close(curve.survival(at: 2), 0.8, 1e-15))
        #expect(curve.median.reason?.code == "notReached")
        #expect(close(curve.restrictedMean(to: 5).value?.value ?? 0, 2 + 3 * 0.8, 1e-12))
        #expect(
            curve.restrictedMean(to: 10).reason?.sentence
                == "Nobody was observed long enough for this horizon.")
    }

    @Test func `is the plain share of survivors without censoring`() throws {
        let times = [1.0, 1, 2, 3, 3, 3, 5, 8, 9, 10]
        let curve = try KaplanMeier(times.map { Spell(time: $0, event: true) })
        for time in stride(from: 0.0, through: 11, by: 0.5) {
            #expect(close(curve.survival(at: time), Double(times.count { $0 > time }) / 10, 1e-12))
        }
        #expect(close(curve.restrictedMean(to: 10).value?.value ?? 0, times.reduce(0, +) / 10, 1e-12))
        #expect(curve.interval(at: 10) == nil)
        #expect(curve.interval(at: 0.5) == Interval(low: 1, high: 1, level: 0.95))
    }

    @Test func `does not count people before they joined`() throws {
        let curve = try KaplanMeier([
            Spell(time: 2, event: true), Spell(time: 6, event: false), Spell(entry: 3, time: 6, event: false),
            Spell(entry: 1, time: 5, event: true),
        ])
        #expect(curve.steps.map(\.atRisk) == [3, 3])
        #expect(close(curve.survival(at: 5), 2.0 / 3 * 2 / 3, 1e-12))
        let failure = #expect(throws: InferenceFailure.self) { try KaplanMeier([]) }
        #expect(failure?.message == "A survival curve needs at least one person.")
    }

    @Test func `matches lifelines on Medical Innovation`() throws {
        guard let people = physicians() else { return }
        let curve = try KaplanMeier(people.map(\.spell))
        for (month, share) in [(1.0, 0.912), (3, 0.768), (6, 0.504), (12, 0.24), (17, 0.128)] {
            #expect(close(curve.survival(at: month), share, 1e-12))
        }
        #expect(close(try #require(curve.interval(at: 6)), 0.4134789468868214, 0.5876716479794881, 1e-12))
        #expect(curve.median.value == 7)
        #expect(close(curve.restrictedMean(to: 12).value?.value ?? 0, 6.92, 1e-12))
    }
}

@Suite struct `A log-rank test` {
    @Test func `matches lifelines on the first town against the others`() throws {
        guard let people = physicians() else { return }
        let test = try LogRank([
            people.filter { $0.group == "1" }.map(\.spell), people.filter { $0.group != "1" }.map(\.spell),
        ])
        #expect(close(test.statistic, 0.10369227198586871, 1e-12))
        #expect(test.degreesOfFreedom == 1)
    }

    @Test func `finds nothing between equal groups and refuses a single one`() throws {
        let group = [1.0, 2, 3, 5].map { Spell(time: $0, event: true) }
        let test = try LogRank([group, group, group])
        #expect(abs(test.statistic) < 1e-12 && test.degreesOfFreedom == 2 && close(test.pValue, 1, 1e-9))
        let failure = #expect(throws: InferenceFailure.self) { try LogRank([group]) }
        #expect(failure?.message == "A log-rank test needs at least two groups with somebody in each.")
    }

    @Test func `raises a false alarm about as often as its level says`() throws {
        var source = RandomSource(seed: 21)
        var alarms = 0
        for _ in 0..<1000 {
            let groups = (0..<2).map { _ in
                (0..<25).map { _ in
                    let time = source.gamma(shape: 1) + 1e-9
                    return Spell(time: min(time, 1.5), event: time < 1.5)
                }
            }
            alarms += try LogRank(groups).pValue < 0.05 ? 1 : 0
        }
        #expect((25...80).contains(alarms))
    }
}

@Suite struct `Proportional hazards` {
    @Test func `match lifelines on Medical Innovation`() throws {
        guard let people = physicians()?.filter({ $0.covariates != nil }) else { return }
        #expect(people.count == 124)
        let fit = try Cox.fit(people.map(\.spell), rows: people.compactMap(\.covariates))
        // lifelines 0.30.3 fitted with precision 1e-13; its default stops seven digits in.
        #expect(close(fit.coefficients[0], 0.1469208483589708, 1e-7))
        #expect(close(fit.coefficients[1], 0.4972681552885085, 1e-7))
        #expect(close(fit.standardErrors[0], 0.05861345766065098, 1e-7))
        #expect(close(fit.standardErrors[1], 0.17265042688969728, 1e-7))
        #expect(close(fit.logLikelihood, -438.33004328637554, 1e-10))
    }

    @Test func `do not change when a spell is cut in two`() throws {
        let spells = [1.0, 2, 2, 4, 5, 7].enumerated().map { Spell(time: $0.element, event: $0.offset != 3) }
        let rows: [[Double]] = [[1], [0], [1], [0], [1], [0]]
        let whole = try Cox.fit(spells, rows: rows)
        let cut = try Cox.fit(
            spells.dropLast() + [Spell(time: 3, event: false), Spell(entry: 3, time: 7, event: true)],
            rows: rows + [[0]])
        #expect(close(whole.coefficients[0], cut.coefficients[0], 1e-9))
        #expect(close(whole.logLikelihood, cut.logLikelihood, 1e-12))
    }

    @Test func `say why they cannot be fitted`() {
        let spells = [1.0, 2, 3].map { Spell(time: $0, event: true) }
        let constant = #expect(throws: InferenceFailure.self) { try Cox.fit(spells, rows: [[1], [1], [1]]) }
        #expect(constant?.message == "The covariates are constant or collinear among those at risk.")
        let none = #expect(throws: InferenceFailure.self) {
            try Cox.fit([Spell(time: 1, event: false)], rows: [[1]])
        }
        #expect(none?.code == .tooFewObservations)
        let ragged = #expect(throws: InferenceFailure.self) { try Cox.fit(spells, rows: [[1], [2]]) }
        #expect(ragged?.code == .shapeMismatch)
    }
}
