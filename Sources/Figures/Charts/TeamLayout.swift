/// Places for the teams of a map: the same teams and ties always give the same places.
///
/// Stress majorisation (SMACOF) on the shortest paths of the ties, from a circle in the order given, then
/// labels
/// and discs are pushed apart. No randomness and no maths library: sums, products and square roots only, so
/// the
/// places are the same on every machine.
/// - Source: Gansner, Koren & North (2005), "Graph drawing by stress majorization".
enum TeamLayout {
    struct Box {
        var x: Double
        var y: Double
        /// Half of the room the disc and its label need.
        let halfWidth: Double
        let halfHeight: Double
    }

    /// Centres within `width` × `height`.
    ///
    /// - Parameters:
    ///   - sizes: Half widths and half heights of discs with their labels; shape (n).
    ///   - links: Pairs of indices into `sizes`, each other than itself, with a positive weight.
    /// - Returns: Centres in the order of `sizes`; empty for no team.
    /// - Complexity: O(n³ + 120 n²).
    static func places(
        sizes: [(halfWidth: Double, halfHeight: Double)], links: [(from: Int, to: Int)], width: Double,
        height: Double
    ) -> [(x: Double, y: Double)] {
        guard sizes.count > 1 else { return sizes.map { _ in (width / 2, height / 2) } }
        var points = circle(sizes.count)
        let distances = paths(sizes.count, links)
        for _ in 0..<120 { points = majorised(points, distances) }
        var boxes = fitted(points, sizes: sizes, width: width, height: height)
        var rounds = 0
        while rounds < 400, pushApart(&boxes, width: width, height: height) { rounds += 1 }
        return boxes.map { ($0.x, $0.y) }
    }

    /// Points round a circle by the rational parametrisation of each quarter.
    private static func circle(_ count: Int) -> [(x: Double, y: Double)] {
        (0..<count).map { index in
            let turn = 4 * Double(index) / Double(count)
            let quarter = Int(turn)
            let t = turn - Double(quarter)
            let (a, b) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
            switch quarter {
            case 0: return (a, b)
            case 1: return (-b, a)
            case 2: return (-a, -b)
            default: return (b, -a)
            }
        }
    }

    /// Steps along ties from every team to every other; teams without a way between them lie half a step
    /// beyond the longest.
    private static func paths(_ count: Int, _ links: [(from: Int, to: Int)]) -> [[Double]] {
        let far = 1_000_000.0
        var distance = [[Double]](repeating: [Double](repeating: far, count: count), count: count)
        for index in 0..<count { distance[index][index] = 0 }
        for link in links where link.from != link.to {
            distance[link.from][link.to] = 1
            distance[link.to][link.from] = 1
        }
        for middle in 0..<count {
            for from in 0..<count where distance[from][middle] < far {
                for to in 0..<count {
                    distance[from][to] = min(
                        distance[from][to], distance[from][middle] + distance[middle][to])
                }
            }
        }
        let longest = distance.flatMap { $0 }.filter { $0 < far }.max() ?? 1
        return distance.map { $0.map { $0 < far ? $0 : max(longest, 1) + 0.5 } }
    }

    /// One step of majorisation: every point moves to the mean of where the others want it.
    private static func majorised(
        _ points: [(x: Double, y: Double)], _ distances: [[Double]]
    ) -> [(x: Double, y: Double)] {
        points.indices.map { i in
            var (x, y, total) = (0.0, 0.0, 0.0)
            for j in points.indices where j != i {
                let wanted = distances[i][j]
                let weight = 1 / (wanted * wanted)
                let (dx, dy) = (points[i].x - points[j].x, points[i].y - points[j].y)
                let length = (dx * dx + dy * dy).squareRoot()
                let pull = length > 1e-9 ? wanted / length : 0
                x += weight * (points[j].x + dx * pull)
                y += weight * (points[j].y + dy * pull)
                total += weight
            }
            return (x / total, y / total)
        }
    }

    /// Points on the paper: 0.6 of where each lies, 0.4 of its rank, so that outliers do not leave the
    /// paper empty.
    private static func fitted(
        _ points: [(x: Double, y: Double)], sizes: [(halfWidth: Double, halfHeight: Double)],
        width: Double, height: Double
    ) -> [Box] {
        let (xs, ys) = (spread(points.map(\.x)), spread(points.map(\.y)))
        return points.indices.map { index in
            let (halfWidth, halfHeight) = sizes[index]
            return Box(
                x: halfWidth + xs[index] * max(width - 2 * halfWidth, 0),
                y: halfHeight + ys[index] * max(height - 2 * halfHeight, 0), halfWidth: halfWidth,
                halfHeight: halfHeight)
        }
    }

    /// Values brought to 0...1; values that are all the same come to the middle.
    private static func spread(_ values: [Double]) -> [Double] {
        let (low, high) = (values.min() ?? 0, values.max() ?? 0)
        guard high - low > 1e-9 else { return values.map { _ in 0.5 } }
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var result = values.map { 0.6 * ($0 - low) / (high - low) }
        for (rank, index) in order.enumerated() {
            result[index] += 0.4 * Double(rank) / Double(values.count - 1)
        }
        return result
    }

    /// Moves every pair that overlaps apart along the shorter way; false once none does.
    private static func pushApart(_ boxes: inout [Box], width: Double, height: Double) -> Bool {
        var hasMoved = false
        for i in boxes.indices {
            for j in boxes.indices where j > i {
                let overlapX = boxes[i].halfWidth + boxes[j].halfWidth - (boxes[i].x - boxes[j].x).magnitude
                let overlapY = boxes[i].halfHeight + boxes[j].halfHeight - (boxes[i].y - boxes[j].y).magnitude
                guard overlapX > 0.01, overlapY > 0.01 else { continue }
                hasMoved = true
                if overlapX < overlapY {
                    let step = overlapX / 2 * (boxes[i].x <= boxes[j].x ? -1 : 1)
                    boxes[i].x += step
                    boxes[j].x -= step
                } else {
                    let step = overlapY / 2 * (boxes[i].y <= boxes[j].y ? -1 : 1)
                    boxes[i].y += step
                    boxes[j].y -= step
                }
            }
        }
        for i in boxes.indices {
            boxes[i].x = min(
                max(boxes[i].x, boxes[i].halfWidth), max(width - boxes[i].halfWidth, boxes[i].halfWidth))
            boxes[i].y = min(
                max(boxes[i].y, boxes[i].halfHeight), max(height - boxes[i].halfHeight, boxes[i].halfHeight))
        }
        return hasMoved
    }
}
