import Diagnosis
import Measures
@_spi(Disclosure) import Rollout
import Testing

@Suite struct `What rests on who answered` {
    /// Eight leaders beside the teams; `silent` of every six contributors did not answer.
    private static func evidence(time: Int, leaders: Int, others: Int, silent: Int = 0) -> Evidence {
        var evidence = SmallCase(uses: { _, place, week in place == 1 && week % 9 == 0 }).evidence()
        let first = evidence.people.count
        evidence.teams.append(Team(name: "board"))
        for place in 0..<8 {
            evidence.people.append(
                Person(
                    id: PersonID(first + place), team: evidence.teams.count - 1, role: 0, layer: .executive))
        }
        evidence.sources.insert(.pulse)
        let answers: [PulseItem: Int] = [
            .experience: 3, .tedium: 4, .interruptionsOrStress: 4, .time: time, .managerSupport: 4,
            .clarity: 4,
            .changeLoad: 2, .choice: 4,
        ]
        for person in evidence.people
        where person.layer == .executive || person.id.ordinal % 6 >= silent {
            var mine = answers
            // One step up or down by person: answers that are all alike have no order to speak of.
            mine[.advocacy] =
                person.layer == .executive
                ? leaders + [0, 1, 0][person.id.ordinal % 3]
                : others + [0, 1, -1][(person.id.ordinal / 6 + person.id.ordinal) % 3]
            for (item, value) in mine.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                evidence.pulse.append(
                    PulseAnswer(
                        wave: SmallCase.asOf.advanced(by: -6), team: person.team, role: person.role,
                        layer: person.layer, item: item, reply: .value(value), variant: nil,
                        respondent: person.id.ordinal))
            }
        }
        return evidence
    }

    @Test func `is nothing where everybody answered`() throws {
        let reading = SmallCase.read(Self.evidence(time: 1, leaders: 9, others: 4))
        let silence = try #require(reading.nonResponse)
        #expect(silence.shifts.map(\.delta) == [0, -0.5, -1])
        #expect(Set(silence.shifts.map(\.firstBarrier)) == [.noTimeOrFocus])
        #expect(Set(silence.shifts.map(\.leadersKeener)) == [true])
        #expect(silence.shifts.first?.firstBarrier == reading.barriers.first?.code)
        #expect(
            silence.words.contains {
                $0.template.hasPrefix("The strongest barrier stays lack of time or focus even with the odds")
            })
    }

    @Test func `turns the leaders' lead where it hangs on the silent, and names the delta`() throws {
        // Leaders all answer; most others are silent, and those who speak are just as keen.
        let reading = SmallCase.read(Self.evidence(time: 1, leaders: 7, others: 7, silent: 5))
        let silence = try #require(reading.nonResponse)
        let keener = silence.shifts.map(\.leadersKeener)
        #expect(keener.first == false)
        #expect(keener.last == true)
        let turn = try #require(silence.shifts.first { $0.leadersKeener == true })
        let sign = turn.delta == -1 ? "−1" : "−0.5"
        #expect(
            silence.words.contains {
                $0.template.hasPrefix("Leaders would be clearly keener than the rest with the odds")
                    && $0.template.contains("(delta \(sign))")
            })
    }

    @Test func `is not read where nobody was asked, nor for a role`() {
        let plain = SmallCase(uses: { _, place, _ in place < 2 }).evidence()
        #expect(SmallCase.read(plain).nonResponse == nil)
        let scopes = Diagnosis.diagnose(Self.evidence(time: 1, leaders: 9, others: 4)).scopes
        #expect(scopes.dropFirst().allSatisfy { $0.nonResponse == nil })
    }

    @Test func `has a design effect of one where weights are even, and above it where they are not`() throws {
        let even = try #require(
            SmallCase.read(Self.evidence(time: 1, leaders: 9, others: 4))[.designEffect].value)
        #expect(even.value >= 1 && even.n == 56)
        let uneven = try #require(
            SmallCase.read(Self.evidence(time: 1, leaders: 9, others: 4, silent: 4))[.designEffect].value)
        #expect(uneven.value > even.value)
    }
}
