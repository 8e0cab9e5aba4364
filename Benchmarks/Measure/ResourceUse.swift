import Foundation

/// What this process has used so far: CPU seconds of all its threads, and the most memory it ever held.
struct ResourceUse {
    let cpuSeconds: Double
    let peakMebibytes: Double

    /// The use of this process up to now.
    static var now: ResourceUse {
        var usage = rusage()
        #if canImport(Glibc)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
            getrusage(RUSAGE_SELF, &usage)
        #endif
        return ResourceUse(usage)
    }

    init(_ usage: rusage) {
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime)
        #if canImport(Darwin)
            peakMebibytes = Double(usage.ru_maxrss) / 1_048_576
        #else
            // Linux counts in kibibytes.
            peakMebibytes = Double(usage.ru_maxrss) / 1024
        #endif
    }

    /// Does something and prints what it cost as one row: CPU seconds, and the peak of the process so far.
    static func row<Result>(
        _ name: String, in table: FigureTable, _ work: () throws -> Result
    ) rethrows -> Result {
        let before = now
        let result = try work()
        let after = now
        table.row([
            name, FigureTable.number(after.cpuSeconds - before.cpuSeconds),
            FigureTable.number(after.peakMebibytes, decimals: 0),
        ])
        return result
    }
}
