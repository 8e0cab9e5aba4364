/// Additive facts of one group of people, so that resampling teams whole is adding their tallies.
struct Tally: Sendable {
    /// What is added up. People unless said otherwise.
    enum Field: Int, CaseIterable {
        // The audience: managers and contributors in the frame
        case audience, reached, tried, weakOnly, known, habit, covered
        case matured, maturedHabit, selfMatured, selfMaturedHabit
        case paired, pairedNow, pairedBefore
        // Person-weeks of people who ever tried, from their first week on
        case offWeeks, offActive, onWeeks, onActive
        // Person-days
        case activeDays, singleDays
        // Everybody in the frame, for sight
        case users, nonUsers, inside, outside, sighted, unexposed, fewerThanTwo
        case managed, managerHasHabit
        // Changes
        case load, loaded, open
        // Respondents, weighted
        case answered
        case experiencedSum, experiencedWeight, experiencedAgree, experiencedAdjusted
        case expectedSum, expectedWeight, expectedAgree
        case timeSum, timeWeight, timeAgree, timeAdjusted
        case supportSum, supportWeight, supportAgree, supportAdjusted
        case claritySum, clarityWeight, clarityAgree, clarityAdjusted
        case strainSum, strainWeight, strainAgree, strainAdjusted
        case choiceSum, choiceWeight, choiceAgree, choiceAdjusted
        case advocacySum, advocacyWeight, advocacyAgree, advocacyDetract
        case leaderAdvocacySum, leaderAdvocacyWeight, otherAdvocacySum, otherAdvocacyWeight
        case sightNone, sightSome, saysUser
        case believedSum, believedWeight, feltSum, feltWeight
    }

    private var sums: [Double]

    init() { sums = [Double](repeating: 0, count: Field.allCases.count) }

    subscript(field: Field) -> Double {
        get { sums[field.rawValue] }
        set { sums[field.rawValue] = newValue }
    }

    /// Adds another tally, a number of times.
    mutating func add(_ other: Tally, times: Double = 1) {
        for index in sums.indices { sums[index] += times * other.sums[index] }
    }

    /// The sum over tallies drawn one after another, as `add` gives it.
    struct Table: Sendable {
        private let fields: [Int]
        /// Shape (tallies) × (fields).
        private let values: [Double]

        /// The tallies laid out for adding up draws of them; fields that are zero everywhere are left out.
        /// - Parameter fields: Nil: all fields.
        init(_ tallies: [Tally], fields wanted: [Field]? = nil) {
            let all = (wanted ?? Field.allCases).map(\.rawValue)
            let fields = all.filter { field in tallies.contains { $0.sums[field] != 0 } }
            self.fields = fields
            values = tallies.flatMap { tally in fields.map { tally.sums[$0] } }
        }

        /// Adds up as many tallies as there are, each drawn by `draw`, which gives its place.
        /// - Complexity: O(tallies × fields).
        func sum(of count: Int, drawnBy draw: () -> Int) -> Tally {
            let width = fields.count
            var sums = [Double](repeating: 0, count: width)
            sums.withUnsafeMutableBufferPointer { sums in
                values.withUnsafeBufferPointer { values in
                    for _ in 0..<count {
                        let start = draw() * width
                        for field in 0..<width { sums[field] += values[start + field] }
                    }
                }
            }
            var total = Tally()
            for (place, field) in fields.enumerated() { total.sums[field] = sums[place] }
            return total
        }
    }

    /// One field over another; nil where there is nothing below the line.
    func ratio(_ above: Field, _ below: Field) -> Double? {
        self[below] > 0 ? self[above] / self[below] : nil
    }
}
