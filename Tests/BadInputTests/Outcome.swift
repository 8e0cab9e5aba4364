import Intake
import Rollout

/// What comes of reading a case, as the manifest tells it.
struct Outcome {
    /// 0 read, 3 not readable, 4 read with a file lost.
    let exitCode: Int32
    let notices: [Notice]
    /// Lines of the manifest, without the name of the case.
    let lines: [String]

    /// Reads a case in this process.
    init(reading path: String) throws {
        do {
            let result = try CaseReader().read(FolderCase(path))
            notices = result.notices
            exitCode = result.notices.contains { $0.severity == .error } ? 4 : 0
            let rows = result.statistics.files.map {
                "rows \(Outcome.shown($0.file)): \($0.rowsRead) read, \($0.rowsRefused) refused"
            }
            lines = ["exit \(exitCode)"] + rows + result.notices.map(Outcome.line)
        } catch let failure as IntakeFailure {
            notices = []
            exitCode = 3
            let place = failure.place.replacing(path, with: "CASE")
            lines = ["exit 3", "failure \(Outcome.shown(place)): \(failure.message)"]
        }
    }

    /// A notice as one line.
    static func line(_ notice: Notice) -> String {
        let place = (notice.file.map(shown) ?? "-") + (notice.line.map { ":\($0)" } ?? "")
        return "\(notice.severity.rawValue) \(place) \(notice.id): \(notice.message)"
    }

    /// A path whose line breaks and escapes can be seen.
    private static func shown(_ path: String) -> String {
        path.unicodeScalars.map { $0.value < 32 ? "\\u{\(String($0.value, radix: 16))}" : String($0) }.joined()
    }
}
