import Casework
import Diagnosis
import Disclosure
import Foundation
import Intake
import Measures
import Pages
import Rollout
import Testing
import Wire

/// Ways to go on, played forward from a case.
@Suite struct `Scenarios played forward` {
    static func read(_ text: String) throws -> ScenarioFile {
        try ScenarioFile(reading: CaseFile(path: "ways.yaml", bytes: Array(text.utf8)))
    }

    static func simulate(
        _ file: ScenarioFile?, runs: Int = 256, threads: Int = 1,
        goesOn: (String, Double) -> Bool = { _, _ in true }
    ) throws -> (investigation: Investigation, result: ScenarioPublication) {
        let files = `A plan of invitations`.files(teams: `A plan of invitations`.teams)
        let investigation = try Investigation(reading: MemoryCase(files: files))
        return (
            investigation,
            try investigation.simulate(file, runs: runs, seed: 2, threads: threads, goesOn: goesOn)
        )
    }

    @Test func `are the five usual ones where none is written down`() throws {
        let (investigation, result) = try Self.simulate(nil)
        #expect(result.lines.count == 5)
        #expect(result.weeks == 52)
        let (nothing, trained) = (result.lines[0], result.lines[1])
        let before = try #require(nothing.tried.last?.shown?.value?.value)
        let after = try #require(trained.tried.last?.shown?.value?.value)
        #expect(after > before, "everybody trained tries more than nobody trained")
        #expect(nothing.betterProbability == 0.5)
        #expect(!result.unknowns.isEmpty)
        let json = String(decoding: try SimulationBody(result, product: "test").encode(), as: UTF8.self)
        let page = Report.render(investigation.publish(), simulation: result)
        for text in [json, page] {
            #expect(!text.lowercased().contains("quorlix"))
            #expect(!text.contains("@example.com"))
        }
        #expect(!json.contains("Amber"), "no team is in a simulation")
        #expect(page.contains("id=\"simulation\""))
    }

    @Test func `do what is written, in the weeks it is written for`() throws {
        let (_, result) = try Self.simulate(
            Self.read(
                """
                weeks: 8
                holidays: [2026-06-29, 2026-06-30, 2026-07-01, 2026-07-02]
                scenarios:
                  - name: Nothing
                  - name: Train Cedar
                    train:
                      - {from: 2026-07-20, teams: [Cedar], tries: 1}
                """))
        let (nothing, trained) = (result.lines[0], result.lines[1])
        func tried(_ line: ScenarioPublication.Line, _ week: Int) throws -> Double {
            try #require(line.tried[week].shown?.value?.value)
        }
        #expect(result.lines.allSatisfy { $0.tried.count == 8 })
        // The first week is off, the training begins in the fourth.
        #expect(try tried(nothing, 0) == tried(trained, 0))
        for week in 0..<3 { #expect(try abs(tried(nothing, week) - tried(trained, week)) < 1e-12) }
        #expect(try tried(trained, 3) - tried(nothing, 3) > 8.0 / 31)
    }

    @Test func `are the same whatever the number of threads, and can be stopped`() throws {
        let (one, two) = (try Self.simulate(nil).result, try Self.simulate(nil, threads: 2).result)
        #expect(
            try SimulationBody(one, product: "").encode() == SimulationBody(two, product: "").encode())
        let stopped = try Self.simulate(nil, runs: 1_000, goesOn: { _, share in share < 0.1 }).result
        #expect(stopped.wasStopped)
        #expect(stopped.runs >= 128 && stopped.runs < 1_000)
        #expect(stopped.lines.count == 5)
    }

    @Test(arguments: [
        ("scenarios: []", "The scenario file names no scenario. Add `- name: …` below `scenarios:`."),
        (
            "scenarios:\n  - name: A\n    trian: []",
            "There is no setting of this name here; known are name, train, order, invite, champion_time (line 3)."
        ),
        ("scenarios:\n  - name: A\n    champion_time: 2", "A number from 0 to 1 is expected here (line 3)."),
        ("scenarios:\n  - name: A\n    order: [{from: soon}]", "A day is written yyyy-mm-dd (line 3)."),
        ("scenarios:\n  - name: A\n  - name: A", "Two scenarios have the same name. Give each its own."),
        ("a: [", "The scenario file is not YAML. Indent with spaces, and write `name: value`."),
    ])
    func `are refused where they cannot be meant`(text: String, message: String) {
        let failure = #expect(throws: IntakeFailure.self) { try Self.read(text) }
        #expect(failure?.message == message)
        #expect(failure?.code == .scenarioUnreadable)
    }

    @Test func `are refused where a team is not there`() {
        #expect(throws: IntakeFailure.self) {
            try Self.simulate(Self.read("scenarios:\n  - name: A\n    train: [{teams: [Nowhere]}]"))
        }
    }
}
