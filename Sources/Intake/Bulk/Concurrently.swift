import Foundation

/// Work that is done on several threads at once while the caller waits.
package enum Concurrently {
    /// Does the same for each of several numbers, on as many threads as the machine gives, and waits for all.
    ///
    /// What the work shares must stand still meanwhile, and each number must write to its own things alone:
    /// nobody checks that. See Decisions/0007.
    /// - Parameter work: Is given each number from 0 on once.
    package static func each(_ count: Int, _ work: (Int) -> Void) {
        guard count > 1 else {
            if count == 1 { work(0) }
            return
        }
        withoutActuallyEscaping(work) { work in
            withUnsafePointer(to: work) { pointer in
                let address = UInt(bitPattern: pointer)
                DispatchQueue.concurrentPerform(iterations: count) { index in
                    UnsafePointer<(Int) -> Void>(bitPattern: address)?.pointee(index)
                }
            }
        }
    }
}
