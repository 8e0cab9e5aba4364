import ArgumentParser
import Casework
import Diagnosis
import Disclosure
import Foundation
import Intake
import Pages
import Spread
import Wire

/// `firsthand plan CASE`: which pairs of teams to bridge; `plan --graph FILE`: seeds on a graph of numbers.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract:
            "Say where invitations to a firsthand experience reach most: which pairs of teams to bridge.",
        discussion: """
            CASE is a case folder. The answer names pairs of teams and numbers of invitations, never people; what is to be \
            expected is played forward by a separate simulator, beside naive choices. \
            With --graph, a text of numbers is read instead (a line "nodes arcs", then a line "source end" for each arc) \
            and seeds are printed.
            """)

    enum Model: String, ExpressibleByArgument, CaseIterable { case ic, lt, threshold }
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }
    enum Goal: String, ExpressibleByArgument, CaseIterable {
        case reach
        case outOfSight = "out-of-sight"
        case leastReached = "least-reached"

        var goal: BridgeSearch.Goal {
            switch self {
            case .reach: .reach
            case .outOfSight: .outOfSight
            case .leastReached: .leastReached
            }
        }
    }

    @Argument(help: "The case folder; none with --graph.", completion: .directory)
    var caseFolder: String?

    @Option(help: "People to invite.")
    var invitations = 40

    @Option(help: "Hours of people's time that may be spent, instead of --invitations.")
    var hours: Int?

    @Option(help: "Demonstrations that may be held, instead of --invitations.")
    var demonstrations: Int?

    @Flag(name: .customLong("across-teams"), help: "Let users of another team do all the inviting.")
    var acrossTeams = false

    @Option(help: "What the plan is for: reach, out-of-sight or least-reached.")
    var goal: Goal = .reach

    @Option(help: "Weeks played forward.")
    var weeks = 26

    @Option(help: "The chance that somebody invited tries it, if you know it: a number from 0 to 1.")
    var accepts: Double?

    @Option(name: .customLong("most-load"), help: "Leave teams alone that carry more change than this.")
    var mostLoad = Prospect.mostLoad

    @Option(
        help: "Also write the whole report, with the plan in it, to this path.",
        completion: .file(extensions: ["html"]))
    var report: String?

    @Flag(help: "Show small groups too. Every page says so; do not pass it on.")
    var unprotected = false

    @OptionGroup var mapping: MapOptions

    @Option(help: "A graph file instead of a case; gzip is read too.", completion: .file())
    var graph: String?

    @Option(help: "With --graph: ic (one contact can be enough), lt (weights add up) or threshold (several).")
    var model: Model = .ic

    @Option(help: "With --graph: wc (one over the arcs into a person) or uniform:P, for ic and lt.")
    var weights = "wc"

    @Option(help: "With --graph, for threshold: a number of contacts from 1 on, or a share below 1.")
    var contacts = 2.0

    @Option(help: "With --graph: seeds to choose.")
    var seeds = 50

    @Option(
        help: "With --graph: at least 1 - 1/e - epsilon of the best possible is guaranteed, for ic and lt.")
    var epsilon = 0.1

    @Option(help: "Runs played forward; by default 1000 for a case and 10000 for a graph.")
    var runs: Int?

    @Option(
        name: [.customLong("random-seed"), .customLong("seed")], help: "The same seed gives the same answer.")
    var randomSeed: UInt64 = 1

    @Option(help: "Threads; the answer does not depend on them.")
    var threads = 1

    @Option(help: "What to print: text or json.")
    var format: Format = .text

    @Flag(name: .shortAndLong, help: "Show no progress.")
    var quiet = false

    func validate() throws {
        if (caseFolder == nil) == (graph == nil) {
            throw ValidationError("Give a case folder, or a graph with --graph; one of the two.")
        }
        _ = try chance()
        _ = try rule()
        func check(_ name: String, _ value: Int, _ range: ClosedRange<Int>) throws {
            guard range.contains(value) else {
                throw ValidationError(
                    "--\(name) takes a number from \(range.lowerBound) to \(range.upperBound); got \(value).")
            }
        }
        try check("seeds", seeds, 1...10_000_000)
        try check("invitations", invitations, 1...1_000_000)
        if hours != nil, demonstrations != nil {
            throw ValidationError("Give --hours or --demonstrations, not both.")
        }
        if let hours { try check("hours", hours, 1...1_000_000) }
        if let demonstrations { try check("demonstrations", demonstrations, 1...100_000) }
        try check("weeks", weeks, 1...520)
        try check("threads", threads, 1...256)
        if let runs { try check("runs", runs, 2...10_000_000) }
        guard epsilon > 0, epsilon < 0.63 else {
            throw ValidationError("--epsilon lies between 0 and 0.63; got \(epsilon).")
        }
        if let accepts, !(0...1).contains(accepts) {
            throw ValidationError("--accepts is a chance from 0 to 1; got \(accepts).")
        }
        guard mostLoad >= 0 else { throw ValidationError("--most-load is zero or more; got \(mostLoad).") }
        if let report {
            if graph != nil { throw ValidationError("--report goes with a case, not with --graph.") }
            if let obstacle = OutputFile.obstacle(to: report) {
                throw ValidationError("--report cannot be written to '\(report)': \(obstacle).")
            }
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
        if let graph { return try plan(graph: graph) }
        try plan(case: caseFolder ?? "")
    }

    private func plan(case folder: String) throws {
        let progress = ProgressBar(isQuiet: quiet)
        let stop = StopSignal()
        let investigation = try Investigation(reading: FolderCase(folder), maps: mapping.maps) { read in
            let share = read.size.map { $0 > 0 ? Double(read.bytesRead) / Double($0) : 0 } ?? 0
            progress.show("Reading \(read.file)", share)
        }
        let policy: DisclosurePolicy = unprotected ? .unprotected : .protected
        let limit = hours.map { PlanLimit.hours($0) } ?? demonstrations.map { .demonstrations($0) }
        var request = PlanRequest(
            invitations: limit?.invitations ?? invitations, acrossTeams: acrossTeams,
            leastShown: policy.minimumGroup)
        request.limit = limit
        request.goal = goal.goal
        request.weeks = weeks
        request.runs = runs
        request.seed = randomSeed
        request.accepts = accepts
        let plan: PlanPublication
        do {
            plan = try investigation.plan(request, mostLoad: mostLoad, policy: policy, threads: threads) {
                progress.show($0, $1)
                return !stop.isGiven
            }
        } catch let failure as ProspectFailure {
            progress.finish()
            throw ValidationError("There is no plan yet. \(failure.description)")
        }
        if let report {
            let publication = investigation.publish(seed: randomSeed, policy: policy) {
                progress.show($0, $1)
            }
            try OutputFile.write(Report.render(publication, plan: plan), to: report)
        }
        progress.finish()
        switch format {
        case .text:
            print(PlanText(plan: plan, paper: .standardOutput()).lines().joined(separator: "\n"))
            if let report { print("\nReport: \(report)") }
        case .json:
            try StandardStreams.write(PlanBody(plan, product: "firsthand \(Product.version)").encode())
            try StandardStreams.write(Data("\n".utf8))
        }
    }

    private func plan(graph path: String) throws {
        let read = try GraphPlan.read(path)
        let passing: GraphPlan.Passing =
            switch model {
            case .ic: .cascade(.independentCascade, try chance())
            case .lt: .cascade(.linearThreshold, try chance())
            case .threshold: .contacts(try rule())
            }
        let plan = GraphPlan(
            read, passing: passing, seeds: seeds, epsilon: epsilon, runs: runs ?? 10_000,
            randomSeed: randomSeed,
            threads: threads)
        switch format {
        case .json:
            print(
                SeedsBody(
                    seeds: plan.seeds, estimatedSpread: plan.reach, low: plan.reach - plan.halfWidth,
                    high: plan.reach + plan.halfWidth, samples: plan.samples, cpuSeconds: plan.cpuSeconds
                ).line)
        case .text:
            print(
                GraphPlanText(plan: plan, people: read.nodeCount, paper: .standardOutput()).lines()
                    .joined(separator: "\n"))
        }
    }
}
