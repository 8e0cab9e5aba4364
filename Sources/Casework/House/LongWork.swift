import Foundation

/// Where readings, plans and imports are worked on: beside the threads that answer pages.
///
/// Swift keeps as many threads as there are cores. A diagnosis or a plan takes them for seconds, and a page that needs a
/// thread for a millisecond would wait as long; on threads of its own the work shares the cores with the pages.
final class LongWork: TaskExecutor {
    private static let executor = LongWork()
    private let queue = DispatchQueue(label: "firsthand.long-work", attributes: .concurrent)

    private init() {}

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// Does something there, with everything it begins and waits for.
    static func `do`<Result>(
        isolation: isolated (any Actor)? = #isolation, _ work: () async throws -> Result
    ) async rethrows -> Result {
        try await withTaskExecutorPreference(executor, operation: work)
    }
}
