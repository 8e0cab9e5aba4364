import Measures
import Rollout

extension Observation {
    /// Week of the first message that ordered use, by layer.
    func firstOrders() -> [Layer: Int] {
        var first: [Layer: Int] = [:]
        for message in evidence.messages where message.isOrder == true && message.date <= evidence.asOf {
            let week = message.date.week.number - self.first.number
            first[message.layer] = min(first[message.layer] ?? week, week)
        }
        return first
    }

    /// Whether a person's first use fell into a mandate week, or came after the first order to use.
    func startedUnderOrders(_ row: Int, orders: [Layer: Int]) -> Bool {
        guard let start = firstUse[row] else { return false }
        if mandated[people[row].team, start] { return true }
        return orders[people[row].layer].map { $0 <= start } ?? false
    }
}
