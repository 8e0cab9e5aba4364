import Diagnosis
import Disclosure
import Figures
import Measures
import Pages
import Rollout
import Testing

@Suite struct `Words for published numbers` {
    private func share(_ value: Double, _ precision: PublishedEstimate.Precision = .exact)
        -> PublishedEstimate
    {
        PublishedEstimate(
            value: value, interval: Interval(low: 0.15, high: 0.21, level: 0.9), n: 40, unit: .share,
            precision: precision)
    }

    @Test func `give the interval with the number`() {
        #expect(Wording.figure(share(0.18)) == "18\u{A0}% (15–21\u{A0}%)")
    }

    @Test func `say about where the number is rounded, and only the band where that is all`() {
        #expect(Wording.figure(share(0.2, .fivePoints)) == "about 20\u{A0}% (15–21\u{A0}%)")
        #expect(Wording.figure(share(0.97, .band("nearly everybody"))) == "nearly everybody")
        #expect(Reading(share(0.97, .band("nearly everybody"))).number?.hasPoint == false)
    }

    @Test func `never draw a number that is not one`() {
        let broken = PublishedEstimate(value: .nan, interval: nil, n: 40, unit: .share)
        #expect(Reading(broken) == .notKnown("The figure could not be computed."))
    }

    @Test func `know every unit`() {
        let words = Unit.allCases.map { Wording.number(2, unit: $0) }
        #expect(
            words == [
                "200\u{A0}%", "+200\u{A0}points", "2.00 per champion-week", "200\u{A0}%", "2.00", "2.00",
                "2.00", "2.00",
                "2\u{A0}people", "2\u{A0}days",
            ])
    }

    @Test func `count people with their share of everybody`() {
        #expect(Reading(people: 128, of: 412).text == "128\u{A0}people · 31\u{A0}%")
        #expect(Reading(people: 128, of: nil).text == "128\u{A0}people")
    }

    @Test func `tell a withheld figure from one that is not known`() {
        #expect(Reading.withheld("Fewer than five people.").fullText == "withheld: Fewer than five people.")
        #expect(Reading.notKnown("No ties.").fullText == "not known: No ties.")
    }
}

@Suite struct `Words for codes` {
    @Test func `exist for every measure, barrier, verdict and layer, each its own`() {
        #expect(Set(MeasureCode.allCases.map { Wording.name($0) }).count == MeasureCode.allCases.count)
        #expect(Set(BarrierCode.allCases.map { Wording.name($0) }).count == BarrierCode.allCases.count)
        #expect(Set(VerdictCode.allCases.map { Wording.name($0) }).count == VerdictCode.allCases.count)
        #expect(Set(VerdictCode.allCases.map { Wording.sign($0) }).count == VerdictCode.allCases.count)
        #expect(Layer.allCases.map { Wording.name($0) } == ["executives", "managers", "contributors"])
    }

    @Test func `say what a verdict means with its own thresholds`() {
        let thresholds = Thresholds(habit: 0.4, horizonWeeks: 10)
        #expect(
            Wording.meaning(.moving, thresholds: thresholds)
                == "Moving: if nothing new is done, 40\u{A0}% or more will have a habit in 10 weeks.")
        #expect(
            Wording.meaning(.phase2, thresholds: thresholds)
                == "Phase 2: if nothing new is done, fewer than 40\u{A0}% will have a habit in 10 weeks, although use cases keep arriving."
        )
    }
}

@Suite struct `Words for what is missing` {
    private let day = Day("2026-06-28")!

    @Test func `say when a source ended and what it hides`() {
        #expect(
            CoverageModel.ended(source: "Export · Warehouse", to: Day("2026-05-12")!, asOf: day)
                == "Export · Warehouse ends on 12 May 2026, 47 days before this report: what came after is not seen."
        )
        #expect(
            CoverageModel.concealed(source: "Chat", isLastSeenOnly: false, note: "Names were concealed.")
                == "Chat cannot see use: names were concealed.")
        #expect(
            CoverageModel.concealed(source: "Seats", isLastSeenOnly: true, note: nil)
                == "Seats tells only the last day of use, so it cannot tell a habit.")
    }

    @Test func `group figures by the reason they share`() {
        let gaps = CoverageModel.gaps([("No ties.", "A"), ("No log.", "B"), ("No ties.", "C")])
        #expect(gaps.map(\.figures) == ["A, C", "B"])
        #expect(gaps.map(\.reason) == ["No ties.", "No log."])
        #expect(CoverageModel.gaps([("Few.", nil), ("Few.", nil)]).map(\.figures) == ["2 figures"])
        #expect(CoverageModel.gaps([("Few.", nil)]).map(\.figures) == ["1 figure"])
    }

    @Test func `say how sure a barrier is, with one full stop`() {
        #expect(
            BarriersModel.sure(severity: .shown(Number(0.7, text: "0.70 (0.60 to 0.80)")), first: 0.74)
                == "74\u{A0}% likely to be the strongest of those that can be weighed. Severity on a scale from 0 to 1: 0.70 (0.60 to 0.80)."
        )
        #expect(
            BarriersModel.sure(severity: .notKnown("No pulse."), first: 0)
                == "Not known: No pulse."
        )
    }

    @Test func `say when the forecast falls due`() {
        #expect(
            NextModel.lookAgain(asOf: day, weeks: 12)
                == "Diagnose again after 20 September 2026, 12 weeks from this report. The verdict is a forecast: on that day it was right or wrong."
        )
        #expect(NextModel.distinct(["a", "b", "a"]) == ["a", "b"])
    }

    @Test func `say where a notice comes from, worst first`() {
        let notices = NoticesModel([
            Notice("a.b", .note, file: "people.csv", line: 1, message: "n"),
            Notice("c.d", .error, file: "use.csv", message: "e"), Notice("e.f", .warning, message: "w"),
        ])
        #expect(notices.title == "1 file could not be used")
        #expect(notices.lines.map(\.severity) == ["error", "warning", "note"])
        #expect(notices.lines.map(\.place) == ["use.csv", "–", "people.csv, line 1"])
        #expect(NoticesModel([]).title == "The evidence was read without any notice")
    }
}

@Suite struct `Free weeks` {
    private let start = Day("2026-06-28")!
    private func free(_ changes: [(Int, Int?)]) -> [[Int]] {
        ReportModel.free(
            in: start...start.advanced(by: 84),
            around: changes.map { (start.advanced(by: $0.0), $0.1.map { start.advanced(by: $0) }) }
        ).map { [start.distance(to: $0.lowerBound), start.distance(to: $0.upperBound)] }
    }

    @Test func `are the gaps of a week or more between changes`() {
        #expect(free([]) == [[0, 84]])
        #expect(free([(-10, 5)]) == [[6, 84]])
        #expect(free([(-10, 5), (12, 20)]) == [[21, 84]])
        #expect(free([(-10, 5), (13, 20)]) == [[6, 12], [21, 84]])
        #expect(free([(50, 60), (-3, 10)]) == [[11, 49], [61, 84]])
    }

    @Test func `do not follow a change without an end`() {
        #expect(free([(-10, nil)]) == [])
        #expect(free([(30, nil), (40, 50)]) == [[0, 29]])
    }

    @Test func `do not reach past the range`() {
        #expect(free([(100, 110)]) == [[0, 84]])
        #expect(free([(-10, 80)]) == [])
        #expect(free([(-90, -80)]) == [[0, 84]])
    }
}
