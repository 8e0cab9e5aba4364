/// Numbers as they are written on the wire.
enum Rounding {
    /// Rounds to six decimals, so that a number prints short and two machines print the same.
    ///
    /// - Parameter value: Any number; one that is not finite stays so, and no encoder takes it.
    /// - Returns: The nearest number with six decimals; never minus zero.
    static func short(_ value: Double) -> Double {
        guard abs(value) < 1e9 else { return value }
        let rounded = (value * 1e6).rounded() / 1e6
        return rounded == 0 ? 0 : rounded
    }
}
