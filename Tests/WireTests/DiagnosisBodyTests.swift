import Diagnosis
import Disclosure
import Foundation
import Measures
import Rollout
import Testing
import Wire

/// A document with every state a figure can have.
enum Sample {
    static let habit = FigureBody(
        .known(
            PublishedEstimate(
                value: 0.180000049, interval: Interval(low: 0.15, high: 1.0 / 3.0, level: 0.9), n: 412,
                unit: .share)))
    static let banded = FigureBody(
        .known(
            PublishedEstimate(
                value: 1, interval: Interval(low: 0.7, high: 1, level: 0.9), n: 6, unit: .share,
                precision: .band("nearly everybody"))))
    static let rounded = FigureBody(
        .known(PublishedEstimate(value: 0.35, interval: nil, n: nil, unit: .share, precision: .fivePoints)))
    static let notKnown = FigureBody(
        .notKnown(Reason("noPulse", "There is no pulse: pulse.csv would settle it.")))
    static let withheld = FigureBody(withheld: Reason("fewerThanFive", "Fewer than five people."))

    static let verdict = VerdictBody(
        code: .phase2, headline: "Phase 2: the real wall",
        probabilities: .init(moving: 0.03, phase1: 0.06, phase2: 0.91),
        because: ["41 use cases are live."], missing: ["changes.csv"], wouldFlip: ["Habit above 35 %."],
        sensitivity: [.init(habitThreshold: 0.35, supplyThreshold: 0.25, code: .phase2)])

    static func barrier(_ code: BarrierCode, rank: Int) -> BarrierBody {
        BarrierBody(
            code, rank: rank, headline: "Nobody answered what's in it for me.", severity: habit,
            firstProbability: 0.93, restsOn: ["212 answers."], missing: ["messages.csv"],
            cure: "Start from the role's own pains.", refutedIf: "Benefit rises and conversion does not.")
    }

    static var diagnosis: DiagnosisBody {
        DiagnosisBody(
            product: "firsthand 0.1", name: "Northwind", seed: 1, asOf: "2026-06-28",
            thresholds: ThresholdsBody(Thresholds()),
            coverage: [
                CoverageBody(
                    source: "use.csv", people: 412, from: "2025-12-01", to: "2026-06-28", absence: .notUsed),
                CoverageBody(
                    source: "seats.csv", team: "Claims", people: nil, from: "2025-12-01", to: "2026-06-28",
                    absence: .lastSeenOnly, note: "dates only", reason: "Fewer than five people."),
            ],
            scopes: [
                ScopeBody(
                    scope: .init(Scope(.organization, "Northwind"), people: 412), verdict: verdict,
                    measures: [
                        MeasureBody(.habit, habit), MeasureBody(.reach, banded),
                        MeasureBody(.trialRate, rounded),
                        MeasureBody(.advocacy, notKnown), MeasureBody(.choice, withheld),
                    ],
                    barriers: [barrier(.noPersonalValue, rank: 1)], unnamed: [barrier(.echoChamber, rank: 0)]),
                ScopeBody(scope: .init(Scope(.team, "Claims"), people: 9), verdict: nil),
            ],
            notices: [
                NoticeBody(
                    Notice("intake.unknownColumn", .note, file: "use.csv", line: 1, message: "Kept out.")),
                NoticeBody(Notice("intake.noPulse", .warning, message: "There is no pulse.")),
            ])
    }

    static func json(_ body: some WireDocument) throws -> JSONValue { try JSONValue(body.encode()) }
}

@Suite struct `The diagnosis as JSON` {
    static let schema: URL = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Schemas/firsthand.diagnosis.1.schema.json")

    private func complaints(_ body: DiagnosisBody) throws -> [String] {
        let schema = try JSONSchema(root: JSONValue(Data(contentsOf: Self.schema)))
        return try schema.complaints(about: Sample.json(body))
    }

    @Test func `fits its schema in every state a figure can have`() throws {
        #expect(try complaints(Sample.diagnosis) == [])
        #expect(try Sample.json(Sample.diagnosis)["schema"] == .string("firsthand.diagnosis/1"))
    }

