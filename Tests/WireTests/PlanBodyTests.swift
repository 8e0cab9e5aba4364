import Casework
import Diagnosis
import Disclosure
import Foundation
import Intake
import Measures
import Rollout
import Specimens
import Testing
import Wire

/// Plans and scenarios as JSON.
@Suite struct `Plans and scenarios as JSON` {
    private static func schema(_ name: String) throws -> JSONSchema {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let data = try Data(
            contentsOf: root.appendingPathComponent("Schemas/firsthand.\(name).1.schema.json"))
        return try JSONSchema(root: JSONValue(data))
    }

    private static let investigation: Investigation? = {
        let specimen = SpecimenFactory.make(SpecimenPlan(illness: .echoChamber, world: .base, seed: 7))
        var files = ["case.yaml": Array(specimen.yaml.utf8)]
        for table in specimen.files { files[table.file] = CSVWriter.bytes(of: table) }
        return try? Investigation(reading: MemoryCase(files: files))
    }()

    @Test func `fit their schemas, and are read back as they were`() throws {
        let investigation = try #require(Self.investigation)
        var request = PlanRequest(invitations: 10, acrossTeams: true, leastShown: 5)
        request.runs = 128
        let plan = PlanBody(try investigation.plan(request), product: "test")
        #expect(try Self.schema("plan").complaints(about: JSONValue(plan.encode())) == [])
        #expect(try PlanBody.decode(plan.encode()) == plan)
        let simulation = SimulationBody(try investigation.simulate(nil, runs: 128), product: "test")
        #expect(try Self.schema("simulation").complaints(about: JSONValue(simulation.encode())) == [])
        #expect(try SimulationBody.decode(simulation.encode()) == simulation)
        var bent = plan
        bent.goal = "fame"
        #expect(try Self.schema("plan").complaints(about: JSONValue(bent.encode())) != [])
    }

    @Test func `of seeds on a graph have the keys promised, in order`() {
        let body = SeedsBody(
            seeds: [3, 1], estimatedSpread: 12.5, low: 12, high: 13, samples: 7, cpuSeconds: 0.25)
        #expect(
            body.line
                == #"{"seeds":[3,1],"estimatedSpread":12.5,"low":12.0,"high":13.0,"samples":7,"cpuSeconds":0.25}"#
        )
    }
}
