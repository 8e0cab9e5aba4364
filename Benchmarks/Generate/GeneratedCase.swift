import Foundation
import Inference
import Measures

/// A large case of invented people, written as a stream: the same size and seed give the same bytes.
struct GeneratedCase {
    /// How large it is.
    struct Size {
        let people: Int
        let rows: Int
        let weeks: Int
        let teamSize: Int
        let tools: Int

        var teams: Int { (people + teamSize - 1) / teamSize }
        var days: Int { weeks * 7 }
    }

    /// The last day of use, a Sunday.
    static let lastDay = Day(number: 20_632)

    let size: Size
    let seed: UInt64
    /// Whether a register, champions, changes, a pulse and ties are written too.
    let isFull: Bool

    init(_ size: Size, seed: UInt64, isFull: Bool = false) {
        self.size = size
        self.seed = seed
        self.isFull = isFull
    }

    /// Day 0, a Monday.
    var firstDay: Day { GeneratedCase.lastDay.advanced(by: 1 - size.days) }

    /// A person's id; ids sort as numbers do.
    static func person(_ index: Int) -> String {
        let digits = String(index)
        return "p" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    }

    /// Writes the files of the case.
    /// - Throws: What the file system says where a file cannot be written.
    func write(to folder: String) throws {
        let root = URL(fileURLWithPath: folder, isDirectory: true)
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try writePeople(to: root.appendingPathComponent("people.csv"))
        try writeCoverage(to: root.appendingPathComponent("coverage.csv"))
        try writeUse(to: root.appendingPathComponent("use.csv"))
        if isFull { try writeRest(to: root) }
    }

    private func writeCoverage(to url: URL) throws {
        var file = try ByteFile(url)
        try file.append("source,team,from,to,absence\n")
        try file.append("use,,\(firstDay),\(GeneratedCase.lastDay),notUsed\n")
        try file.close()
    }
}
