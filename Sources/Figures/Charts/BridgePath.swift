/// The way of one arrow on a map of teams: straight where nothing lies between, else bent around the teams that do.
///
/// A line that passes under a third team reads as two arrows, from it and to it; and two teams that invite each other need two lines.
/// - Complexity: O(bends · points · teams) a bridge.
package struct BridgePath {
    /// A place on the paper.
    package typealias Point = (x: Double, y: Double)

    /// The line up to the head of the arrow.
    package let line: [Point]
    /// Tip and corners of the head.
    package let head: [Point]
    /// Where the number stands.
    package let label: Point

    /// How far a bend may lie from the straight line, the nearest first; to the left of the way, then to the right.
    private static let bends = [0.0, 16, -16, 28, -28, 44, -44, 64, -64, 88, -88, 116, -116]
    /// Air between a line and a team it has nothing to do with.
    private static let air = 5.0

    /// Finds the way between two teams; nil where they lie in one place.
    ///
    /// - Parameters:
    ///   - discs: Middle and radius of every team.
    ///   - isMutual: Whether the other team invites back: then neither line is straight.
    ///   - width: Of the paper, which the line does not leave.
    package init?(
        from: Int, to: Int, discs: [(middle: Point, radius: Double)], isMutual: Bool, width: Double
    ) {
        let (a, b) = (discs[from].middle, discs[to].middle)
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 1 else { return nil }
        func point(_ share: Double, _ bend: Double) -> Point {
            // A parabola over the straight line, highest in the middle.
            let off = 4 * bend * share * (1 - share)
            return (a.x + dx * share - dy / length * off, a.y + dy * share + dx / length * off)
        }
        func distance(_ one: Point, _ other: Point) -> Double {
            ((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)).squareRoot()
        }
        let shares = (0...40).map { Double($0) / 40 }
        func cost(_ bend: Double) -> Double {
            var cost = abs(bend)
            for share in shares {
                let place = point(share, bend)
                if place.x < 4 || place.x > width - 4 || place.y < 4 { cost += 1_000 }
                for (index, disc) in discs.enumerated() where index != from && index != to {
                    if distance(place, disc.middle) < disc.radius + Self.air { cost += 50 }
                }
            }
            return cost
        }
        let open = isMutual ? Self.bends.filter { $0 > 0 } : Self.bends
        // Of equals the first: nearer to the straight line.
        let bend = open.min { cost($0) < cost($1) } ?? 0
        let end = shares.last { distance(point($0, bend), b) > discs[to].radius + 4 } ?? 0.5
        let tip = point(end, bend)
        let before = point(max(0, end - 0.05), bend)
        let reach = max(distance(tip, before), 1e-9)
        let (ux, uy) = ((tip.x - before.x) / reach, (tip.y - before.y) / reach)
        line =
            shares.filter { $0 <= end && distance(point($0, bend), tip) > 7 }.map { point($0, bend) }
            + [(tip.x - ux * 7, tip.y - uy * 7)]
        head = [
            tip, (tip.x - ux * 11 - uy * 5.5, tip.y - uy * 11 + ux * 5.5),
            (tip.x - ux * 11 + uy * 5.5, tip.y - uy * 11 - ux * 5.5),
        ]
        // Nearer to those invited, so that bridges from one team do not share a place; and on no team.
        let free = [0.55, 0.5, 0.6, 0.45, 0.65, 0.4, 0.7, 0.35].first { share in
            let place = point(share, bend)
            return discs.allSatisfy { distance(place, $0.middle) > $0.radius + 8 }
        }
        label = point(free ?? 0.55, bend)
    }
}
