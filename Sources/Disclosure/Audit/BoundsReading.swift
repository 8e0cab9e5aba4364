import Measures

extension BoundsAudit {
    /// The audit of a family of shares of people; nil where values are no counts of people.
    ///
    /// Rounding to five points does not hide a count: below twenty people one person is more than
    /// five points, so the count is read back. Only a band hides one, at whatever size, and so a band
    /// covers two counts. A share that is no whole number of people is a blend with other groups (pooling); it
    /// is read as a count known to within a half, rounded outward.
    init?(system: SetSystem, figures: [FamilyGroups.Figure?], kind: Family.Kind, policy: DisclosurePolicy) {
        guard kind == .counts else { return nil }
        var readings: [Reading?] = []
        var isModelled = false
        for figure in figures {
            // A figure that is no count of its people pins nobody; the others are audited without it.
            guard let figure, figure.answers == nil, figure.estimate.unit == .share,
                figure.estimate.n == figure.people
            else {
                readings.append(nil)
                continue
            }
            let (reading, isWhole) = BoundsAudit.reading(of: figure.estimate.value, people: figure.people)
            readings.append(reading)
            if !isWhole { isModelled = true }
        }
        guard readings.contains(where: { $0 != nil }) else { return nil }
        self.init(
            system: system, minimum: policy.minimumGroup, readings: readings, isModelled: isModelled)
    }

    /// What may be read off one share, and whether it is a whole number of people.
    static func reading(of share: Double, people: Int) -> (Reading, isWhole: Bool) {
        let count = share * Double(people)
        let isWhole = abs(count - count.rounded()) < 1e-6
        var low = isWhole ? Int(count.rounded()) : Int((count - 0.5).rounded(.down))
        var high = isWhole ? low : Int((count + 0.5).rounded(.up))
        if let band = FigureRounding.band(of: count, people: people) {
            switch band {
            case .hardlyAnybody: (low, high) = (0, max(1, high))
            case .nearlyEverybody: (low, high) = (min(people - 1, low), people)
            }
        }
        let bound = Worlds.Bound(low: min(max(low, 0), people), high: min(max(high, 0), people))
        let whole = isWhole ? Int(count.rounded()) : nil
        return (Reading(bound: bound, isUnanimous: whole == 0 || whole == people), isWhole)
    }
}
