/// A graph as a text of numbers: first a line "nodes arcs", then a line "source end" for each arc, counted from 0.
///
/// Gzip is accepted, as are blank lines and lines that begin with # or %. Arcs may come in any order; loops and
/// repetitions are dropped. Arcs in order of source and end, as generators write them, cost 4 bytes each and nothing
/// beside; others cost 12 while they are sorted.
package struct GraphText {
    /// Nodes.
    package let nodeCount: Int
    /// Where each row starts; shape (nodes + 1).
    package private(set) var starts: [Int]
    /// Far ends, rising strictly within a row; shape (arcs).
    package private(set) var ends: [UInt32]
    /// Loops and repetitions left out.
    package private(set) var dropped = 0

    /// Reads a graph from a file.
    ///
    /// - Throws: `IntakeFailure` with the line where a line is no pair of numbers, names a node that is not there, or
    ///   where the file cannot be read or ends before the arcs its first line promises.
    /// - Complexity: O(bytes), in pieces of one mebibyte.
    package init(reading file: CaseFile) throws(IntakeFailure) {
        func failure(_ words: String) -> IntakeFailure {
            IntakeFailure(.graphUnreadable, words, place: file.path)
        }
        let stream: ByteStream
        do { stream = try file.open() } catch {
            throw failure("The graph file cannot be opened. Check the path and its permissions.")
        }
        let raw = PeekedReader(RawReader(stream), peek: 4)
        let source: any ByteReader = GunzipReader.recognises(raw.head) ? GunzipReader(raw) : raw
        var parser = GraphTextParser()
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            var got = 0
            do throws(StreamTrouble) {
                got = try Self.fill(&buffer, from: source)
            } catch {
                throw failure("The graph file cannot be read to its end. Get a whole copy of it.")
            }
            if let trouble = parser.take(buffer, count: got) { throw failure(trouble) }
            if got == 0 { break }
        }
        guard let nodes = parser.nodes else {
            throw failure("The graph file is empty. Its first line says how many nodes and arcs there are.")
        }
        if parser.arcs != parser.promised {
            throw failure(
                "The first line promises \(parser.promised) arcs and \(parser.arcs) follow. Get a whole copy "
                    + "of the file, or correct its first line.")
        }
        nodeCount = nodes
        (starts, ends, dropped) = parser.rows()
    }

    private static func fill(
        _ buffer: inout [UInt8], from source: any ByteReader
    ) throws(StreamTrouble) -> Int {
        var got = 0
        var trouble: StreamTrouble?
        buffer.withUnsafeMutableBytes { bytes in
            do throws(StreamTrouble) { got = try source.read(into: bytes) } catch { trouble = error }
        }
        if let trouble { throw trouble }
        return got
    }
}
