package import Archive
import Intake

/// The audit log as a CSV table.
package enum AuditList {
    /// The table as UTF-8 bytes; formula cells are made harmless.
    package static func csv(_ entries: [AuditEntry]) -> [UInt8] {
        var bytes: [UInt8] = []
        CSVWriter.append(["seconds", "day", "who", "action", "what", "team"], to: &bytes)
        for entry in entries {
            CSVWriter.append(
                [
                    String(entry.at.seconds), "\(entry.at.day)", entry.who, entry.action.rawValue, entry.what,
                    entry.team ?? "",
                ], to: &bytes)
        }
        return bytes
    }
}
