/// Packed files that are damaged, false or larger than they look.
extension Corpus {
    private static let three = "person,date,tool\nquorlix,2026-01-05,X\nvantroub,2026-01-06,X\n"

    static let packed: [BadCase] = [
        packedUse("sound", "a packed table", Gzip.packed(three)),
        packedUse("two-members", "two packed tables glued together", Gzip.packed(three) + Gzip.packed("xanthelm,2026-01-07,X\n")),
        packedUse("truncated", "a packed table cut in half", Array(Gzip.packed(manyRows).prefix(2000))),
        packedUse("without-trailer", "a packed table without its last eight bytes", Gzip.packed(three).dropLast(8)),
        packedUse("only-a-head", "the head of a packed table and nothing else", Gzip.packed(three).prefix(10)),
        packedUse("three-bytes", "the first three bytes of a packed table", [0x1F, 0x8B, 8]),
        packedUse("garbage-after", "a packed table with other bytes behind it", Gzip.packed(three) + Array("some signature".utf8)),
        packedUse("zeros-after", "a packed table padded with zeros", Gzip.packed(three) + [UInt8](repeating: 0, count: 1000)),
        packedUse("wrong-checksum", "a packed table whose checksum is wrong", Gzip.packed(three).dropLast(8) + [1, 2, 3, 4, 64, 0, 0, 0]),
        packedUse("damaged-inside", "a packed table with a damaged middle", damaged),
        packedUse("packed-twice", "a table packed twice", Gzip.packed(Gzip.packed(three))),
        packedUse("nothing", "nothing, packed", Gzip.packed("")),
        packedUse("utf16-inside", "a packed table in UTF-16", Gzip.packed(utf16(three, bigEndian: false, mark: true))),
        packedUse("unknown-method", "a packed file by an unknown method", [0x1F, 0x8B, 9, 0, 0, 0, 0, 0, 2, 3] + noise(100)),
        BadCase("packed/name-only", "a plain table that only calls itself packed", ["use.csv": nil, "use.csv.gz": .text(three)]),
        BadCase("packed/bomb", "a gibibyte of zeros in a mebibyte", ["use.csv": nil, "use.csv.gz": bomb(mebibytes: 1024)]),
        BadCase("packed/bomb-of-one-line", "a table and then a gibibyte of one letter", ["use.csv": nil, "use.csv.gz": bomb(mebibytes: 1024, letter: 0x78, first: three)]),
        BadCase("packed/bomb-of-rows", "a gibibyte of one row, over and over", ["use.csv": nil, "use.csv.gz": bombOfRows]),
        BadCase("packed/bomb-as-settings", "a gibibyte of zeros as settings", ["case.yaml": bomb(mebibytes: 1024)]),
        BadCase("packed/bomb-as-roster", "a gibibyte of zeros as roster", ["people.csv": bomb(mebibytes: 1024)]),
        BadCase("packed/bomb-as-export", "a gibibyte of zeros among the exports", ["exports/report": bomb(mebibytes: 1024)]),
    ]

    private static let manyRows = "person,date,tool\n" + (0..<2000).map { "quorlix,2026-01-\(10 + $0 % 20),tool \($0 * 7919 % 1000)\n" }.joined()

    private static let damaged: [UInt8] = {
        var bytes = Gzip.packed(manyRows)
        for place in stride(from: bytes.count / 2, to: bytes.count / 2 + 40, by: 3) { bytes[place] ^= 0x5A }
        return bytes
    }()

    private static let bombOfRows: BadCase.Content = .pieces {
        let row = Array("quorlix,2026-01-05,X\n".utf8)
        let member = Gzip.packed((0..<50_000).flatMap { _ in row })
        return AnySequence([[Gzip.packed("person,date,tool\n")], Array(repeating: member, count: 1024)].joined())
    }

    /// One letter over and over, packed in members of sixteen mebibytes.
    private static func bomb(mebibytes: Int, letter: UInt8 = 0, first: String = "") -> BadCase.Content {
        .pieces {
            let member = Gzip.packed([UInt8](repeating: letter, count: 16 << 20))
            return AnySequence([[Gzip.packed(first)], Array(repeating: member, count: mebibytes / 16)].joined())
        }
    }

    private static func packedUse(_ name: String, _ what: String, _ bytes: some Sequence<UInt8>) -> BadCase {
        BadCase("packed/\(name)", what, ["use.csv": nil, "use.csv.gz": .bytes(Array(bytes))])
    }
}
