import Inference

/// A contagion fitted to an adoption curve: weekly hazard p + q × exposure among a share of the people.
public struct ContagionFit: Hashable, Sendable {
    /// Weekly hazard without any exposure.
    public let p: Double
    /// What full exposure adds to the weekly hazard.
    public let q: Double
    /// The share of people the fitted curve levels off at; 1 where no ceiling is needed.
    public let ceiling: Double
    /// From when on all hazards are a fraction of what they were; nil where the curve shows no such break.
    public let fade: Fade?
    /// Weeks whose adoptions came in one go (a mandate, a licence wave); they say nothing about p and q.
    public let steps: [Int]
    /// Log-likelihood over the other weeks.
    public let logLikelihood: Double

    /// A drive that ran out: from a week on, every hazard is multiplied by a factor below one.
    public struct Fade: Hashable, Sendable {
        /// The first week of the lower level, counted from 0.
        public let week: Int
        /// What is left of the hazard, 0...1.
        public let factor: Double
    }

    /// Fits p, q and how the curve levels off to weekly adoptions by maximum likelihood.
    ///
    /// In week w, d_w of the c·N − A_w people still to come adopt with probability
    /// 1 − exp(−(p + q·e_w)), where A_w adopted before and e_w is the exposure of the average non-adopter.
    /// A curve may level off in two ways: at a ceiling c, or because from some week on all hazards are a fraction of
    /// what they were. For a given way the log-likelihood is concave in (p, q); Newton steps find its top, and a grid of
    /// ceilings and of fades is searched. Levelling off has to gain two units of log-likelihood over not doing so. A week that brings over 2 % of all people, at least 5, and more than the fit's expectation by five
    /// of its standard deviations and by its double is set aside as a step, one after another.
    ///
    /// - Parameters:
    ///   - adoptions: first uses in each week, shape (weeks).
    ///   - people: people in all.
    ///   - exposure: exposure of the average non-adopter once k people have adopted, at k/people.
    /// - Precondition: adoptions sum to at least 1 and at most `people`.
    /// - Complexity: O(weeks · grid · Newton steps · steps found).
    /// - Source: Bass (1969), doi:10.1287/mnsc.15.5.215, as a discrete hazard with a ceiling.
    public init(adoptions: [Int], people: Int, exposure: (Double) -> Double) {
        var weeks: [Week] = []
        var before = 0
        for (index, count) in adoptions.enumerated() {
            weeks.append(
                Week(
                    index: index, new: Double(count), before: Double(before),
                    exposure: exposure(Double(before) / Double(people))))
            before += count
        }
        let reached = Double(before) / Double(people)
        var steps: [Int] = []
        var best = Self.search(weeks, people: people, reached: reached, without: steps)
        while steps.count < max(1, adoptions.count / 4),
            let step = Self.worstStep(weeks, people: people, fit: best, known: steps)
        {
            steps.append(step)
            best = Self.search(weeks, people: people, reached: reached, without: steps)
        }
        self.p = best.p
        self.q = best.q
        self.ceiling = best.ceiling
        self.fade = best.fade
        self.logLikelihood = best.logLikelihood
        self.steps = steps.sorted()
    }

    /// One week of the curve.
    private struct Week {
        let index: Int
        let new: Double
        let before: Double
        let exposure: Double
        /// What is left of the hazard in this week.
        var level = 1.0
    }

    /// A point of the parameter space and how well it does.
    private struct Candidate {
        var p: Double
        var q: Double
        var ceiling = 1.0
        var fade: Fade?
        var logLikelihood: Double
    }

    /// The best fit over a grid of ceilings and of fades.
    private static func search(_ weeks: [Week], people: Int, reached: Double, without steps: [Int])
        -> Candidate
    {
        let used = weeks.filter { !steps.contains($0.index) }
        func fit(ceiling: Double, fade: Fade?) -> Candidate {
            var levelled = used
            if let fade {
                for index in levelled.indices where levelled[index].index >= fade.week {
                    levelled[index].level = fade.factor
                }
            }
            let susceptible = ceiling * Double(people)
            var candidate = climb(levelled, susceptible: susceptible)
            candidate.ceiling = ceiling
            candidate.fade = fade
            for week in used { candidate.logLikelihood += logWays(week, susceptible: susceptible) }
            return candidate
        }
        // Levelling off is bought only by two units of log-likelihood: before the bend it is not told apart.
        let open = fit(ceiling: 1, fade: nil)
        var best = open
        func offer(_ candidate: Candidate) {
            if candidate.logLikelihood > max(best.logLikelihood, open.logLikelihood + 2) { best = candidate }
        }
        for part in [0.7, 0.5, 0.35, 0.25, 0.15, 0.1, 0.06, 0.03, 0.01] {
            offer(fit(ceiling: reached + (1 - reached) * part, fade: nil))
        }
        let last = weeks.count - 1
        var tried = -1
        for part in 1...9 where last * part / 10 > max(1, tried) {
            tried = last * part / 10
            for factor in [0.5, 0.25, 0.1, 0.03, 0.01] {
                offer(fit(ceiling: 1, fade: Fade(week: tried, factor: factor)))
            }
        }
        return best
    }

