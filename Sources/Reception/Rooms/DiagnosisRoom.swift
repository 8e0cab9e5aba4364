import Archive
import Casework
import Diagnosis
import Disclosure
import Hummingbird
import Measures
import Pages
import Rollout
import Wire

extension FrontDoor {
    /// The diagnosis, its scopes, comparisons and exports.
    func addDiagnosis(_ routes: RouteList) {
        routes.get("/diagnosis") { request, context in
            let visitor = try visitor(request, context, for: .diagnosis)
            guard let reading = try await reading() else { return Answer.redirect("/start") }
            try await installation.log(.looked, "Diagnosis", by: visitor)
            let find = String((Form(request.uri.query ?? "")["find"] ?? "").prefix(100))
            return try await diagnosisPage(reading, find: find, for: visitor, context)
        }
        routes.get("/diagnosis/:kind/:name") { request, context in
            let visitor = try visitor(request, context, for: .diagnosis)
            guard let reading = try await reading() else { return Answer.redirect("/start") }
            let kind = try context.parameters.require("kind")
            let name = try context.parameters.require("name")
            let scope = reading.publication.scopes.first {
                $0.scope.kind.rawValue == kind
                    && ($0.scope.name == name || FrontDoor.segment($0.scope.name) == name)
            }
            guard let scope else { throw HTTPError(.notFound) }
            try await installation.log(
                .looked, "Diagnosis of one \(kind)", by: visitor,
                team: scope.scope.kind == .team ? scope.scope.name : nil)
            let shell = try await shell(
                context, at: "/diagnosis",
                crumbs: [.init("Diagnosis", href: "/diagnosis"), .init(scope.scope.name)])
            return Answer.page(Site.scope(ScopePageModel(scope, in: reading.publication), shell: shell))
        }
        addExports(routes)
    }

    /// The whole diagnosis as a page.
    func diagnosisPage(
        _ reading: CurrentReading, find: String = "", for visitor: Visitor, _ context: FrontContext,
        planProblem: String? = nil
    ) async throws -> Response {
        let model = DiagnosisPageModel(
            reading.publication, report: await reports.report(reading), find: find,
            travel: try await travel(reading),
            planning: try await planSection(reading, for: visitor, problem: planProblem),
            address: FrontDoor.address)
        return Answer.page(
            Site.diagnosis(model, shell: try await shell(context, at: "/diagnosis")),
            status: planProblem == nil ? .ok : .badRequest)
    }

    /// The report to pass on: with the plan of the week, where it has been made.
    private func wholeReport(_ reading: CurrentReading) async throws -> ReportModel {
        guard let plan = try await madePlan(reading) else { return await reports.report(reading) }
        return await reports.report(reading, with: plan, of: planDesk.week)
    }

    /// Where a scope's page is.
    static func address(_ scope: Scope) -> String {
        "/diagnosis/\(scope.kind.rawValue)/\(segment(scope.name))"
    }

    /// A name as one step of a path.
    static func segment(_ name: String) -> String { Form.encode(name) }

    private func addExports(_ routes: RouteList) {
        routes.get("/diagnosis/report.html") { request, context in
            let visitor = try visitor(request, context, for: .diagnosis)
            guard let reading = try await reading() else { throw HTTPError(.notFound) }
            try await installation.log(.exported, "Report", by: visitor)
            return Answer.download(
                Array(Report.render(try await wholeReport(reading)).utf8),
                name: "firsthand-\(reading.publication.asOf).html", type: "text/html; charset=utf-8")
        }
        routes.get("/diagnosis/reading.json") { request, context in
            let visitor = try visitor(request, context, for: .diagnosis)
            guard let reading = try await reading() else { throw HTTPError(.notFound) }
            try await installation.log(.exported, "Reading as JSON", by: visitor)
            let body = DiagnosisBody(publication: reading.publication, product: settings.product)
            return Answer.download(
                Array(try body.encode()), name: "firsthand-\(reading.publication.asOf).json",
                type: "application/json")
        }
        routes.get("/diagnosis/measures.csv") { request, context in
            let visitor = try visitor(request, context, for: .diagnosis)
            guard let reading = try await reading() else { throw HTTPError(.notFound) }
            try await installation.log(.exported, "Measures as CSV", by: visitor)
            return Answer.download(
                MeasureList.csv(reading.publication), name: "firsthand-\(reading.publication.asOf).csv",
                type: "text/csv; charset=utf-8")
        }
    }
}
