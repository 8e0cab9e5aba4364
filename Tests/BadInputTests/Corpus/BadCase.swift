import Foundation
import Testing

/// A malformed case folder of our own making: a sound small case with one thing wrong.
///
/// What comes of it stands in `Manifest.txt` under the same name.
struct BadCase: Sendable, CustomTestStringConvertible {
    /// Kind and name, for example `encoding/utf16-le-with-mark`; unique.
    let name: String
    /// What is wrong with it, in a few words.
    let what: String
    /// What lies in the folder, by path; `nil` takes a file of the sound case away.
    let entries: [String: Content?]
    /// Whether it takes an ordinary user: the superuser may read everything.
    let needsOrdinaryUser: Bool

    /// What lies at a path.
    enum Content: Sendable {
        case bytes([UInt8])
        /// Pieces that follow each other; for what is too large to hold.
        case pieces(@Sendable () -> AnySequence<[UInt8]>)
        case folder
        case link(to: String)
        case pipe
        /// Bytes that nobody may read, or a folder nobody may list.
        case locked
        case lockedFolder
    }

    init(_ name: String, _ what: String, _ entries: [String: Content?], needsOrdinaryUser: Bool = false) {
        self.name = name
        self.what = what
        self.entries = entries
        self.needsOrdinaryUser = needsOrdinaryUser
    }

    /// A case with one file of text in place of the sound one.
    init(_ name: String, _ what: String, _ path: String, _ text: String) {
        self.init(name, what, [path: .text(text)])
    }

    var testDescription: String { name }

    /// Everything in the folder: the sound case with this case's entries in place.
    var contents: [String: Content] {
        var all = SoundCase.files.mapValues { Optional(Content.text($0)) }
        for (path, content) in entries { all[path] = content }
        return all.compactMapValues(\.self)
    }
}

extension BadCase.Content {
    static func text(_ text: String) -> BadCase.Content { .bytes(Array(text.utf8)) }

    /// A text that is repeated, between a beginning and an end.
    static func repeated(_ first: String, _ piece: String, times: Int, _ last: String = "") -> BadCase.Content {
        .pieces {
            // Pieces of about 64 KiB, so that neither writing nor reading goes byte by byte.
            let batch = max(1, 65_536 / max(1, piece.utf8.count))
            let whole = Array(String(repeating: piece, count: batch).utf8)
            let rest = Array(String(repeating: piece, count: times % batch).utf8)
            let pieces = [[Array(first.utf8)], Array(repeating: whole, count: times / batch), [rest, Array(last.utf8)]]
            return AnySequence(pieces.joined())
        }
    }
}

/// The small case that nothing is wrong with. Its people bear names that are found nowhere else, so that
/// one of them in a message is a leak.
enum SoundCase {
    static let people = """
        person,team,role,manager,email
        quorlix,Blue,Engineer,,quorlix@example.com
        vantroub,Blue,Engineer,quorlix,vantroub@example.com
        mizzenby,Blue,Engineer,quorlix,
        xanthelm,Green,Analyst,quorlix,xanthelm@example.com
        drubwick,Green,Analyst,xanthelm,

        """

    static let use = """
        person,date,tool
        quorlix,2026-01-05,X
        vantroub,2026-01-06,X
        xanthelm,2026-02-06,X

        """

    static let files: [String: String] = [
        "people.csv": people,
        "use.csv": use,
        "coverage.csv": "source,from,to,absence\nX,2026-01-01,2026-03-31,notUsed\n",
    ]

    /// Names that must never be seen in a message or on a page; the last two are on no roster.
    static let canaries = [
        "quorlix", "vantroub", "mizzenby", "xanthelm", "drubwick", "example.com", "strangelby", "oddwhistle",
    ]
}

/// Every malformed case.
enum Corpus {
    static let all: [BadCase] =
        encodings + rows + headers + values + people + folders + packed + workbooks + settings + tables + documents + exports

    static func named(_ name: String) -> BadCase? { all.first { $0.name == name } }
}
