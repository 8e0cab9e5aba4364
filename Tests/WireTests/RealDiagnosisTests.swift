import Casework
import Diagnosis
import Disclosure
import Foundation
import Intake
import Rollout
import Specimens
import Testing
import Wire

@Suite struct `A real diagnosis as JSON` {
    static func publication(
        _ illness: Illness, world: World = .small, seed: UInt64 = 3, policy: DisclosurePolicy = .protected,
        without missing: Set<String> = []
    ) throws -> Publication {
        let specimen = SpecimenFactory.make(SpecimenPlan(illness: illness, world: world, seed: seed))
        let tables = specimen.files.filter { !missing.contains($0.file) }
        var files = ["case.yaml": Array(specimen.yaml.utf8)]
        for table in tables { files[table.file] = CSVWriter.bytes(of: table) }
        return try Investigation(reading: MemoryCase(files: files)).publish(policy: policy)
    }

    private static let schema: JSONSchema? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("Schemas/firsthand.diagnosis.1.schema.json")
        guard let data = FileManager.default.contents(atPath: file.path) else { return nil }
        return try? JSONSchema(root: JSONDecoder().decode(JSONValue.self, from: data))
    }()

    private func complaints(_ publication: Publication) throws -> [String] {
        let schema = try #require(Self.schema)
        let data = try DiagnosisBody(publication: publication, product: "test").encode()
        return schema.complaints(about: try JSONDecoder().decode(JSONValue.self, from: data))
    }

    @Test(arguments: Illness.allCases)
    func `fits the schema whatever ails the organisation`(illness: Illness) throws {
        #expect(try complaints(Self.publication(illness)) == [])
    }

    @Test func `fits the schema without protection`() throws {
        let publication = try Self.publication(.echoChamber, policy: .unprotected)
        #expect(try complaints(publication) == [])
        #expect(!DiagnosisBody(publication: publication, product: "test").protected)
    }

    @Test(arguments: [
        ["use.csv"], ["pulse.csv"], ["use-cases.csv"], ["champions.csv", "changes.csv"],
        ["ties.csv", "activity.csv"],
        ["mandates.csv", "messages.csv"], ["coverage.csv"],
        [
            "use.csv", "pulse.csv", "use-cases.csv", "champions.csv", "changes.csv", "ties.csv",
            "activity.csv",
            "mandates.csv", "messages.csv", "coverage.csv", "examples.csv",
        ],
    ])
    func `fits the schema with files missing, and says so`(missing: [String]) throws {
        let publication = try Self.publication(.noPersonalValue, without: Set(missing))
        #expect(try complaints(publication) == [])
        let verdict = try #require(publication.organization?.verdict)
        if missing.contains("use.csv") || missing.contains("use-cases.csv") {
            #expect(verdict.code == .notEnoughEvidence)
            #expect(verdict.missing.contains { $0.contains("use") })
        }
        if missing.contains("pulse.csv") {
            #expect(verdict.missing.contains { $0.hasPrefix("No pulse of the last twelve weeks") })
        }
    }

    @Test func `says what teams raise and what rests on the silent, under the rules of disclosure`() throws {
        let publication = try Self.publication(.changeFatigue, world: .base, seed: 21)
        let body = DiagnosisBody(publication: publication, product: "test")
        let raised = body.scopes.filter { $0.raised != nil }
        #expect(raised.count >= 5)
        for scope in raised {
            #expect(scope.scope.kind == "team" && scope.scope.people >= 5)
            #expect(scope.raised?.code == "changeFatigue")
            #expect((scope.raised?.probability ?? 0) >= 0.8)
            #expect((scope.raised?.answers ?? 5) >= 5)
        }
        let silence = try #require(body.scopes.first?.nonResponse)
        #expect(silence.shifts.map(\.delta) == [0, -0.5, -1])
        #expect(silence.shifts.allSatisfy { $0.firstBarrier == "changeFatigue" })
        #expect(!silence.says.isEmpty && silence.says.allSatisfy { !$0.contains("{") })
        #expect(body.scopes.dropFirst().allSatisfy { $0.nonResponse == nil })
    }

    @Test func `is the same to the byte for the same case, day and seed`() throws {
        func bytes() throws -> Data {
            try DiagnosisBody(publication: Self.publication(.changeFatigue), product: "test").encode()
        }
        #expect(try bytes() == bytes())
    }

    @Test(arguments: [DisclosurePolicy.protected, .unprotected])
    func `is written scope by scope as it is encoded in one go`(policy: DisclosurePolicy) throws {
        let publication = try Self.publication(.noPersonalValue, policy: policy)
        var written = Data()
        try DiagnosisBody.write(publication, product: "a \"test\"/1") { written += $0 }
        let encoded = try DiagnosisBody(publication: publication, product: "a \"test\"/1").encode()
        #expect(
            written == encoded,
            "first difference: \(zip(written, encoded).enumerated().first { $1.0 != $1.1 }?.offset ?? -1)")
    }

    @Test func `does not depend on the order of rows`() throws {
        let specimen = SpecimenFactory.make(SpecimenPlan(illness: .echoChamber, world: .small, seed: 5))
        func bytes(reversed: Bool) throws -> Data {
            var files = ["case.yaml": Array(specimen.yaml.utf8)]
            for table in specimen.files {
                let rows = reversed ? Array(table.rows.reversed()) : table.rows
                files[table.file] = CSVWriter.bytes(
                    of: CaseTable(file: table.file, columns: table.columns, rows: rows))
            }
            let publication = try Investigation(reading: MemoryCase(files: files)).publish()
            return try DiagnosisBody(publication: publication, product: "test").encode()
        }
        let (one, other) = try (bytes(reversed: false), bytes(reversed: true))
        #expect(
            one == other,
            "first difference: \(zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset ?? -1)")
    }
}
