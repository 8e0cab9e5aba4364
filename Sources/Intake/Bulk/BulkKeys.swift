import Rollout

/// What was used, as one thread numbers it: names by their bytes, and a number for each tool, use case and
/// mode that were met together.
final class BulkKeys {
    /// A tool, a use case and a mode, by the numbers of this thread.
    struct Key {
        let tool: Int
        /// Negative where none is named.
        let useCase: Int
        let mode: UseMode
    }

    /// Keys that are numbered; rows of further ones are left to the slow reading.
    static let most = 1 << 16
    private static let mostNames = 1 << 16

    private(set) var tools = ByteTable()
    private(set) var useCases = ByteTable()
    private(set) var toolBytes: [[UInt8]] = []
    private(set) var useCaseBytes: [[UInt8]] = []
    /// Keys by their numbers.
    private(set) var keys: [Key] = []
    private var numbers: [UInt64: Int32] = [:]
    /// What each key is called by everybody; filled up to the keys that have been settled.
    var settled: [Int32] = []

    /// A tool, use case and mode as one number.
    @inline(__always)
    static func packed(tool: Int32, useCase: Int32, mode: Int) -> UInt64 {
        UInt64(UInt32(bitPattern: tool)) << 32 | UInt64(UInt32(bitPattern: useCase &+ 1)) << 2
            | UInt64(mode)
    }

    /// The number of a key; -1 where it has none.
    func number(of packed: UInt64) -> Int32 { numbers[packed] ?? -1 }

    /// Numbers a key.
    /// - Returns: -1 where there are too many.
    func add(_ packed: UInt64) -> Int32 {
        guard keys.count < BulkKeys.most else { return -1 }
        let number = Int32(keys.count)
        numbers[packed] = number
        keys.append(
            Key(
                tool: Int(packed >> 32), useCase: Int(packed >> 2 & 0x3FFF_FFFF) - 1,
                mode: UseMode.bulk[Int(packed & 3)]))
        return number
    }

    /// Numbers a tool; -1 where there are too many.
    func addTool(_ bytes: UnsafeRawBufferPointer) -> Int32 {
        guard toolBytes.count < BulkKeys.mostNames else { return -1 }
        tools.add(bytes, number: toolBytes.count)
        toolBytes.append(Array(bytes))
        return Int32(toolBytes.count - 1)
    }

    /// Numbers a use case; -1 where there are too many.
    func addUseCase(_ bytes: UnsafeRawBufferPointer) -> Int32 {
        guard useCaseBytes.count < BulkKeys.mostNames else { return -1 }
        useCases.add(bytes, number: useCaseBytes.count)
        useCaseBytes.append(Array(bytes))
        return Int32(useCaseBytes.count - 1)
    }
}

extension UseMode {
    /// The modes in the order of their numbers.
    static let bulk: [UseMode] = [.assist, .agent, .review, .editor]

    /// The mode's number.
    @inline(__always)
    var bulkNumber: Int {
        switch self {
        case .assist: 0
        case .agent: 1
        case .review: 2
        case .editor: 3
        }
    }
}
