import Inference
import Testing

@Suite struct `Special functions` {
    // Golden values: SciPy 1.x, References/special_functions.py; tolerance for the last digits of either side.
    let tolerance = 1e-12

    @Test(arguments: [
        (0.5, 0.5, 0.1, 0.20483276469913345), (2.5, 7, 0.3, 0.6412224629717214),
        (120, 380, 0.25, 0.704226984727339), (0.01, 3, 1e-5, 0.9046640856116698),
        (3000, 5000, 0.37, 0.17787900236965334),
    ])
    func `give the incomplete beta function`(a: Double, b: Double, x: Double, expected: Double) {
        #expect(close(SpecialFunctions.regularizedIncompleteBeta(x, a: a, b: b), expected, tolerance))
        let mirrored = SpecialFunctions.regularizedIncompleteBeta(1 - x, a: b, b: a)
        #expect(close(mirrored, 1 - expected, tolerance))
    }

    @Test(arguments: [
        (0.05, 0.5, 6.5, 0.0003142709151471014), (0.975, 5.5, 7.5, 0.6880595749598803),
        (0.025, 0.05, 0.95, 9.875267916846434e-33), (0.9, 3000, 5000, 0.38194312024918337),
        (0.5, 0.02, 4, 1.4392575876493743e-16),
    ])
    func `give beta quantiles`(p: Double, a: Double, b: Double, expected: Double) {
        let quantile = SpecialFunctions.betaQuantile(p, a: a, b: b)
        #expect(abs(quantile / expected - 1) < 1e-10)
    }

    @Test func `invert the incomplete beta function over a wide range of shapes`() {
        for a in [0.3, 0.5, 1, 1.5, 4, 30, 800] {
            for b in [0.4, 1, 2.5, 11, 500] {
                for p in [1e-6, 0.025, 0.3, 0.5, 0.8, 0.975, 0.999] {
                    let x = SpecialFunctions.betaQuantile(p, a: a, b: b)
                    // Near 1 the spacing of numbers bounds what an inverse can reach.
                    #expect(
                        x > 1 - 1e-9
                            || close(SpecialFunctions.regularizedIncompleteBeta(x, a: a, b: b), p, 1e-9))
                }
            }
        }
        #expect(SpecialFunctions.betaQuantile(0, a: 2, b: 3) == 0)
        #expect(SpecialFunctions.betaQuantile(1, a: 2, b: 3) == 1)
    }

    @Test(arguments: [
        (0.5, 0.1, 0.34527915398142317), (10.5, 12, 0.706941468741425), (300, 280, 0.12260728267114329),
    ])
    func `give the incomplete gamma function`(shape: Double, x: Double, expected: Double) {
        #expect(close(SpecialFunctions.regularizedGammaP(shape: shape, x), expected, tolerance))
    }

    @Test(arguments: [
        (0.05, 0.5, 5, 0.00039321400000195223), (0.95, 12.5, 9, 2.0918046740823764),
        (0.5, 0.05, 1, 5.573878440746256e-07), (0.975, 400, 2, 220.06883422328767),
    ])
    func `give gamma quantiles`(p: Double, shape: Double, rate: Double, expected: Double) {
        #expect(abs(SpecialFunctions.gammaQuantile(p, shape: shape, rate: rate) / expected - 1) < 1e-10)
    }

    @Test(arguments: [
        (0.975, 1.959963984540054), (0.9, 1.2815515655446004), (1e-10, -6.361340902404056),
        (0.5005, 0.0012533144654324165),
    ])
    func `give normal quantiles`(p: Double, expected: Double) {
        let z = SpecialFunctions.normalQuantile(p)
        #expect(close(z, expected, tolerance))
        #expect(abs(SpecialFunctions.normalCDF(z) / p - 1) < 1e-11)
    }

    @Test(arguments: [
        (0.5, 0.5, 1.1447298858494), (12, 3000, -78.59607490847338), (2.5, 40, -8.983627339298152),
        (1e5, 2e5, -190958.8852791167),
    ])
    func `give the logarithm of the beta function`(a: Double, b: Double, expected: Double) {
        #expect(close(SpecialFunctions.logBeta(a, b), expected, 1e-14))
        #expect(SpecialFunctions.logBeta(a, b) == SpecialFunctions.logBeta(b, a))
    }

    @Test func `take logits there and back without overflow`() {
        for x in [-700.0, -30, -1, 0, 2, 30] {
            let share = SpecialFunctions.logistic(x)
            #expect(share >= 0 && share <= 1)
            if x < 20, x > -600 { #expect(close(SpecialFunctions.logit(share), x, 1e-6)) }
        }
        #expect(SpecialFunctions.logistic(1000) == 1)
        #expect(close(SpecialFunctions.chiSquaredTail(3.841458820694124, degreesOfFreedom: 1), 0.05, 1e-12))
    }
}
