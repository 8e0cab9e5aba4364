import Foundation
import Intake
import Rollout
import Testing

/// Reads a folder named by `FIRSTHAND_READ_BENCH` and prints how fast that was; silent otherwise.
@Suite struct `Reading speed` {
    static var folder: String? { ProcessInfo.processInfo.environment["FIRSTHAND_READ_BENCH"] }

    @Test(.enabled(if: folder != nil)) func `is printed for a large case`() throws {
        let clock = ContinuousClock()
        var result: ReadResult?
        let time = try clock.measure { result = try CaseReader().read(FolderCase(Self.folder!)) }
        let read = try #require(result)
        let bytes = read.statistics.files.reduce(0) { $0 + $1.bytes }
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        print("read \(bytes) bytes in \(seconds) s: \(Double(bytes) / 1e6 / seconds) MB/s")
        print("files: \(read.statistics.files)")
        print(
            "people \(read.statistics.people), events \(read.statistics.events), notices \(read.notices.count)"
        )
        for notice in read.notices.prefix(10) { print(notice.id, notice.line ?? 0, notice.message) }
        if let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) {
            print(status.split(separator: "\n").filter { $0.hasPrefix("VmHWM") }.joined())
        }
        #expect(read.statistics.people > 0)
    }
}
