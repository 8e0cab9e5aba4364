import Diagnosis
import Measures
@_spi(Disclosure) import Rollout
import Testing

@Suite struct `A verdict` {
    @Test func `is moving where most have a habit`() {
        let reading = SmallCase.read(SmallCase(uses: { _, place, _ in place < 4 }).evidence())
        #expect(reading.verdict?.code == .moving)
        #expect(reading.barriers.isEmpty)
    }

    @Test func `is phase 2 where use cases arrive and hardly anybody keeps one`() {
        let reading = SmallCase.read(
            SmallCase(uses: { _, place, week in place == 1 && week % 9 == 0 }).evidence())
        #expect(reading.verdict?.code == .phase2)
    }

    @Test func `is phase 1 where champions build next to nothing`() {
        var evidence = SmallCase(uses: { _, place, week in place == 1 && week % 9 == 0 }).evidence()
        evidence.useCases = [UseCase(id: "u", title: "One", live: SmallCase.asOf.advanced(by: -300))]
        #expect(SmallCase.read(evidence).verdict?.code == .phase1)
    }

    @Test func `needs a register, and names it`() {
        var evidence = SmallCase(uses: { _, _, _ in true }).evidence()
        evidence.useCases = []
        let verdict = SmallCase.read(evidence).verdict
        #expect(verdict?.code == .notEnoughEvidence)
        #expect(
            verdict?.missing.first?.hasPrefix("The use-case register is empty: add use-cases.csv.") == true)
    }

    @Test(arguments: [(4, 8), (8, 3)]) func `needs thirty people in six teams`(teams: Int, size: Int) {
        let reading = SmallCase.read(
            SmallCase(teams: teams, size: size, uses: { _, _, _ in true }).evidence())
        #expect(reading.verdict?.code == .notEnoughEvidence)
        #expect(reading.verdict?.missing.isEmpty == false)
    }

    @Test func `has probabilities that add to one and are never certain`() throws {
        for place in 0...6 {
            let reading = SmallCase.read(SmallCase(uses: { _, own, _ in own < place }).evidence())
            let p = try #require(reading.verdict?.probabilities)
            #expect(abs(p.moving + p.phase1 + p.phase2 - 1) < 1e-12)
            for one in [p.moving, p.phase1, p.phase2] { #expect(one > 0 && one < 1) }
        }
    }

    @Test func `moves with the habit share`() throws {
        let moving = try (0...6).map { place in
            try #require(SmallCase.read(SmallCase(uses: { _, own, _ in own < place }).evidence()).verdict)
                .probabilities.moving
        }
        // Near everybody the share is sure anyway; only there may the last thousandth go either way.
        for (one, next) in zip(moving, moving.dropFirst()) { #expect(next >= one - 0.001) }
    }

    @Test func `is tried at nine pairs of thresholds`() {
        let reading = SmallCase.read(SmallCase(uses: { _, place, _ in place < 2 }).evidence())
        #expect(reading.verdict?.sensitivity.count == 9)
    }

    @Test func `is the same for the same evidence and seed, and for another seed in its measures`() {
        let evidence = SmallCase(uses: { team, place, week in (team * place + week) % 4 == 0 }).evidence()
        let (one, other) = (SmallCase.read(evidence, seed: 4), SmallCase.read(evidence, seed: 4))
        for code in MeasureCode.allCases { #expect(one[code] == other[code], "\(code.rawValue)") }
        #expect(SmallCase.read(evidence, seed: 5)[.habit] == one[.habit])
    }

    @Test func `never leaves a measure without a value or a reason`() {
        var evidence = Evidence(asOf: SmallCase.asOf)
        evidence.teams = [Team(name: "alone")]
        evidence.roles = ["clerk"]
        evidence.people = [Person(id: PersonID(0), team: 0, role: 0, layer: .contributor)]
        for measure in SmallCase.read(evidence).measures {
            if let estimate = measure.value.exposed.value { #expect(estimate.value.isFinite) }
            if let reason = measure.value.exposed.reason { #expect(!reason.sentence.isEmpty) }
        }
    }
}

@Suite struct `Barriers` {
    private static let good: [PulseItem: Int] = [
        .tedium: 4, .interruptionsOrStress: 4, .time: 4, .managerSupport: 4, .clarity: 4, .changeLoad: 2,
        .choice: 4, .advocacy: 7,
    ]
    private static let stuck = SmallCase(uses: { _, place, week in place == 1 && week % 9 == 0 })

    private func first(_ changed: [PulseItem: Int]) -> BarrierCode? {
        var evidence = Self.stuck.evidence()
        SmallCase.ask(&evidence, Self.good.merging(changed) { $1 })
        return SmallCase.read(evidence).barriers.first?.code
    }

    @Test(arguments: [
        (PulseItem.time, 1, BarrierCode.noTimeOrFocus), (.managerSupport, 1, .enthusiasmGap),
        (.clarity, 1, .messageMisalignment), (.changeLoad, 5, .changeFatigue),
        (.choice, 1, .superficialCompliance),
    ])
    func `rank first where the answers fall short alone`(item: PulseItem, answer: Int, barrier: BarrierCode) {
        #expect(first([item: answer]) == barrier)
    }

    @Test func `rank personal value first where nobody feels a benefit`() {
        #expect(first([.tedium: 1, .interruptionsOrStress: 1]) == .noPersonalValue)
    }

    @Test func `are not named where every answer is good`() {
        #expect(first([:]) == nil)
    }

    @Test func `never pool hope with experience`() {
        var evidence = Self.stuck.evidence()
        SmallCase.ask(&evidence, Self.good, experience: 0)
        evidence.pulse = evidence.pulse.map { answer in
            PulseAnswer(
                wave: answer.wave, team: answer.team, role: answer.role, layer: answer.layer,
                item: answer.item,
                reply: answer.reply, variant: answer.variant.map { _ in .expected },
                respondent: answer.respondent)
        }
        let reading = SmallCase.read(evidence)
        #expect(reading[.personalBenefit].reason?.code == "notAsked")
        #expect(reading[.expectedBenefit].value?.value == 1)
    }

    @Test func `say what each is missing`() {
        let reading = SmallCase.read(Self.stuck.evidence())
        let gap = (reading.barriers + reading.unnamed).first { $0.code == .enthusiasmGap }
        #expect(gap?.missing == ["No pulse (Q5): whether managers help cannot be seen in any log."])
        #expect(gap?.severity.exposed.reason?.code == "noEvidence")
    }
}

@Suite struct `A phrase` {
    @Test func `is cut at its slots`() {
        let phrase = Phrase("{habit} of {habit.n} ({habit.interval}), {nonsense}.")
        #expect(
            phrase.pieces == [
                .slot(.init(code: .habit, part: .value)), .text(" of "), .slot(.init(code: .habit, part: .n)),
                .text(" ("), .slot(.init(code: .habit, part: .interval)), .text("), {nonsense}"), .text("."),
            ])
    }
}
