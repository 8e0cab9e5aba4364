/// Downhill search without derivatives, for likelihoods of two to five parameters.
///
/// - Source: Nelder & Mead (1965), doi:10.1093/comjnl/7.4.308, restarted until nothing improves.
enum NelderMead {
    /// The lowest point found.
    struct Minimum {
        let point: [Double]
        let value: Double
    }

    /// Minimises a function; infinite values mark forbidden points.
    ///
    /// - Parameters:
    ///   - start: Where to begin, shape (k).
    ///   - step: Edge of the first simplex, same for every coordinate.
    ///   - tolerance: Spread of the function over the simplex at which a run ends.
    /// - Complexity: some hundreds of evaluations per restart.
    static func minimize(
        from start: [Double], step: Double = 0.5, tolerance: Double = 1e-12, restarts: Int = 6,
        _ function: ([Double]) -> Double
    ) -> Minimum {
        var best = Minimum(point: start, value: function(start))
        for round in 0..<restarts {
            let next = run(from: best, step: round == 0 ? step : step * 0.2, tolerance, function)
            let gain = best.value - next.value
            if next.value <= best.value { best = next }
            if round > 0, gain < tolerance * max(1, abs(best.value)) { break }
        }
        return best
    }

    private static func run(
        from start: Minimum, step: Double, _ tolerance: Double, _ function: ([Double]) -> Double
    ) -> Minimum {
        let count = start.point.count
        var simplex = [start]
        for axis in 0..<count {
            var point = start.point
            point[axis] += step
            simplex.append(Minimum(point: point, value: function(point)))
        }
        func mix(_ centre: [Double], _ other: [Double], _ weight: Double) -> Minimum {
            let point = zip(centre, other).map { $0 + weight * ($1 - $0) }
            return Minimum(point: point, value: function(point))
        }
        for _ in 0..<(400 * count) {
            simplex.sort { $0.value < $1.value }
            if simplex[count].value - simplex[0].value <= tolerance * max(1e-3, abs(simplex[0].value)) {
                break
            }
            let worst = simplex[count]
            let centre = (0..<count).map { axis in
                simplex[0..<count].reduce(0) { $0 + $1.point[axis] } / Double(count)
            }
            let mirrored = mix(centre, worst.point, -1)
            if mirrored.value < simplex[0].value {
                let farther = mix(centre, worst.point, -2)
                simplex[count] = farther.value < mirrored.value ? farther : mirrored
            } else if mirrored.value < simplex[count - 1].value {
                simplex[count] = mirrored
            } else {
                let inner =
                    mirrored.value < worst.value
                    ? mix(centre, mirrored.point, 0.5) : mix(centre, worst.point, 0.5)
                if inner.value < min(worst.value, mirrored.value) {
                    simplex[count] = inner
                } else {
                    for index in 1...count {
                        simplex[index] = mix(simplex[0].point, simplex[index].point, 0.5)
                    }
                }
            }
        }
        return simplex.min { $0.value < $1.value } ?? start
    }
}
