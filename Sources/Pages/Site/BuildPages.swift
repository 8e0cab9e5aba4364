import Figures
package import Measures
package import Rollout

/// The stages of a use case, in their order.
package enum UseCaseStage: String, Hashable, Sendable, CaseIterable {
    case idea, building, live, retired

    /// Where a use case stands on a day.
    package init(_ useCase: UseCase, on day: Day) {
        if let retired = useCase.retired, retired <= day {
            self = .retired
        } else if let live = useCase.live, live <= day {
            self = .live
        } else if let started = useCase.started, started <= day {
            self = .building
        } else {
            self = .idea
        }
    }

    /// In a word.
    package var label: String {
        switch self {
        case .idea: "Idea"
        case .building: "Being built"
        case .live: "Live"
        case .retired: "Retired"
        }
    }

    /// The day the stage was reached, and since when in words.
    package func since(_ useCase: UseCase, on day: Day) -> String {
        let reached: Day? =
            switch self {
            case .idea: useCase.idea
            case .building: useCase.started
            case .live: useCase.live
            case .retired: useCase.retired
            }
        guard let reached, reached <= day else { return "date not known" }
        let weeks = (Int(day.number) - Int(reached.number)) / 7
        return weeks == 0 ? "this week" : weeks == 1 ? "for a week" : "for \(weeks) weeks"
    }
}

/// A champion's week.
package struct BuildWeekModel: Sendable {
    /// Hours of one week.
    package struct Hours: Sendable {
        package let week: String
        package let promised: String
        package let kept: String

        package init(week: Week, promised: Double, kept: Double?) {
            self.week = week.monday.long
            self.promised = Printed.decimal(promised, places: 1)
            self.kept = kept.map { Printed.decimal($0, places: 1) } ?? "not written down"
        }
    }

    /// One use case of the pipeline.
    package struct Case: Sendable {
        package let title: String
        package let note: String
    }

    /// One stage of the pipeline.
    package struct Stage: Sendable {
        package let name: String
        /// Nil where there is none.
        package let count: Int?
        package let cases: [Case]
        package let more: String?
    }

    static let mostCases = 8

    package let lead: String
    package let hoursTitle: String
    package let hours: [Hours]
    package let hasHours: Bool
    package let supply: [Fact]
    package let pipelineTitle: String
    package let stages: [Stage]
    package let uncovered: [String]
    package let hasUncovered: Bool

    package init(
        hours: [(week: Week, promised: Double, kept: Double?)], supply: [Fact], useCases: [UseCase],
        asOf: Day, uncovered: [String]
    ) {
        lead =
            "One committed person with protected time builds several use cases a week. This page is about that time, and what comes of it."
        self.hours = hours.sorted { $0.week > $1.week }.prefix(12).map {
            Hours(week: $0.week, promised: $0.promised, kept: $0.kept)
        }
        hasHours = !hours.isEmpty
        let promised = hours.reduce(0) { $0 + ($1.kept == nil ? 0 : $1.promised) }
        let kept = hours.reduce(0) { $0 + ($1.kept ?? 0) }
        hoursTitle =
            promised > 0
            ? "\(Printed.percent(min(1, kept / promised))) of the promised hours were kept"
            : hours.isEmpty ? "No hours are promised" : "Nobody wrote down which hours were kept"
        self.supply = supply
        let byStage = Dictionary(grouping: useCases) { UseCaseStage($0, on: asOf) }
        stages = UseCaseStage.allCases.map { stage in
            let all = (byStage[stage] ?? []).sorted { ($0.title, $0.id) < ($1.title, $1.id) }
            return Stage(
                name: stage.label, count: all.isEmpty ? nil : all.count,
                cases: all.prefix(BuildWeekModel.mostCases).map {
                    Case(title: $0.title, note: stage.since($0, on: asOf))
                },
                more: all.count > BuildWeekModel.mostCases
                    ? "and \(all.count - BuildWeekModel.mostCases) more" : nil)
        }
        let live = byStage[.live]?.count ?? 0
        let open = (byStage[.idea]?.count ?? 0) + (byStage[.building]?.count ?? 0)
        pipelineTitle =
            useCases.isEmpty
            ? "No use case is in the register yet" : "\(live) live, \(open) on the way"
        self.uncovered = uncovered
        hasUncovered = !uncovered.isEmpty
    }
}

/// The register of use cases.
package struct UseCasesModel: Sendable {
    /// One use case.
    package struct Line: Sendable {
        package let title: String
        package let tool: String
        package let stage: String
        package let since: String
        package let roles: String
        package let covered: String
        package let tried: String
        package let kept: String

        package init(
            _ useCase: UseCase, roles: [String], asOf: Day, covered: String, tried: String, kept: String
        ) {
            let stage = UseCaseStage(useCase, on: asOf)
            title = useCase.title
            tool = useCase.tool ?? ""
            self.stage = stage.label
            since = stage.since(useCase, on: asOf)
            self.roles = roles.isEmpty ? "every role" : roles.joined(separator: ", ")
            self.covered = covered
            self.tried = tried
            self.kept = kept
        }
    }

    package let lead: String
    package let caption: String
    package let findValue: String
    package let cases: [Line]
    package let hasCases: Bool
    package let empty: String

    package init(cases: [Line], total: Int, find: String) {
        lead = "What was built, for whom, and whether it is used: covered, tried, kept."
        self.cases = cases
        hasCases = !cases.isEmpty
        findValue = Markup.escaped(find)
        caption = cases.count == total ? "\(total) use cases" : "\(cases.count) of \(total) use cases"
        empty =
            total == 0
            ? "The register is empty. Bring in use-cases.csv: an id, a title and the day it went live are enough."
            : "No use case matches. Search for a tool, a role or a word of the title."
    }
}

extension Site {
    /// A champion's week.
    package static func buildWeek(_ model: BuildWeekModel, shell: ShellModel) -> String {
        render("build-week", title: "Build week", page: model, shell: shell)
    }

    /// The register of use cases.
    package static func useCases(_ model: UseCasesModel, shell: ShellModel) -> String {
        render("use-cases", title: "Use cases", page: model, shell: shell)
    }
}
