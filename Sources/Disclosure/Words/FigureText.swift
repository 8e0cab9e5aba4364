package import Measures

/// Figures in words, the same in terminal, report and page.
package enum FigureText {
    /// A figure, for example `18 %`, `+12 points`, `0.31`; a band says its words.
    ///
    /// Shares are whole per cent; a share that is not quite 0 or 1 is never printed as `0 %` or
    /// `100 %`. Numbers of other units come without their unit's name.
    package static func value(_ figure: PublishedEstimate) -> String {
        if case .band(let words) = figure.precision { return words }
        return text(figure.value, unit: figure.unit)
    }

    /// A figure as the part of a sentence before "of 120 people": a band is "hardly any" or "nearly all".
    package static func amount(_ figure: PublishedEstimate) -> String {
        guard case .band(let words) = figure.precision else { return value(figure) }
        return words == FigureRounding.Band.hardlyAnybody.rawValue ? "hardly any" : "nearly all"
    }

    /// The interval, for example `15–21 %` or `−3 to 12 points`; nil where none is shown.
    package static func interval(_ figure: PublishedEstimate) -> String? {
        guard let interval = figure.interval else { return nil }
        let (low, high) = (interval.low, interval.high)
        switch figure.unit {
        case .share, .proportion:
            return "\(number(low * 100, decimals: 0))–\(number(high * 100, decimals: 0)) %"
        case .shareDifference:
            return range(number(low * 100, decimals: 0), number(high * 100, decimals: 0), low) + " points"
        default:
            let decimals = decimals(of: figure.unit)
            return range(number(low, decimals: decimals), number(high, decimals: decimals), low)
        }
    }

    /// A number of a unit as it is printed in running text.
    package static func text(_ value: Double, unit: Unit) -> String {
        switch unit {
        case .share, .proportion:
            let percent = number(value * 100, decimals: 0)
            if percent == "0", value > 0 { return "under 1 %" }
            if percent == "100", value < 1 { return "over 99 %" }
            return "\(percent) %"
        case .shareDifference:
            let points = number(value * 100, decimals: 0)
            return "\(signed(points)) \(points == "1" || points == "−1" ? "point" : "points")"
        case .logit:
            return signed(number(value, decimals: decimals(of: unit)))
        default:
            return number(value, decimals: decimals(of: unit))
        }
    }

    /// Decimals a unit is printed with.
    package static func decimals(of unit: Unit) -> Int {
        switch unit {
        case .share, .proportion, .shareDifference, .people, .days: 0
        case .score, .ratio: 1
        case .perChampionWeek, .logit, .correlation: 2
        }
    }

    /// A number with a fixed number of decimals, halves away from zero, a real minus sign, and
    /// thin spaces between thousands from 10,000 on.
    package static func number(_ value: Double, decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let rounded = (value * scale).rounded()
        guard abs(rounded) < 1e15 else { return String(value) }
        let digits = Int(abs(rounded))
        let whole = digits / Int(scale)
        var text = grouped(whole)
        if decimals > 0 {
            let rest = String(digits % Int(scale))
            text += "." + String(repeating: "0", count: decimals - rest.count) + rest
        }
        return rounded < 0 ? "−" + text : text
    }

    private static func grouped(_ whole: Int) -> String {
        let digits = String(whole)
        guard digits.count > 4 else { return digits }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "\u{2009}" }
            text.append(digit)
        }
        return text
    }

    private static func signed(_ number: String) -> String {
        number.hasPrefix("−") || number.allSatisfy { $0 == "0" || $0 == "." } ? number : "+" + number
    }

    private static func range(_ low: String, _ high: String, _ lowest: Double) -> String {
        lowest < 0 ? "\(low) to \(high)" : "\(low)–\(high)"
    }
}
