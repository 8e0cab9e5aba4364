import Casework
import Disclosure
import Measures
import Pages

/// The report of the latest reading, and the plan drawn on it, made once for everybody who asks for a page of them.
///
/// They are functions of what was published; at a hundred thousand people they take longer to make than to send.
actor ReportShelf {
    private var last: (mark: CurrentReading.Mark, report: ReportModel)?
    private var planned: (mark: CurrentReading.Mark, week: Week, section: PlanSectionModel)?
    private var whole: (mark: CurrentReading.Mark, week: Week, report: ReportModel)?

    /// The report of a reading.
    func report(_ reading: CurrentReading) -> ReportModel {
        if let last, last.mark === reading.mark { return last.report }
        let report = ReportModel(reading.publication)
        last = (reading.mark, report)
        return report
    }

    /// A plan on the map of a reading.
    /// - Parameter week: The week whose plan it is: there is one a week.
    func plan(_ plan: PlanPublication, of week: Week, on reading: CurrentReading) -> PlanSectionModel {
        if let planned, planned.mark === reading.mark, planned.week == week { return planned.section }
        let section = PlanSectionModel(plan: plan, on: reading.publication.pictures)
        planned = (reading.mark, week, section)
        return section
    }

    /// The report of a reading with the plan of a week.
    func report(_ reading: CurrentReading, with plan: PlanPublication, of week: Week) -> ReportModel {
        if let whole, whole.mark === reading.mark, whole.week == week { return whole.report }
        let report = ReportModel(reading.publication, plan: plan)
        whole = (reading.mark, week, report)
        return report
    }
}
