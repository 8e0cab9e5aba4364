import Intake
package import Rollout

/// What was found while reading, as a CSV table.
package enum NoticeList {
    /// The table as UTF-8 bytes; formula cells are made harmless.
    package static func csv(_ notices: [Notice]) -> [UInt8] {
        var bytes: [UInt8] = []
        CSVWriter.append(["severity", "id", "file", "line", "message"], to: &bytes)
        for notice in notices {
            CSVWriter.append(
                [
                    notice.severity.rawValue, notice.id, notice.file ?? "",
                    notice.line.map { String($0) } ?? "", notice.message,
                ], to: &bytes)
        }
        return bytes
    }
}
