import Disclosure
import Measures
import Rollout
import Testing

@Suite struct `The release of a family` {
    static func people(_ range: Range<Int>) -> PeopleSet { PeopleSet(range.map { PersonID($0) }) }

    static func member(
        _ kind: Scope.Kind, _ name: String, _ range: Range<Int>, _ value: Double, answers: Int? = nil,
        unit: Unit = .share
    ) -> Family.Member {
        let people = people(range)
        return Family.Member(
            scope: Scope(kind, name), everybody: people,
            figure: Sensitive(
                .known(
                    Estimate(
                        value, interval: Interval(low: value / 2, high: (1 + value) / 2, level: 0.9),
                        n: answers ?? range.count, unit: unit)), about: people, answers: answers))
    }

    static func release(
        _ members: [Family.Member], _ policy: DisclosurePolicy = .protected, kind: Family.Kind = .counts,
        telling: Bool = false
    ) -> [Disclosed<Measured<PublishedEstimate>>] {
        var office = FamilyRelease(policy: policy)
        return office.release(
            Family(members, kind: kind, policy: policy, hasTellingDenominator: telling))
    }

    @Test func `withholds groups under five and says so`() {
        let released = Self.release([Self.member(.organization, "", 0..<4, 0.5)])
        #expect(
            released[0].withheldBecause
                == Reason("groupTooSmall", "Withheld: this rests on fewer than five people."))
        #expect(Self.release([Self.member(.organization, "", 0..<5, 0.4)])[0].figure != nil)
    }

    @Test(arguments: [(4, "withheld"), (5, "rounded"), (19, "rounded"), (20, "exact")])
    func `judges a share by the people it rests on where the group it is said of is larger`(
        n: Int, outcome: String
    ) {
        let people = Self.people(0..<58)
        let figure = Sensitive(Measured.known(Estimate(0.4, n: n, unit: .share)), about: people)
        let released = Self.release([
            Family.Member(scope: Scope(.organization, ""), everybody: people, figure: figure)
        ])[0]
        #expect((released.withheldBecause?.code == "groupTooSmall") == (outcome == "withheld"))
        #expect((released.figure?.precision == .fivePoints) == (outcome == "rounded"))
        #expect((released.figure?.precision == .exact) == (outcome == "exact"))
    }

    @Test func `withholds figures resting on fewer than five answers and says so`() {
        let released = Self.release([Self.member(.organization, "", 0..<30, 0.5, answers: 4)])
        #expect(
            released[0].withheldBecause
                == Reason("tooFewAnswers", "Withheld: this rests on fewer than five answers."))
    }

    @Test func `withholds the smallest other team beside one that is hidden, and says so`() {
        let released = Self.release([
            Self.member(.organization, "", 0..<33, 11.0 / 33), Self.member(.team, "a", 0..<20, 0.3),
            Self.member(.team, "b", 20..<30, 0.3), Self.member(.team, "c", 30..<33, 2.0 / 3),
        ])
        #expect(released[0].figure?.value == 11.0 / 33)
        #expect(released[1].figure?.value == 0.3)
        #expect(
            released[2].withheldBecause
                == Reason(
                    "wouldRevealOthers",
                    "Withheld: together with the other figures shown, it would give away a smaller group or a person."
                ))
        #expect(released[3].withheldBecause?.code == "groupTooSmall")
    }

    @Test func `withholds scores by the same difference rule`() {
        let released = Self.release(
            [
                Self.member(.organization, "", 0..<33, 3.1, unit: .score),
                Self.member(.team, "a", 0..<30, 3.3, unit: .score),
            ], kind: .scores)
        #expect(released[0].figure?.value == 3.1)
        #expect(released[1].withheldBecause?.code == "wouldRevealOthers")
    }

    @Test func `keeps a band from being undone by subtraction`() {
        // Twelve of whom seven count; a team of five of whom all do: the other seven would show it.
        let world = World(table: [[[5]], [[7]]]) { cell, _ in cell == 0 ? 5 : 2 }
        var office = FamilyRelease(policy: .protected)
        let released = office.release(world.family())
        #expect(released[0].figure?.precision == .fivePoints)
        #expect(released.compactMap(\.figure).count == 2)
    }

    @Test func `rounds shares of fewer than twenty to five points, intervals outward`() {
        let people = Self.people(0..<14)
        let figure = Sensitive(
            Measured.known(
                Estimate(
                    5.0 / 14, interval: Interval(low: 0.161, high: 0.6123, level: 0.9), n: 14, unit: .share)),
            about: people)
        let released = Self.release([
            Family.Member(scope: Scope(.organization, ""), everybody: people, figure: figure)
        ])
        #expect(
            released[0].figure
                == PublishedEstimate(
                    value: 0.35, interval: Interval(low: 0.15, high: 0.65, level: 0.9), n: 14, unit: .share,
                    precision: .fivePoints))
    }

    @Test(arguments: [
        (0, "hardly anybody"), (1, "hardly anybody"), (9, "nearly everybody"), (10, "nearly everybody"),
    ])
    func `says a band where a small group is all alike but for one`(count: Int, words: String) {
        let share = Double(count) / 10
        let released = Self.release([Self.member(.organization, "", 0..<10, share)])
        #expect(released[0].figure?.precision == .band(words))
        #expect(released[0].figure?.interval == nil)
        #expect(released[0].figure?.value == (count < 5 ? 0.05 : 0.95))
    }

    @Test(arguments: [
        (0, "hardly anybody"), (1, "hardly anybody"), (119, "nearly everybody"), (120, "nearly everybody"),
    ])
    func `says a band where a large group is all alike but for one`(count: Int, words: String) {
        let released = Self.release([Self.member(.organization, "", 0..<120, Double(count) / 120)])
        #expect(released[0].figure?.precision == .band(words))
        #expect(released[0].figure?.interval == nil)
        #expect(released[0].figure?.n == 120)
        #expect(released[0].figure?.value == (count < 5 ? 0.5 / 120 : 1 - 0.5 / 120))
    }

    @Test func `shows figures of twenty as measured`() {
        let released = Self.release([Self.member(.organization, "", 0..<20, 0.35)])
        #expect(released[0].figure?.precision == .exact)
        #expect(released[0].figure?.interval == Interval(low: 0.175, high: 0.675, level: 0.9))
    }

    @Test func `gives scores of small groups two digits`() {
        let released = Self.release(
            [Self.member(.organization, "", 0..<8, 3.456, unit: .score)], kind: .scores)
        #expect(released[0].figure?.value == 3.5)
        #expect(released[0].figure?.interval == Interval(low: 1.7, high: 2.3, level: 0.9))
    }

    @Test func `hides the size of a small denominator that tells what people did`() {
        let released = Self.release([Self.member(.organization, "", 0..<8, 0.5)], telling: true)
        #expect(released[0].figure?.n == nil)
        #expect(Self.release([Self.member(.organization, "", 0..<20, 0.5)], telling: true)[0].figure?.n == 20)
    }

    @Test func `leaves no remainder of few answers`() {
        let released = Self.release([
            Self.member(.organization, "", 0..<40, 0.5, answers: 20),
            Self.member(.team, "a", 0..<20, 0.5, answers: 10),
            Self.member(.team, "b", 20..<40, 0.5, answers: 8),
        ])
        #expect(released[0].figure != nil)
        #expect(released[1].figure != nil)
        #expect(released[2].withheldBecause?.code == "wouldRevealOthers")
    }

    @Test func `says what is not known where the whole organisation lacks it`() {
        let reason = Reason("noPulse", "No pulse was read.")
        let members = [(Scope.Kind.organization, 0..<30), (.team, 0..<10), (.team, 10..<13)].map {
            kind, range in
            Family.Member(
                scope: Scope(kind, ""), everybody: Self.people(range),
                figure: Sensitive<Measured<Estimate>>(.notKnown(reason), about: PeopleSet()))
        }
        let released = Self.release(members)
        #expect(released[0].shown?.reason == reason)
        #expect(released[1].shown?.reason == reason)
        #expect(released[2].withheldBecause?.code == "groupTooSmall")
    }

    @Test func `withholds a reason that speaks of few people`() {
        let members = [
            Self.member(.organization, "", 0..<30, 0.5),
            Family.Member(
                scope: Scope(.team, "a"), everybody: Self.people(0..<10),
                figure: Sensitive(.notKnown(Reason("nobodyTried", "Nobody has tried.")), about: PeopleSet())),
        ]
        #expect(Self.release(members)[1].withheldBecause?.code == "groupTooSmall")
    }

    @Test func `shows everything as measured without protection`() {
        let released = Self.release([Self.member(.organization, "", 0..<2, 0.5)], .unprotected)
        #expect(released[0].figure?.value == 0.5)
        #expect(released[0].figure?.precision == .exact)
    }

    @Test func `cannot be given lower minima than the house's`() {
        let policy = DisclosurePolicy.stricter(minimumGroup: 2, roundingBelow: 3)
        #expect(policy == .protected)
        #expect(
            DisclosurePolicy.stricter(minimumGroup: 8).groupTooSmall.sentence
                == "Withheld: this rests on fewer than eight people.")
    }
}
