import Foundation
import Inference
import Measures

extension GeneratedCase {
    /// What one person is given to, and how that changes from day to day.
    private struct Habits {
        /// Rate of use from the start on; 0: never uses it.
        var rate: [Double]
        let start: [Int]
        let isStalled: [Bool]
        /// A stalled person's use halves in three weeks.
        static let decay: Double = pow(0.5, 1.0 / 21)

        init(people: Int, days: Int, using random: inout RandomSource) {
            var rate: [Double] = []
            var start: [Int] = []
            var isStalled: [Bool] = []
            for _ in 0..<people {
                let isUser = random.bernoulli(0.85)
                start.append(min(Int(random.gamma(shape: 2) * Double(days) / 8), days - 1))
                rate.append(isUser ? exp(1.1 * random.normal()) : 0)
                isStalled.append(random.bernoulli(0.4))
            }
            self.rate = rate
            self.start = start
            self.isStalled = isStalled
        }

        /// Rates fade by a day.
        mutating func pass(day: Int) {
            for person in rate.indices where isStalled[person] && day >= start[person] {
                rate[person] *= Habits.decay
            }
        }

        /// How much everybody together is given to use on a day.
        func total(day: Int) -> Double {
            var sum = 0.0
            for person in rate.indices where day >= start[person] { sum += rate[person] }
            return sum * (day % 7 < 5 ? 1 : 0.12)
        }
    }

    /// Rows of each day: in proportion to what people are given to, the rest on the last day.
    private func rowsByDay(_ habits: Habits) -> [Int] {
        var fading = habits
        var totals: [Double] = []
        for day in 0..<size.days {
            totals.append(fading.total(day: day))
            fading.pass(day: day)
        }
        let all = totals.reduce(0, +)
        guard all > 0 else { return [Int](repeating: 0, count: size.days) }
        var rows = totals.map { Int($0 / all * Double(size.rows)) }
        rows[size.days - 1] += size.rows - rows.reduce(0, +)
        return rows
    }

    /// The log of use, in the order of days.
    func writeUse(to url: URL) throws {
        var file = try ByteFile(url)
        var random = RandomSource(seed: seed, stream: "use")
        var habits = Habits(people: size.people, days: size.days, using: &random)
        let rows = rowsByDay(habits)
        let ids = (0..<size.people).map { Array(GeneratedCase.person($0).utf8) }
        let tools = (1...size.tools).map { Array(",tool-\($0 < 10 ? "0" : "")\($0),".utf8) }
        let counts = (0...40).map { Array("\($0)\n".utf8) }
        try file.append("person,date,tool,count\n")
        var reach = [Double](repeating: 0, count: size.people)
        for day in 0..<size.days {
            let date = Array(",\(firstDay.advanced(by: day))".utf8)
            // Heavier use on fewer days: a person is "on" today or not.
            var sum = 0.0
            for person in reach.indices {
                if day >= habits.start[person], random.bernoulli(0.55) { sum += habits.rate[person] }
                reach[person] = sum
            }
            if sum > 0 {
                for _ in 0..<rows[day] {
                    let drawn = GeneratedCase.first(above: random.uniform() * sum, in: reach)
                    try file.append(ids[drawn])
                    try file.append(date)
                    try file.append(tools[random.below(size.tools)])
                    try file.append(counts[GeneratedCase.actions(&random)])
                }
            }
            habits.pass(day: day)
        }
        try file.close()
    }

    /// The first person whose cumulative reach lies above a value.
    private static func first(above value: Double, in reach: [Double]) -> Int {
        var low = 0
        var high = reach.count - 1
        while low < high {
            let middle = (low + high) / 2
            if reach[middle] > value { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Actions of one row: geometric with probability 0.3, at most 40.
    private static func actions(_ random: inout RandomSource) -> Int {
        var count = 1
        while count < 40, random.uniform() >= 0.3 { count += 1 }
        return count
    }
}
