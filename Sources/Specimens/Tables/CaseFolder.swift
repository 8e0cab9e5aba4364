import Inference
import Measures
import Rollout

/// Writes a chronicle down as a case folder.
struct CaseFolder {
    let plan: SpecimenPlan
    let chronicle: Chronicle

    func specimen(truth: Truth) -> Specimen {
        func stream(_ name: String) -> RandomSource {
            RandomSource(seed: plan.seed, stream: "specimen.\(name)")
        }
        let days = (0..<chronicle.season.observed * 7).map { chronicle.text($0) }
        var logging = stream("events")
        var titling = stream("use-cases")
        var measuring = stream("examples")
        var shuffling = stream("respondents")
        let events = chronicle.events(using: &logging)
        // An engineer's second tool has a vendor export; its rows stand there or here, never in both.
        let exported: (UseEvent) -> Bool = {
            plan.withExports && $0.tool == ToolUse.code && !$0.mode.isWeak
        }
        var files = [
            chronicle.people(withAddresses: plan.withExports),
            chronicle.use(events.filter { !exported($0) }, days: days),
            chronicle.coverage(), chronicle.activity(days: days),
            chronicle.useCases(using: &titling), chronicle.champions(),
        ]
        if plan.world != .noPulse { files.append(chronicle.pulse(using: &shuffling)) }
        files += [
            chronicle.changes(), chronicle.messages(), chronicle.mandates(), chronicle.tieTable(),
            chronicle.examples(using: &measuring),
        ]
        var exporting = stream("exports")
        let exports =
            plan.withExports
            ? VendorExports(chronicle: chronicle).all(events, exported: exported, using: &exporting) : []
        return Specimen(
            plan: plan, name: chronicle.staff.name, files: files, yaml: yaml, exports: exports, truth: truth)
    }

    private var yaml: String {
        var lines = [
            "name: \"\(chronicle.staff.name)\"", "asOf: \(chronicle.season.asOf)", "calendar:",
            "  workdays: [1, 2, 3, 4, 5]", "  holidays:",
        ]
        lines += chronicle.season.writtenHolidays.map { "    - \($0)" }
        if plan.withExports {
            lines.append("people:")
            for member in chronicle.staff.members.indices where chronicle.toolUse.isEngineer[member] {
                lines.append("  \(Chronicle.key(member)): [\(Chronicle.login(member))]")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
