import Diagnosis
import Disclosure
import Measures
import Rollout
import Testing

/// How far two sources agree is a figure about the people both speak of.
@Suite struct `The agreement of sources` {
    private static let monday = Week(number: 2900).monday

    /// A file that lists people, each used on the days of the week that fit.
    private func source(
        _ name: String, people: Range<Int>, _ isUsed: (_ person: Int, _ day: Int) -> Bool
    ) -> SourceUse {
        let rows = people.flatMap { person in
            DaySet((0..<28).filter { isUsed(person, $0) }.map { Self.monday.advanced(by: $0) }).blocks.map {
                SourceUse.Row(person: Int32(person), block: $0)
            }
        }
        return SourceUse(
            name: name, kind: "kind", tool: "Assistant",
            listed: PeopleSet(people.map { PersonID($0) }), from: Self.monday,
            to: Self.monday.advanced(by: 27), absence: .notUsed, lateBy: nil, rows: rows)
    }

    private func pair(_ first: Range<Int>, _ second: Range<Int>) throws -> SourceComparison {
        try #require(
            SourceComparison(
                source("a.csv", people: first) { ($0 + $1) % 3 == 0 },
                source("b.csv", people: second) { ($0 + $1) % 3 == 0 && $1 % 5 != 0 },
                calendar: WorkCalendar()))
    }

    private func release(
        _ pairs: [SourceComparison], _ policy: DisclosurePolicy = .protected
    ) -> [PublishedAgreement] { AgreementRelease(policy: policy).release(pairs) }

    @Test func `of fewer than five people is withheld, with everything that rests on it`() throws {
        let small = try #require(release([try pair(0..<4, 0..<30)]).first)
        #expect(small.agreement.withheldBecause?.code == "groupTooSmall")
        #expect(small.kappa.shown == nil && small.secondHasOfFirst.shown == nil)
        #expect(small.people.shown == nil && small.personDays.shown == nil && small.weeks.shown == nil)
        #expect(small.reasons.isEmpty)
    }

    @Test func `of fewer than twenty people is rounded and comes without counts`() throws {
        let middle = try #require(release([try pair(0..<12, 0..<30)]).first)
        guard case .known(let share)? = middle.agreement.shown else {
            Issue.record("the agreement is not shown")
            return
        }
        #expect(abs(share.value * 100 - (share.value * 100).rounded()) < 1e-9)
        #expect(share.n == nil)
        #expect(middle.people.shown == nil && middle.personDays.shown == nil && middle.weeks.shown == nil)
    }

    @Test func `of many is shown with person-days to two digits, and by week`() throws {
        let large = try #require(release([try pair(0..<60, 0..<60)]).first)
        #expect(large.people.shown == 60)
        let days = try #require(large.personDays.shown)
        for count in [days.both, days.onlyFirst, days.onlySecond] where count >= 100 {
            #expect(count % 10 == 0)
        }
        #expect(days.onlySecond == 0)
        #expect(large.weeks.shown?.count == 4)
        #expect(large.reasons.map(\.cause) == [.widerDefinition])
    }

    @Test func `of two pairs that differ by one person is shown once`() throws {
        let published = release([try pair(0..<40, 0..<40), try pair(0..<41, 0..<41)])
        #expect(published.count { $0.agreement.shown != nil } == 1)
        let withheld = published.first { $0.agreement.shown == nil }
        #expect(withheld?.agreement.withheldBecause?.code == "wouldRevealOthers")
        #expect(withheld?.personDays.shown == nil)
    }

    @Test func `is all there without protection`() throws {
        let published = release([try pair(0..<3, 0..<3)], .unprotected)
        #expect(published.first?.people.shown == 3)
        #expect(published.first?.agreement.shown?.value?.n == 3)
    }
}
