import Measures

/// Which barriers deserve a name: not every list has a head.
enum Naming {
    /// A barrier this severe is worth a name where the rollout is stuck.
    static let floor = 0.2
    /// Where the rollout moves, habits form in spite of a weak spot: only one that nobody could doubt is named.
    static let floorWhenMoving = 0.5

    /// Whether a weighed barrier is named.
    ///
    /// A healthy organisation has a lowest answer too; being first is not enough.
    static func isNamed(_ weighed: Ranking.Weighed, moving: Double) -> Bool {
        guard let severity = weighed.severity, let interval = weighed.interval else { return false }
        if moving >= 0.5 { return severity >= floorWhenMoving && interval.low >= floorWhenMoving * 0.8 }
        return severity >= floor && interval.low >= floor / 4
    }
}
