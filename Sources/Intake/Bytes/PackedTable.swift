/// A map from packed 64-bit keys to numbers, in two flat arrays.
///
/// Open addressing with linear probing, at most 60 % full. The key of all ones is not allowed.
struct PackedTable<Value: FixedWidthInteger> {
    private static var empty: UInt64 { .max }
    private var keys: [UInt64]
    private var values: [Value]
    private var mask: Int
    /// Number of keys.
    private(set) var count = 0

    init() {
        keys = [UInt64](repeating: .max, count: 1024)
        values = [Value](repeating: 0, count: 1024)
        mask = 1023
    }

    /// The place of a key, made with value 0 where it is new.
    /// - Complexity: O(1) on average.
    @inline(__always)
    private mutating func place(of key: UInt64) -> Int {
        var slot = PackedTable.start(key, mask)
        while keys[slot] != key {
            if keys[slot] == .max {
                if count * 5 >= keys.count * 3 {
                    grow()
                    return place(of: key)
                }
                keys[slot] = key
                count += 1
                return slot
            }
            slot = (slot + 1) & mask
        }
        return slot
    }

    @inline(__always)
    private static func start(_ key: UInt64, _ mask: Int) -> Int {
        let product = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return Int(truncatingIfNeeded: product.high ^ product.low) & mask
    }

    /// Sets bits of a key's value.
    @inline(__always)
    mutating func unite(_ bits: Value, at key: UInt64) { values[place(of: key)] |= bits }

    /// Adds to a key's value, up to a limit.
    @inline(__always)
    mutating func add(_ amount: Value, at key: UInt64, limit: Value) {
        let slot = place(of: key)
        values[slot] = min(limit, values[slot] + min(amount, limit - values[slot]))
    }

    /// Raises a key's value to at least the amount given.
    mutating func raise(to amount: Value, at key: UInt64) {
        let slot = place(of: key)
        values[slot] = max(values[slot], amount)
    }

    /// The value of a key; nil where it was never set.
    func value(at key: UInt64) -> Value? {
        var slot = PackedTable.start(key, mask)
        while keys[slot] != .max {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func grow() {
        let oldKeys = keys
        let oldValues = values
        let size = oldKeys.count * 2
        keys = [UInt64](repeating: .max, count: size)
        values = [Value](repeating: 0, count: size)
        mask = size - 1
        for (index, key) in oldKeys.enumerated() where key != .max {
            var slot = PackedTable.start(key, mask)
            while keys[slot] != .max { slot = (slot + 1) & mask }
            keys[slot] = key
            values[slot] = oldValues[index]
        }
    }

    /// Every key with its value, in no particular order: sort before use.
    func forEach(_ visit: (UInt64, Value) -> Void) {
        for (index, key) in keys.enumerated() where key != .max { visit(key, values[index]) }
    }
}
