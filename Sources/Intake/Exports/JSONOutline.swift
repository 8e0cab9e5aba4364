/// Which keys the beginning of a JSON text has, wherever it is cut off.
enum JSONOutline {
    /// Levels of brackets looked into.
    static let deepest = 16
    /// Paths kept.
    static let most = 4096

    /// Keys with those above them, joined by points, of the first object, or of the elements of the first array.
    ///
    /// Stops at the end of the first value, so of JSON lines only the first line counts.
    /// - Complexity: O(bytes), without recursion.
    static func read(_ bytes: UnsafeRawBufferPointer) -> (keys: Set<String>, paths: Set<String>) {
        var paths: Set<String> = []
        var keys: Set<String> = []
        // For each open bracket: the prefix of the keys in it, or nil where it is too deep to look at.
        var prefixes: [String?] = []
        var isObject: [Bool] = []
        var pending: String?
        var isKey = false
        var place = 0
        while place < bytes.count, paths.count < most {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                let above = prefixes.last ?? ""
                let prefix = pending ?? above
                prefixes.append(prefixes.count < deepest ? prefix : nil)
                isObject.append(byte == UInt8(ascii: "{"))
                pending = nil
                isKey = byte == UInt8(ascii: "{")
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard !prefixes.isEmpty else { return (keys, paths) }
                prefixes.removeLast()
                isObject.removeLast()
                pending = nil
                isKey = false
                if prefixes.isEmpty { return (keys, paths) }
            case UInt8(ascii: ","):
                pending = nil
                isKey = isObject.last ?? false
            case 34:
                let start = place
                while place < bytes.count, bytes[place] != 34 { place += bytes[place] == 92 ? 2 : 1 }
                guard place < bytes.count else { return (keys, paths) }
                if isKey, let above = prefixes.last, let prefix = above, place - start <= 200 {
                    let name = String(decoding: bytes[start..<place], as: UTF8.self)
                    let path = prefix + name
                    paths.insert(path)
                    if prefix.isEmpty { keys.insert(name) }
                    pending = path + "."
                }
                isKey = false
                place += 1
            default: break
            }
        }
        return (keys, paths)
    }
}
