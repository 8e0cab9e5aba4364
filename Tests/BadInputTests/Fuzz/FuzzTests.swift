import Foundation
import Intake
import Testing

/// Every reader, fed with damaged versions of a sound file.
///
/// `FIRSTHAND_FUZZ_ROUNDS` says how many of each, `FIRSTHAND_FUZZ_SEED` which; `make fuzz` runs many. With
/// `FIRSTHAND_FUZZ_KEEP` naming a folder the input at work lies there, so that one that ends the process is known.
@Suite struct `A damaged file` {
    private static let environment = ProcessInfo.processInfo.environment

    /// Damaged versions of each file; a build for debugging is ten times slower.
    static let rounds: Int = {
        #if DEBUG
            let usual = 30
        #else
            let usual = 300
        #endif
        return environment["FIRSTHAND_FUZZ_ROUNDS"].flatMap(Int.init) ?? usual
    }()

    static let seed = environment["FIRSTHAND_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
    private static let samples = FuzzedFile.all.map { Array($0.text.utf8) }
    static let keep = environment["FIRSTHAND_FUZZ_KEEP"]

    @Test(arguments: FuzzedFile.all) func `breaks no law of reading`(file: FuzzedFile) throws {
        let sound = Array(file.text.utf8)
        #expect(ReadingLaws.broken(by: sound, as: file, piece: 7) == [])
        var findings = 0
        for round in 0..<Self.rounds {
            var mutator = Mutator(seed: Self.seed &* 1_000_003 &+ UInt64(round), samples: Self.samples)
            let bytes = mutator.damaged(sound)
            if let keep = Self.keep {
                try Data(bytes).write(
                    to: URL(fileURLWithPath: keep).appendingPathComponent(file.path.replacing("/", with: "-"))
                )
            }
            let broken = ReadingLaws.broken(by: bytes, as: file, piece: [1, 3, 64, 1000][round % 4])
            guard !broken.isEmpty else { continue }
            findings += 1
            let shown = bytes.prefix(3000).map { String(format: "%02x", $0) }.joined()
            Issue.record("\(file.path), seed \(Self.seed), round \(round): \(broken.prefix(3))\n\(shown)")
            if findings >= 5 { break }
        }
        if Self.environment["FIRSTHAND_FUZZ_ROUNDS"] != nil {
            print("fuzzed \(file.path): \(Self.rounds) versions, \(findings) findings")
        }
    }

    @Test func `is there for every reader of exports, and is read by it while it is sound`() throws {
        for sample in ExportSamples.all {
            let file = FuzzedFile(
                path: "exports/\(sample.file)", text: sample.text, settings: sample.settings)
            let result = try CaseReader().read(MemoryCase(files: file.files(with: Array(sample.text.utf8))))
            #expect(result.exports.map(\.reader) == [sample.reader], "\(sample.file)")
        }
        #expect(Set(ExportSamples.all.map(\.reader)) == Set(Self.readers))
    }

    /// Ids of readers, as the sources name them.
    private static var readers: [String] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/Intake")
        let names = FileManager.default.subpaths(atPath: folder.path) ?? []
        return names.filter { $0.hasSuffix(".swift") }.compactMap { name in
            guard let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8),
                text.contains("ExportReader {") || text.contains(", ExportReader")
            else { return nil }
            return text.firstMatch(of: /static let id = "([a-z0-9-]+)"/).map { String($0.output.1) }
        }
    }

    @Test func `is damaged in the same way by the same seed, and in another by another`() {
        func version(_ seed: UInt64) -> [UInt8] {
            var mutator = Mutator(seed: seed, samples: [])
            return mutator.damaged(Array(SoundCase.use.utf8))
        }
        #expect(version(5) == version(5))
        #expect(Set((0..<50).map { version(UInt64($0)) }).count > 40)
    }
}