    @Test func `is refused by the schema when it is bent`() throws {
        func bent(_ change: (inout DiagnosisBody) -> Void) throws -> [String] {
            var body = Sample.diagnosis
            change(&body)
            return try complaints(body)
        }
        #expect(
            try bent { $0.scopes[0].verdict?.code = "phase3" }
                == ["$.scopes[0].verdict: fits none of 2 shapes"])
        #expect(
            try bent { $0.scopes[0].measures[0].code = "productivity" }
                == ["$.scopes[0].measures[0].code: is none of the words allowed"])
        #expect(
            try bent { $0.scopes[0].measures[4].figure.value = 0.5 }
                == ["$.scopes[0].measures[4]: fits none of 3 shapes"])
        #expect(
            try bent { $0.scopes[0].measures[3].figure.reason = nil }
                == ["$.scopes[0].measures[3]: fits none of 3 shapes"])
        #expect(
            try bent { $0.scopes[0].measures[0].figure.value = nil }
                == ["$.scopes[0].measures[0]: fits none of 3 shapes"])
        #expect(
            try bent { $0.scopes[0].barriers[0].rank = 0 } == ["$.scopes[0].barriers[0].rank: is below 1.0"])
        #expect(
            try bent { $0.scopes[0].barriers[0].firstProbability = 1.5 }
                == ["$.scopes[0].barriers[0].firstProbability: is above 1.0"])
        #expect(
            try bent { $0.asOf = "28 June" } == ["$.asOf: does not look like ^[0-9]{4}-[0-9]{2}-[0-9]{2}$"])
        #expect(
            try bent { $0.notices[0].severity = "fatal" } == [
                "$.notices[0].severity: is none of the words allowed"
            ])
        #expect(try bent { $0.schema = "firsthand.diagnosis/2" } == ["$.schema: is not the constant"])
    }

    @Test func `has a schema that knows every code of the house`() throws {
        let schema = try JSONValue(Data(contentsOf: Self.schema))
        func words(_ definition: String, _ key: String) -> [String]? {
            schema["$defs"]?[definition]?["properties"]?[key]?["enum"]?.strings
        }
        #expect(words("measure", "code") == MeasureCode.allCases.map(\.rawValue))
        #expect(words("barrier", "code") == BarrierCode.allCases.map(\.rawValue))
        #expect(words("verdict", "code") == VerdictCode.allCases.map(\.rawValue))
        #expect(words("figure", "unit") == Measures.Unit.allCases.map(\.rawValue))
        #expect(words("figure", "state") == FigureBody.State.allCases.map(\.rawValue))
        #expect(words("figure", "precision") == FigureBody.Precision.allCases.map(\.rawValue))
        #expect(words("coverage", "absence") == Coverage.Absence.allCases.map(\.rawValue))
        #expect(words("notice", "severity") == Notice.Severity.allCases.map(\.rawValue))
        let kinds = schema["$defs"]?["scope"]?["properties"]?["scope"]?["properties"]?["kind"]?["enum"]?
            .strings
        #expect(kinds == Scope.Kind.allCases.map(\.rawValue))
        #expect(
            schema["$defs"]?["barrier"]?["properties"]?["rank"]?["maximum"]
                == .number(Double(BarrierCode.allCases.count)))
    }

    @Test func `comes back as it went out`() throws {
        let body = Sample.diagnosis
        #expect(try DiagnosisBody.decode(body.encode()) == body)
    }

    @Test func `is the same bytes twice`() throws {
        #expect(try Sample.diagnosis.encode() == Sample.diagnosis.encode())
    }

    @Test func `writes a measure as the contract shows it`() throws {
        var body = Sample.diagnosis
        body.scopes = [ScopeBody(scope: .init(Scope(.layer, "manager"), people: 41), verdict: nil)]
        body.scopes[0].measures = [MeasureBody(.habit, Sample.habit)]
        let text = String(decoding: try body.encode(), as: UTF8.self)
        #expect(
            text.contains(
                """
                        {
                          "code" : "habit",
                          "high" : 0.333333,
                          "level" : 0.9,
                          "low" : 0.15,
                          "n" : 412,
                          "precision" : "exact",
                          "reason" : null,
                          "state" : "known",
                          "unit" : "share",
                          "value" : 0.18
                        }
                """))
        #expect(text.contains("\"verdict\" : null"))
    }

    @Test func `never gives away the number behind a word, or one that is withheld`() throws {
        for figure in [Sample.banded, Sample.withheld, Sample.notKnown] {
            #expect(figure.value == nil && figure.low == nil && figure.high == nil)
        }
        #expect(Sample.banded.band == "nearly everybody")
        #expect(Sample.withheld.reason == "Fewer than five people.")
        #expect(Sample.withheld.n == nil)
        #expect(Sample.notKnown.reasonCode == "noPulse")
    }

    @Test func `writes no slash with a backslash and no minus zero`() throws {
        var body = Sample.diagnosis
        body.product = "a/b"
        body.scopes[0].measures = [
            MeasureBody(
                .drift,
                FigureBody(.known(PublishedEstimate(value: -0.0000001, interval: nil, n: 1, unit: .logit))))
        ]
        let text = String(decoding: try body.encode(), as: UTF8.self)
        #expect(text.contains("\"product\" : \"a/b\""))
        #expect(text.contains("\"value\" : 0\n") || text.contains("\"value\" : 0,"))
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `cannot be written with a number that is none`(value: Double) {
        var body = Sample.diagnosis
        body.scopes[0].measures[0].figure.value = value
        #expect(throws: EncodingError.self) { try body.encode() }
        body = Sample.diagnosis
        body.scopes[0].barriers = [
            BarrierBody(
                .echoChamber, rank: 1, headline: "a", severity: Sample.habit, firstProbability: value,
                cure: "b",
                refutedIf: "c")
        ]
        #expect(throws: EncodingError.self) { try body.encode() }
    }

    @Test(arguments: [
        ("[]", WireFailure.Code.malformed, "This is not a JSON document with a \"schema\"."),
        (
            #"{"schema":"firsthand.diagnosis/2"}"#, .otherSchema,
            "This document is \"firsthand.diagnosis/2\"; \"firsthand.diagnosis/1\" is expected here."
        ),
        (
            #"{"schema":"firsthand.diagnosis/1"}"#, .malformed,
            "This \"firsthand.diagnosis/1\" document is damaged: \"product\" is missing at the top."
        ),
        (
            #"{"schema":"firsthand.diagnosis/1","product":1}"#, .malformed,
            "This \"firsthand.diagnosis/1\" document is damaged: product holds something else than promised."
        ),
    ])
    func `says what is wrong with a document it cannot read`(
        text: String, code: WireFailure.Code, message: String
    ) {
        let failure = #expect(throws: WireFailure.self) { try DiagnosisBody.decode(Data(text.utf8)) }
        #expect(failure == WireFailure(code, message))
    }
}
