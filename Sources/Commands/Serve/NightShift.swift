import Archive
import Casework
import Foundation
import Reception
import Wire

/// The night's work: import what lies in the watched folder, make a reading, keep its verdict, judge those that are
/// due, forget what is old.
struct NightShift: Sendable {
    let installation: Installation
    let readingRoom: ReadingRoom
    let importDesk: ImportDesk
    let schedule: Keeper.Schedule
    let watched: String
    let log: HouseLog

    /// Does the work once. What fails is tried again the next night; pages go on with the last reading.
    func work() async {
        do {
            try await importWatched()
            let keeper = Keeper(installation)
            if let sentence = try await keeper.forget(schedule) {
                log.info(sentence)
                await readingRoom.invalidate()
            }
            guard let reading = try await readingRoom.freshReading() else { return }
            let body = DiagnosisBody(
                publication: reading.publication, product: "firsthand \(Product.version)")
            let judged = try await keeper.record(reading.publication, document: Array(try body.encode()))
            log.info("A reading was made; \(judged) verdicts were judged.")
        } catch {
            // What went wrong may name a file or a person; the kind of error does not.
            log.error("The night's work failed: \(type(of: error)).")
        }
    }

    /// Hands in what lies in the watched folder; the same files again change nothing.
    private func importWatched() async throws {
        guard !watched.isEmpty else { return }
        let names = try FileManager.default.contentsOfDirectory(atPath: watched).filter { !$0.hasPrefix(".") }
        guard !names.isEmpty else { return }
        let tray = try await importDesk.tray()
        try ImportCommand.fill(tray, with: [watched])
        _ = try await importDesk.receive(tray, title: "The watched folder", by: nil)
        await importDesk.idle()
    }
}
