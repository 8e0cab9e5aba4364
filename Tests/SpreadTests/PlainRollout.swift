import Inference
import Spread

/// The reference twin of the rollout: everybody is asked every week, one after the other, by the words of the model.
struct PlainRollout {
    let ground: RolloutGround
    let plan: RolloutPlan
    var places: [RolloutPlace]

    init(_ ground: RolloutGround, plan: RolloutPlan) {
        self.ground = ground
        self.plan = plan
        places = ground.places
    }

    /// One run; people with firsthand experience at the end.
    mutating func run(_ rates: RolloutRates, using random: inout RandomSource) -> Int {
        places = ground.places
        for person in places.indices where places[person] == .habit && random.uniform() < rates.advocate {
            places[person] = .advocate
        }
        for week in 0..<plan.weeks where !plan.off.contains(week) {
            var sight = [Int](repeating: 0, count: ground.count)
            for person in places.indices where places[person].isInSight {
                for seer in ground.seenBy.neighbours(of: person) { sight[Int(seer)] += 1 }
            }
            let before = places
            var shown: [Int] = []
            for person in before.indices {
                let u = random.uniform()
                switch before[person] {
                case .unaware, .awareOfOne, .awareOfSeveral:
                    var chance = rates.trial[min(2, sight[person])]
                    if week < rates.trialLevels.count {
                        chance = 1 - Elementary.exp(rates.trialLevels[week] * Elementary.log(1 - chance))
                    }
                    if let teams = plan.ordered[week], teams.isEmpty || teams.contains(ground.team[person]) {
                        chance = 1 - (1 - chance) * (1 - rates.ordered)
                    }
                    if u < chance { places[person] = .tried }
                case .tried:
                    if u < rates.keep {
                        places[person] = random.uniform() < rates.advocate ? .advocate : .habit
                    } else if u < rates.keep + rates.drop {
                        places[person] = .lapsed
                    }
                case .habit: if u < rates.lose { places[person] = .tried }
                case .advocate:
                    if u < rates.lose {
                        places[person] = .tried
                    } else if u < rates.lose + rates.shows {
                        let row = Array(ground.seenBy.neighbours(of: person))
                        if !row.isEmpty { shown.append(Int(row[random.below(row.count)])) }
                    }
                case .lapsed: if u < rates.again { places[person] = .tried }
                }
            }
            for person in shown where !places[person].hasTried && random.uniform() < rates.accepts {
                places[person] = .tried
            }
            for person in plan.invited[week] ?? []
            where !places[person].hasTried && random.uniform() < (plan.accepts ?? rates.accepts) {
                places[person] = .tried
            }
            for person in plan.trained[week] ?? []
            where !places[person].hasTried && random.uniform() < (plan.trainedTries ?? rates.trained) {
                places[person] = .tried
            }
        }
        return places.count { $0.hasTried }
    }
}
