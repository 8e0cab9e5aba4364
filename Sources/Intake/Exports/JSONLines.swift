import Rollout

/// Walks over the objects of a JSON-lines file, or of one document that wraps them in an array.
enum JSONLines {
    /// Bytes a line may have.
    private static let longestLine = 1 << 22
    /// Bytes a document may have; it has to be held whole.
    private static let longestDocument = 1 << 28

    /// Visits every object; what the visit refuses is reported with its line.
    /// - Parameter key: The field of a document that holds the array of objects.
    /// - Complexity: O(bytes); memory one line, or one document.
    static func forEach(
        in file: CaseFile, desk: IntakeDesk, unwrapping key: String,
        _ visit: (_ object: UnsafeRawBufferPointer, _ line: Int) throws(RowRefusal) -> Void
    ) {
        var statistics = FileStatistics(file: file.path)
        func take(_ object: UnsafeRawBufferPointer, _ line: Int) {
            statistics.rowsRead += 1
            do throws(RowRefusal) {
                try visit(object, line)
            } catch {
                statistics.rowsRefused += 1
                desk.book.add(error.notice, file: file.path, line: line, error.message)
            }
        }
        let source: DecodedReader
        do throws(StreamTrouble) {
            source = try DecodedReader(file, peek: 1 << 16)
        } catch {
            desk.unreadable(file)
            return
        }
        if isDocument(source.head, key) {
            document(source, key: key, file: file, desk: desk) { take($0, 1) }
        } else {
            lines(source, file: file, desk: desk, take)
        }
        desk.reportTrouble(source.trouble, in: file)
        statistics.bytes = source.bytesRead
        desk.statistics.files.append(statistics)
        desk.tellProgress(file, bytes: source.bytesRead)
    }

    private static func isDocument(_ head: [UInt8], _ key: String) -> Bool {
        head.withUnsafeBytes { all in
            var found = false
            JSONFields.visitPrefix(all) { name, _ in found = found || name.elementsEqual(key.utf8) }
            // A document's array is usually longer than the head, so its field is never seen to the end.
            let isCut = String(decoding: all, as: UTF8.self).contains("\"\(key)\"")
            return found || isCut
        }
    }

    private static func document(
        _ source: DecodedReader, key: String, file: CaseFile, desk: IntakeDesk,
        _ visit: (UnsafeRawBufferPointer) -> Void
    ) {
        var bytes: [UInt8] = []
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { piece.deallocate() }
        while bytes.count <= longestDocument, case let got = source.read(into: piece), got > 0 {
            bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<got]))
        }
        let isWhole = bytes.withUnsafeBytes { all in
            do throws(JSONFields.Trouble) {
                guard all.count <= longestDocument else { return false }
                var array: UnsafeRawBufferPointer?
                try JSONFields.visit(all) { name, value in
                    if name.elementsEqual(key.utf8), !value.isText { array = value.bytes }
                }
                if let array { try JSONFields.visitArray(array, visit) }
                return true
            } catch {
                return false
            }
        }
        if !isWhole {
            desk.book.add(
                .badJSON, .error, file: file.path,
                "The file is not whole JSON, or longer than 256 mebibytes. Export it again, as lines of JSON if you can."
            )
        }
    }

    private static func lines(
        _ source: DecodedReader, file: CaseFile, desk: IntakeDesk,
        _ visit: (UnsafeRawBufferPointer, Int) -> Void
    ) {
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        var filled = 0
        var line = 1
        var isSkipping = false
        while true {
            if filled == buffer.count {
                if buffer.count >= longestLine {
                    // The rest of the line is dropped, piece by piece.
                    if !isSkipping {
                        desk.book.add(
                            .rowTooLong, file: file.path, line: line,
                            "The line is longer than four mebibytes and is left out. Check the line ends.")
                    }
                    isSkipping = true
                    filled = 0
                } else {
                    buffer.append(contentsOf: repeatElement(0, count: buffer.count))
                }
            }
            let space = filled
            let got = buffer.withUnsafeMutableBytes { all in
                source.read(into: UnsafeMutableRawBufferPointer(rebasing: all[space...]))
            }
            filled += got
            var start = 0
            buffer.withUnsafeBytes { all in
                func take(_ end: Int) {
                    let object = UnsafeRawBufferPointer(rebasing: all[start..<end])
                    if !isSkipping, object.contains(where: { $0 > 32 }) { visit(object, line) }
                    isSkipping = false
                    line += 1
                }
                var place = space
                while place < filled {
                    if all[place] == 10 {
                        take(place)
                        start = place + 1
                    }
                    place += 1
                }
                if got == 0, start < filled { take(filled) }
            }
            if got == 0 { return }
            buffer.withUnsafeMutableBytes { all in
                if start > 0 {
                    all.baseAddress?.copyMemory(from: all.baseAddress! + start, byteCount: filled - start)
                }
            }
            filled -= start
        }
    }
}
