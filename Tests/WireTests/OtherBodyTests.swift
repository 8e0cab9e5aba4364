import Diagnosis
import Measures
import Rollout
import Testing
import Wire

@Suite struct `Two readings as JSON` {
    private var later: DiagnosisBody {
        var body = Sample.diagnosis
        body.asOf = "2026-09-20"
        body.scopes[0].measures[0].figure.value = 0.24
        body.scopes[0].measures[2].figure.value = 0.45
        body.scopes[0].barriers = [Sample.barrier(.echoChamber, rank: 1)]
        body.scopes[0].unnamed = [Sample.barrier(.noPersonalValue, rank: 0)]
        return body
    }

    @Test func `compare figure by figure and barrier by barrier`() throws {
        let body = CompareBody(before: Sample.diagnosis, after: later, product: "firsthand 0.1")
        let whole = try #require(body.scopes.first)
        #expect(whole.measures.first { $0.code == "habit" }?.change == 0.06)
        #expect([whole.verdict.before, whole.verdict.after] == ["phase2", "phase2"])
        #expect(
            whole.barriers.map { [$0.code, "\($0.rankBefore)", "\($0.rankAfter)"] }
                == [["echoChamber", "0", "1"], ["noPersonalValue", "1", "0"]])
        #expect(body.missing == [])
        #expect(try CompareBody.decode(body.encode()) == body)
    }

    @Test func `print no change of what is rounded, worded, withheld or not known`() {
        let body = CompareBody(before: Sample.diagnosis, after: later, product: "firsthand 0.1")
        let changes = body.scopes[0].measures.filter { $0.code != "habit" }.map(\.change)
        #expect(changes == [nil, nil, nil, nil])
    }

    @Test func `say what is in one of them only`() {
        var before = Sample.diagnosis
        before.scopes[1].scope.name = "Sales"
        before.thresholds.habit = 0.25
        let body = CompareBody(before: before, after: later, product: "firsthand 0.1")
        #expect(
            body.missing == [
                "The team Claims is not in the earlier reading.",
                "The team Sales is not in the later reading.",
                "The two readings use different thresholds: their verdicts do not compare.",
            ])
    }
}

@Suite struct `A list of readings as JSON` {
    @Test func `is sorted by name and day, never by a figure`() throws {
        var south = Sample.diagnosis
        south.name = "Southwind"
        var early = Sample.diagnosis
        early.asOf = "2026-01-04"
        early.scopes[0].measures[0].figure.value = 0.9
        let entries = [south, Sample.diagnosis, early].compactMap {
            IndexBody.Entry(path: "a.json", diagnosis: $0)
        }
        let body = IndexBody(product: "firsthand 0.1", entries: entries)
        #expect(
            body.entries.map { "\($0.name) \($0.asOf)" }
                == ["Northwind 2026-01-04", "Northwind 2026-06-28", "Southwind 2026-06-28"])
        #expect(body.entries[1].verdict == "phase2")
        #expect(body.entries[1].firstBarrier == "noPersonalValue")
        #expect(body.entries[1].habit == Sample.habit)
        #expect(try IndexBody.decode(body.encode()) == body)
    }

    @Test func `has no entry without a reading of the whole`() {
        var body = Sample.diagnosis
        body.scopes.removeFirst()
        #expect(IndexBody.Entry(path: "a.json", diagnosis: body) == nil)
    }
}

@Suite struct `Scores as JSON` {
    @Test(arguments: [(0.8, false, true), (0.79, false, false), (0.8, true, true), (0.81, true, false)])
    func `are held against their limit`(value: Double, isCeiling: Bool, isKept: Bool) throws {
        let score = EvaluateBody.Score(
            name: "phaseRight", worlds: "base", n: 40, value: value, limit: 0.8, isCeiling: isCeiling)
        #expect(score.isKept == isKept)
        let free = EvaluateBody.Score(name: "coverage", worlds: "base", n: 40, value: value)
        #expect(free.isKept == nil)
        let body = EvaluateBody(product: "firsthand 0.1", seed: 7, scores: [score, free])
        #expect(body.isKept == isKept)
        #expect(try EvaluateBody.decode(body.encode()) == body)
    }
}
