import ArgumentParser
import Casework
import Foundation
import Spread
import Wire

/// `firsthand plan --graph FILE`: whom to give an experience first, on a graph of numbers.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Choose whom to give an experience first, so that it reaches as many as possible.",
        discussion: """
            --graph takes a text of numbers: a line "nodes arcs", then a line "source end" for each arc. \
            Seeds are checked by cascades played forward, which share no code with the choice.
            """)

    enum Model: String, ExpressibleByArgument, CaseIterable { case ic, lt, threshold }
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "The graph file; gzip is read too.", completion: .file())
    var graph: String

    @Option(help: "ic (one contact can be enough), lt (weights add up) or threshold (several contacts).")
    var model: Model = .ic

    @Option(help: "wc (one over the arcs into a person) or uniform:P, for ic and lt.")
    var weights = "wc"

    @Option(help: "For threshold: a number of contacts from 1 on, or a share below 1.")
    var contacts = 2.0

    @Option(help: "Seeds to choose.")
    var seeds = 50

    @Option(help: "At least 1 - 1/e - epsilon of the best possible is guaranteed, for ic and lt.")
    var epsilon = 0.1

    @Option(help: "Cascades played forward to check the seeds.")
    var runs = 10_000

    @Option(name: .customLong("random-seed"), help: "The same seed gives the same answer.")
    var randomSeed: UInt64 = 1

    @Option(help: "Threads; the answer does not depend on them.")
    var threads = 1

    @Option(help: "What to print: text or json.")
    var format: Format = .text

    func validate() throws {
        _ = try chance()
        _ = try rule()
        guard seeds >= 1 else { throw ValidationError("--seeds takes a number from 1 on; got \(seeds).") }
        guard epsilon > 0, epsilon < 0.63 else {
            throw ValidationError("--epsilon lies between 0 and 0.63; got \(epsilon).")
        }
        guard runs >= 2, runs <= 10_000_000 else {
            throw ValidationError("--runs takes a number from 2 to 10000000; got \(runs).")
        }
        guard threads >= 1, threads <= 256 else {
            throw ValidationError("--threads takes a number from 1 to 256; got \(threads).")
        }
    }

    private func chance() throws -> ArcChance {
        if weights == "wc" { return .weightedCascade }
        if weights.hasPrefix("uniform:"), let chance = Double(weights.dropFirst(8)), chance >= 0, chance <= 1
        {
            return .uniform(chance)
        }
        throw ValidationError(
            "--weights takes wc, or uniform: with a probability, for example uniform:0.02; got '\(weights)'.")
    }

    private func rule() throws -> ContactRule {
        if contacts > 0, contacts < 1 { return .share(contacts) }
        if contacts >= 1, contacts <= 1_000_000, contacts.rounded() == contacts {
            return .atLeast(Int(contacts))
        }
        throw ValidationError(
            "--contacts takes a whole number from 1 on, or a share between 0 and 1; got \(contacts).")
    }

    func run() throws {
        let read = try GraphPlan.read(graph)
        let passing: GraphPlan.Passing =
            switch model {
            case .ic: .cascade(.independentCascade, try chance())
            case .lt: .cascade(.linearThreshold, try chance())
            case .threshold: .contacts(try rule())
            }
        let plan = GraphPlan(
            read, passing: passing, seeds: seeds, epsilon: epsilon, runs: runs, randomSeed: randomSeed,
            threads: threads)
        switch format {
        case .json:
            print(
                SeedsBody(
                    seeds: plan.seeds, estimatedSpread: plan.reach, low: plan.reach - plan.halfWidth,
                    high: plan.reach + plan.halfWidth, samples: plan.samples, cpuSeconds: plan.cpuSeconds
                ).line)
        case .text: print(words(plan, people: read.nodeCount).joined(separator: "\n"))
        }
    }

    private func words(_ plan: GraphPlan, people: Int) -> [String] {
        let paper = Paper.standardOutput()
        var lines = paper.wrapped("Seeds: " + plan.seeds.map(String.init).joined(separator: " "))
        lines.append("")
        if let guaranteed = plan.guaranteed {
            lines += paper.wrapped(
                String(
                    format:
                        "They reach %.0f of %d on average (%.0f to %.0f, 95 %%). No choice of as many reaches "
                        + "more than %.0f; at least %.0f %% of the best is certain.", plan.reach, people,
                    plan.reach - plan.halfWidth, plan.reach + plan.halfWidth, plan.bestPossible,
                    100 * guaranteed))
        } else {
            lines += paper.wrapped(
                String(
                    format:
                        "They reach %.0f of %d; no choice of as many reaches more than %.0f. Where several "
                        + "contacts are needed a second one adds more than a first, so no quick choice has a "
                        + "guarantee: the gap between the two numbers is what is not known.", plan.reach,
                    people,
                    plan.bestPossible))
        }
        return lines
    }
}
