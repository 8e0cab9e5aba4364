import Archive
import Casework
import Foundation
import Reception
import Wire

/// The night's work: import what lies in the watched folder, make a reading, keep its verdict, judge those that are
/// due, make the plan of the week, forget what is old.
struct NightShift: Sendable {
    let installation: Installation
    let readingRoom: ReadingRoom
    let schedule: Keeper.Schedule
    /// The folder whose new files are imported; nil: none.
    let watched: WatchedFolder?
    let log: HouseLog

    /// Does the work once. What fails is tried again the next night; pages go on with the last reading.
    func work() async {
        do {
            try await watched?.look(waits: true)
            let keeper = Keeper(installation)
            if let sentence = try await keeper.forget(schedule) {
                log.info(sentence)
                await readingRoom.invalidate()
            }
            guard let reading = try await readingRoom.freshReading() else { return }
            let body = DiagnosisBody(
                publication: reading.publication, product: "firsthand \(Product.version)")
            let judged = try await keeper.record(reading, document: Array(try body.encode()))
            log.info("A reading was made; \(judged) verdicts were judged.")
            if case .none = try await PlanDesk(installation).finished(reading) {
                log.info("No plan of invitations can be made of it yet.")
            }
        } catch {
            // What went wrong may name a file or a person; the kind of error does not.
            log.error("The night's work failed: \(type(of: error)).")
        }
    }

    /// Looks into the watched folder, day and night; makes the week's edition and settles what teams decide.
    ///
    /// The edition is made in the first minutes of its week, so that it holds what was there before and not what the first who
    /// looks happens to find.
    func round() async {
        do {
            if let reading = try await readingRoom.reading() {
                _ = try await EditionDesk(installation).edition(reading)
                try await TeamDesk(installation).settle(in: reading)
            }
        } catch {
            log.error("The edition of the week could not be made: \(type(of: error)).")
        }
        do {
            if try await watched?.look() == true { log.info("New files in the watched folder.") }
        } catch {
            log.error("The watched folder could not be read: \(type(of: error)).")
        }
    }
}
