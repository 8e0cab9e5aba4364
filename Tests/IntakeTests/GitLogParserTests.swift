import Intake
import Measures
import Testing

@Suite struct `Stream of git log` {
    /// Two commits as git prints them, the first with a message that looks like a border.
    private static let stream: [UInt8] = Array(
        ("\0Ann\0a@acme.test\02026-03-02\0HEAD\0one\n\n\nbody\u{1}\0\0\nsrc/a b.c\0\nodd\0"
            + "\0Ben\0b@acme.test\02026-03-03\0refs/pull/7/head\0\0\0"
            + "\0Kim\0k@acme.test\0not a day\0HEAD\0three\0\0").utf8)

    private func entries(pieces size: Int) -> (found: [String], undated: Int) {
        var parser = GitLogParser()
        var found: [String] = []
        func note(_ entry: GitLogEntry) {
            let files = entry.files.map { String(decoding: $0, as: UTF8.self) }
            let message = String(decoding: entry.message, as: UTF8.self)
            found.append("\(entry.author.name) \(entry.day) \(entry.source) \(message) \(files)")
        }
        let bytes = `Stream of git log`.stream
        for start in stride(from: 0, to: bytes.count, by: size) {
            parser.take(bytes[start..<min(start + size, bytes.count)], handler: note)
        }
        parser.finish(handler: note)
        return (found, parser.undated)
    }

    @Test func `is cut at the same borders whatever the size of its pieces`() {
        let whole = entries(pieces: 4096)
        #expect(
            whole.found == [
                "Ann 2026-03-02 HEAD one\n\n\nbody\u{1} [\"src/a b.c\", \"\\nodd\"]",
                "Ben 2026-03-03 refs/pull/7/head  []",
            ])
        for size in 1...70 { #expect(entries(pieces: size).found == whole.found, "\(size)") }
    }

    @Test func `counts a commit whose day cannot be read`() {
        #expect(entries(pieces: 16).undated == 1)
    }

    @Test func `of nothing holds nothing`() {
        var parser = GitLogParser()
        parser.take([]) { _ in Issue.record("an entry from nothing") }
        parser.finish { _ in Issue.record("an entry from nothing") }
    }
}
