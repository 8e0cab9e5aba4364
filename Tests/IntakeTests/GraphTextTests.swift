import Intake
import Testing

@Suite struct `A graph as text` {
    private static func read(_ text: String) throws -> GraphText {
        try GraphText(reading: CaseFile(path: "graph.txt", bytes: Array(text.utf8)))
    }

    @Test func `becomes rows of ends`() throws {
        let graph = try Self.read("4 4\n0 1\n0 3\n2 0\n2 1\n")
        #expect(graph.nodeCount == 4)
        #expect(graph.starts == [0, 2, 2, 4, 4])
        #expect(graph.ends == [1, 3, 0, 1])
        #expect(graph.dropped == 0)
    }

    @Test func `may come in any order, with comments, loops and repetitions`() throws {
        let graph = try Self.read("# made up\r\n\r\n4 6\r\n2\t1\r\n0 3\r\n% more\r\n2 0\r\n0 1\r\n1 1\r\n2 1")
        #expect(graph.starts == [0, 2, 2, 4, 4])
        #expect(graph.ends == [1, 3, 0, 1])
        #expect(graph.dropped == 2)
    }

    @Test(arguments: [
        ("", "graph.txt: The graph file is empty. Its first line says how many nodes and arcs there are."),
        (
            "2 1\n0 2\n",
            "graph.txt: Line 2: there is no such node: nodes are counted from 0 to 1. A line holds two whole "
                + "numbers: first the nodes and arcs, then each arc."
        ),
        (
            "2 1\n0 x\n",
            "graph.txt: Line 2: there is something else than two numbers. A line holds two whole numbers: "
                + "first the nodes and arcs, then each arc."
        ),
        (
            "2 1\n0 1 5\n",
            "graph.txt: Line 2: there are 3 numbers. A line holds two whole numbers: first the nodes and "
                + "arcs, then each arc."
        ),
        (
            "2 3\n0 1\n",
            "graph.txt: The first line promises 3 arcs and 1 follow. Get a whole copy of the file, or correct "
                + "its first line."
        ),
    ])
    func `is refused with its line where it is none`(text: String, words: String) {
        let failure = #expect(throws: IntakeFailure.self) { try Self.read(text) }
        #expect(failure?.description == words)
        #expect(failure?.code == .graphUnreadable)
    }

    @Test func `does not care where pieces of it end`() throws {
        let arcs = (0..<300).map { "\($0 / 3) \(100 + $0 % 3 * 7 + $0 / 3)" }
        let text = "500 300\n" + arcs.joined(separator: "\n") + "\n"
        let whole = try Self.read(text)
        for size in [1, 2, 7] {
            let bytes = Array(text.utf8)
            let file = CaseFile(path: "graph.txt") {
                var place = 0
                return ByteStream { target in
                    let count = min(size, target.count, bytes.count - place)
                    for index in 0..<count { target[index] = bytes[place + index] }
                    place += count
                    return count
                }
            }
            let cut = try GraphText(reading: file)
            #expect(cut.starts == whole.starts && cut.ends == whole.ends)
        }
    }
}
