/// A small symmetric positive definite matrix, factored once and used often.
///
/// - Source: Cholesky's decomposition.
struct CholeskyFactor {
    let order: Int
    /// Lower triangle, row-major, shape (order × order).
    private let lower: [Double]

    /// Factors a matrix; nil where it is not positive definite.
    ///
    /// - Parameter matrix: Row-major, shape (order × order); only its lower triangle is read.
    /// - Complexity: O(order³).
    init?(_ matrix: [Double], order: Int) {
        var lower = [Double](repeating: 0, count: order * order)
        for row in 0..<order {
            for column in 0...row {
                var sum = matrix[row * order + column]
                for k in 0..<column { sum -= lower[row * order + k] * lower[column * order + k] }
                if row == column {
                    // Relative to the diagonal: what is left after elimination must not be rounding alone.
                    guard sum > 1e-12 * abs(matrix[row * order + row]), sum.isFinite else { return nil }
                    lower[row * order + row] = sum.squareRoot()
                } else {
                    lower[row * order + column] = sum / lower[column * order + column]
                }
            }
        }
        self.order = order
        self.lower = lower
    }

    /// Solves matrix · x = right.
    func solve(_ right: [Double]) -> [Double] {
        var x = right
        for row in 0..<order {
            for k in 0..<row { x[row] -= lower[row * order + k] * x[k] }
            x[row] /= lower[row * order + row]
        }
        for row in stride(from: order - 1, through: 0, by: -1) {
            for k in (row + 1)..<max(order, row + 1) { x[row] -= lower[k * order + row] * x[k] }
            x[row] /= lower[row * order + row]
        }
        return x
    }

    /// The inverse, row-major.
    var inverse: [Double] {
        var result = [Double](repeating: 0, count: order * order)
        for column in 0..<order {
            var unit = [Double](repeating: 0, count: order)
            unit[column] = 1
            for (row, value) in solve(unit).enumerated() { result[row * order + column] = value }
        }
        return result
    }

    /// L · z for standard normal z: a draw with this covariance.
    func transform(_ z: [Double]) -> [Double] {
        (0..<order).map { row in (0...row).reduce(0) { $0 + lower[row * order + $1] * z[$1] } }
    }
}
