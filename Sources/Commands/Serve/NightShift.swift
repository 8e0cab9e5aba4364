import Archive
import Casework
import Foundation
import Logging
import ServiceLifecycle
import Wire

/// Once a night, and once at the start: import what lies in the watched folder, make a reading, keep its verdict,
/// judge those that are due, forget what is old.
struct NightShift: Service {
    let installation: Installation
    let readingRoom: ReadingRoom
    let importDesk: ImportDesk
    let hour: Int
    let schedule: Keeper.Schedule
    let watched: String
    let logger: Logger

    func run() async throws {
        await work()
        while !Task.isShuttingDownGracefully {
            let now = installation.now().seconds
            let today = now - now % 86_400 + Int64(hour) * 3_600
            let next = today > now ? today : today + 86_400
            do {
                try await cancelWhenGracefulShutdown {
                    try await Task.sleep(for: .seconds(next - now))
                }
            } catch {
                return
            }
            await work()
        }
    }

    private func work() async {
        do {
            try await importWatched()
            let keeper = Keeper(installation)
            if let sentence = try await keeper.forget(schedule) {
                logger.info("\(sentence)")
                await readingRoom.invalidate()
            }
            guard let reading = try await readingRoom.freshReading() else { return }
            let body = DiagnosisBody(
                publication: reading.publication, product: "firsthand \(Product.version)")
            let judged = try await keeper.record(reading, document: Array(try body.encode()))
            logger.info("reading made", metadata: ["judged": "\(judged)"])
        } catch {
            // The night's work is tried again the next night; pages go on with the last reading.
            logger.error("the night's work failed", metadata: ["type": "\(type(of: error))"])
        }
    }

    /// Hands in what lies in the watched folder; the same files again change nothing.
    private func importWatched() async throws {
        guard !watched.isEmpty else { return }
        let source = URL(fileURLWithPath: watched, isDirectory: true)
        let names = try FileManager.default.contentsOfDirectory(atPath: source.path)
            .filter { !$0.hasPrefix(".") }
        guard !names.isEmpty else { return }
        let tray = try await importDesk.tray()
        for name in names {
            try FileManager.default.copyItem(
                at: source.appendingPathComponent(name), to: tray.appendingPathComponent(name))
        }
        _ = try await importDesk.receive(tray, title: "The watched folder", by: nil)
        await importDesk.idle()
    }
}
