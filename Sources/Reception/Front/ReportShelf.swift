import Casework
import Pages

/// The report of the latest reading, made once for everybody who asks for a page of it.
///
/// It is a function of what was published; at a hundred thousand people it takes longer to make than to send.
actor ReportShelf {
    private var last: (mark: CurrentReading.Mark, report: ReportModel)?

    /// The report of a reading.
    func report(_ reading: CurrentReading) -> ReportModel {
        if let last, last.mark === reading.mark { return last.report }
        let report = ReportModel(reading.publication)
        last = (reading.mark, report)
        return report
    }
}
