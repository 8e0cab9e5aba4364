import Foundation

/// A line on standard error that says what is being worked on; silent where nobody watches.
final class ProgressBar {
    private let start = ContinuousClock.now
    private let isWatched: Bool
    private var isShown = false

    init(isQuiet: Bool) { isWatched = !isQuiet && isatty(STDERR_FILENO) == 1 }

    /// Says where the work stands; nothing is shown in the first half second.
    func show(_ what: String, _ share: Double) {
        guard isWatched, ContinuousClock.now - start > .milliseconds(500) else { return }
        isShown = true
        let filled = Int(min(1, max(0, share)) * 24)
        let bar = String(repeating: "━", count: filled) + String(repeating: "─", count: 24 - filled)
        write("\r\u{1B}[K\(bar) \(Int(share * 100)) %  \(what)")
    }

    /// Clears the line.
    func finish() {
        if isShown { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
