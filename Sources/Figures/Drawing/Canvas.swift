/// A drawing in the making: shapes and words in the order they are painted.
struct Canvas {
    /// What a shape is painted with.
    enum Paint {
        case none
        case token(Token)
        /// Diagonal lines: cannot be seen, withheld or not known.
        case hatch
    }

    enum Anchor: String { case start, middle, end }

    let id: String
    let width: Double
    private(set) var body = ""
    private var hasHatch = false

    init(id: String, width: Double) {
        self.id = id
        self.width = width
    }

    // MARK: Shapes

    mutating func rect(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: Paint, stroke: Paint = .none,
        strokeWidth: Double = 1, opacity: Double = 1, radius: Double = 0, dash: String? = nil
    ) {
        element(
            "rect",
            coordinates([("x", x), ("y", y), ("width", max(0, width)), ("height", max(0, height))])
                + (radius > 0 ? coordinates([("rx", radius)]) : ""),
            fill: fill, stroke: stroke, strokeWidth: strokeWidth, opacity: opacity, dash: dash)
    }

    mutating func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: Token, strokeWidth: Double = 1,
        dash: String? = nil, opacity: Double = 1
    ) {
        element(
            "line", coordinates([("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)]), fill: .none,
            stroke: .token(stroke), strokeWidth: strokeWidth, opacity: opacity, dash: dash)
    }

    mutating func circle(
        _ x: Double, _ y: Double, radius: Double, fill: Paint, stroke: Paint = .none, strokeWidth: Double = 1,
        dash: String? = nil
    ) {
        element(
            "circle", coordinates([("cx", x), ("cy", y), ("r", radius)]), fill: fill, stroke: stroke,
            strokeWidth: strokeWidth, opacity: 1, dash: dash)
    }

    /// A chain of straight lines, closed where asked for.
    mutating func path(
        _ points: [(x: Double, y: Double)], isClosed: Bool = false, fill: Paint = .none,
        stroke: Paint = .none,
        strokeWidth: Double = 1, opacity: Double = 1, dash: String? = nil
    ) {
        guard points.count > 1 else { return }
        var data = ""
        for (index, point) in points.enumerated() {
            data += "\(index == 0 ? "M" : "L")\(Printed.coordinate(point.x)) \(Printed.coordinate(point.y))"
        }
        if isClosed { data += "Z" }
        element(
            "path", Markup.attribute("d", data), fill: fill, stroke: stroke, strokeWidth: strokeWidth,
            opacity: opacity, dash: dash)
    }

    /// The mark of one kind: a verdict or a layer is told by shape as well as by colour.
    mutating func mark(
        _ shape: MarkShape, _ x: Double, _ y: Double, size: Double, fill: Paint, stroke: Paint = .none,
        strokeWidth: Double = 1.5
    ) {
        let half = size / 2
        switch shape {
        case .circle:
            circle(x, y, radius: half, fill: fill, stroke: stroke, strokeWidth: strokeWidth)
        case .square:
            rect(
                x - half * 0.9, y - half * 0.9, size * 0.9, size * 0.9, fill: fill, stroke: stroke,
                strokeWidth: strokeWidth)
        case .diamond:
            path(
                [(x, y - half * 1.15), (x + half * 1.15, y), (x, y + half * 1.15), (x - half * 1.15, y)],
                isClosed: true, fill: fill, stroke: stroke, strokeWidth: strokeWidth)
        case .triangle:
            path(
                [(x, y - half), (x + half * 1.1, y + half * 0.85), (x - half * 1.1, y + half * 0.85)],
                isClosed: true, fill: fill, stroke: stroke, strokeWidth: strokeWidth)
        }
    }

    // MARK: Words

    mutating func text(
        _ words: String, _ x: Double, _ y: Double, size: Double = 12, fill: Token = .ink,
        anchor: Anchor = .start, isStrong: Bool = false, hasHalo: Bool = false, isTurned: Bool = false
    ) {
        var attributes = coordinates([("x", x), ("y", y)])
        attributes += Markup.attribute("font-size", Printed.coordinate(size))
        if anchor != .start { attributes += Markup.attribute("text-anchor", anchor.rawValue) }
        if isStrong { attributes += Markup.attribute("font-weight", "600") }
        if isTurned {
            attributes += Markup.attribute(
                "transform", "rotate(-90 \(Printed.coordinate(x)) \(Printed.coordinate(y)))")
        }
        if hasHalo { attributes += " paint-order=\"stroke\" stroke-linejoin=\"round\"" }
        let halo = hasHalo ? paint("stroke", .token(.paper), width: 3.5) : ("", "")
        let colour = paint("fill", .token(fill))
        body +=
            "<text class=\"\([colour.1, halo.1].filter { !$0.isEmpty }.joined(separator: " "))\""
            + "\(attributes)\(colour.0)\(halo.0)>\(Markup.escaped(words))</text>\n"
    }

    // MARK: Out

    /// The finished drawing.
    func finished(height: Double, title: String, description: String) -> SVG {
        let size = "\(Printed.coordinate(width)) \(Printed.coordinate(height))"
        var text = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 \(size)\""
        text += " role=\"img\" aria-labelledby=\"\(id)-title \(id)-desc\""
        text += " font-family=\"system-ui, sans-serif\" font-variant-numeric=\"tabular-nums\">\n"
        text += "<title id=\"\(id)-title\">\(Markup.escaped(title))</title>\n"
        text += "<desc id=\"\(id)-desc\">\(Markup.escaped(description))</desc>\n"
        if hasHatch {
            text += "<defs><pattern id=\"\(id)-hatch\" width=\"6\" height=\"6\""
            text += " patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
            text += "<rect width=\"6\" height=\"6\" class=\"f-paper\" fill=\"\(Token.paper.light)\"/>"
            text +=
                "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" class=\"s-quiet\" stroke=\"\(Token.quiet.light)\""
            text += " stroke-width=\"1.5\"/></pattern></defs>\n"
        }
        return SVG(text: text + body + "</svg>", width: width, height: height)
    }

    // MARK: Writing

    private func coordinates(_ pairs: [(String, Double)]) -> String {
        pairs.map { Markup.attribute($0.0, Printed.coordinate($0.1)) }.joined()
    }

    /// The attribute and the class of a paint: the attribute is the light colour, the class lets the page
    /// decide.
    private mutating func paint(_ role: String, _ paint: Paint, width: Double? = nil) -> (String, String) {
        let stroke = width.map { Markup.attribute("stroke-width", Printed.coordinate($0)) } ?? ""
        switch paint {
        case .none: return (role == "fill" ? " fill=\"none\"" : "", "")
        case .token(let token):
            return (
                Markup.attribute(role, token.light) + stroke,
                "\(role == "fill" ? "f" : "s")-\(token.rawValue)"
            )
        case .hatch:
            hasHatch = true
            return (Markup.attribute(role, "url(#\(id)-hatch)") + stroke, "")
        }
    }

    private mutating func element(
        _ name: String, _ attributes: String, fill: Paint, stroke: Paint, strokeWidth: Double,
        opacity: Double, dash: String?
    ) {
        let (inside, outline) = (paint("fill", fill), paint("stroke", stroke, width: strokeWidth))
        let classes = [inside.1, outline.1].filter { !$0.isEmpty }.joined(separator: " ")
        body +=
            "<\(name)" + (classes.isEmpty ? "" : " class=\"\(classes)\"") + attributes + inside.0 + outline.0
        if opacity < 1 { body += Markup.attribute("opacity", Printed.decimal(opacity)) }
        if let dash { body += Markup.attribute("stroke-dasharray", dash) }
        body += "/>\n"
    }
}

/// A shape that tells one kind from another without colour.
package enum MarkShape: Sendable {
    case circle, square, diamond, triangle
}
