import Rollout

/// Collects notices and keeps repeats in bounds: five of a kind in a file, then a count.
final class NoticeBook {
    /// Notices of one id in one file that are listed one by one.
    static let listed = 5

    private struct Kind: Hashable {
        let id: IntakeNotice
        let file: String?
    }

    private var counts: [Kind: Int] = [:]
    private var severities: [Kind: Notice.Severity] = [:]
    private var notices: [Notice] = []

    /// Adds a notice; beyond five of a kind in a file it is only counted.
    /// - Parameters:
    ///   - severity: Overrides the id's own.
    ///   - message: What was found and what to do, without personal values.
    func add(
        _ id: IntakeNotice, _ severity: Notice.Severity? = nil, file: String?, line: Int? = nil,
        _ message: @autoclosure () -> String
    ) {
        let kind = Kind(id: id, file: file)
        let count = counts[kind, default: 0] + 1
        counts[kind] = count
        let severity = severity ?? id.severity
        severities[kind] = max(severities[kind] ?? .note, severity)
        if count <= NoticeBook.listed {
            notices.append(Notice(id.rawValue, severity, file: file, line: line, message: message()))
        }
    }

    /// Counts more of a kind of which as many as are listed have been added.
    func count(_ id: IntakeNotice, file: String?, times: Int) {
        counts[Kind(id: id, file: file), default: 0] += times
    }

    /// Adds a notice about something that cannot be opened as a file.
    func addUnreadable(_ file: CaseFile) {
        let message =
            switch file.kind {
            case .file: "The file cannot be read. Check its permissions and try again."
            case .folder: "A folder bears the name of a file, and nothing is read from it. Put the file in its place."
            case .lockedFolder: "The folder cannot be listed, and nothing in it is read. Check its permissions and try again."
            case .special: "This is a pipe or a device and no file, and is not read. Put a file in its place."
            case .brokenLink: "The link leads nowhere, or back to itself. Let it point at a file, or remove it."
            }
        add(.unreadableFile, file: file.path, message)
    }

    /// Everything collected, with one line for what was only counted, in a fixed order.
    var all: [Notice] {
        var result = notices
        for (kind, count) in counts where count > NoticeBook.listed {
            result.append(
                Notice(
                    kind.id.rawValue, severities[kind] ?? kind.id.severity, file: kind.file,
                    message: "The same was found \(count) times; the first \(NoticeBook.listed) are listed."
                ))
        }
        return result.sorted { left, right in
            let one = (left.file ?? "", left.line ?? .max, left.id, left.message)
            let other = (right.file ?? "", right.line ?? .max, right.id, right.message)
            return one < other
        }
    }
}