    /// Log of the ways to choose a week's adopters, which depends on the ceiling.
    private static func logWays(_ week: Week, susceptible: Double) -> Double {
        let left = max(week.new, susceptible - week.before)
        return Elementary.logGamma(left + 1) - Elementary.logGamma(left - week.new + 1)
            - Elementary.logGamma(week.new + 1)
    }

    /// Newton steps in (p, q) ≥ 0 for a fixed number of susceptible people.
    private static func climb(_ weeks: [Week], susceptible: Double) -> Candidate {
        let floor = 1e-7
        var at = Candidate(p: 0.02, q: 0.05, logLikelihood: 0)
        at.logLikelihood = value(weeks, susceptible: susceptible, p: at.p, q: at.q)
        for _ in 0..<60 {
            let slope = derivatives(weeks, susceptible: susceptible, p: at.p, q: at.q)
            let pHeld = at.p <= floor && slope.p < 0
            let qHeld = at.q <= 0 && slope.q < 0
            var step = (p: 0.0, q: 0.0)
            let determinant = slope.pp * slope.qq - slope.pq * slope.pq
            if !pHeld && !qHeld && determinant > 1e-9 * slope.pp * slope.qq {
                step.p = (slope.qq * slope.p - slope.pq * slope.q) / determinant
                step.q = (slope.pp * slope.q - slope.pq * slope.p) / determinant
            } else {
                if !pHeld && slope.pp > 0 { step.p = slope.p / slope.pp }
                if !qHeld && slope.qq > 0 { step.q = slope.q / slope.qq }
            }
            var length = 1.0
            var moved = false
            for _ in 0..<40 {
                let p = max(floor, at.p + length * step.p)
                let q = max(0, at.q + length * step.q)
                let reached = value(weeks, susceptible: susceptible, p: p, q: q)
                if reached > at.logLikelihood {
                    let gain = reached - at.logLikelihood
                    at = Candidate(p: p, q: q, logLikelihood: reached)
                    moved = gain > 1e-10
                    break
                }
                length /= 2
            }
            if !moved { break }
        }
        return at
    }

    /// Log-likelihood without the binomial coefficients, which p and q leave alone.
    private static func value(_ weeks: [Week], susceptible: Double, p: Double, q: Double) -> Double {
        var sum = 0.0
        for week in weeks {
            let hazard = week.level * (p + q * week.exposure)
            let staying = max(0, susceptible - week.before - week.new)
            if week.new > 0 { sum += week.new * Elementary.log(-Elementary.expLessOne(-hazard)) }
            sum -= staying * hazard
        }
        return sum
    }

    /// First derivatives and the negated second ones.
    private static func derivatives(
        _ weeks: [Week], susceptible: Double, p: Double, q: Double
    ) -> (p: Double, q: Double, pp: Double, pq: Double, qq: Double) {
        var sums = (p: 0.0, q: 0.0, pp: 0.0, pq: 0.0, qq: 0.0)
        for week in weeks {
            let hazard = week.level * (p + q * week.exposure)
            let staying = max(0, susceptible - week.before - week.new)
            let odds = 1 / Elementary.expLessOne(hazard)
            let first = week.level * (week.new * odds - staying)
            let second = week.level * week.level * week.new * odds * (1 + odds)
            sums.p += first
            sums.q += first * week.exposure
            sums.pp += second
            sums.pq += second * week.exposure
            sums.qq += second * week.exposure * week.exposure
        }
        return sums
    }

    /// The week that sticks out most above the fit, where it sticks out enough to be a step.
    private static func worstStep(_ weeks: [Week], people: Int, fit: Candidate, known: [Int]) -> Int? {
        var worst: (index: Int, score: Double)?
        for week in weeks where !known.contains(week.index) {
            let left = max(week.new, fit.ceiling * Double(people) - week.before)
            let level = fit.fade.map { week.index >= $0.week ? $0.factor : 1 } ?? 1
            let expected = -Elementary.expLessOne(-level * (fit.p + fit.q * week.exposure)) * left
            let score = (week.new - expected) / max(0.5, expected).squareRoot()
            let large = week.new >= max(5, 0.02 * Double(people)) && week.new > 2 * expected
            if large, score > 5, score > (worst?.score ?? 0) { worst = (week.index, score) }
        }
        return worst?.index
    }
}
