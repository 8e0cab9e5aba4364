import Measures
import Rollout
import Specimens
import Testing

/// Each planted cause against the same organisations without it, in both makes of behaviour.
@Suite struct `Footprints in the raw tables` {
    static let worlds: [World] = [.small, .thresholds]
    static let seeds: [UInt64] = [21, 22, 23, 24]

    /// Mean of a figure over a few organisations.
    static func mean(_ illness: Illness, _ world: World, _ figure: (CaseReading) -> Double) -> Double {
        seeds.reduce(0) { $0 + figure(CaseReading(illness, world: world, seed: $1)) } / Double(seeds.count)
    }

    static func rises(
        _ illness: Illness, _ world: World, by least: Double, _ figure: (CaseReading) -> Double
    ) -> Bool {
        mean(illness, world, figure) - mean(.healthy, world, figure) >= least
    }

    @Test(arguments: worlds) func `no time shows in kept hours, supply and Q4`(world: World) {
        func kept(_ reading: CaseReading) -> Double {
            let hours = reading.column("kept_hours", of: "champions.csv").compactMap { Double($0) }
            let promised = reading.column("promised_hours", of: "champions.csv").compactMap { Double($0) }
            return hours.reduce(0, +) / promised.reduce(0, +)
        }
        #expect(Self.rises(.noTimeOrFocus, world, by: 0.25) { -kept($0) })
        #expect(Self.rises(.noTimeOrFocus, world, by: 0.25) { -$0.supply })
        #expect(Self.rises(.noTimeOrFocus, world, by: 0.6) { -$0.mean("Q4") })
    }

    @Test(arguments: worlds) func `no value shows in felt benefit and examples dropped`(world: World) {
        #expect(Self.rises(.noPersonalValue, world, by: 0.4) { -$0.mean("Q2", variant: "experienced") })
        #expect(
            Self.rises(.noPersonalValue, world, by: 0.2) { reading in
                let kept = reading.column("kept", of: "examples.csv")
                return Double(kept.count { $0 == "no" }) / Double(max(1, kept.count))
            })
    }

    @Test(arguments: worlds) func `an echo chamber shows in people who never watched`(world: World) {
        #expect(
            Self.rises(.echoChamber, world, by: 0.2) { reading in
                let answers = reading.records("pulse.csv").filter { $0["item"] == "Q1" }
                let never = answers.count { $0["answer"] == "0" }
                return Double(never) / Double(max(1, answers.count))
            })
    }

    @Test(arguments: worlds) func `a gap shows in Q5 and between leaders and managers`(world: World) {
        #expect(Self.rises(.enthusiasmGap, world, by: 0.6) { -$0.mean("Q5") })
        #expect(
            Self.rises(.enthusiasmGap, world, by: 0.8) { reading in
                func advocacy(_ layer: String) -> Double {
                    let values = reading.records("pulse.csv").filter {
                        $0["item"] == "Q9" && $0["layer"] == layer
                    }.compactMap { Double($0["answer"] ?? "") }
                    return values.reduce(0, +) / Double(max(1, values.count))
                }
                return advocacy("executive") - advocacy("manager")
            })
    }

    @Test(arguments: worlds) func `misalignment shows in Q6 and in the message log`(world: World) {
        #expect(Self.rises(.messageMisalignment, world, by: 0.6) { -$0.mean("Q6") })
        #expect(
            Self.rises(.messageMisalignment, world, by: 0.2) { reading in
                let log = reading.records("messages.csv")
                let wrong = log.count { message in
                    Layer(rawValue: message["layer"] ?? "").map { Message.Motive.wanted(by: $0).rawValue }
                        != message["motive"]
                }
                return Double(wrong) / Double(max(1, log.count))
            })
    }

    @Test(arguments: worlds) func `fatigue shows in Q7 and in the change calendar`(world: World) {
        #expect(Self.rises(.changeFatigue, world, by: 0.6) { $0.mean("Q7") })
        #expect(
            Self.rises(.changeFatigue, world, by: 5) {
                Double(Set($0.column("initiative", of: "changes.csv")).count)
            })
    }

    @Test(arguments: worlds) func `compliance shows in mandate weeks, single actions and Q8`(world: World) {
        for seed in Self.seeds {
            let reading = CaseReading(.superficialCompliance, world: world, seed: seed)
            let ordered = reading.mandateWeeks[""] ?? []
            let all = Set((0..<30).map { reading.asOf.week.number - $0 })
            func rate(_ weeks: Set<Int>) -> Double {
                let active = reading.activeWeeks.values.reduce(0) { $0 + $1.intersection(weeks).count }
                return Double(active) / Double(max(1, weeks.count))
            }
            #expect(ordered.count == 13)
            #expect(rate(ordered) > 1.5 * rate(all.subtracting(ordered)))
        }
        #expect(Self.rises(.superficialCompliance, world, by: 0.6) { -$0.mean("Q8") })
        #expect(
            Self.rises(.superficialCompliance, world, by: 0.15) { reading in
                let counts = reading.column("count", of: "use.csv")
                return Double(counts.count { $0 == "1" }) / Double(max(1, counts.count))
            })
    }

    @Test(arguments: worlds) func `elsewhere there is a campaign week or two`(world: World) {
        for seed in Self.seeds {
            let weeks = CaseReading(.healthy, world: world, seed: seed).mandateWeeks[""] ?? []
            #expect((1...2).contains(weeks.count))
        }
    }
}
