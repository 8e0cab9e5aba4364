import RealModule

/// The elementary functions, for rooms that take nothing from outside the house.
public enum Elementary {
    /// e to a power.
    public static func exp(_ power: Double) -> Double { .exp(power) }

    /// The natural logarithm; −∞ at zero.
    public static func log(_ value: Double) -> Double { .log(value) }

    /// e to a power, less one, exact near zero.
    public static func expLessOne(_ power: Double) -> Double { .expMinusOne(power) }

    /// The natural logarithm of one plus a value, exact near zero; −∞ at minus one.
    public static func log(onePlus value: Double) -> Double { .log(onePlus: value) }

    /// The logarithm of the gamma function, for values above zero.
    public static func logGamma(_ value: Double) -> Double { .logGamma(value) }

    /// The cosine of an angle in radians.
    public static func cos(_ angle: Double) -> Double { .cos(angle) }
}
