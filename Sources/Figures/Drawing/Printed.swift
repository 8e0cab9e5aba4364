/// Numbers as readers see them; a no-break space stands before every per-cent sign.
package enum Printed {
    /// A share as whole per cent, for example "18 %"; shares that round to 0 or 100 without being so are
    /// told apart.
    /// - Precondition: the share is finite.
    package static func percent(_ share: Double) -> String {
        "\(percentNumber(share))\u{A0}%"
    }

    /// A range of shares, for example "15–21 %".
    /// - Precondition: both ends are finite.
    package static func percentRange(_ low: Double, _ high: Double) -> String {
        let (from, to) = (percentNumber(low), percentNumber(high))
        return from == to ? "\(to)\u{A0}%" : "\(from)–\(to)\u{A0}%"
    }

    private static func percentNumber(_ share: Double) -> String {
        precondition(share.isFinite, "a share must be finite")
        let rounded = (share * 100).rounded()
        if rounded == 0, share > 0 { return "under 1" }
        if rounded == 100, share < 1 { return "over 99" }
        return "\(rounded < 0 ? "−" : "")\(Int(rounded.magnitude))"
    }

    /// A count with thin groups of three from ten thousand on, for example "12 400".
    package static func count(_ number: Int) -> String {
        let digits = String(number.magnitude)
        guard digits.count > 4 else { return number < 0 ? "−\(digits)" : digits }
        var result = ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.count - offset) % 3 == 0 { result += "\u{202F}" }
            result.append(digit)
        }
        return number < 0 ? "−\(result)" : result
    }

    /// A number with a fixed count of decimals, for example "0.74".
    /// - Precondition: the number is finite and small enough for its digits to be an `Int`.
    package static func decimal(_ number: Double, places: Int = 2) -> String {
        precondition(number.isFinite, "a number must be finite")
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((number.magnitude * Double(scale)).rounded())
        let sign = number < 0 && scaled > 0 ? "−" : ""
        guard places > 0 else { return "\(sign)\(scaled)" }
        let fraction = String(scaled % scale)
        return "\(sign)\(scaled / scale).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
    }

    /// A coordinate with at most one decimal, for example "12.5".
    /// - Precondition: the coordinate is finite, so that no NaN can reach a drawing.
    static func coordinate(_ value: Double) -> String {
        precondition(value.isFinite, "a drawing needs finite coordinates")
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }

    /// People as readers count them, for example "1 person" and "412 people".
    package static func people(_ number: Int) -> String {
        number == 1 ? "1\u{A0}person" : "\(count(number))\u{A0}people"
    }
}
