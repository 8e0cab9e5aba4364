import Inference

/// Exponential numbers of mean one by the ziggurat: one table look-up and one comparison for 99 of 100 draws.
///
/// Divided by −ln(1 − p) and rounded down they are the numbers of failures before a success of probability p, which lets
/// a loop jump from one success to the next.
/// - Source: Marsaglia & Tsang (2000), doi:10.18637/jss.v005.i08, 256 layers; exact to the precision of a Double.
final class ExponentialDraws {
    /// Right edges of the layers and the density there, side by side; shape (257).
    private let layers: UnsafeMutablePointer<(edge: Double, density: Double)>

    private static let tail = 7.697117470131050
    private static let area = 0.0039496598225815571993

    init() {
        layers = .allocate(capacity: 257)
        var edge = Self.tail
        layers[0] = (Self.area / Elementary.exp(-edge), 0)
        layers[1] = (edge, Elementary.exp(-edge))
        for layer in 2..<256 {
            edge = -Elementary.log(Elementary.exp(-edge) + Self.area / edge)
            layers[layer] = (edge, Elementary.exp(-edge))
        }
        layers[256] = (0, 1)
    }

    deinit { layers.deallocate() }

    /// The next number.
    @inline(__always)
    func next(_ random: inout RandomSource) -> Double {
        let word = random.next()
        let layer = Int(word & 255)
        let x = Double(word >> 11) * 0x1.0p-53 * layers[layer].edge
        return x < layers[layer + 1].edge ? x : slow(layer, x, &random)
    }

    /// The corner of a layer, or the tail behind the last one.
    @inline(never)
    private func slow(_ layer: Int, _ x: Double, _ random: inout RandomSource) -> Double {
        if layer == 0 { return Self.tail + next(&random) }
        let low = layers[layer].density
        let y = low + (layers[layer + 1].density - low) * random.uniform()
        return y < Elementary.exp(-x) ? x : next(&random)
    }

    /// What an exponential number is multiplied by to give the failures before a success of probability p.
    ///
    static func reach(_ p: Double) -> Float {
        guard p > 0 else { return never }
        return p >= 1 ? 0 : min(never, Float(-1 / Elementary.log(onePlus: -p)))
    }

    /// The reach that passes over every row there can be: the largest whose products still fit an Int.
    static let never: Float = 1e17
}
