/// How a caller shares work out among threads; the results never depend on it.
///
/// Pure rooms start no threads. They cut long work into numbered parts, each with its own random stream, and hand the
/// parts to a crew; whoever knows the machine makes the crew.
public struct Crew {
    /// Workers that may work at once, at least one.
    public let workers: Int
    /// Calls the work once for each of 0 ..< count, in any order and at once if it likes, and returns when all are done.
    public let each: (_ count: Int, _ work: (Int) -> Void) -> Void

    /// A crew that works in a way of the caller's.
    public init(workers: Int, each: @escaping (_ count: Int, _ work: (Int) -> Void) -> Void) {
        precondition(workers >= 1, "somebody has to do the work")
        self.workers = workers
        self.each = each
    }

    /// One worker, who does one part after another.
    public static var alone: Crew {
        Crew(workers: 1) { count, work in
            for part in 0..<count { work(part) }
        }
    }
}
