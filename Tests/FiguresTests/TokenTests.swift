import Figures
import Testing

@Suite struct `Colours` {
    @Test func `give contrast by the formula of WCAG`() {
        #expect(Palette.contrast("#000000", "#FFFFFF") == 21)
        #expect(Palette.contrast("#FFFFFF", "#FFFFFF") == 1)
        // #767676 on white is the well-known grey that just passes: 4.54.
        #expect((Palette.contrast("#767676", "#FFFFFF") - 4.54).magnitude < 0.005)
    }

    @Test(arguments: Token.allCases) func `owe paper and ink their contrast, in light and in dark`(
        token: Token
    ) {
        for colour in [\Token.light, \Token.dark] {
            let own = token[keyPath: colour]
            let onPaper = Palette.contrast(own, Token.paper[keyPath: colour])
            switch token.duty {
            case .ground: break
            case .text: #expect(onPaper >= 4.5, "\(token) \(own): \(onPaper)")
            case .graphic: #expect(onPaper >= 3, "\(token) \(own): \(onPaper)")
            case .underInk:
                #expect(Palette.contrast(own, Token.ink[keyPath: colour]) >= 4.5, "\(token) under ink")
            }
        }
    }

    @Test func `keep text legible where it does not lie on paper`() {
        for colour in [\Token.light, \Token.dark] {
            func contrast(_ first: Token, _ second: Token) -> Double {
                Palette.contrast(first[keyPath: colour], second[keyPath: colour])
            }
            // Notes lie on wash; numbers in the longest bar are paper on accent; marks for months of orders
            // lie under ink.
            for token in [Token.quiet, .phase2, .accent] {
                #expect(contrast(token, .wash) >= 4.5, "\(token)")
            }
            #expect(contrast(.paper, .accent) >= 4.5)
            #expect(contrast(.ink, .hairline) >= 4.5)
            // The outline that tells a shaded bar from paper.
            #expect(contrast(.quiet, .paper) >= 3)
        }
    }

    @Test func `hold on the white paper of print too`() {
        for token in Token.allCases where token.duty == .text {
            #expect(Palette.contrast(token.light, "#FFFFFF") >= 4.5)
        }
    }

    @Test func `differ for the three verdicts and the three layers in both lights`() {
        for group in [[Token.moving, .phase1, .phase2], [.executive, .manager, .contributor]] {
            #expect(Set(group.map(\.light)).count == 3)
            #expect(Set(group.map(\.dark)).count == 3)
        }
    }

    @Test func `deepen from step to step of the ramp`() {
        let steps: [Token] = [.ramp0, .ramp1, .ramp2, .ramp3, .ramp4]
        for (paler, deeper) in zip(steps, steps.dropFirst()) {
            #expect(
                Palette.contrast(deeper.light, Token.paper.light)
                    > Palette.contrast(paler.light, Token.paper.light))
            #expect(
                Palette.contrast(deeper.dark, Token.paper.dark)
                    > Palette.contrast(paler.dark, Token.paper.dark))
        }
        #expect(Token.ramp(for: -1) == .ramp0)
        #expect(Token.ramp(for: 0.2) == .ramp1)
        #expect(Token.ramp(for: 1) == .ramp4)
    }

    @Test func `reach the page as custom properties for light, dark and print`() {
        let css = Palette.stylesheet
        #expect(css.contains("@media (prefers-color-scheme:dark)"))
        #expect(css.contains("@media print"))
        for token in Token.allCases {
            #expect(css.contains("\(token.property):\(token.light)"))
            #expect(css.contains("\(token.property):\(token.dark)"))
            #expect(css.contains(".f-\(token.rawValue){fill:var(\(token.property))}"))
        }
    }
}
