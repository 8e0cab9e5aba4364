import Foundation
import Intake
import Rollout

/// What holds of every reading, whatever the bytes.
struct ReadingLaws {
    /// Laws that a damaged file has broken, in words; empty where all hold.
    static func broken(by bytes: [UInt8], as file: FuzzedFile, piece: Int) -> [String] {
        // On two threads and row by row, whole and in pieces, forwards and backwards.
        let whole = Reading(file.files(with: bytes).map { CaseFile(path: $0, bytes: $1) }, threads: 2)
        let cut = file.files(with: bytes).map { inPieces($0, $1, size: piece) }
        let pieces = Reading(cut.reversed(), threads: 0)
        var broken: [String] = []
        if whole != pieces { broken.append("the same bytes in pieces of \(piece) tell something else") }
        for message in whole.messages where !leaks(message, in: whole).isEmpty {
            broken.append("a name in a message: \(message)")
        }
        // Lines for case.yaml may end a message.
        if let odd = whole.messages.first(where: { !$0.hasSuffix(".") && !$0.hasSuffix("}}") }) {
            broken.append("no sentence: \(odd)")
        }
        guard let result = whole.result else { return broken }
        let last = lines(of: bytes)
        for notice in result.notices
        where notice.file == file.path && notice.line.map({ $0 < 1 || $0 > last }) == true {
            broken.append("line \(notice.line ?? 0) of \(last): \(notice.message)")
        }
        return broken + countsBroken(result, file) + evidenceBroken(result.evidence)
    }

    /// A reading's result, or why there is none.
    private struct Reading: Equatable {
        let result: ReadResult?
        let failure: IntakeFailure?
        let surprise: String?

        init(_ files: [CaseFile], threads: Int) {
            var (result, failure, surprise): (ReadResult?, IntakeFailure?, String?)
            do {
                result = try CaseReader(threads: threads).read(MemoryCase(files))
            } catch let error as IntakeFailure {
                failure = error
            } catch {
                surprise = "\(error)"
            }
            self.result = result
            self.failure = failure
            self.surprise = surprise
        }

        var messages: [String] {
            (result?.notices.map(\.message) ?? []) + [failure?.message, surprise].compactMap(\.self)
        }

        /// Rows by file; how many bytes are read before damage is found depends on the pieces they come in.
        var rows: [FileStatistics]? {
            result?.statistics.files.map { file in
                var file = file
                file.bytes = 0
                return file
            }
        }

        static func == (one: Reading, other: Reading) -> Bool {
            one.failure == other.failure && one.surprise == other.surprise
                && one.result?.notices == other.result?.notices
                && one.rows == other.rows
                && one.result?.evidence.contents == other.result?.evidence.contents
        }
    }

    /// Names in a message.
    ///
    /// Two messages tell what a file calls its tools and its questions. There only names of people who are known
    /// can be kept back: what else stands in those places is taken for a tool or a question.
    private static func leaks(_ message: String, in reading: Reading) -> [String] {
        let text = message.lowercased()
        let tellsNames =
            text.hasPrefix("there is no coverage.csv") || text.contains("put this into case.yaml")
        // Damage may run a name into other characters, and what it makes so is nobody's name.
        let words = Set(
            text.split(separator: " ").map {
                $0.last.map { ".,:;".contains($0) } ?? false ? $0.dropLast() : $0
            })
        return SoundCase.canaries.filter { name in
            tellsNames
                ? words.contains(name[...]) && !SoundCase.strangers.contains(name) : text.contains(name)
        }
    }

    /// Rows refused are among the rows read, and none is refused in silence.
    private static func countsBroken(_ result: ReadResult, _ file: FuzzedFile) -> [String] {
        var broken: [String] = []
        for statistics in result.statistics.files where statistics.rowsRefused > statistics.rowsRead {
            broken.append("\(statistics.rowsRefused) rows refused of \(statistics.rowsRead)")
        }
        guard let statistics = result.statistics.files.first(where: { $0.file == file.path }) else {
            return broken
        }
        let about = result.notices.filter { $0.file == file.path && $0.severity > .note }
        // Ambiguous dates are told once for all their rows.
        guard !about.contains(where: { $0.id == "intake.ambiguousDates" }) else { return broken }
        let told = Dictionary(grouping: about, by: \.id).values.reduce(0) { $0 + count($1) }
        if told < statistics.rowsRefused {
            broken.append("\(statistics.rowsRefused) rows refused and \(told) told of")
        }
        return broken
    }

    /// How many times a kind of notice was found, as its notices say.
    private static func count(_ notices: [Notice]) -> Int {
        for notice in notices where notice.message.hasPrefix("The same was found ") {
            if let number = notice.message.split(separator: " ").dropFirst(4).first.flatMap({ Int($0) }) {
                return number
            }
        }
        // Names that met nobody are told of once a file, with the number of their rows.
        return notices.reduce(0) { $0 + (rows(in: $1) ?? 1) }
    }

    /// The number a message begins with, where it counts rows.
    private static func rows(in notice: Notice) -> Int? {
        let words = notice.message.split(separator: " ")
        return words.dropFirst().first?.hasPrefix("row") == true ? Int(words[0]) : nil
    }

    /// Numbers that point at nothing.
    private static func evidenceBroken(_ evidence: Evidence) -> [String] {
        let people = evidence.people.indices
        let sound: [(String, Bool)] = [
            (
                "people",
                evidence.people.allSatisfy {
                    evidence.teams.indices.contains($0.team) && evidence.roles.indices.contains($0.role)
                }
            ),
            (
                "managers",
                evidence.people.allSatisfy { $0.manager.map { people.contains($0.ordinal) } ?? true }
            ),
            (
                "use",
                evidence.use.rows.allSatisfy {
                    people.contains(Int($0.person)) && evidence.use.keys.indices.contains(Int($0.key))
                }
            ),
            (
                "ties",
                evidence.ties.allSatisfy {
                    $0.a < $0.b && $0.weight > 0 && $0.weight.isFinite && people.contains($0.b.ordinal)
                }
            ),
            ("pulse", evidence.pulse.allSatisfy { evidence.roles.indices.contains($0.role) }),
            (
                "champions",
                evidence.champions.allSatisfy {
                    people.contains($0.person.ordinal) && $0.promisedHours.isFinite
                }
            ),
            (
                "changes",
                evidence.changes.allSatisfy {
                    ($0.team.map { evidence.teams.indices.contains($0) } ?? true)
                        && (1...3).contains($0.weight)
                }
            ),
            ("coverage", evidence.coverage.allSatisfy { $0.from <= $0.to }),
        ]
        return sound.filter { !$0.1 }.map { "\($0.0) point at nothing" }
    }

    /// The lines of a text, whatever ends them; unpacked and decoded texts are only bounded by their bytes.
    private static func lines(of bytes: [UInt8]) -> Int {
        if bytes.starts(with: [0x1F, 0x8B]) { return .max }
        var count = 1
        for (place, byte) in bytes.enumerated() {
            if byte == 10 || (byte == 13 && !(place + 1 < bytes.count && bytes[place + 1] == 10)) {
                count += 1
            }
        }
        return count
    }

    private static func inPieces(_ path: String, _ bytes: [UInt8], size: Int) -> CaseFile {
        CaseFile(path: path, size: bytes.count) {
            var rest = bytes[...]
            return ByteStream { target in
                let piece = rest.prefix(min(size, target.count))
                rest = rest.dropFirst(piece.count)
                target.copyBytes(from: piece)
                return piece.count
            }
        }
    }
}
