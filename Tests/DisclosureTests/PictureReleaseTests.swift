import Diagnosis
import Disclosure
import Measures
import Rollout
import Testing

@Suite struct `Pictures and sentences` {
    static func point(_ range: Range<Int>, _ value: Double) -> Sensitive<Estimate> {
        Sensitive(
            Estimate(value, n: range.count, unit: .share), about: `The release of a family`.people(range))
    }

    @Test func `hold a point of the trend that counts other people`() {
        let points = [Self.point(0..<40, 0.2), Self.point(0..<42, 0.3), Self.point(0..<40, 0.25)]
        let released = TrendRelease(policy: .protected).release(points, latestIsSafe: true)
        #expect(released[0].shown?.value == 0.2)
        #expect(
            released[1].withheldBecause
                == Reason(
                    "membershipChanged",
                    "Withheld: this point counts other people than the rest of the trend, and the difference could be worked out."
                ))
        #expect(released[2].shown?.value == 0.25)
        let held = TrendRelease(policy: .protected).release(points, latestIsSafe: false)
        #expect(held[0].shown != nil && held[2].withheldBecause?.code == "wouldRevealOthers")
    }

    @Test func `hide a second layer where one is too small`() {
        func figure(_ range: Range<Int>) -> Sensitive<Measured<Estimate>> {
            `The release of a family`.member(.layer, "", range, 0.5, answers: range.count).figure
        }
        var office = FamilyRelease(policy: .protected)
        let released = LayerRelease.release(
            [(.executive, figure(0..<4)), (.manager, figure(4..<24)), (.contributor, figure(24..<100))],
            &office)
        #expect(released[0].withheldBecause?.code == "groupTooSmall")
        #expect(released[1].withheldBecause?.code == "wouldRevealOthers")
        #expect(released[2].figure?.value == 0.5)
    }

    @Test func `fill sentences from released figures alone`() {
        let shown = `The release of a family`.release([
            `The release of a family`.member(.organization, "", 0..<400, 0.18)
        ])[0]
        let hidden = `The release of a family`.release([
            `The release of a family`.member(.organization, "", 0..<3, 1)
        ])[0]
        let filling = PhraseFilling(released: [.habit: shown, .reach: hidden])
        #expect(
            filling.sentence("Of {habit.n} people {habit} keep one ({habit.interval}).")
                == "Of 400 people 18 % keep one (9–59 %).")
        #expect(filling.sentence("{reach} have tried one.") == nil)
        #expect(filling.sentence("{supply} are live.") == nil)
        #expect(filling.sentence("No figure {at all}.") == "No figure {at all}.")
        #expect(filling.sentences(["{reach}", "Plain.", "{habit}"]) == ["Plain.", "18 %"])
    }

    @Test func `say why small distributions and response rates are withheld`() {
        let policy = DisclosurePolicy.protected
        #expect(
            policy.distributionTooFewPeople.sentence
                == "Withheld: counts and distributions are shown from twenty people.")
        #expect(policy.responseTooFewPeople.sentence == "Withheld: response rates are shown from ten people.")
    }

    @Test func `give response rates only from ten people`() {
        let policy = DisclosurePolicy.protected
        var office = FamilyRelease(policy: policy)
        let family = Family(
            [`The release of a family`.member(.organization, "", 0..<9, 4.0 / 9)], policy: policy,
            floor: policy.responseRateMinimum, belowFloor: policy.responseTooFewPeople)
        #expect(office.release(family)[0].withheldBecause == policy.responseTooFewPeople)
    }
}
