import RealModule

extension RandomSource {
    /// Whether an event of the given probability happens.
    @inlinable
    public mutating func bernoulli(_ p: Double) -> Bool { uniform() < p }

    /// A number drawn evenly from the open interval (0, 1), safe to take a logarithm of.
    @inlinable
    mutating func openUniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1.0p-52 }

    /// A standard normal number.
    ///
    /// - Source: Marsaglia & Bray (1964), the polar method; exact.
    public mutating func normal() -> Double {
        while true {
            let x = 2 * uniform() - 1
            let y = 2 * uniform() - 1
            let square = x * x + y * y
            if square < 1, square > 0 { return x * (-2 * Double.log(square) / square).squareRoot() }
        }
    }

    /// A gamma number with the given shape and rate 1.
    ///
    /// - Parameter shape: > 0; below 1 the draw is taken at shape + 1 and scaled down.
    /// - Source: Marsaglia & Tsang (2000), doi:10.1145/358407.358414; exact.
    public mutating func gamma(shape: Double) -> Double {
        precondition(shape > 0, "a gamma draw needs a shape above zero")
        if shape < 1 { return .exp(logGammaDraw(shape: shape)) }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let base = 1 + c * x
            if base <= 0 { continue }
            let cube = base * base * base
            let u = openUniform()
            let square = x * x
            if u < 1 - 0.0331 * square * square { return d * cube }
            if Double.log(u) < 0.5 * square + d * (1 - cube + .log(cube)) { return d * cube }
        }
    }

    /// The logarithm of a gamma draw: small shapes would underflow otherwise.
    private mutating func logGammaDraw(shape: Double) -> Double {
        if shape >= 1 { return .log(gamma(shape: shape)) }
        return .log(gamma(shape: shape + 1)) + .log(openUniform()) / shape
    }

    /// A beta number with shapes `a` and `b`, both > 0.
    ///
    /// - Source: ratio of two gamma draws, in logarithms where a shape is below 1; exact.
    public mutating func beta(_ a: Double, _ b: Double) -> Double {
        if a >= 1, b >= 1 {
            let x = gamma(shape: a)
            return x / (x + gamma(shape: b))
        }
        let x = logGammaDraw(shape: a)
        return SpecialFunctions.logistic(x - logGammaDraw(shape: b))
    }

    /// A Poisson count with the given mean ≥ 0.
    ///
    /// - Source: multiplication below 10, else transformed rejection (PTRS), Hörmann (1993); exact.
    public mutating func poisson(mean: Double) -> Int {
        precondition(mean >= 0 && mean < 1e15, "a Poisson draw needs a mean from 0 to 1e15")
        if mean < 10 {
            let limit = Double.exp(-mean)
            var product = uniform()
            var count = 0
            while product > limit {
                product *= uniform()
                count += 1
            }
            return count
        }
        let b = 0.931 + 2.53 * mean.squareRoot()
        let a = -0.059 + 0.02483 * b
        let logInverseAlpha = Double.log(1.1239 + 1.1328 / (b - 3.4))
        let ready = 0.9277 - 3.6224 / (b - 2)
        let logMean = Double.log(mean)
        while true {
            let u = uniform() - 0.5
            let v = openUniform()
            let room = 0.5 - abs(u)
            let k = ((2 * a / room + b) * u + mean + 0.43).rounded(.down)
            if room >= 0.07, v <= ready { return Int(k) }
            if k < 0 || (room < 0.013 && v > room) { continue }
            let bound = k * logMean - mean - .logGamma(k + 1)
            if Double.log(v) + logInverseAlpha - .log(a / (room * room) + b) <= bound { return Int(k) }
        }
    }

    /// A binomial count: successes among `n` trials of probability `p`.
    ///
    /// - Parameters: n ≥ 0; p is clamped to 0...1.
    /// - Source: inversion where n·min(p, 1-p) < 10, else transformed rejection (BTRS),
    ///   Hörmann (1993), doi:10.1080/00949659308811496; exact.
    public mutating func binomial(n: Int, p: Double) -> Int {
        precondition(n >= 0, "a binomial draw needs a number of trials of at least zero")
        if n == 0 || p <= 0 { return 0 }
        if p >= 1 { return n }
        if p > 0.5 { return n - binomial(n: n, p: 1 - p) }
        return Double(n) * p < 10 ? binomialByInversion(n, p) : binomialByRejection(n, p)
    }

    private mutating func binomialByInversion(_ n: Int, _ p: Double) -> Int {
        let odds = p / (1 - p)
        let start = Double.exp(Double(n) * .log(onePlus: -p))
        while true {
            var remaining = uniform()
            var mass = start
            var count = 0
            while count <= n {
                if remaining < mass { return count }
                remaining -= mass
                count += 1
                mass *= odds * Double(n - count + 1) / Double(count)
            }
        }
    }

    private mutating func binomialByRejection(_ trials: Int, _ p: Double) -> Int {
        let n = Double(trials)
        let spread = (n * p * (1 - p)).squareRoot()
        let b = 1.15 + 2.53 * spread
        let a = -0.0873 + 0.0248 * b + 0.01 * p
        let centre = n * p + 0.5
        let ready = 0.92 - 4.2 / b
        let alpha = (2.83 + 5.1 / b) * spread
        let logOdds = Double.log(p / (1 - p))
        let mode = ((n + 1) * p).rounded(.down)
        let peak = Double.logGamma(mode + 1) + .logGamma(n - mode + 1)
        while true {
            let u = uniform() - 0.5
            let v = openUniform()
            let room = 0.5 - abs(u)
            let k = ((2 * a / room + b) * u + centre).rounded(.down)
            if room >= 0.07, v <= ready { return Int(k) }
            if k < 0 || k > n { continue }
            let bound = peak - .logGamma(k + 1) - .logGamma(n - k + 1) + (k - mode) * logOdds
            if Double.log(v * alpha / (a / (room * room) + b)) <= bound { return Int(k) }
        }
    }

    /// An index drawn in proportion to its weight.
    ///
    /// - Precondition: weights are finite, ≥ 0 and not all zero.
    /// - Complexity: O(n).
    public mutating func categorical(weights: [Double]) -> Int {
        let total = weights.reduce(0, +)
        precondition(total > 0 && total.isFinite, "a categorical draw needs a positive finite total weight")
        var remaining = uniform() * total
        var last = 0
        for (index, weight) in weights.enumerated() where weight > 0 {
            if remaining < weight { return index }
            remaining -= weight
            last = index
        }
        return last
    }
}
