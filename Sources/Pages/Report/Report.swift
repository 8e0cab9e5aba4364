package import Disclosure
import Figures
import Mustache

/// The report: one HTML file without script and without any request to the outside.
package enum Report {
    /// The report of a publication, as the text of an HTML file.
    ///
    /// - Parameters:
    ///   - plan: Where to invite, as a section of its own.
    ///   - simulation: What would come of each way to go on, as a section of its own.
    /// - Returns: The same bytes for the same publication.
    /// - Complexity: Linear in what is shown, but for the map of teams, which is cubic in at most 40 teams.
    package static func render(
        _ publication: Publication, plan: PlanPublication? = nil,
        simulation: ScenarioPublication? = nil
    ) -> String {
        render(ReportModel(publication, plan: plan, simulation: simulation))
    }

    /// The report of a model.
    package static func render(_ model: ReportModel) -> String {
        let css = Palette.stylesheet + "\n" + text(PackageResources.report_css)
        guard let page = library.render(Sheet(css: css, report: model), withTemplate: "report") else {
            preconditionFailure("the report's template is registered under its name")
        }
        return page
    }

    /// What the template sees.
    private struct Sheet {
        let css: String
        let report: ReportModel
    }

    /// The templates, parsed; they are part of the program, so a mistake in one is a mistake in the program.
    private static let library: MustacheLibrary = {
        var library = MustacheLibrary()
        do {
            try library.register(text(PackageResources.report_mustache), named: "report")
            try library.register(text(PackageResources.figure_mustache), named: "figure")
            try library.register(text(PackageResources.barrier_mustache), named: "barrier")
            try library.register(text(PackageResources.plan_mustache), named: "plan")
        } catch {
            preconditionFailure("a template cannot be parsed: \(error)")
        }
        return library
    }()

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
