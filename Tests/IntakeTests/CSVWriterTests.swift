import Intake
import Rollout
import Testing

@Suite struct `CSV writing` {
    private func text(_ rows: [[String]]) -> String {
        String(
            decoding: CSVWriter.bytes(of: CaseTable(file: "x.csv", columns: ["a", "b"], rows: rows)),
            as: UTF8.self)
    }

    @Test func `ends lines with a line feed and quotes only what needs it`() {
        #expect(
            text([["1", "x"], ["a,b", "say \"hi\""], ["two\nlines", " edge"], ["", ";"]])
                == "a,b\n1,x\n\"a,b\",\"say \"\"hi\"\"\"\n\"two\nlines\",\" edge\"\n,\";\"\n")
    }

    @Test(arguments: ["=1+3", "+1", "@x", "\tx", "-1+2", "-x", "-", "--1", "-1.2.3"])
    func `keeps formulas from running`(cell: String) {
        #expect(CSVWriter.safe(cell) == "'" + cell)
    }

    @Test(arguments: ["-1", "-1.5", "1-2", "a=b", "", "x"])
    func `leaves numbers and plain text alone`(cell: String) {
        #expect(CSVWriter.safe(cell) == cell)
    }

    @Test func `is read back as written`() throws {
        let table = CaseTable(
            file: "people.csv", columns: ["person", "team", "role"],
            rows: [["ada", "Blue, \"deep\"", "Multi\nline"], ["grace", "B;C", "-1"]])
        let evidence = try CaseReader().read(MemoryCase(tables: [table])).evidence
        #expect(evidence.teams.map(\.name) == ["B;C", "Blue, \"deep\""])
        #expect(evidence.roles == ["-1", "Multi line"])
    }
}
