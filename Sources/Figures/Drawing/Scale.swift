/// A straight line from data to drawing.
struct Scale {
    let domain: ClosedRange<Double>
    let from: Double
    let to: Double

    /// Where a value lies; values outside the domain lie outside the drawing too.
    func callAsFunction(_ value: Double) -> Double {
        let width = domain.upperBound - domain.lowerBound
        return width == 0 ? from : from + (value - domain.lowerBound) / width * (to - from)
    }

    /// Where a value lies, kept inside the drawing.
    func clamped(_ value: Double) -> Double {
        self(min(max(value, domain.lowerBound), domain.upperBound))
    }

    /// Round numbers from zero to at least the maximum, no more steps than asked for.
    ///
    /// - Parameter maximum: Finite; a maximum at or below zero gives 0 and 1.
    static func ticks(upTo maximum: Double, steps: Int = 5) -> [Double] {
        precondition(maximum.isFinite, "an axis needs a finite maximum")
        guard maximum > 0 else { return [0, 1] }
        var unit = 1.0
        while unit * Double(steps) < maximum { unit *= 10 }
        while unit * Double(steps) / 10 >= maximum { unit /= 10 }
        for factor in [0.1, 0.2, 0.25, 0.5, 1.0] where unit * factor * Double(steps) >= maximum * 0.999999 {
            let step = unit * factor
            let count = Int((maximum / step - 0.000001).rounded(.up))
            return (0...count).map { Double($0) * step }
        }
        return [0, unit * Double(steps)]
    }
}
