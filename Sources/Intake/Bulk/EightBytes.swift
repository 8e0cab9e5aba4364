/// Questions about eight bytes at once; the answer has the high bit set in every byte it holds for.
///
/// The first byte in memory is the lowest, whatever the machine.
enum EightBytes {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// One byte, eight times.
    @inline(__always)
    static func all(_ byte: UInt8) -> UInt64 { ones &* UInt64(byte) }

    /// Eight bytes from a place on, which all must be readable.
    @inline(__always)
    static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    /// Which bytes are less than a bound, which must not be greater than 128; exact in every byte.
    @inline(__always)
    static func less(_ word: UInt64, than bound: UInt8) -> UInt64 {
        ~((word | highs) &- all(bound)) & ~word & highs
    }

    /// Which bytes are equal to that of a pattern of `all(_:)`; exact in every byte.
    @inline(__always)
    static func equal(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
        let difference = word ^ pattern
        return ~(((difference | highs) &- ones) | difference) & highs
    }

    /// The place of the first byte an answer holds for; 8 where there is none.
    @inline(__always)
    static func first(_ answer: UInt64) -> Int { answer.trailingZeroBitCount &>> 3 }
}
