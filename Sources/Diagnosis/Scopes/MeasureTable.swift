import Inference
import Measures
import Rollout

/// Collects the measures of one scope, each with the people it is about.
struct MeasureTable {
    /// Level of every interval shown.
    static let level = 0.9

    let facts: ScopeFacts
    let groundwork: Groundwork
    private(set) var readings: [MeasureCode: Sensitive<Measured<Estimate>>] = [:]
    /// Members by what they are counted in.
    let audience: PeopleSet
    let known: PeopleSet
    let everybody: PeopleSet
    let matured: PeopleSet

    init(_ facts: ScopeFacts, groundwork: Groundwork) {
        self.facts = facts
        self.groundwork = groundwork
        let standings = groundwork.standings
        let people = groundwork.observation.people
        func set(_ counted: (Int) -> Bool) -> PeopleSet {
            PeopleSet(facts.members.filter(counted).map { PersonID($0) })
        }
        everybody = set { standings[$0].isInFrame }
        audience = set { standings[$0].isInFrame && people[$0].layer != .executive }
        known = set {
            standings[$0].isInFrame && people[$0].layer != .executive && standings[$0].habit != nil
        }
        let now = groundwork.observation.now
        let first = groundwork.observation.firstUse
        matured = set { row in
            standings[row].isInFrame && people[row].layer != .executive && standings[row].habit != nil
                && (first[row].map { now - $0 >= TallyBuilder.maturity } ?? false)
        }
    }

    /// The total over the scope's teams.
    var total: Tally { facts.total }

    /// Records a measure about a set of people.
    mutating func record(
        _ code: MeasureCode, _ value: Measured<Estimate>, about people: PeopleSet, answers: Int? = nil
    ) {
        readings[code] = Sensitive(value, about: people, answers: answers)
    }

    /// Records a share of people with a Wilson interval.
    mutating func share(
        _ code: MeasureCode, _ above: Tally.Field, of below: Tally.Field, about people: PeopleSet,
        otherwise reason: Reason
    ) {
        record(code, MeasureTable.share(total[above], of: total[below], otherwise: reason), about: people)
    }

    /// Records a weighted share of answers; the interval rests on the effective number of answers.
    mutating func answers(
        _ code: MeasureCode, _ above: Tally.Field, of below: Tally.Field, otherwise reason: Reason
    ) {
        let count = Int(total[below].rounded())
        record(
            code, MeasureTable.share(total[above], of: total[below], otherwise: reason), about: everybody,
            answers: count)
    }

    /// All measures in the order of their codes; what nobody recorded is not known.
    var list: [MeasureReading] {
        MeasureCode.allCases.map { code in
            MeasureReading(
                code: code,
                value: readings[code]
                    ?? Sensitive(
                        .notKnown(MeasureTable.notForScope(code)),
                        about: everybody))
        }
    }

    /// Why a measure is not taken here at all.
    private static func notForScope(_ code: MeasureCode) -> Reason {
        Reason(
            "notForScope",
            code == .bottomThird
                ? "This is measured for teams only." : "This is measured for the whole organisation only.")
    }

    /// A share with a Wilson interval; weights may make the counts fractions.
    static func share(
        _ above: Double, of below: Double, unit: Unit = .share, otherwise reason: Reason
    ) -> Measured<Estimate> {
        guard below >= 1 else { return .notKnown(reason) }
        let trials = Int(below.rounded())
        let value = min(1, max(0, above / below))
        let centre = Wilson.interval(
            successes: Int((value * Double(trials)).rounded()), of: trials, level: level)
        // Rounding a weighted count must not push the value out of its own interval.
        let interval = Interval(low: min(centre.low, value), high: max(centre.high, value), level: level)
        return .known(Estimate(value, interval: interval, n: trials, unit: unit))
    }
}
