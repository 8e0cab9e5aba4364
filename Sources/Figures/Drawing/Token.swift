/// The colours of every page and chart, by what they mean; the one place where they are written down.
package enum Token: String, CaseIterable, Sendable {
    /// The ground everything stands on.
    case paper
    /// Text and the strongest marks.
    case ink
    /// Secondary text, axes, outlines of marks.
    case quiet
    /// Rules and grid lines: they order, they never carry meaning.
    case hairline
    /// The ground of notes, and of weeks that are set apart.
    case wash
    /// Links, focus, the present.
    case accent
    // Verdicts
    case moving, phase1, phase2, notEnoughEvidence
    // Layers: blue, vermilion and green of the Okabe–Ito set, which survive colour blindness.
    case executive, manager, contributor
    // Magnitude: one hue, from little to much; ink is legible on every step.
    case ramp0, ramp1, ramp2, ramp3, ramp4

    /// What a colour is used for, which decides the contrast it owes to paper.
    package enum Duty: Sendable {
        /// The ground itself, or decoration.
        case ground
        /// Carries text: at least 4.5 to 1.
        case text
        /// Carries marks: at least 3 to 1.
        case graphic
        /// Lies under ink: ink on it at least 4.5 to 1.
        case underInk
    }

    /// What the colour owes.
    package var duty: Duty {
        switch self {
        case .paper, .hairline: .ground
        case .ink, .quiet, .accent, .moving, .phase1, .phase2, .notEnoughEvidence: .text
        case .executive, .manager, .contributor: .graphic
        case .wash, .ramp0, .ramp1, .ramp2, .ramp3, .ramp4: .underInk
        }
    }

    /// The colour on light paper, as `#RRGGBB`.
    package var light: String {
        switch self {
        case .paper: "#FBFAF7"
        case .ink: "#1B1D21"
        case .quiet: "#5B6068"
        case .hairline: "#DEDBD3"
        case .wash: "#F1EEE7"
        case .accent: "#0B5FA5"
        case .moving: "#1B7F5C"
        case .phase1: "#9E5E00"
        case .phase2: "#A3324B"
        case .notEnoughEvidence: "#5B6068"
        case .executive: "#0072B2"
        case .manager: "#D55E00"
        case .contributor: "#00805C"
        case .ramp0: "#EDF2F7"
        case .ramp1: "#D2E2F0"
        case .ramp2: "#B0CDE6"
        case .ramp3: "#8BB6DA"
        case .ramp4: "#679FCE"
        }
    }

    /// The colour on dark paper, as `#RRGGBB`.
    package var dark: String {
        switch self {
        case .paper: "#14161A"
        case .ink: "#ECEBE6"
        case .quiet: "#A5A9B0"
        case .hairline: "#2C3036"
        case .wash: "#1D2026"
        case .accent: "#7DB8EE"
        case .moving: "#5CC79D"
        case .phase1: "#F0B050"
        case .phase2: "#F08AA0"
        case .notEnoughEvidence: "#A5A9B0"
        case .executive: "#56B4E9"
        case .manager: "#E69F00"
        case .contributor: "#2BB98C"
        case .ramp0: "#1B222B"
        case .ramp1: "#1F3040"
        case .ramp2: "#234058"
        case .ramp3: "#285071"
        case .ramp4: "#2E628C"
        }
    }

    /// The name of the custom property, for example `--ink`.
    package var property: String { "--\(rawValue)" }

    /// The step of the ramp for a share; shares outside 0...1 take the nearest step.
    /// - Precondition: the share is finite.
    package static func ramp(for share: Double) -> Token {
        precondition(share.isFinite, "a shade needs a finite share")
        let steps: [Token] = [.ramp0, .ramp1, .ramp2, .ramp3, .ramp4]
        return steps[max(0, min(4, Int(share * 5)))]
    }
}

/// The style sheet behind the colours: custom properties for light, dark and print, and one class a colour.
package enum Palette {
    /// CSS that gives every token its value and lets charts follow the page.
    ///
    /// Charts also carry the light colours as plain attributes, so that a chart cut out of its page is
    /// still drawn.
    package static var stylesheet: String {
        func block(_ colour: (Token) -> String) -> String {
            Token.allCases.map { "\($0.property):\(colour($0))" }.joined(separator: ";")
        }
        let classes = Token.allCases.map { token in
            ".f-\(token.rawValue){fill:var(\(token.property))}.s-\(token.rawValue){stroke:var(\(token.property))}"
        }
        return """
            :root{color-scheme:light dark;\(block(\.light))}
            @media (prefers-color-scheme:dark){:root{\(block(\.dark))}}
            @media print{:root{color-scheme:light;\(block(\.light));--paper:#FFFFFF}}
            \(classes.joined())
            """
    }

    /// The contrast of two colours by WCAG 2.2, in 1...21.
    ///
    /// - Parameter first: A colour as `#RRGGBB`.
    /// - Parameter second: A colour as `#RRGGBB`.
    /// - Precondition: both are written so.
    /// - Source: WCAG 2.2, "contrast ratio" and "relative luminance".
    package static func contrast(_ first: String, _ second: String) -> Double {
        let (a, b) = (luminance(first), luminance(second))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private static func luminance(_ colour: String) -> Double {
        guard colour.count == 7, let value = UInt32(colour.dropFirst(), radix: 16) else {
            preconditionFailure("a colour is written #RRGGBB")
        }
        func channel(_ shift: UInt32) -> Double {
            let part = Double(value >> shift & 255) / 255
            return part <= 0.04045 ? part / 12.92 : pow24((part + 0.055) / 1.055)
        }
        return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }

    /// x to the power 2.4 as the fifth root of x^12, by Newton's method: no maths library is needed.
    private static func pow24(_ x: Double) -> Double {
        let x12 = x * x * x * x * x * x * x * x * x * x * x * x
        var root = 1.0
        for _ in 0..<80 { root -= (root - x12 / (root * root * root * root)) / 5 }
        return root
    }
}
