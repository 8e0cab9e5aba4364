import Casework
import Commands
import Diagnosis
import Disclosure
import Foundation
import Intake
import Measures
import Rollout
import Specimens
import Testing
import Wire

/// Files looked into, and coverage, as JSON.
@Suite struct `Inspections and coverage as JSON` {
    private static func schema(_ name: String) throws -> JSONSchema {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let data = try Data(
            contentsOf: root.appendingPathComponent("Schemas/firsthand.\(name).1.schema.json"))
        return try JSONSchema(root: JSONValue(data))
    }

    private static func complaints(_ body: some WireDocument, _ name: String) throws -> [String] {
        try schema(name).complaints(about: JSONValue(body.encode()))
    }

    private static let files: [String: [UInt8]] = {
        let specimen = SpecimenFactory.make(
            SpecimenPlan(illness: .noPersonalValue, world: .small, seed: 5, withExports: true))
        var files = ["case.yaml": Array(specimen.yaml.utf8)]
        for table in specimen.files { files[table.file] = CSVWriter.bytes(of: table) }
        for export in specimen.exports { files[export.path] = Array(export.text.utf8) }
        return files
    }()

    private static let odd: [String: [UInt8]] = [
        "empty.csv": [], "noise.bin": [0, 1, 2, 3, 0, 9], "table.csv": Array("a,b\n1,2\n".utf8),
        "near.csv": Array("timestamp,person,price\n2026-05-07,ada@example.com,3\n".utf8),
        "bad.json": Array("{\"data\":[{".utf8), "aliases.csv": Array("found,person\nx,y\n".utf8),
        "vague.csv": Array("timestamp,person,tool\n03/04/2026,ada@example.com,a\n".utf8),
    ]

    @Test func `fit their schema for every file of a case, and for odd ones`() throws {
        let all = Self.files.merging(Self.odd) { $1 }
        let looked = all.sorted { $0.key < $1.key }.map { CaseFile(path: $0.key, bytes: $0.value) }
        let alone = InspectBody(looked.map { FileInspector().inspect($0) }, product: "test")
        #expect(try Self.complaints(alone, "inspect") == [])
        #expect(alone.files.allSatisfy { $0.people.matched == nil })
        let inspector = try FileInspector(case: MemoryCase(files: Self.files))
        let met = InspectBody(looked.map { inspector.inspect($0) }, product: "test")
        #expect(try Self.complaints(met, "inspect") == [])
        #expect(met.files.contains { ($0.people.matched ?? 0) >= 5 })
        #expect(try InspectBody.decode(met.encode()) == met)
        let text = String(decoding: try met.encode(), as: UTF8.self)
        #expect(!text.contains("@example.com"))
    }

    @Test func `are refused by their schema when bent`() throws {
        var body = InspectBody(
            [FileInspector().inspect(CaseFile(path: "a.csv", bytes: Array("a,b\n1,2\n".utf8)))],
            product: "test")
        body.files[0].role = "mystery"
        body.files[0].people.named = -1
        #expect(
            try Self.complaints(body, "inspect") == [
                "$.files[0].people.named: is below 0.0", "$.files[0].role: is none of the words allowed",
            ])
    }

    @Test(arguments: [[], ["pulse.csv"], ["use.csv"], ["coverage.csv", "use-cases.csv"]])
    func `fit their schema with files missing`(missing: [String]) throws {
        var files = Self.files
        for name in missing { files[name] = nil }
        for policy in [DisclosurePolicy.protected, .unprotected] {
            let publication = try CoverageSurvey(reading: MemoryCase(files: files)).publish(policy: policy)
            let body = CoverageSurveyBody(publication, product: "test")
            #expect(try Self.complaints(body, "coverage") == [])
            #expect(try CoverageSurveyBody.decode(body.encode()) == body)
            #expect(body.protected == policy.isProtected)
        }
    }

    @Test func `have schemas that know every code of the house`() throws {
        let schema = try Self.schema("coverage").root
        func words(_ definition: String, _ key: String) -> [String]? {
            schema["$defs"]?[definition]?["properties"]?[key]?["enum"]?.strings
        }
        #expect(words("missing", "input") == EvidenceInput.allCases.map(\.rawValue))
        #expect(words("barrier", "code") == BarrierCode.allCases.map(\.rawValue))
        #expect(words("source", "absence") == Coverage.Absence.allCases.map(\.rawValue))
        let marks = schema["$defs"]?["source"]?["properties"]?["marks"]?["items"]?["properties"]?["kind"]
        #expect(marks?["enum"]?.strings == CoveragePublication.Mark.Kind.allCases.map(\.rawValue))
        let causes = schema["$defs"]?["agreement"]?["properties"]?["causes"]?["items"]?["properties"]?[
            "cause"]
        #expect(causes?["enum"]?.strings == Disagreement.allCases.map(\.rawValue))
        let measures = schema["$defs"]?["gap"]?["properties"]?["measures"]?["items"]?["enum"]?.strings
        #expect(measures == MeasureCode.allCases.map(\.rawValue))
        let inspect = try Self.schema("inspect").root
        let file = inspect["$defs"]?["file"]?["properties"]
        #expect(file?["role"]?["enum"]?.strings == FileInspection.Role.allCases.map(\.rawValue))
        #expect(file?["brings"]?["items"]?["enum"]?.strings == ExportPart.allCases.map(\.rawValue))
    }
}
