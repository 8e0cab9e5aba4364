import ArgumentParser
import Casework
import Diagnosis
import Disclosure
import Foundation
import Intake
import Measures
import Rollout
import Specimens

/// `firsthand evaluate`: diagnoses many organisations whose illness is known.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Diagnose many synthetic organisations and say how often the diagnosis was right.",
        discussion: """
            Seeds up to 99999 are for tuning, those from 100000 on for reporting; the guide's figures come \
            from the second kind.
            """)

    @Option(help: "Organisations of each illness and world.")
    var each = 10

    @Option(help: "First seed.")
    var from: UInt64 = 100_000

    @Option(help: "Worlds to visit; all if left out.")
    var world: [World] = []

    @Option(help: "Threads.")
    var threads = 2

    @Flag(help: "Print one line an organisation as well, for a closer look.")
    var rows = false

    @Flag(
        help: "Do not run the baseline of the verdict twelve weeks earlier, which costs a second diagnosis.")
    var fast = false

    func run() async throws {
        let worlds = world.isEmpty ? World.allCases : world
        let plans = worlds.flatMap { world in
            Illness.allCases.flatMap { illness in
                (0..<each).map { place in
                    SpecimenPlan(
                        illness: illness,
                        second: world == .twoCauses ? EvaluateCommand.second(illness, place) : nil,
                        world: world, seed: from + UInt64(place))
                }
            }
        }
        let progress = ProgressBar(isQuiet: false)
        let fast = fast
        var scored = [Scored?](repeating: nil, count: plans.count)
        try await withThrowingTaskGroup(of: (Int, Scored?).self) { group in
            var next = 0
            func start() {
                guard next < plans.count else { return }
                let index = next
                next += 1
                let plan = plans[index]
                group.addTask { (index, try EvaluateCommand.score(plan, fast: fast)) }
            }
            for _ in 0..<max(1, threads) { start() }
            var done = 0
            for try await (index, result) in group {
                scored[index] = result
                done += 1
                progress.show("Diagnosing", Double(done) / Double(plans.count))
                start()
            }
        }
        progress.finish()
        let results = scored.compactMap(\.self)
        if rows { for (plan, one) in zip(plans, scored) { print(EvaluateCommand.row(plan, one)) } }
        let cards = worlds.map { world in
            Scorecard(results.filter { $0.world == world.rawValue }, world: world.rawValue)
        }
        let all = cards.count > 1 ? [Scorecard(results, world: "all")] : []
        print(ScorecardText.table(cards + all).joined(separator: "\n"))
    }

    /// The second cause of an organisation with two, a different one each time.
    private static func second(_ illness: Illness, _ place: Int) -> Illness? {
        let others = Illness.causes.filter { $0 != illness }
        return illness == .healthy ? nil : others[place % others.count]
    }

    static func score(_ plan: SpecimenPlan, fast: Bool) throws -> Scored? {
        let specimen = SpecimenFactory.make(plan)
        var files: [String: [UInt8]] = ["case.yaml": Array(specimen.yaml.utf8)]
        for table in specimen.files { files[table.file] = CSVWriter.bytes(of: table) }
        let investigation = try Investigation(reading: MemoryCase(files: files))
        let publication = investigation.publish(policy: .unprotected)
        let earlier =
            fast
            ? nil
            : Investigation(investigation, asOf: investigation.evidence.asOf.advanced(by: -84))
                .publish(policy: .unprotected)
        let truth = specimen.truth
        let causes = [truth.firstCause, truth.secondCause].compactMap { $0?.barrier }
        return Scored(
            world: plan.world.rawValue, phase: truth.phase.verdict, causes: causes,
            habitNow: truth.habitShareNow, habitLater: truth.habitShareLater, publication: publication,
            earlier: earlier)
    }

    private static func row(_ plan: SpecimenPlan, _ one: Scored?) -> String {
        guard let one else { return "\(plan.world.rawValue),\(plan.illness.rawValue),\(plan.seed),none" }
        let p = one.verdict.probabilities
        return [
            plan.world.rawValue, plan.illness.rawValue, "\(plan.seed)", one.phase.rawValue,
            one.verdict.code.rawValue, String(format: "%.2f,%.2f,%.2f", p.moving, p.phase1, p.phase2),
            String(format: "%.3f,%.3f", one.habitNow, one.habitLater),
            one.named.map { "\($0.code.rawValue):\(String(format: "%.2f", $0.firstProbability))" }.joined(
                separator: "|"),
        ].joined(separator: ",")
    }
}

extension Illness {
    /// The barrier that this illness should be named as; nil for the healthy.
    var barrier: BarrierCode? { BarrierCode(rawValue: rawValue) }
}

extension Truth.Phase {
    /// The verdict that came true.
    var verdict: VerdictCode {
        switch self {
        case .moving: .moving
        case .phase1: .phase1
        case .phase2: .phase2
        }
    }
}
