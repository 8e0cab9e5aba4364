/// Teams as discs and the ties between them as lines: who is in sight of somebody with a habit.
package struct TeamMapChart: Chart {
    /// One team.
    package struct Node: Sendable {
        package let name: String
        /// Counts people; sets the disc's area.
        package let people: Reading
        /// A share; sets the disc's shade.
        package let habit: Reading
        /// Share of those who do not use it who have nobody in sight who does.
        package let unexposed: Reading

        package init(name: String, people: Reading, habit: Reading, unexposed: Reading) {
            self.name = name
            self.people = people
            self.habit = habit
            self.unexposed = unexposed
        }

        /// Whether at least half of those who do not use it have nobody in sight.
        var isOutOfSight: Bool { (unexposed.number?.value ?? 0) >= 0.5 }
    }

    /// A tie between two teams.
    package struct Link: Sendable {
        package let from: Int
        package let to: Int
        /// Positive; sets the line's width relative to the heaviest.
        package let weight: Double

        /// A tie.
        /// - Precondition: the weight is finite.
        package init(from: Int, to: Int, weight: Double) {
            precondition(weight.isFinite, "a tie needs a finite weight")
            self.from = from
            self.to = to
            self.weight = weight
        }
    }

    /// Invitations from one team into another.
    package struct Bridge: Sendable {
        package let from: Int
        package let to: Int
        /// Positive; written on the bridge.
        package let invitations: Int

        package init(from: Int, to: Int, invitations: Int) {
            self.from = from
            self.to = to
            self.invitations = invitations
        }
    }

    package let title: String
    package let description: String
    package let nodes: [Node]
    package let links: [Link]
    /// What a line is, for the key: for example "a tie between teams".
    package let lineMeaning: String
    /// Bridges planned; drawn over the ties.
    package let bridges: [Bridge]

    /// A map; links and bridges that name no team or lead back to their own are left out.
    package init(
        title: String, description: String, nodes: [Node], links: [Link], lineMeaning: String,
        bridges: [Bridge] = []
    ) {
        self.title = title
        self.description = description
        self.nodes = nodes
        self.links = links.filter {
            nodes.indices.contains($0.from) && nodes.indices.contains($0.to) && $0.from != $0.to
                && $0.weight > 0
        }
        self.lineMeaning = lineMeaning
        self.bridges = bridges.filter {
            nodes.indices.contains($0.from) && nodes.indices.contains($0.to) && $0.from != $0.to
        }
    }

    /// The numbers of the picture.
    package var table: DataTable {
        DataTable(
            caption: "Teams, their habit and who is out of sight",
            header: ["Team", "People", "Habit", "Others with nobody in sight", "Tied to"]
                + (bridges.isEmpty ? [] : ["Invited by"]),
            rows: nodes.enumerated().map { index, node in
                let others = links.filter { $0.from == index || $0.to == index }
                    .map { nodes[$0.from == index ? $0.to : $0.from].name }
                return [
                    node.name, node.people.fullText, node.habit.fullText, node.unexposed.fullText,
                    others.isEmpty ? "–" : Set(others).sorted().joined(separator: ", "),
                ] + (bridges.isEmpty ? [] : [hosts(of: index)])
            })
    }

    private func hosts(of index: Int) -> String {
        let hosts = bridges.filter { $0.to == index }.map { "\(nodes[$0.from].name): \($0.invitations)" }
        return hosts.isEmpty ? "–" : hosts.joined(separator: ", ")
    }

    /// - Complexity: O(teams³), by the layout.
    package func draw(id: String, in column: Column) -> SVG {
        var canvas = Canvas(id: id, width: column.rawValue)
        let largest = nodes.compactMap { $0.people.number?.value }.max() ?? 1
        let biggest = column.isNarrow ? 22.0 : 32.0
        let radii = nodes.map { node in
            max(8, biggest * ((node.people.number?.value ?? largest / 8) / max(largest, 1)).squareRoot())
        }
        let names = nodes.map { TextFit.shortened($0.name, size: 12, width: column.isNarrow ? 112 : 140) }
        let sizes = zip(names, radii).map { name, radius in
            (max(radius, TextFit.width(name, size: 12) / 2) + 5, radius + 22)
        }
        let height = mapHeight(sizes, column: column)
        let places = TeamLayout.places(
            sizes: sizes, links: links.map { ($0.from, $0.to) }, width: column.rawValue, height: height)
        let heaviest = links.map(\.weight).max() ?? 1
        for link in links {
            // The label hangs below the disc, so that the disc's centre lies above the box's.
            let (a, b) = (places[link.from], places[link.to])
            canvas.line(
                a.x, a.y - 14, b.x, b.y - 14, stroke: .quiet, strokeWidth: 1 + 4 * link.weight / heaviest,
                opacity: 0.45)
        }
        let ways = ways(places, radii, width: column.rawValue)
        for way in ways.compactMap({ $0 }) {
            canvas.path(way.line, stroke: .token(.accent), strokeWidth: 3.5)
            canvas.path(way.head, isClosed: true, fill: .token(.accent))
        }
        for (index, node) in nodes.enumerated() {
            draw(node, name: names[index], at: places[index], radius: radii[index], on: &canvas)
        }
        for (bridge, way) in zip(bridges, ways) {
            guard let way else { continue }
            canvas.text(
                "\(bridge.invitations)", way.label.x, way.label.y + 5, size: 14, fill: .accent,
                anchor: .middle,
                isStrong: true, hasHalo: true)
        }
        let bottom = drawKey(y: height + 14, column: column, on: &canvas)
        return canvas.finished(height: bottom, title: title, description: description)
    }

    /// Enough paper for the labels, with air between them.
    private func mapHeight(_ sizes: [(Double, Double)], column: Column) -> Double {
        let area = sizes.reduce(0) { $0 + 4 * $1.0 * $1.1 }
        return max(column.isNarrow ? 300 : 360, area * (column.isNarrow ? 1.7 : 2.0) / column.rawValue)
    }

    /// The ways of all bridges, over the discs as they are drawn.
    private func ways(_ places: [(x: Double, y: Double)], _ radii: [Double], width: Double) -> [BridgePath?] {
        let discs = zip(places, radii).map { (middle: (x: $0.x, y: $0.y - 14), radius: $1) }
        return bridges.map { bridge in
            BridgePath(
                from: bridge.from, to: bridge.to, discs: discs,
                isMutual: bridges.contains { $0.from == bridge.to && $0.to == bridge.from }, width: width)
        }
    }

    private func draw(
        _ node: Node, name: String, at place: (x: Double, y: Double), radius: Double, on canvas: inout Canvas
    ) {
        let y = place.y - 14
        let fill: Canvas.Paint = node.habit.number.map { .token(Token.ramp(for: $0.value)) } ?? .hatch
        canvas.circle(place.x, y, radius: radius, fill: fill, stroke: .token(.quiet))
        if node.isOutOfSight {
            canvas.circle(place.x, y, radius: radius + 2.5, fill: .none, stroke: .token(.ink), strokeWidth: 3)
        }
        if let number = node.habit.number, number.hasPoint, radius >= 15 {
            canvas.text(
                Printed.percent(number.value), place.x, y + 4, size: 12, anchor: .middle, isStrong: true)
        }
        canvas.text(name, place.x, y + radius + 16, size: 12, anchor: .middle, hasHalo: true)
    }

    private func drawKey(y: Double, column: Column, on canvas: inout Canvas) -> Double {
        var (x, line) = (0.0, y)
        func room(for words: String, mark: Double) -> Double {
            let width = mark + 8 + TextFit.width(words, size: 12) + 18
            if x + width > column.rawValue {
                x = 0
                line += 22
            }
            defer { x += width }
            return x
        }
        let steps: [Token] = [.ramp0, .ramp1, .ramp2, .ramp3, .ramp4]
        let shade = "habit: none to everybody"
        let first = room(for: shade, mark: 75)
        for (index, step) in steps.enumerated() {
            canvas.rect(
                first + Double(index) * 15 + 0.5, line - 10, 15, 12, fill: .token(step),
                stroke: .token(.quiet))
        }
        canvas.text(shade, first + 83, line, size: 12, fill: .quiet)
        let outline = "ring: most non-users have nobody in sight"
        let second = room(for: outline, mark: 16)
        canvas.circle(second + 8, line - 4, radius: 6.5, fill: .none, stroke: .token(.ink), strokeWidth: 3)
        canvas.text(outline, second + 24, line, size: 12, fill: .quiet)
        let third = room(for: lineMeaning, mark: 20)
        canvas.line(third, line - 4, third + 20, line - 4, stroke: .quiet, strokeWidth: 3, opacity: 0.45)
        canvas.text(lineMeaning, third + 28, line, size: 12, fill: .quiet)
        if !bridges.isEmpty {
            let words = "invitations, from who invites to who is invited"
            let place = room(for: words, mark: 20)
            canvas.line(place, line - 4, place + 20, line - 4, stroke: .accent, strokeWidth: 3.5)
            canvas.text(words, place + 28, line, size: 12, fill: .quiet)
        }
        let hatch = "withheld or not known"
        let fourth = room(for: hatch, mark: 16)
        canvas.circle(fourth + 8, line - 4, radius: 7, fill: .hatch, stroke: .token(.quiet))
        canvas.text(hatch, fourth + 24, line, size: 12, fill: .quiet)
        return line + 10
    }
}
